"""A council's author with the guide and the window alone: from nothing to an installed module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.gui.authoring.desk import Answers, Desk
from tests.save_dialog import own_dialog, save_to
from tests.window import Steady
from tiapp.gui.kit.places import Screen

__all__ = ["own_dialog"]


@pytest.fixture
def author(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Somebody who has ticked *Show the Author screen* and pressed *Author*."""
    steady = Steady(qtbot, tmp_path / "data")
    desk = Desk.__new__(Desk)
    desk.steady, desk.answers = steady, Answers()
    steady.open_as_someone("Morag")
    steady.go(Screen.SETTINGS)
    steady.page.ensure_visible(steady.find("setting_author_tools"))
    steady.click("setting_author_tools")
    steady.click("nav_author")
    desk.page.dialogs = desk.answers
    yield desk
    steady.close()


def choose(desk: Desk, name: str, words: str) -> None:
    """Chooses a row of a list by its words, as a mouse does."""
    box = desk.steady.find(name, QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())
    desk.steady.settle()


@pytest.mark.usefixtures("own_dialog")
def test_from_an_idea_to_a_module_that_others_learn_from(author: Desk, tmp_path: Path) -> None:
    steady = author.steady

    # a new pack, and something to write in
    author.press("new_pack")
    author.fill("new_pack_title", "Our training")
    author.fill("new_pack_publisher", "Our council")
    author.press("new_pack_make", tmp_path)
    pack = tmp_path / "our-training"
    author.until_shown("The first part")
    author.press("new_module")
    author.fill("new_module_title", "Say how long it takes")
    author.press("new_module_make")
    file = pack / "modules" / "02-say-how-long-it-takes" / "module.md"
    steady.until(lambda: author.view.file is not None and author.view.file.path == file)
    steady.settle()

    # written, and seen at once; a word that hurts is found, jumped to and mended
    author.type_at("in a few plain sentences.", " A junkie waits.")
    author.until_shown("A junkie waits.")
    author.press("check")
    row = next(n for n, words in enumerate(author.findings()) if "junkie" in words)
    found = author.view.findings.list
    found.setFocus()
    found.setCurrentRow(row)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert "A junkie waits." in author.source.textCursor().block().text()
    assert author.source.find("A junkie")  # and what is found is selected, to type over
    QTest.keyClicks(author.source, "Somebody")
    author.until_shown("Somebody waits.")
    steady.until(lambda: not any("junkie" in words for words in author.findings()))

    # seen as others will
    for look in ("Light", "Dark", "Large text", "I have it"):
        choose(author, "look", look)
        assert "Somebody waits." in author.shown()
    author.view.tabs.setCurrentIndex(1)
    outline = steady.find("outline", QPlainTextEdit)
    assert isinstance(outline, QPlainTextEdit)
    assert outline.toPlainText().startswith("Heading level 1: Say how long it takes")
    author.view.tabs.setCurrentIndex(0)

    # on paper, and as one file
    author.press("draft_paper")
    author.press("draft_whole")
    assert save_to(steady, tmp_path / "mine.pdf") == "Say how long it takes.pdf"
    first = tmp_path / "first.tipack"
    author.press("make_pack", first)
    assert first.is_file()

    # installed by a double-click, and read in Learn
    steady.window.open_pack(first)
    steady.until(lambda: steady.is_there("install_now"))
    assert "Published by Our council." in steady.words()
    author.press("install_now")
    author.press("open_learn")
    steady.go(Screen.MODULE, "say-how-long-it-takes")
    steady.until(lambda: "Somebody waits." in steady.words())
    steady.click("next_part")

    # a second version: what is new is told before it is installed, and what was read is kept
    steady.go(Screen.AUTHOR)
    author.type_at("Somebody waits.", " Ten minutes.")
    author.until_shown("Ten minutes.")
    author.press("compare")
    author.press("compare_file", first)
    assert "What is new" in steady.words()
    assert any("version" in words for words in author.findings())
    second = tmp_path / "second.tipack"
    author.press("make_pack", second)
    author.press("install", second)
    author.press("install_now")
    session = steady.window.arrivals.session
    assert session is not None
    assert "say-how-long-it-takes" in session.person.progress.states()

    # taken back, step by step
    for _ in range(2):
        author.press("undo_install")
        author.press("undo_our-training")
    author.press("local_details")
    author.fill("local_organisation", "Our council")
    author.fill("local_protection-lead", "Morag Reid, 01234 567")
    author.press("local_install")
    steady.go(Screen.SUPPORT)
    steady.until(lambda: "Morag Reid, 01234 567" in steady.words())
