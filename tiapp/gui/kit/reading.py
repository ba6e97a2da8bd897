"""Containers of reading text that assistive technology meets as what they are.

They look like nothing by themselves; whoever makes them lays out what is inside.
"""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QWidget

from tiapp.gui.kit.button import Button
from tiapp.gui.kit.text import Label

_Role = QAccessible.Role


class ListBox(QWidget):
    """A list. Its direct children are ListItemBoxes."""

    accessible_role = _Role.List


class ListItemBox(QWidget):
    """One item. `setAccessibleName` to its words when it holds nothing else to be read."""

    accessible_role = _Role.ListItem


class NoteBox(QFrame):
    """Something set apart from the running text."""

    accessible_role = _Role.Note


class QuoteBox(QFrame):
    """Words somebody says."""

    accessible_role = _Role.BlockQuote


class TableBox(QFrame):
    """A table of reading text. Give it an accessible name."""

    accessible_role = _Role.Table


class RowBox(QWidget):
    """One row of it."""

    accessible_role = _Role.Row


class HeaderCell(Label):
    """A cell that names its column."""

    accessible_role = _Role.ColumnHeader

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "table_header", parent)


class Cell(Label):
    """Any other cell of plain words."""

    accessible_role = _Role.Cell

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "table_cell", parent)


class PictureBox(QWidget):
    """A picture; its accessible name is what it shows."""

    accessible_role = _Role.Graphic


class DecorationBox(QWidget):
    """Something only for the eye."""

    accessible_role = _Role.NoRole


class LinkButton(Button):
    """Underlined words that take you somewhere; made by `buttons.link`."""

    accessible_role = _Role.Link
