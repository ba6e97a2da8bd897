"""Room before the words of a field for a number, a day or a time, as other fields have."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from tiapp.gui.kit.theme import theme

_SIDE = 8


def with_margin(field: QAbstractSpinBox) -> None:
    """Gives the field room, at any text size.

    A style sheet cannot: Qt leaves padding out of account where it draws the two buttons too.
    """
    inside = field.findChild(QLineEdit)
    if inside is not None:
        _Margin(inside)


class _Margin(QObject):
    """Keeps the margin of one field, and goes with it."""

    def __init__(self, inside: QLineEdit) -> None:
        super().__init__(inside)
        self._inside = inside
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self._inside.setTextMargins(theme().px(_SIDE), 0, 0, 0)
