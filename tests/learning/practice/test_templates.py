from pathlib import Path

import pytest

from tests.learning.practice.reading import line_of, read
from tiapp.learning.limits import COLUMNS_A_SECTION
from tiapp.learning.practice.templates import read_template

TEXT = """\
id = "lens"
title = "A lens"
version = 1
for_whom = "Anyone."
about = "Look."
minutes = 30

[[section]]
id = "first"
title = "First"
beside = ["note", "who"]

[[section.question]]
id = "fits"
ask = "Does it fit?"
answer = "fit"

[[section]]
id = "second"
title = "Second"
rows = 4

[[section.question]]
id = "what"
ask = "What?"
answer = "text"

[[section.question]]
id = "how-far"
ask = "How far?"
answer = "choice"
options = ["Begun", "Done"]
"""


def test_a_form_is_read_as_it_stands(tmp_path: Path) -> None:
    made, problems = read(tmp_path, TEXT, read_template)
    assert problems == []
    assert made is not None
    first, second = made.sections
    assert [str(word) for word in first.beside] == ["note", "who"]
    assert (first.rows, second.rows) == (0, 4)
    assert [str(question.answer) for question in second.questions] == ["text", "choice"]
    assert second.questions[1].options == ("Begun", "Done")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('answer = "fit"', 'answer = "score"', "answer cannot be score."),
        ('options = ["Begun", "Done"]\n', "", "options is missing."),
        ('"Begun", "Done"', '"Begun"', "There is one option only."),
        ('"fit"', '"fit"\noptions = ["a"]', "Only an answer of kind choice has options."),
        ('"who"', '"mark"', "beside cannot hold mark."),
        ("rows = 4", "rows = 400", "rows is 400."),
        ('"how-far"', '"what"', "The id what is used twice."),
        ('"second"', '"first"', "The id first is used twice."),
        ("version = 1\n", "", "version is missing."),
    ],
)
def test_one_fault_keeps_the_whole_form_back(tmp_path: Path, old: str, new: str, what: str) -> None:
    made, problems = read(tmp_path, TEXT.replace(old, new, 1), read_template)
    assert made is None
    assert what in [words for _, words in problems]


def test_a_fault_in_a_question_of_the_second_section_has_its_own_line(tmp_path: Path) -> None:
    text = TEXT.replace('ask = "How far?"', "ask = 3")
    _, problems = read(tmp_path, text, read_template)
    assert problems == [(line_of(text, "ask = 3"), "ask is not a text.")]


def test_more_columns_than_a_page_holds_are_refused(tmp_path: Path) -> None:
    more = "".join(
        f'[[section.question]]\nid = "q{n}"\nask = "?"\nanswer = "text"\n'
        for n in range(COLUMNS_A_SECTION)
    )
    made, problems = read(tmp_path, TEXT + more, read_template)
    assert made is None
    assert "A section with rows has" in problems[0][1]


def test_the_same_question_id_may_stand_in_two_sections(tmp_path: Path) -> None:
    made, problems = read(tmp_path, TEXT.replace('"what"', '"fits"'), read_template)
    assert made is not None
    assert problems == []
