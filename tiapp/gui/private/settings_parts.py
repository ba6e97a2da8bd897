"""Pieces that the private room's sections of Settings are laid out from."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.button import Button
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.widths import keep_width


def labelled(words: str, box: QComboBox, hint: str) -> QWidget:
    """A choice with its label above and a quieter line between."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = QLabel(words)
    label.setBuddy(box)
    column.addWidget(label)
    column.addWidget(Muted(hint))
    box.setAccessibleDescription(hint)
    keep_width(box, most=420)
    column.addWidget(box)
    return holder


def row_of(*made: Button) -> FlowRow:
    """Buttons side by side."""
    row = FlowRow()
    for button in made:
        row.add(button)
    return row


def doing(words: str, name: str, icon: str, act: Callable[[], None]) -> Button:
    """A secondary button that does one thing."""
    button = buttons.secondary(words, name, icon)
    button.clicked.connect(lambda: act())
    return button
