"""Writing below a prompt of a module: what steps of a plan and reflections there have in common."""

from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit.text import wrapping


class WritingPlace(QWidget):
    """A column below a prompt. What is being written in it is kept when its part is left."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(wrapping())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def save(self) -> None:
        """Keeps what is being written; it stays open."""
        raise NotImplementedError

    def hideEvent(self, event: object) -> None:
        """The part was left."""
        self.save()


_Place = TypeVar("_Place", bound=WritingPlace)


class WritingSlot(QObject):
    """Knows the places that the reader was given, as long as they are there."""

    def __init__(self, closing: SignalInstance, parent: QObject | None = None) -> None:
        """`closing` is emitted before the room locks: what is being written is kept then."""
        super().__init__(parent)
        self._shown: list[WritingPlace] = []
        closing.connect(self._save)

    def _given(self, made: _Place) -> _Place:
        """Remembers a place on its way to the reader, and gives it back."""
        self._shown = [shown for shown in self._shown if shiboken6.isValid(shown)]
        self._shown.append(made)
        return made

    def _save(self) -> None:
        for shown in self._shown:
            if shiboken6.isValid(shown):
                shown.save()
