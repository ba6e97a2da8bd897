"""Tab goes through a page in the order in which it is read, whenever its widgets were made."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def in_reading_order(widget: QWidget) -> list[QWidget]:
    """What can take the focus inside `widget`, as its layouts show it from top to bottom."""
    found: list[QWidget] = []
    _walk(widget, found)
    return found


def set_reading_order(widget: QWidget) -> None:
    """Makes Tab follow the layouts of `widget`."""
    stops = in_reading_order(widget)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _walk(widget: QWidget, found: list[QWidget]) -> None:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        found.append(widget)
    if isinstance(widget, QScrollArea):
        if (inner := widget.widget()) is not None:
            _walk(inner, found)
    elif (layout := widget.layout()) is not None:
        _walk_layout(layout, found)


def _walk_layout(layout: QLayout, found: list[QWidget]) -> None:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if (widget := item.widget()) is not None:
            _walk(widget, found)
        elif (inner := item.layout()) is not None:
            _walk_layout(inner, found)
