"""Where the text of a file is written. It saves by itself a moment after the last key."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.theme import theme

SAVED_AFTER_MS = 700


class SourceEditor(QWidget):
    """Plain text, in letters of one width, and the line on which the cursor stands.

    The Tab key leaves the field, as it does everywhere; spaces are typed.

    Signals:
        save_wanted(str): the text as it stands, to be saved.
        line_changed(int): the cursor came to another line.
    """

    save_wanted = Signal(str)
    line_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = ""
        self._taking_over = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.field = QPlainTextEdit()
        self.field.setObjectName("source")
        self.field.setAccessibleName(self.tr("Text of the file"))
        self.field.setTabChangesFocus(True)
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        column.addWidget(self.field, 1)
        self._place = Muted("")
        self._place.setObjectName("source_place")
        column.addWidget(self._place)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SAVED_AFTER_MS)
        self._wait.timeout.connect(self.save_now)
        self._line = 0
        self.field.textChanged.connect(self._on_typed)
        self.field.cursorPositionChanged.connect(self._on_moved)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText()

    @property
    def dirty(self) -> bool:
        """Whether something stands here that is not saved yet."""
        return self.text != self._saved

    @property
    def line(self) -> int:
        """The line of the cursor, 1 for the first."""
        return self.field.textCursor().blockNumber() + 1

    def load(self, text: str) -> None:
        """Shows another file from its beginning."""
        self._wait.stop()
        self._saved = text
        self.field.setPlainText(text)
        self._mark(None)

    def take_over(self, text: str) -> None:
        """The same file with other words: the cursor stays on its line, and Undo goes back."""
        line = self.line
        scrolled = self.field.verticalScrollBar().value()
        self._saved = text
        self._taking_over = True
        cursor = QTextCursor(self.field.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self._wait.stop()
        self._put_cursor(line)
        self._taking_over = False
        self.field.verticalScrollBar().setValue(scrolled)

    def change(self, text: str) -> None:
        """Puts words in as if they had been typed."""
        saved = self._saved
        self.take_over(text)
        self._saved = saved
        self.save_now()

    def note_saved(self, text: str) -> None:
        """This text is on the disk now."""
        self._saved = text

    def save_now(self) -> None:
        """Saves at once, if there is something to save."""
        self._wait.stop()
        if self.dirty:
            self.save_wanted.emit(self.text)

    def go_to_line(self, line: int) -> None:
        """Puts the cursor there, in view, and marks the line."""
        self._put_cursor(line)
        self.field.centerCursor()
        self._mark(self.field.textCursor())
        self.field.setFocus()

    def _put_cursor(self, line: int) -> None:
        block = self.field.document().findBlockByNumber(max(0, line - 1))
        if not block.isValid():
            block = self.field.document().lastBlock()
        self.field.setTextCursor(QTextCursor(block))

    def _mark(self, cursor: QTextCursor | None) -> None:
        if cursor is None:
            self.field.setExtraSelections([])
            return
        mark = QTextEdit.ExtraSelection()
        mark.format.setBackground(QColor(theme().tokens.primary_soft))
        mark.format.setForeground(QColor(theme().tokens.on_soft))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.cursor = cursor
        self.field.setExtraSelections([mark])

    def _on_typed(self) -> None:
        if self.dirty:
            self._wait.start()

    def _on_moved(self) -> None:
        self._place.setText(self.tr("Line {number}").format(number=self.line))
        if self.line != self._line and not self._taking_over:
            self._line = self.line
            self.line_changed.emit(self.line)

    def _fit(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme().pt(11))
        self.field.setFont(font)
        self.field.setExtraSelections([])
        if self._saved:  # letters of another size must not move the place away
            QTimer.singleShot(0, self.field, self.field.centerCursor)
