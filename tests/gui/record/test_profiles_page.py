"""For another system: what its rows will be, what it would refuse, and columns to change."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.gui.record.test_summary_page import Answers
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.plain_table import PlainTable
from tiapp.gui.record.profiles_page import ProfilesPage
from tiapp.record.model import Details
from tiapp.supervision.profiles import find_profile


@pytest.fixture
def answers(steady: Steady) -> Iterator[Answers]:
    """Isla finished two modules; the page for another system is open, on Totara."""
    services = steady.services
    mine = services.for_person(services.people.add("Isla"))
    for entry in services.library.entries()[:2]:
        module = services.library.module(entry.id)
        for part in module.parts:
            mine.progress.reach(module, part.id)
        mine.progress.finish(module)
    mine.close()
    steady.open_as_someone()
    steady.go(Screen.SUMMARY)
    steady.click("summary_profiles")
    found = Answers()
    assert isinstance(steady.page, ProfilesPage)
    steady.page._choice = found
    _choose(steady, "totara")
    yield found


def _choose(steady: Steady, id_: str) -> None:
    box = steady.find("profile_which", QComboBox)
    box.setCurrentIndex(box.findData(id_))  # type: ignore[attr-defined]


def _type(steady: Steady, name: str, words: str) -> None:
    field = steady.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, words)


def _rows(steady: Steady) -> list[tuple[str, ...]]:
    return list(steady.find("profile_table", PlainTable).rows())  # type: ignore[attr-defined]


def _saved(steady: Steady, answers: Answers, file: Path) -> list[list[str]]:
    answers.save = file
    steady.click("profile_save")
    steady.until(file.exists)
    steady.settle()
    return list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))


def test_what_a_system_would_refuse_is_said_before_it_is_saved(
    steady: Steady, answers: Answers
) -> None:
    assert "Row 1: username is empty, and it is needed." in steady.words()
    assert steady.services.for_person(steady.services.people.find("Isla")).export.keep_details(
        Details("Isla", "00417")
    )
    steady.page.refresh()
    steady.settle()
    assert "2 rows, with nothing that it would refuse." in steady.words()


def test_the_rows_shown_are_the_rows_saved(
    steady: Steady, answers: Answers, tmp_path: Path
) -> None:
    lines = _saved(steady, answers, tmp_path / "a.csv")
    assert lines[0] == [
        "username",
        "courseshortname",
        "courseidnumber",
        "completiondate",
        "grade",
    ]
    assert [tuple(line) for line in lines[1:]] == _rows(steady)


def test_a_column_can_be_filled_from_another_and_kept_for_everybody(
    steady: Steady, answers: Answers, tmp_path: Path
) -> None:
    source = steady.find("column_source_1", QComboBox)
    source.setCurrentIndex(source.findData("name"))  # type: ignore[attr-defined]
    _type(steady, "column_heading_1", "login")
    assert _rows(steady)[0][0] == "Isla"
    steady.click("profile_keep")
    kept = find_profile(steady.services.profiles.all(), "totara")
    assert (kept.columns[0].heading, kept.columns[0].source) == ("login", "name")
    assert kept.unique == ("login", "courseidnumber")
    assert _saved(steady, answers, tmp_path / "a.csv")[1][0] == "Isla"
    steady.click("profile_reset")
    assert find_profile(steady.services.profiles.all(), "totara").columns[0].source == (
        "staff_number"
    )
    assert _rows(steady)[0][0] == ""


def test_a_course_may_have_another_name_there(steady: Steady, answers: Answers) -> None:
    entry = steady.services.library.entries()[0]
    _type(steady, f"course_{entry.id}", "TIP-101")
    assert _rows(steady)[0][2] == "TIP-101"


def test_columns_are_added_and_left_out_and_a_nameless_one_is_not_saved(
    steady: Steady, answers: Answers
) -> None:
    steady.click("column_add")
    assert "Not ready yet: a column has no heading." in steady.words()
    assert not steady.find("profile_save").isEnabled()
    QTest.keyClicks(steady.window.focusWidget(), "note")
    assert steady.find("profile_save").isEnabled()
    steady.click("column_remove_2")
    assert len(_rows(steady)[0]) == 5
    assert steady.window.focusWidget().objectName() == "column_heading_2"


def test_a_damaged_file_of_profiles_is_said_calmly(steady: Steady) -> None:
    own = steady.services.paths.config / "export-profiles.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("[[profile")
    steady.open_as_someone()
    steady.go(Screen.PROFILES)
    steady.until(lambda: "cannot be used" in steady.words())
