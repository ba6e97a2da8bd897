from datetime import date
from pathlib import Path

import pytest

from tiapp.learning.model import PackProblem, SupportList
from tiapp.learning.problems import Problems
from tiapp.learning.support import FALLBACK, read_support

CONTACT = """\
[[contact]]
id = "samaritans"
name = "Samaritans"
for_whom = "Anyone who wants to talk."
number = "116 123"
hours = "Every day, 24 hours"
need = "talk"
last_checked = 2026-11-22
source = "A list"
"""
LOCAL = """\
[[local]]
id = "manager"
name = "Manager"
what_for = "A hard call."
value = ""
ask = "Ask a colleague."
"""
PAUSE = """\
[pause]
title = "A short pause"
intro = "A minute or two."
steps = ["Look up."]
leave = "You can stop here."
"""


def support(folder: Path, toml: str) -> tuple[SupportList | None, tuple[PackProblem, ...]]:
    """The list and the problems of a support.toml."""
    path = folder / "support.toml"
    path.write_text(toml, encoding="utf-8")
    problems = Problems(path)
    return read_support(path, problems), problems.found()


def test_everything_is_read(tmp_path: Path) -> None:
    found, problems = support(tmp_path, 'note = "Nobody is told."\n' + CONTACT + LOCAL + PAUSE)
    assert problems == ()
    assert found is not None
    assert found.note == "Nobody is told."
    (contact,) = found.contacts
    assert (contact.id, contact.number, contact.hours, contact.confidential) == (
        "samaritans",
        "116 123",
        "Every day, 24 hours",
        "",
    )
    assert contact.last_checked == date(2026, 11, 22)
    assert found.local[0].ask == "Ask a colleague."
    assert found.pause is not None
    assert found.pause.steps == ("Look up.",)


def test_numbers_stay_in_the_order_of_the_file(tmp_path: Path) -> None:
    second = CONTACT.replace("samaritans", "another")
    found, _ = support(tmp_path, CONTACT + second)
    assert found is not None
    assert [contact.id for contact in found.contacts] == ["samaritans", "another"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('number = "116 123"\n', "", "number is missing."),
        ("last_checked = 2026-11-22\n", "", "last_checked is missing."),
        ("2026-11-22", '"last year"', "last_checked is not a date."),
        ("116 123", "116\\u202e123", "number holds a hidden character (U+202E)."),
        ('need = "talk"\n', "", "need is missing."),
        ("[[local]]", CONTACT + "[[local]]", "The id samaritans is used twice."),
        ("steps", "stps", "Nothing is called stps here."),
        ("[[contact]]", "[[contacts]]", "Nothing is called contacts here."),
    ],
)
def test_faults_are_named(tmp_path: Path, old: str, new: str, what: str) -> None:
    toml = (CONTACT + LOCAL + PAUSE).replace(old, new)
    _, problems = support(tmp_path, toml)
    assert what in [problem.what for problem in problems]


def test_a_broken_number_leaves_the_others(tmp_path: Path) -> None:
    broken = CONTACT.replace('number = "116 123"\n', "")
    found, problems = support(tmp_path, broken + CONTACT.replace("samaritans", "another"))
    assert found is not None
    assert [contact.id for contact in found.contacts] == ["another"]
    assert problems


def test_a_number_without_a_date_counts_as_checked_long_ago(tmp_path: Path) -> None:
    found, _ = support(tmp_path, CONTACT.replace("last_checked = 2026-11-22\n", ""))
    assert found is not None
    assert found.contacts[0].may_have_changed(date(2026, 11, 23))


def test_a_list_without_a_number_does_not_count(tmp_path: Path) -> None:
    found, problems = support(tmp_path, LOCAL)
    assert found is None
    assert problems[0].what == "There is no number to ring."


def test_the_numbers_in_the_program_are_the_three_that_always_answer() -> None:
    assert [contact.number for contact in FALLBACK.contacts] == ["999", "111", "116 123"]
