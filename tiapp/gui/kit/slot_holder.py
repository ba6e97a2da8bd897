"""Shows what a slot gives, wherever a page has room for one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit.slots import Slots
from tiapp.gui.kit.text import wrapping


class SlotHolder(QWidget):
    """Asks `make` for its widgets, and again whenever the slots change; the old ones go at once.

    Signals:
        redrawn(): other widgets are there, so the order of Tab may be another.
    """

    redrawn = Signal()

    def __init__(
        self, slots: Slots, make: Callable[[], list[QWidget]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(wrapping())
        self._make = make
        self._shown: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        slots.changed.connect(self.draw)
        self._fill()

    def draw(self) -> None:
        """Takes away what is there and asks anew."""
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._fill()
        self.redrawn.emit()

    def _fill(self) -> None:
        self._shown = self._make()
        for widget in self._shown:
            self._column.addWidget(widget)
        # Without a parent there is nothing to show or hide yet, and empty is how it begins.
        if self.parentWidget() is not None or not self._shown:
            self.setVisible(bool(self._shown))
