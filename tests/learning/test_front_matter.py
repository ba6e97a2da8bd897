from datetime import date
from pathlib import Path

import pytest

from tests.factories import module_text
from tests.learning.reading import problems, read
from tiapp.learning.model import Change, Level, Review, Source

MORE = """\
[reviewed_by]
specialist = "A. Person"
lived_experience = "B. Person"

[[sources]]
title = "A report"
publisher = "Somebody"
year = 2020
used_for = "the numbers"

[[sources]]
title = "A page"
publisher = "Somebody else"
used_for = "the words"

[[changes]]
version = 1
what = "First edition."
"""


def test_everything_at_the_top_is_read(tmp_path: Path) -> None:
    text = module_text(
        more=MORE,
        version="2",
        level='"leadership"',
        checked_against_sources='"2026-11-23"',
        outcomes='["one", " two "]',
    )
    module = read(tmp_path, text)
    assert (module.id, module.entry.version, module.entry.level) == (
        "a-module",
        2,
        Level.LEADERSHIP,
    )
    assert module.entry.outcomes == ("one", "two")
    assert module.review == Review("A. Person", "B. Person")
    assert module.entry.reviewed
    assert module.sources == (
        Source("A report", "Somebody", 2020, "the numbers"),
        Source("A page", "Somebody else", None, "the words"),
    )
    assert module.changes == (Change(1, "First edition."),)
    assert module.checked_against_sources == date(2026, 11, 23)
    assert module.entry.path == tmp_path / "module.md"
    assert module.entry.pack_id == "a-pack"


def test_what_may_be_left_out_has_a_calm_default(tmp_path: Path) -> None:
    module = read(tmp_path, module_text(topics=None, audience=None, language=None))
    assert (module.entry.topics, module.entry.audience, module.entry.language) == ((), "", "en")
    assert module.checked_against_sources is None
    assert not module.entry.reviewed


@pytest.mark.parametrize("day", ['""', "2026-11-23", '"2026-11-23"'])
def test_a_date_may_stand_with_or_without_quotation_marks(tmp_path: Path, day: str) -> None:
    module = read(tmp_path, module_text(checked_against_sources=day))
    assert module.checked_against_sources in (None, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("id", None, "id is missing."),
        ("id", '""', "id is empty."),
        ("id", '"A Module"', "A Module cannot be an id."),
        ("id", '"../x"', "../x cannot be an id."),
        ("id", "7", "id is not a text."),
        ("title", None, "title is missing."),
        ("title", '" "', "title is empty."),
        ("title", '"' + "a" * 201 + '"', "title has 201 letters."),
        ("title", '"a\\u202eb"', "title holds a hidden character (U+202E)."),
        ("version", None, "version is missing."),
        ("version", '"1"', "version is not a whole number."),
        ("version", "1.0", "version is not a whole number."),
        ("version", "true", "version is not a whole number."),
        ("version", "0", "version is 0."),
        ("version", "-1", "version is -1."),
        ("version", "0x" + "f" * 3900, "version is too large."),
        ("version", "nan", "version is not a whole number."),
        ("level", None, "level is missing."),
        ("level", '"expert"', "There is no level expert."),
        ("minutes", "0", "minutes is 0."),
        ("minutes", "10000", "minutes is 10000."),
        ("outcomes", None, "outcomes is missing."),
        ("outcomes", "[]", "outcomes is empty."),
        ("outcomes", '"one"', "outcomes is not a list of texts."),
        ("outcomes", "[1]", "outcomes is not a list of texts."),
        ("topics", '["a\\u0007"]', "topics holds a hidden character (U+0007)."),
        ("topics", "[" + '"a",' * 101 + "]", "topics has 101 entries."),
        ("checked_against_sources", '"soon"', "checked_against_sources is not a date."),
        ("checked_against_sources", "2026-11-23T10:00:00",
         "checked_against_sources is not a date."),
        ("reviewed_by", '"me"', "reviewed_by is not a group."),
        ("sources", '"a book"', "sources is not a list of groups."),
        ("outcome", '"x"', "Nothing is called outcome here."),
    ],
)  # fmt: skip
def test_faults_are_named_with_their_line(
    tmp_path: Path, key: str, value: str | None, what: str
) -> None:
    text = module_text(**{key: value})
    (problem,) = problems(tmp_path, text)
    assert problem.what == what
    line = text.split("\n")[problem.line - 1]
    assert line.startswith(f"{key} =" if value is not None else "+++") or problem.line == 2


def test_a_slip_of_the_pen_gets_a_hint(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, module_text(audiance='"Everyone"', audience=None))
    assert problem.mend == "Did you mean audience?"


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ("[[sources]]\npublisher = 'x'", "title is missing."),
        ("[[sources]]\ntitle = 'x'\nyear = '2020'", "year is not a whole number."),
        ("[[changes]]\nversion = 1", "what is missing."),
        ("[[changes]]\nwhat = 'x'", "version is missing."),
        ("[reviewed_by]\nspecialist = 1", "specialist is not a text."),
        ("[reviewed_by]\nfriend = 'x'", "Nothing is called friend here."),
    ],
)
def test_faults_inside_groups_are_named(tmp_path: Path, more: str, what: str) -> None:
    text = module_text(more=more)
    (problem,) = problems(tmp_path, text)
    assert problem.what == what
    first = text[: text.index(more)].count("\n") + 1
    assert first <= problem.line <= first + more.count("\n")


def test_the_second_of_two_sources_is_the_one_named(tmp_path: Path) -> None:
    more = "[[sources]]\ntitle = 'x'\n\n[[sources]]\ntitle = 2"
    text = module_text(more=more)
    (problem,) = problems(tmp_path, text)
    assert text.split("\n")[problem.line - 1] == "title = 2"


@pytest.mark.parametrize(
    "toml",
    [
        'title = "no end',
        "title = no marks",
        'title = "a"\ntitle = "b"',
        "a = " + "[" * 5000,
        "[a]\n[a]",
        "= 1",
    ],
)
def test_toml_that_cannot_be_read_is_one_problem(tmp_path: Path, toml: str) -> None:
    (problem,) = problems(tmp_path, f"+++\n{toml}\n+++\n\n## A {{#a}}\n\nText.\n")
    assert 2 <= problem.line <= 4


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    text = module_text(minutes="ten")
    (problem,) = problems(tmp_path, text)
    assert text.split("\n")[problem.line - 1] == "minutes = ten"


def test_toml_over_64_kilobytes_or_with_endless_names_is_not_parsed(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, module_text(more="# comment\n" * 7000))
    assert "64 KB is the most" in problem.what
    (problem,) = problems(tmp_path, module_text(more=".".join("a" * 1000) + " = 1"))
    assert problem.what == "This line is too long."


def test_a_short_route_names_parts_in_their_order(tmp_path: Path) -> None:
    text = module_text("One.", "Two.", "Three.", short_route='["part-1", "part-3"]')
    assert read(tmp_path, text).short_route == ("part-1", "part-3")
    assert read(tmp_path, module_text("One.")).short_route == ()


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ('["part-1", "part-9"]', "no part has that id"),
        ('["part-2", "part-1"]', "does not follow the order"),
        ('["part-1", "part-1"]', "does not follow the order"),
        ('"part-1"', "short_route"),
    ],
)
def test_a_short_route_that_leads_nowhere_is_told(tmp_path: Path, route: str, words: str) -> None:
    [problem, *_] = problems(tmp_path, module_text("One.", "Two.", short_route=route))
    assert words in str(problem)
