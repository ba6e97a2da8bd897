"""Tab goes through a page in the order in which it is read, whenever its widgets were made.

The order is that of the places on the screen. Asking the layouts would be simpler, but
`QLayout.itemAt` leaves a Python object behind for an item that Qt deletes later without telling,
and when its address is used again the program dies (PySide6 6.11, met in a walk through every
module).
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def in_reading_order(widget: QWidget) -> list[QWidget]:
    """What can take the focus inside `widget`, from top to bottom, then as lines are read.

    Widgets that are not laid out yet keep the order in which they were made.
    """
    found: list[QWidget] = []
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        found.append(widget)
    for child in sorted(_children(widget), key=_place):
        found.extend(in_reading_order(child))
    return found


def set_reading_order(widget: QWidget) -> None:
    """Makes Tab follow the places of what is inside `widget`. Lay it out before."""
    for before, after in pairwise(in_reading_order(widget)):
        QWidget.setTabOrder(before, after)


def _children(widget: QWidget) -> list[QWidget]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [
        child
        for child in widget.findChildren(QWidget, options=direct)
        if not child.isHidden() and not child.isWindow()
    ]


def _place(widget: QWidget) -> tuple[int, int]:
    across = -widget.geometry().right() if widget.isRightToLeft() else widget.x()
    return widget.y(), across
