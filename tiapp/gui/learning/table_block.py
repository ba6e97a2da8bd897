"""A table of reading text: every cell wraps, and nothing scrolls sideways."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tiapp.gui.kit.reading import Cell, HeaderCell, RowBox, TableBox
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.inline_text import running_text
from tiapp.learning.blocks import Table, Text, plain

_LEAST, _MOST = 12, 48


def table_widget(block: Table, context: BlockContext) -> QWidget:
    """One header row, then the rows. Columns share the width by how much they hold."""
    box = TableBox()
    box.setProperty("box", "table")
    box.setAccessibleName(", ".join(plain(cell) for cell in block.header))
    rows = QVBoxLayout(box)
    rows.setContentsMargins(1, 1, 1, 1)
    rows.setSpacing(0)
    shares = [_share(block, column) for column in range(len(block.header))]
    rows.addWidget(_row([HeaderCell(plain(cell)) for cell in block.header], shares))
    for cells in block.rows:
        rows.addWidget(_row([_cell(cell, context) for cell in cells], shares))
    return box


def _row(cells: Sequence[QWidget], shares: Sequence[int]) -> QWidget:
    row = RowBox()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for cell, share in zip(cells, shares, strict=True):
        # Ignored: only the shares count, so that columns line up from row to row.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        cell.setSizePolicy(policy)
        layout.addWidget(cell, share)
    return row


def _cell(text: Text, context: BlockContext) -> QWidget:
    if any(span.link or span.strong or span.emphasis or span.code for span in text):
        cell = running_text(text, context, "table_cell")
    else:
        cell = Cell(plain(text))
    if isinstance(cell, QLabel):
        cell.setMinimumWidth(1)
    return cell


def _share(block: Table, column: int) -> int:
    longest = max(len(plain(row[column])) for row in (block.header, *block.rows))
    return max(_LEAST, min(_MOST, longest))
