"""Practice tools, Resources and *Save as PDF*, through the dialog to the file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.save_dialog import own_dialog, save_dialog, save_to
from tests.window import Steady
from tiapp.gui.kit.places import Screen

__all__ = ["own_dialog"]

pytestmark = pytest.mark.usefixtures("own_dialog")


def _open_the_paper_card(steady: Steady) -> None:
    if not steady.is_there("module_paper"):
        steady.click("toggle_parts")
    steady.click("module_paper")


def test_a_form_can_be_read_and_closed_again(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.TOOLS)
    assert "A policy through a trauma lens" in steady.words()
    assert not steady.is_there("view_policy-lens")
    steady.click("read_policy-lens")
    words = steady.words()
    assert "Are its words plain and calm? (yes, partly, not yet, not relevant)" in words
    assert "It gives no score." in words
    steady.click("read_policy-lens")
    assert not steady.is_there("view_policy-lens")


def test_a_blank_form_is_saved_where_one_says(steady: Steady, tmp_path: Path) -> None:
    steady.open_as_someone()
    steady.go(Screen.TOOLS)
    steady.click("save_pledge")
    offered = save_to(steady, tmp_path / "mine.pdf")
    assert offered == "My pledge and looking back on it.pdf"
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")


def test_every_huddle_sheet_is_offered(steady: Steady, tmp_path: Path) -> None:
    steady.open_as_someone()
    steady.go(Screen.TOOLS)
    for entry in steady.services.library.entries():
        assert steady.is_there(f"huddle_{entry.id}")
    steady.click("huddle_five-principles")
    assert save_to(steady, tmp_path / "huddle.pdf").startswith("Team huddle Five principles")
    assert (tmp_path / "huddle.pdf").exists()


def test_resources_name_where_to_meet_others_and_the_page_to_hand_on(
    steady: Steady, tmp_path: Path
) -> None:
    steady.open_as_someone()
    steady.go(Screen.RESOURCES)
    words = steady.words()
    assert "Where to meet others" in words
    assert "Your trauma champion" in words
    assert "http" not in words
    steady.click("read_what-is-trauma-informed")
    assert "Five words to work by" in steady.words()
    steady.click("save_what-is-trauma-informed")
    assert save_to(steady, tmp_path / "page.pdf") == "What is trauma-informed.pdf"
    assert (tmp_path / "page.pdf").exists()


def test_a_module_is_saved_from_beside_its_parts(steady: Steady, tmp_path: Path) -> None:
    steady.open_as_someone()
    steady.go(Screen.MODULE, "five-principles", "safety")
    _open_the_paper_card(steady)
    steady.click("paper_short")
    assert "short route" in save_to(steady, tmp_path / "short.pdf")
    assert (tmp_path / "short.pdf").exists()
    QTest.keyClick(steady.window, Qt.Key.Key_Escape)
    assert not steady.is_there("paper_card")


def test_a_module_without_a_short_route_offers_none(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.MODULE, "starting-safely", "your-pace")
    _open_the_paper_card(steady)
    assert steady.is_there("paper_whole")
    assert not steady.is_there("paper_short")
    steady.click("paper_close")
    assert not steady.is_there("paper_card")


def test_a_dialog_that_is_closed_saves_nothing(steady: Steady, tmp_path: Path) -> None:
    steady.open_as_someone()
    steady.go(Screen.TOOLS)
    steady.click("save_pledge")
    save_dialog(steady).reject()
    steady.settle()
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_cannot_be_written_is_told_calmly(steady: Steady, tmp_path: Path) -> None:
    steady.open_as_someone()
    steady.go(Screen.TOOLS)
    steady.click("save_pledge")
    dialog = save_dialog(steady)
    dialog.fileSelected.emit(str(tmp_path / "not-there" / "a.pdf"))
    dialog.reject()
    steady.settle()
    assert "The folder for this file cannot be found." in steady.words()
