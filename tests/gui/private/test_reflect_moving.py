"""Bringing entries in and taking them out, on screen."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.private.plain_warning import PlainWarning
from tiapp.gui.private.reflect_moving import MovingView
from tiapp.private.backups import Backups
from tiapp.private.journal_model import Draft


@pytest.fixture
def moving(steady: Steady) -> Steady:
    steady.open_with_room()
    steady.go(Screen.REFLECT)
    steady.click("reflect_moving")
    return steady


def view(steady: Steady) -> MovingView:
    found = steady.find("moving_view", MovingView)
    assert isinstance(found, MovingView)
    return found


def journal(steady: Steady):
    assert steady.private.room is not None
    return steady.private.room.journal


def test_a_folder_is_looked_at_first_and_brought_in_when_wanted(
    moving: Steady, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "2020-02-01.md").write_text("An old day", encoding="utf-8")
    (folder / "broken.md").write_bytes(b"\xe9")
    view(moving).look_at(str(folder))
    moving.settle()
    assert "1 new reflection" in moving.words()
    assert "broken.md: Its text is not saved as UTF-8." in moving.words()
    assert list(journal(moving).every()) == []
    moving.click("bring_in_now")
    assert [entry.body for entry in journal(moving).every()] == ["An old day"]
    view(moving).look_at(str(folder))
    moving.settle()
    assert "There is nothing new in that folder." in moving.words()
    assert not moving.is_there("bring_in_now")


def test_plain_copies_come_after_one_clear_warning(moving: Steady, tmp_path: Path) -> None:
    journal(moving).begin(Draft("Words that are mine", "A title", ("work",)))
    for name, target in (
        ("out_markdown", tmp_path / "md"),
        ("out_json", tmp_path / "json"),
        ("out_pdf", tmp_path / "journal.pdf"),
    ):
        moving.click(name)
        warning = moving.find("plain_warning", PlainWarning)
        assert isinstance(warning, PlainWarning)
        assert not target.exists()
        warning.chosen.emit(str(target))
        moving.settle()
        assert target.exists()
        assert "1 reflection saved. Anyone who gets the copy can read it." in moving.words()
    (file,) = (tmp_path / "md").iterdir()
    assert "Words that are mine" in file.read_text(encoding="utf-8")
    whole = json.loads((tmp_path / "json" / "journal.json").read_text(encoding="utf-8"))
    assert whole["entries"][0]["title"] == "A title"
    assert (tmp_path / "journal.pdf").read_bytes().startswith(b"%PDF")


def test_keeping_it_in_steady_writes_nothing(moving: Steady) -> None:
    moving.click("out_json")
    moving.click("plain_keep")
    assert moving.is_there("out_json") and not moving.is_there("plain_warning")


def test_an_encrypted_copy_can_be_restored_and_shows_nothing(
    moving: Steady, tmp_path: Path
) -> None:
    journal(moving).begin(Draft("xylophone canary"))
    folder = tmp_path / "stick"
    folder.mkdir()
    view(moving).save_encrypted(str(folder))
    moving.settle()
    (copy,) = folder.iterdir()
    assert all(b"xylophone" not in file.read_bytes() for file in copy.iterdir())
    backup = Backups.at(copy)
    assert moving.private.room is not None
    tested = moving.private.room.test_backup(backup)
    assert tested.rows["journal_entry"] == 1


def test_going_back_leads_to_what_was_open(moving: Steady) -> None:
    moving.click("moving_back")
    assert moving.is_there("reflect_start")


def test_a_file_that_is_being_chosen_is_not_asked_for_any_more_once_the_room_locks(
    moving: Steady,
) -> None:
    """Chosen after that, nobody would write it, and nothing would say so."""
    moving.click("out_markdown")
    moving.click("plain_go_on")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    moving.lock()
    assert not dialog.isVisible()
    dialog.deleteLater()
