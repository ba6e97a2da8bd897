"""Spelling in the journal: marked quietly, never in the middle of a word, mended from the menu."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.private import spelling_marks
from tiapp.gui.private.reflect_editor import Editor
from tiapp.gui.private.reflect_page import ReflectPage
from tiapp.private.spelling import Spelling


class Few:
    """A dictionary of a few words."""

    def check(self, word: str) -> bool:
        return word in {"A", "calm", "day"}

    def suggest(self, word: str) -> list[str]:
        return ["calm", "clan"] if word == "clam" else []


@pytest.fixture
def dictionary() -> Spelling | None:
    """One that is the same everywhere."""
    return Spelling(Few())


@pytest.fixture
def editor(steady: Steady, monkeypatch: pytest.MonkeyPatch, dictionary: Spelling | None) -> Editor:
    """A new reflection, on a computer with that dictionary."""
    monkeypatch.setattr(spelling_marks, "load_dictionary", lambda: dictionary)
    steady.open_with_room()
    steady.go(Screen.REFLECT)
    steady.click("reflect_new")
    page = steady.page
    assert isinstance(page, ReflectPage)
    return page.view.editor


def marked(editor: Editor) -> list[str]:
    """The words that are underlined."""
    found = []
    block = editor.document().begin()
    while block.isValid():
        for run in block.layout().formats():
            if run.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine:
                text = block.text().encode("utf-16-le")
                piece = text[2 * run.start : 2 * (run.start + run.length)]
                found.append(piece.decode("utf-16-le"))
        block = block.next()
    return found


def menu_at(editor: Editor, place: int) -> list[str]:
    """What the menu says first, opened by key with the cursor there."""
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(editor, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return [action.text() for action in menu.actions()]


def test_a_word_is_marked_once_it_is_left(editor: Editor) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, "A clam")
    assert "".join(marked(editor)) == ""
    QTest.keyClicks(editor, " day")
    assert "".join(marked(editor)) == "clam"


def test_a_line_further_down_is_marked_on_its_own(editor: Editor) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, "A calm day")
    editor.insertPlainText("\nA 🌿 clam ")
    assert "".join(marked(editor)) == "clam"


def test_the_menu_offers_others_and_undo_takes_one_back(editor: Editor) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, "A clam day")
    assert menu_at(editor, 4)[:2] == ["calm", "clan"]
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert editor.words() == "A calm day"
    editor.undo()
    assert editor.words() == "A clam day"


def test_a_known_word_has_the_usual_menu_and_one_without_help_says_so(editor: Editor) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, "A dya calm ")
    assert menu_at(editor, 3)[0] == "The dictionary has no suggestion"
    QApplication.activePopupWidget().close()
    assert "calm" not in menu_at(editor, 8)
    QApplication.activePopupWidget().close()


def test_marks_go_and_come_with_the_setting(editor: Editor, steady: Steady) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, "A clam day")
    session = steady.window.arrivals.session
    assert session is not None
    session.save_settings(replace(session.person.settings, mark_spelling=False))
    steady.until(lambda: marked(editor) == [])
    session.save_settings(replace(session.person.settings, mark_spelling=True))
    steady.until(lambda: "".join(marked(editor)) == "clam")
    editor.moveCursor(QTextCursor.MoveOperation.Start)


@pytest.mark.parametrize("dictionary", [None])
def test_without_a_dictionary_nothing_is_marked(editor: Editor) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, "A clam day")
    assert marked(editor) == []
    assert "calm" not in menu_at(editor, 4)
    QApplication.activePopupWidget().close()
