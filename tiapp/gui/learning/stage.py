"""A place that holds one widget at a time."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Stage(QWidget):
    """Shows what was put last. The height is that of what it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._held: QWidget | None = None

    @property
    def held(self) -> QWidget | None:
        """What is in view."""
        return self._held

    def put(self, widget: QWidget | None) -> None:
        """Shows `widget` at once, in place of what was there; None leaves the place empty.

        Built before it is put here, it is complete with everything inside: what joins a widget
        already in view is shown, and so laid out, only a moment later.
        """
        if self._held is not None:
            self._held.hide()
            self._column.removeWidget(self._held)
            # Taking a long part apart takes a while, and nobody should wait for it.
            QTimer.singleShot(0, self._held, self._held.deleteLater)
        self._held = widget
        if widget is not None:
            self._column.addWidget(widget)
            widget.show()


def column_of(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    """A plain widget with a column to fill."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return holder, column
