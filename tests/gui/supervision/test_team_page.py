"""The Team screen, used as a supervisor would."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit

from tests.gui.supervision_window import Answers, open_team, show
from tests.supervision.team.conftest import server
from tests.supervision.team.people import Somebody, done
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.supervision.files_panel import FilesPanel
from tiapp.gui.supervision.row_table import RowTable
from tiapp.supervision.team.scope import Scope

__all__ = ["server"]

STAFF = "name,number,team,site,pathway\n"


def handed_over(steady: Steady, folder: Path, people: int = 8) -> Path:
    """Files of so many people, each with the first module finished, and one that is cut short."""
    folder.mkdir()
    module = steady.services.library.entries()[0]
    for number in range(people):
        somebody = Somebody(f"Person {number}", str(number), f"Team {number % 2}", "Leith")
        made = somebody.file(done(module.id, title=module.title))
        (folder / f"{number}.json").write_bytes(made)
    (folder / "cut.json").write_bytes(made[:90])
    return folder


def imported(steady: Steady, folder: Path) -> Answers:
    page, answers = open_team(steady)
    answers.chosen = handed_over(steady, folder)
    steady.click("import_folder")
    panel = page.panel
    assert isinstance(panel, FilesPanel)
    steady.until(lambda: panel._importing is None)
    steady.settle()
    return answers


def table(steady: Steady, name: str) -> RowTable:
    found = steady.find(name, RowTable)
    assert isinstance(found, RowTable)
    return found


def words(steady: Steady, name: str) -> str:
    label = steady.find(name, QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def test_the_screen_is_there_only_for_who_has_switched_it_on(steady: Steady) -> None:
    steady.open_as_someone()
    assert not steady.is_there("nav_team")
    steady.go(Screen.SETTINGS)
    steady.click("setting_team")
    assert steady.is_there("nav_team")
    steady.click("setting_team")
    assert not steady.is_there("nav_team")


def test_a_folder_is_added_and_what_was_left_out_is_explained(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    assert "Files added: 8" in words(steady, "import_lines")
    (row,) = table(steady, "import_rejects").rows()
    assert row[1:3] == ("cut.json", "Damaged")
    assert "save it again" in steady.words()


def test_the_list_of_what_was_left_out_can_be_saved(steady, tmp_path) -> None:
    answers = imported(steady, tmp_path / "share")
    answers.chosen = tmp_path
    steady.click("save_rejects")
    (saved,) = tmp_path.glob("Files to look at*.csv")
    assert "cut.json" in saved.read_text("utf-8-sig")


def test_an_import_that_is_cancelled_leaves_everything_as_it_was(steady, tmp_path) -> None:
    page, _ = open_team(steady)
    folder = handed_over(steady, tmp_path / "share", 60)
    panel = page.panel
    assert isinstance(panel, FilesPanel)
    panel.begin([folder])
    steady.click("import_cancel")
    steady.until(lambda: panel._importing is None)
    steady.settle()
    assert steady.services.team.team.status().people in (0, 60)
    if "cancelled" in words(steady, "import_lines"):
        assert steady.services.team.team.status().people == 0


def test_people_are_listed_with_the_totals_of_the_store(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    show(steady, "people")
    assert words(steady, "people_count") == "People: 8. Completions: 8."
    box = steady.find("people_team", QComboBox)
    box.setCurrentIndex(box.findData("Team 1"))
    steady.settle()
    assert words(steady, "people_count") == "People: 4. Completions: 4."


def test_a_heading_sorts_the_table(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    show(steady, "people")
    people = table(steady, "people_table")
    people.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [row[1] for row in people.rows()] == [f"Person {n}" for n in range(7, -1, -1)]


def test_who_has_not_finished_yet_is_found_with_a_pasted_staff_list(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    pathway = steady.services.library.pathways().routes[0].title
    show(steady, "staff")
    field = steady.find("staff_pasted", QPlainTextEdit)
    field.setPlainText(STAFF + f"Person 0,0,Team 0,Leith,{pathway}\nNew,77,Team 0,Leith,{pathway}")
    steady.click("staff_look")
    assert "New: 1" in steady.words()
    assert steady.services.team.team.status().on_list == 0
    steady.click("staff_apply")
    assert steady.services.team.team.status().on_list == 2
    show(steady, "people")
    steady.click("people_not_yet")
    assert {row[1] for row in table(steady, "people_table").rows()} == {"Person 0", "New"}


def test_a_person_can_be_looked_at_and_removed_after_a_question(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    show(steady, "people")
    people = table(steady, "people_table")
    people.selectRow(2)
    people.setFocus()
    steady.keys(Qt.Key.Key_Return)
    assert "finished on 5 October 2026" in steady.words()
    steady.click("person_remove")
    steady.click("person_question_keep")
    assert steady.services.team.team.status().people == 8
    steady.click("person_remove")
    steady.click("person_question_go_on")
    assert steady.services.team.team.status().people == 7


def test_one_persons_data_is_saved_in_one_file(steady, tmp_path) -> None:
    answers = imported(steady, tmp_path / "share")
    show(steady, "people")
    table(steady, "people_table").chosen.emit(1)
    steady.settle()
    answers.chosen = tmp_path
    steady.click("person_save")
    (saved,) = tmp_path.glob("Everything about Person 0*.json")
    assert "Person 0" in saved.read_text("utf-8")


def test_a_new_key_is_decided_about_and_then_quiet(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    module = steady.services.library.entries()[0]
    again = Somebody("Person 0", "0", "Team 0", "Leith").at("another")
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.json").write_bytes(again.file(done(module.id, record="again")))
    page = steady.page
    page.panel.begin([other])
    steady.until(lambda: page.panel._importing is None)
    steady.settle()
    steady.click("key_1_accept")
    steady.settle()
    assert not steady.is_there("key_1")
    assert steady.services.team.team.sheet(Scope()).rows == 9


def test_the_directors_page_and_its_sheet_have_the_same_rows(steady, tmp_path) -> None:
    answers = imported(steady, tmp_path / "share")
    show(steady, "director")
    shown = [row[1:] for row in table(steady, "director_table").rows()]
    assert "Person" not in str(shown)
    assert shown[0][:3] == ("Leith", "2 teams together", 8)
    answers.chosen = tmp_path
    steady.click("director_save_xlsx")
    (saved,) = tmp_path.glob("*.xlsx")
    sheet = load_workbook(saved)["Counts"]
    said = dict(load_workbook(saved)["About this table"].iter_rows(3, max_col=2, values_only=True))
    assert said["Expected"] == "Modules that the pathways of these people ask for today."
    written = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(2, values_only=True)]
    assert written == [tuple(cell or "" for cell in row) for row in shown]


def test_the_picture_says_its_counts_in_words_and_has_its_table(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    show(steady, "modules")
    assert "The most, 8, were in Oct 2026" in steady.find("months_chart").accessibleName()
    rows = table(steady, "months_table").rows()
    assert sum(row[4] for row in rows) == 8


def test_what_is_previewed_is_what_is_saved(steady, tmp_path) -> None:
    answers = imported(steady, tmp_path / "share")
    show(steady, "export")
    assert words(steady, "export_count") == "In the file: completions 8, people 8."
    first = [tuple(str(cell) for cell in row[1:]) for row in table(steady, "export_table").rows()]
    answers.chosen = tmp_path
    steady.click("export_save")
    (saved,) = tmp_path.glob("Team completions*.csv")
    lines = saved.read_text("utf-8-sig").splitlines()[1:]
    assert [tuple(line.split(",")[:10]) for line in lines] == first


def test_rows_that_another_system_would_not_take_are_named_first(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    module = steady.services.library.entries()[0]
    nameless = tmp_path / "nameless"
    nameless.mkdir()
    (nameless / "x.json").write_bytes(Somebody("No Number", "").file(done(module.id)))
    page = steady.page
    page.panel.begin([nameless])
    steady.until(lambda: page.panel._importing is None)
    show(steady, "export")
    box = steady.find("export_profile", QComboBox)
    box.setCurrentIndex(box.findData("totara"))
    steady.settle()
    assert "is empty" in words(steady, "export_problems")


def test_a_choice_about_keeping_is_kept(steady, tmp_path) -> None:
    imported(steady, tmp_path / "share")
    show(steady, "care")
    box = steady.find("care_valid_months", QComboBox)
    box.setCurrentIndex(box.findData(24))
    steady.settle()
    assert steady.services.team.team.choices().valid_months == 24


def test_every_part_works_before_there_is_anything(steady) -> None:
    open_team(steady)
    for part in ("people", "modules", "director", "staff", "export", "care", "files"):
        show(steady, part)
    assert not list(steady.services.paths.data.rglob("team.db"))


@pytest.mark.parametrize("part", ["files", "people", "modules", "director", "staff", "care"])
def test_every_part_can_be_reached_by_keys_alone(steady, part) -> None:
    open_team(steady)
    steady.page.title.setFocus()
    steady.press_by_key(f"team_show_{part}")
    assert steady.page.panel.objectName() == f"team_{part}"


def test_the_line_on_the_purpose_is_kept_and_stands_in_my_summary(steady, tmp_path) -> None:
    open_team(steady)
    show(steady, "care")
    field = steady.find("care_purpose", QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "For the Leith induction only.")
    steady.click("care_purpose_keep")
    assert steady.services.installation.summary_purpose == "For the Leith induction only."
    steady.go(Screen.SUMMARY)
    assert "For the Leith induction only." in words(steady, "summary_lines")
    steady.go(Screen.TEAM)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    steady.click("care_purpose_keep")
    assert steady.services.installation.summary_purpose == ""
    steady.go(Screen.SUMMARY)
    assert "Training record; not for pay" in words(steady, "summary_lines")


def test_an_address_that_does_not_answer_is_told_and_the_file_stays_in_use(steady) -> None:
    open_team(steady)
    show(steady, "care")
    field = steady.find("care_address", QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "postgresql://ann:s3cret@nowhere.invalid/team")
    told = []
    steady.hub.failed.connect(told.append)
    steady.click("care_address_use")
    assert [error.code for error in told] == ["server-unreachable"]
    assert words(steady, "care_place_now") == "Kept in a file on this computer."
    assert steady.services.installation.team_db == ""


def test_a_server_that_answers_is_used_and_its_address_is_not_shown_again(steady, server) -> None:
    open_team(steady)
    show(steady, "care")
    field = steady.find("care_address", QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(server.url())
    steady.click("care_address_use")
    assert steady.services.team.team.place.on_server
    assert field.text() == ""
    assert "server" in words(steady, "care_place_now")
    steady.click("care_address_back")
    assert words(steady, "care_place_now") == "Kept in a file on this computer."
    assert not steady.is_there("care_address_back")


def test_columns_for_another_system_are_a_button_away_and_hold_for_the_team(steady) -> None:
    open_team(steady)
    show(steady, "export")
    steady.click("export_columns")
    assert steady.screen is Screen.PROFILES
