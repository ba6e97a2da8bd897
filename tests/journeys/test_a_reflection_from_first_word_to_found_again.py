"""Write, lock, unlock, find again: by keyboard, through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.vaults import PASSPHRASE
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.private.reflect_page import ReflectPage


def page(steady: Steady) -> ReflectPage:
    found = steady.page
    assert isinstance(found, ReflectPage)
    return found


def type_into_focus(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def test_what_is_written_is_found_again_after_the_room_was_locked(steady: Steady) -> None:
    steady.open_with_room()
    steady.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert steady.screen is Screen.REFLECT
    type_into_focus("The lighthouse was lit before the rain came.")
    # not waited for: locking has to save what was typed a moment ago
    steady.keys(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    steady.until(lambda: not steady.private.is_open)
    assert "lighthouse" not in steady.words()
    passphrase = next(
        field
        for field in steady.window.findChildren(QLineEdit)
        if field.isVisible() and field.echoMode() is QLineEdit.EchoMode.Password
    )
    passphrase.setFocus()
    type_into_focus(PASSPHRASE)
    steady.keys(Qt.Key.Key_Return)
    steady.until(lambda: steady.private.is_open and steady.screen is Screen.REFLECT)
    steady.settle()
    steady.keys(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_into_focus("lighth")
    steady.until(lambda: page(steady).entries.list.count() == 1)
    steady.settle()
    entries = page(steady).entries.list
    entries.setFocus()
    entries.setCurrentRow(0)
    steady.keys(Qt.Key.Key_Return)
    steady.until(lambda: "lighthouse" in page(steady).view.editor.words())


@pytest.mark.parametrize("way", ["hide", "person"])
def test_every_way_out_saves_first(steady: Steady, way: str) -> None:
    steady.open_with_room()
    steady.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_into_focus("half a sen")
    if way == "hide":
        steady.window.acts.hide_screen()
    else:
        steady.window.acts.switch_person()
    steady.settle()
    if way == "hide":
        steady.window.acts.hide_screen()
        steady.unlock()
    else:
        steady.window.arrivals.enter(steady.services.people.find("Isla").id)
        steady.settle()
        steady.unlock()
    assert steady.private.room is not None
    assert [entry.body for entry in steady.private.room.journal.every()] == ["half a sen"]
