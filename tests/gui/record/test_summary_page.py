"""My summary shows what leaves, and the buttons write just that."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog, QLabel, QLineEdit, QWidget

from tests.supervision.building import signed
from tests.window import Steady
from tiapp.gui.kit.file_choice import Then, ThenMany
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.plain_table import PlainTable
from tiapp.gui.record.summary_page import SummaryPage
from tiapp.services import PersonServices
from tiapp.supervision.completion_file import Intact
from tiapp.supervision.completion_reading import read_completion_file
from tiapp.supervision.forms import Form


@dataclass
class Answers:
    """Somebody who answers every dialog in the same way; None changes their mind."""

    save: Path | None = None
    open: Path | None = None
    where: Path | None = None
    asked: int = 0
    name: str = ""

    def to_save(self, owner: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
        self.asked += 1
        self.name = name
        if self.save is not None:
            then(self.save)

    def to_open(self, owner: QWidget, title: str, kinds: str, then: Then) -> None:
        if self.open is not None:
            then(self.open)

    def to_open_many(self, owner: QWidget, title: str, kinds: str, then: ThenMany) -> None:
        if self.open is not None:
            then([self.open])

    def folder(self, owner: QWidget, title: str, begin: Path | None, then: Then) -> None:
        self.asked += 1
        if self.where is not None:
            then(self.where)


@pytest.fixture
def isla(steady: Steady) -> Iterator[PersonServices]:
    """Isla finished the first three modules, ten days apart from 10 March on."""
    services = steady.services
    mine = services.for_person(services.people.add("Isla"))
    for entry in services.library.entries()[:3]:
        module = services.library.module(entry.id)
        for part in module.parts:
            mine.progress.reach(module, part.id)
        mine.progress.finish(module)
        services.clock.move(days=10)  # type: ignore[attr-defined]
    yield mine
    mine.close()


@pytest.fixture
def answers(steady: Steady, isla: PersonServices) -> Answers:
    """My summary is open, and its dialogs are answered."""
    steady.open_as_someone()
    steady.go(Screen.SUMMARY)
    found = Answers()
    assert isinstance(steady.page, SummaryPage)
    steady.page._choice = found
    return found


def _rows(steady: Steady) -> list[tuple[str, ...]]:
    return list(steady.find("summary_table", PlainTable).rows())  # type: ignore[attr-defined]


def _type(steady: Steady, name: str, words: str) -> None:
    field = steady.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, words)


def _csv(file: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))


def test_what_leaves_is_on_the_screen_before_it_leaves(
    steady: Steady, isla: PersonServices, answers: Answers
) -> None:
    done = isla.progress.completions()
    assert [row[0] for row in _rows(steady)] == [d.title for d in done]
    assert [row[-1] for row in _rows(steady)] == [d.record_id for d in done]
    assert _rows(steady)[0][4] == "10 March 2026"
    words = steady.words()
    assert "In every row: name Isla; staff number left out" in words
    assert "not a test of competence" in words
    assert "What the signature proves, and what it does not" in words
    assert "It does not prove who was at the computer" in words


@pytest.mark.parametrize("form", list(Form))
def test_each_button_writes_what_is_shown_to_the_byte(
    steady: Steady, isla: PersonServices, answers: Answers, tmp_path: Path, form: Form
) -> None:
    isla.sharing.take_number()
    steady.page.refresh()
    steady.settle()
    answers.save = tmp_path / f"a{form.ending}"
    shown = steady.page.summary()  # type: ignore[attr-defined]
    previewed = isla.export.as_bytes(shown, form)
    steady.click(f"summary_save_{form}")
    steady.settle()
    assert answers.save.read_bytes() == previewed
    assert answers.name.endswith(form.ending)


def test_a_period_and_modules_choose_what_is_shown_and_written(
    steady: Steady, isla: PersonServices, answers: Answers, tmp_path: Path
) -> None:
    first, second, third = isla.progress.completions()
    box = steady.find("summary_period", QComboBox)
    box.setCurrentIndex(3)  # type: ignore[attr-defined]
    since, until = (steady.find(f"summary_{n}", QDateEdit) for n in ("since", "until"))
    until.setDate(QDate(2026, 3, 25))  # type: ignore[attr-defined]
    since.setDate(QDate(2026, 3, 1))  # type: ignore[attr-defined]
    assert [row[-1] for row in _rows(steady)] == [first.record_id, second.record_id]
    steady.click("summary_modules")
    steady.click(f"summary_module_{first.module_id}")
    assert [row[-1] for row in _rows(steady)] == [second.record_id]
    answers.save = tmp_path / "a.csv"
    steady.click("summary_save_csv")
    steady.settle()
    assert [line[9] for line in _csv(answers.save)[1:]] == [second.record_id]
    box.setCurrentIndex(0)  # type: ignore[attr-defined]
    assert [row[-1] for row in _rows(steady)] == [second.record_id, third.record_id]


def test_details_are_kept_as_they_are_typed_and_stand_in_the_file(
    steady: Steady, isla: PersonServices, answers: Answers, tmp_path: Path
) -> None:
    _type(steady, "detail_name", "Isla Fraser")
    _type(steady, "detail_staff_number", "00417")
    answers.save = tmp_path / "a.csv"
    steady.click("summary_save_csv")
    steady.settle()
    assert _csv(answers.save)[1][:2] == ["Isla Fraser", "00417"]
    steady.go(Screen.HOME)
    assert isla.export.details().staff_number == "00417"


def test_without_a_name_the_summary_has_the_one_that_steady_calls_you(
    steady: Steady, answers: Answers, tmp_path: Path
) -> None:
    _type(steady, "detail_name", " ")
    answers.save = tmp_path / "a.csv"
    steady.click("summary_save_csv")
    steady.settle()
    assert _csv(answers.save)[1][0] == "Isla"
    assert steady.find("detail_name", QLineEdit).text() == "Isla"  # type: ignore[attr-defined]


def test_leaving_the_page_keeps_what_was_being_typed(
    steady: Steady, isla: PersonServices, answers: Answers
) -> None:
    _type(steady, "detail_team", "Housing")
    steady.click("nav_home")
    assert isla.export.details().team == "Housing"


def test_a_file_for_the_team_goes_where_the_last_one_went(
    steady: Steady, isla: PersonServices, answers: Answers, tmp_path: Path
) -> None:
    (tmp_path / "shared").mkdir()
    answers.where = tmp_path / "shared"
    steady.click("summary_save_team")
    steady.until(lambda: len(list((tmp_path / "shared").iterdir())) == 1)
    steady.settle()
    assert answers.asked == 1
    steady.click("summary_save_team")
    steady.until(lambda: len(list((tmp_path / "shared").iterdir())) == 2)
    steady.settle()
    assert answers.asked == 1, "the folder is remembered"
    for file in (tmp_path / "shared").iterdir():
        checked = read_completion_file(file)
        assert isinstance(checked, Intact) and len(checked.payload.completions) == 3
    assert f"this installation as {isla.export.installation()}." in steady.words()
    saved = steady.find("summary_saved", QLabel)
    assert str(tmp_path / "shared") in saved.text()  # type: ignore[attr-defined]


def test_changing_ones_mind_writes_nothing(steady: Steady, answers: Answers) -> None:
    for name in ("summary_save_team", "summary_save_csv", "certificate_save", "elsewhere_open"):
        steady.click(name)
        steady.settle()
    assert not steady.is_there("summary_saved")


def test_a_folder_that_cannot_be_written_is_said_calmly(
    steady: Steady, answers: Answers, tmp_path: Path
) -> None:
    answers.where = tmp_path / "gone"
    steady.click("summary_save_team")
    steady.until(lambda: "cannot be found" in steady.words())
    assert "Nothing was written" in steady.words()


def test_modules_done_elsewhere_are_looked_at_and_then_added(
    steady: Steady, answers: Answers, tmp_path: Path
) -> None:
    answers.open = tmp_path / "mine.json"
    answers.open.write_bytes(signed(2))
    steady.click("elsewhere_open")
    words = steady.words()
    assert "Zoë Łukasz, staff number 00417" in words
    assert "Steady cannot tell whether it is yours" in words
    steady.click("elsewhere_add")
    steady.settle()
    assert len(_rows(steady)) == 5
    assert not steady.is_there("elsewhere_found")
    steady.click("elsewhere_open")
    assert "Everything in it is here already." in steady.words()
    steady.click("elsewhere_leave")
    assert not steady.is_there("elsewhere_found")


def test_a_changed_file_is_refused_with_its_reason(
    steady: Steady, answers: Answers, tmp_path: Path
) -> None:
    answers.open = tmp_path / "mine.json"
    answers.open.write_bytes(signed(2).replace(b"2026-01-12", b"2026-01-13"))
    steady.click("elsewhere_open")
    steady.until(lambda: "changed after it was saved" in steady.words())
    assert len(_rows(steady)) == 3


def test_a_certificate_is_saved(steady: Steady, answers: Answers, tmp_path: Path) -> None:
    answers.save = tmp_path / "c.pdf"
    steady.click("certificate_save")
    steady.settle()
    assert answers.save.read_bytes().startswith(b"%PDF")
    assert answers.name.startswith("Certificate ")


def test_before_anything_is_finished_the_page_says_what_will_come(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SUMMARY)
    words = steady.words()
    assert "Once you have finished a module" in words
    assert not steady.is_there("summary_table")
    assert not steady.is_there("certificate_save")


def test_it_can_be_saved_by_keys_alone(steady: Steady, answers: Answers, tmp_path: Path) -> None:
    answers.where = tmp_path
    steady.press_by_key("summary_save_team")
    steady.until(lambda: len(list(tmp_path.glob("*.json"))) == 1)


def test_words_of_others_are_shown_as_plain_text(
    steady: Steady, answers: Answers, tmp_path: Path
) -> None:
    from PySide6.QtCore import Qt

    answers.open = tmp_path / "mine.json"
    from tiapp.record.model import Details

    answers.open.write_bytes(signed(1, details=Details('<img src="file:///etc/passwd">')))
    steady.click("elsewhere_open")
    found = steady.find("elsewhere_found")
    labels = found.findChildren(QLabel)
    assert any("<img" in label.text() for label in labels)
    for label in labels:
        assert label.pixmap() is not None or label.textFormat() is Qt.TextFormat.PlainText


def test_a_dialog_offers_a_name_and_writes_where_it_says(
    steady: Steady, isla: PersonServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = QFileDialog.setAcceptMode

    def own(self: QFileDialog, mode: QFileDialog.AcceptMode) -> None:
        """Qt's own dialog, which can be found; the system's cannot be driven from here."""
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        made(self, mode)

    monkeypatch.setattr(QFileDialog, "setAcceptMode", own)
    steady.open_as_someone()
    steady.go(Screen.SUMMARY)
    steady.click("summary_save_csv")
    found = steady.window.findChildren
    steady.until(lambda: any(d.isVisible() for d in found(QFileDialog, "file_choice")))
    (dialog,) = found(QFileDialog, "file_choice")
    assert Path(dialog.selectedFiles()[0]).name == "Completion summary Isla 2026-04-09.csv"
    dialog.setDirectory(str(tmp_path))
    typed = dialog.findChild(QLineEdit, "fileNameEdit")
    assert typed is not None
    typed.setText("mine")
    dialog.accept()
    steady.until(lambda: (tmp_path / "mine.csv").exists())
    steady.settle()
