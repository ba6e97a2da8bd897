"""A field for a few lines: what stands in it is never pushed out by more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tiapp.gui.private.private_text import LONGEST, PrivateText


@pytest.fixture
def full(qtbot: QtBot) -> PrivateText:
    field = PrivateText("note")
    qtbot.addWidget(field)
    field.setPlainText("a" * (LONGEST - 1) + "z")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    return field


def test_a_letter_typed_into_a_full_field_pushes_nothing_out(full: PrivateText) -> None:
    QTest.keyClicks(full, "b")
    assert full.words() == "a" * (LONGEST - 1) + "z"
    QTest.keyClick(full, Qt.Key.Key_Delete)
    QTest.keyClicks(full, "b")
    assert full.words() == "b" + "a" * (LONGEST - 2) + "z"


def test_a_paste_takes_the_room_there_is(full: PrivateText) -> None:
    QTest.keyClick(full, Qt.Key.Key_Delete)
    QTest.keyClick(full, Qt.Key.Key_Delete)
    QGuiApplication.clipboard().setText("bcd")
    full.paste()
    assert full.words() == "bc" + "a" * (LONGEST - 3) + "z"
