"""Marks words that the system's dictionary does not know; the menu offers others."""

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from tiapp.gui.kit.theme import theme
from tiapp.private.spelling import Spelling, system_spelling


class SpellingMarks(QObject):
    """The spelling of one editor. Where the system has no dictionary it does nothing.

    The word at the cursor is left alone: nobody is told off in the middle of a word.

    Signals:
        look_again(QTextBlock): what is marked in that line may be different now.
    """

    look_again = Signal(QTextBlock)

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._held: QTextBlock | None = None
        """The line of the cursor while a word in it goes unmarked because of that."""
        self._own: Spelling | None = None
        editor.cursorPositionChanged.connect(self._on_cursor_moved)

    def underline(self, line: QSyntaxHighlighter, text: str) -> None:
        """Called while a line is drawn: adds its marks to what the highlighter has set."""
        spelling = self._spelling()
        if spelling is None:
            return
        cursor = self._editor.textCursor()
        here = cursor.block() == line.currentBlock() and self._editor.hasFocus()
        at = cursor.positionInBlock() if here else -1
        if here:
            self._held = None
        for start, length in spelling.unknown(text):
            start, length = _units(text[:start]), _units(text[start : start + length])
            if start <= at <= start + length:
                self._held = line.currentBlock()
                continue
            for place in range(start, start + length):
                style = line.format(place)
                style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                style.setUnderlineColor(QColor(theme().tokens.info))
                line.setFormat(place, 1, style)

    def add_to(self, menu: QMenu, event: QContextMenuEvent) -> None:
        """Puts what may have been meant at the top of the menu, if the word there is not known."""
        spelling = self._spelling()
        if spelling is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self._editor.textCursor()
        if not by_key:
            cursor = self._editor.cursorForPosition(event.pos())
        text = cursor.block().text()
        at = cursor.positionInBlock()
        for start, length in spelling.unknown(text):
            word = text[start : start + length]
            first = _units(text[:start])
            if first <= at <= first + _units(word):
                self._offer(menu, spelling, word, cursor.block().position() + first)
                return

    def _spelling(self) -> Spelling | None:
        """Its own: what it remembers of the words goes with the editor, when the room locks."""
        if not theme().settings.mark_spelling:
            return None
        shared = load_dictionary()
        if self._own is None and shared is not None:
            self._own = shared.fresh()
        return self._own

    def _offer(self, menu: QMenu, spelling: Spelling, word: str, place: int) -> None:
        first = menu.actions()[0]
        offered = []
        for other in spelling.suggestions(word):
            action = QAction(other.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, o=other: self._put(o, place, _units(word)))
            offered.append(action)
        if not offered:
            none = QAction(self.tr("The dictionary has no suggestion"), menu)
            none.setEnabled(False)
            offered.append(none)
        menu.insertActions(first, offered)
        menu.insertSeparator(first)

    def _put(self, other: str, place: int, length: int) -> None:
        """Undo takes it back."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(other)

    def _on_cursor_moved(self) -> None:
        held, self._held = self._held, None
        if held is not None and held.isValid():
            self.look_again.emit(held)


@cache
def load_dictionary() -> Spelling | None:
    """One for the whole program. The first call takes a tenth of a second: best in the worker."""
    return system_spelling()


def _units(text: str) -> int:
    """How far Qt counts that text: in UTF-16, where some letters count twice."""
    return len(text.encode("utf-16-le")) // 2
