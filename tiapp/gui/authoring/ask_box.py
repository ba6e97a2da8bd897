"""A box above the desk that asks for a few words, or tells what would happen, and waits."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tiapp.gui.authoring.fields import labelled
from tiapp.gui.kit import buttons
from tiapp.gui.kit.button import Button
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label


class AskBox(CalloutBox):
    """Title, words or fields, and buttons; the last one always leaves everything as it is.

    Signals:
        left(): the person would rather not; or what was told has been read.
    """

    left = Signal()

    def __init__(self, title: str, name: str, kind: str = "info") -> None:
        super().__init__(kind, title)
        self.setObjectName(name)
        self.column.setSpacing(10)
        self._row: FlowRow | None = None
        self.fields: list[QLineEdit] = []

    def say(self, words: str, name: str = "") -> Label:
        """Plain words below what is there."""
        label = Label(words)
        label.setObjectName(name)
        self.add(label)
        return label

    def field(self, words: str, name: str, hint: str = "", text: str = "") -> QLineEdit:
        """A line to fill in."""
        line = QLineEdit(text)
        line.setObjectName(name)
        line.setMaxLength(200)
        self.fields.append(line)
        self.add(labelled(words, line, hint))
        return line

    def offer(
        self, words: str, name: str, act: Callable[[], None], *, main: bool = False
    ) -> Button:
        """A button that does something; `main` for the one that the box is about."""
        make = buttons.primary if main else buttons.secondary
        button = make(words, name)
        button.clicked.connect(lambda: act())
        self._buttons().add(button)
        return button

    def leave(self, words: str) -> Button:
        """The button that leaves everything as it is."""
        button = buttons.secondary(words, "leave_it")
        button.clicked.connect(self.left)
        self._buttons().add(button)
        return button

    def first(self) -> QWidget:
        """What takes the focus: the first field, or else the safest button."""
        if self.fields:
            return self.fields[0]
        found = self.findChildren(Button, "leave_it")
        return found[0] if found else self

    def _buttons(self) -> FlowRow:
        if self._row is None:
            self._row = FlowRow()
            self.add(self._row)
        return self._row
