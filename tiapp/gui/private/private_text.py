"""A few lines of private text."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tiapp.gui.kit import clipboard
from tiapp.gui.kit.text import Muted, wrapping
from tiapp.gui.kit.theme import theme

LONGEST = 4000


class PrivateText(QPlainTextEdit):
    """Plain text, a few lines high. Tab leaves it; what is copied is cleared at locking."""

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line_count = lines
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._keep_short)
        self._fit()
        theme().changed.connect(self._fit)

    def words(self) -> str:
        """What is written, without space around it."""
        return self.toPlainText().strip()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged from here."""
        return clipboard.private_mime(self.textCursor().selectedText().replace("\u2029", "\n"))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """As much of what is pasted or dropped as there is room for; what stands there stays."""
        fits = QMimeData()
        fits.setText(source.text()[: self._room()])
        super().insertFromMimeData(fits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In a full field a letter goes nowhere, rather than push the last one out."""
        if event.text().isprintable() and event.text() and not self._room():
            return
        super().keyPressEvent(event)

    def _room(self) -> int:
        chosen = len(self.textCursor().selectedText())
        return max(0, LONGEST + 1 - self.document().characterCount() + chosen)

    def _fit(self) -> None:
        self.ensurePolished()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._line_count + theme().px(26))

    def _keep_short(self) -> None:
        if self.document().characterCount() > LONGEST + 1:
            self.setPlainText(self.toPlainText()[:LONGEST])


def labelled(
    words: str, field: QWidget, hint: str = "", *, shown: QWidget | None = None
) -> QWidget:
    """The field with its name above it. "&" in `words` marks a key: double it in pack text.

    `shown` stands below the name where the field is only a part of it.
    """
    holder = QWidget()
    holder.setSizePolicy(wrapping())
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("textRole", "strong")
    label.setBuddy(field)
    column.addWidget(label)
    if hint:
        column.addWidget(Muted(hint))
        field.setAccessibleDescription(hint)
    column.addWidget(shown or field)
    return holder
