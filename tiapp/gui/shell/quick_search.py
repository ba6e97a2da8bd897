"""Quick search (Ctrl+K): screens, commands, modules, headings and the glossary in one list.

What is typed here is kept nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.theme import theme

RESULTS = 30


@dataclass(frozen=True, slots=True)
class Found:
    """A result: what it is called, what kind of thing it is, and what choosing it does."""

    words: str
    kind: str
    choose: Callable[[], None]


Ask = Callable[[QObject, str, Callable[[str, list[Found]], None]], None]


class QuickSearch(QDialog):
    """Opens over the window; Esc closes it and leaves everything as it was.

    `find(text)` gives the results, best first; for an empty text, what is worth offering.
    `ask(dialog, text, show)` may have more of them a moment later: `show(text, results)`.
    """

    def __init__(
        self, find: Callable[[str], list[Found]], parent: QWidget, ask: Ask | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quick_search")
        self.setWindowTitle(self.tr("Quick search"))
        self._find = find
        self._ask = ask
        self._over = parent
        self._found: list[Found] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        label = QLabel(self.tr("&Find a screen, a module, a heading or a word"))
        self.field = QLineEdit()
        self.field.setObjectName("quick_search_field")
        self.field.setClearButtonEnabled(True)
        label.setBuddy(self.field)
        column.addWidget(label)
        column.addWidget(self.field)
        self.list = QListWidget()
        self.list.setObjectName("quick_search_results")
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._activate)
        self.list.itemClicked.connect(self._activate)
        column.addWidget(self.list, 1)
        self._hint = Muted(self.tr("Use Up and Down to choose, Enter to open and Esc to close."))
        column.addWidget(self._hint)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self._show("")
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter work from the field, so that nobody has to leave it."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = (self.list.currentRow() + step) % self.list.count()
                self.list.setCurrentRow(row)
                announce(self.list, self.list.item(row).text())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem() is not None:
                    self._activate(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        self._found = []
        self.list.clear()
        self._add(self._find(text)[:RESULTS])
        if text:
            announce(self.list, self.tr("%n result(s)", "", len(self._found)))
        if self._ask is not None:
            self._ask(self, text, self._show_more)

    def _show_more(self, text: str, more: list[Found]) -> None:
        """What took a moment, below what is there already, so that nothing jumps."""
        if more and text == self.field.text():
            self._add(more[:RESULTS])
            announce(self.list, self.tr("%n result(s)", "", len(self._found)))

    def _add(self, more: list[Found]) -> None:
        for found in more:
            self._found.append(found)
            item = QListWidgetItem(
                self.tr("{words}  ·  {kind}").format(words=found.words, kind=found.kind)
            )
            self.list.addItem(item)
        if self._found:
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(0)
            self._hint.setText(
                self.tr("Use Up and Down to choose, Enter to open and Esc to close.")
            )
        else:
            self._hint.setText(self.tr("Nothing found. Try fewer letters, or another word."))

    def _activate(self, item: QListWidgetItem) -> None:
        found = self._found[self.list.row(item)]
        self.accept()
        found.choose()

    def _place(self) -> None:
        window = self._over
        width = min(theme().px(640), window.width() - 32)
        height = min(theme().px(480), window.height() - 64)
        self.resize(width, height)
        self.move(
            window.mapToGlobal(window.rect().topLeft())
            + (window.rect().center() - self.rect().center())
        )
