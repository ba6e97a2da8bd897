"""Fields with their labels above them."""

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.theme import theme
from tiapp.gui.kit.widths import keep_width


def labelled(words: str, field: QWidget, hint: str = "", *, most: int = 460) -> QWidget:
    """The label, the hint if there is one, and the field, which its label names."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = QLabel(words)
    label.setWordWrap(True)
    label.setBuddy(field)
    column.addWidget(label)
    if hint:
        column.addWidget(Muted(hint))
        field.setAccessibleDescription(hint)
    keep_width(field, most=most)
    column.addWidget(field)
    return holder


class ShortLines(QPlainTextEdit):
    """A few lines of text. The Tab key leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(theme().px(92))
