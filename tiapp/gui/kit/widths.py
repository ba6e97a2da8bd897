"""Widths that grow with the letters: a field of 420 pixels at 100 % has 840 at 200 %."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit.theme import theme


class _Width(QObject):
    """Belongs to its widget, and goes with it."""

    def __init__(self, widget: QWidget, least: int, most: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._least = least
        self._most = most
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        if self._least:
            self._widget.setMinimumWidth(theme().px(self._least))
        if self._most:
            self._widget.setMaximumWidth(theme().px(self._most))


def keep_width(widget: QWidget, *, least: int = 0, most: int = 0) -> None:
    """Keeps a widget between these pixels at 100 per cent; 0 sets no limit."""
    _Width(widget, least, most)
