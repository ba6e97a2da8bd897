from pathlib import Path

import pytest

from tests.factories import CHECK
from tests.learning.reading import blocks, only_problem
from tiapp.learning.blocks import Check, Paragraph, Span, plain

FIRST = "- [ ] One of them is stronger.\n    > Strength is not what differs here.\n"


def check(folder: Path, body: str) -> Check:
    """The one check of a part."""
    (made,) = blocks(folder, body)
    assert isinstance(made, Check)
    return made


def test_a_check_has_a_question_options_and_feedback(tmp_path: Path) -> None:
    made = check(tmp_path, CHECK)
    assert made.id == "same-flood"
    (question,) = made.question
    assert isinstance(question, Paragraph)
    assert [plain(option.text) for option in made.options] == [
        "One of them is stronger.",
        "The same event was a different experience for each of them.",
    ]
    assert [option.fits for option in made.options] == [False, True]
    feedback = [option.feedback[0] for option in made.options]
    assert [plain(f.text) for f in feedback if isinstance(f, Paragraph)] == [
        "Strength is not what differs here.",
        "Yes. What it was like differs.",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n    >", "\n\n    >"),  # an empty line before the feedback
        ("here.\n-", "here.\n\n-"),  # and after it
        ("here.\n", "here.\n      And a line more.\n"),  # wrapped without a mark
        ("here.\n", "here.\n    > And a line more.\n"),
        ("stronger.\n", "stronger,\n  or luckier.\n"),  # a wrapped option
        ("[x]", "[X]"),
        ("[ ]", "[]"),
        ("- [", "* ["),
    ],
)
def test_feedback_may_be_set_out_in_several_ways(tmp_path: Path, old: str, new: str) -> None:
    made = check(tmp_path, CHECK.replace(old, new))
    assert [option.fits for option in made.options] == [False, True]
    assert all(len(option.feedback) == 1 for option in made.options)


def test_feedback_may_have_several_paragraphs(tmp_path: Path) -> None:
    body = CHECK.replace("differs here.\n", "differs here.\n    >\n    > It is chance.\n")
    assert len(check(tmp_path, body).options[0].feedback) == 2


def test_options_keep_their_styles(tmp_path: Path) -> None:
    made = check(tmp_path, CHECK.replace("- [ ] One", "- [ ] **Not** one"))
    assert made.options[0].text == (
        Span("Not", strong=True),
        Span(" one of them is stronger."),
    )


def test_several_options_may_fit(tmp_path: Path) -> None:
    made = check(tmp_path, CHECK.replace("[ ]", "[x]"))
    assert [option.fits for option in made.options] == [True, True]


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        ("[x]", "[ ]", 1, "no option that fits", "Put [x] in front of the one that fits."),
        ("    > Yes. What it was like differs.\n", "", 8, "no feedback", "four spaces and a >"),
        (FIRST, "", 1, "has 1 option.", "Two to five"),
        (FIRST, FIRST * 5, 1, "has 6 options.", "Two to five"),
        ("- [x]", "-", 8, "whether it fits", "Begin it with [x]"),
        ("- [", "1. [", 1, "does not end with its options", "Write two to five"),
        ("\n///", "\n\nMore.\n///", 1, "does not end with its options", "Write two to five"),
        ("Two tenants lived through the same flood. What fits best?\n", "", 1, "no question",
         "Write one above"),
        ("here.\n", "here.\n\n    And this.\n", 6, "holds more than", "Keep one paragraph"),
        ("[x] The same event was a different experience for each of them.", "[x]", 8, "is empty",
         "Write what"),
        (FIRST, FIRST + "- [ ]\n    > Feedback.\n", 9, "is empty", "Write what"),
    ],
)  # fmt: skip
def test_faults_of_checks(
    tmp_path: Path, old: str, new: str, line: int, what: str, mend: str
) -> None:
    problem = only_problem(tmp_path, CHECK.replace(old, new))
    assert what in problem.what
    assert mend in problem.mend
    assert problem.line == line
