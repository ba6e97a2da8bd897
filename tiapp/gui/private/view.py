"""A step or a state of a private page: one column of words and choices, shown one at a time."""

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tiapp.gui.kit.text import wrapping


class View(QWidget):
    """What a page shows now. `heading` becomes the page's title.

    `main` is what Ctrl+Enter presses; `begin` is where typing begins, when something is typed.
    """

    def __init__(self, heading: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(wrapping())
        self.heading = heading
        self.main: QAbstractButton | None = None
        self.begin: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end."""
        self.column.addWidget(widget)
        return widget

    def forget(self) -> None:
        """Empties what was typed here. Called when the view goes."""
