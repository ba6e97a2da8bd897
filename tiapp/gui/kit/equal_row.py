"""Buttons side by side, all as wide as the widest, so that no choice looks smaller."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.gui.kit.flow import FlowRow


class Evener(QObject):
    """Keeps buttons equally wide; evens them again when letters change size."""

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QObject) -> None:
        super().__init__(parent)
        self._buttons = buttons
        for button in buttons:
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            even(self._buttons)
        return False


def even(buttons: Sequence[QAbstractButton]) -> None:
    """Makes every button as wide as the widest."""
    shown = [button for button in buttons if not button.isHidden()]
    width = max((button.sizeHint().width() for button in shown), default=0)
    for button in shown:
        if button.minimumWidth() != width:
            button.setMinimumWidth(width)


def equal_row(*buttons: QAbstractButton) -> QWidget:
    """Equally wide buttons side by side; each in a line of its own where not all fit in one.

    None of them may look like an afterthought: skipping is as good as going on.
    """
    row = FlowRow(together=True)
    for button in buttons:
        row.add(button)
    Evener(buttons, row)
    return row
