"""A table of reading text: every cell wraps, and nothing scrolls sideways.

Where the columns have no room side by side, each row becomes a short list of its own.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tiapp.gui.kit import fonts
from tiapp.gui.kit.reading import Cell, HeaderCell, RowBox, TableBox
from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.inline_text import running_text
from tiapp.learning.blocks import Span, Table, Text, plain

_LEAST, _MOST = 12, 48
"""Letters between which the share of a column lies."""

_PADDING = 16
"""Pixels beside the words of a cell, at 100 %; the style sheet keeps to it."""


class _QuickCell(Cell):
    """A cell that does not work out how wide it would like to be: the table says how wide it is."""

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TableBlock(TableBox):
    """One header row, then the rows. Columns share the width by how much they hold."""

    def __init__(self, block: Table, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = block
        self._context = context
        self._stacked = False
        self._styled = any(_is_styled(cell) for cells in block.rows for cell in cells)
        self._least = 0
        self.setProperty("box", "table")
        self.setAccessibleName(", ".join(plain(cell) for cell in block.header))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        self._made: list[QWidget] = []
        self._draw()
        theme().changed.connect(self._draw)

    @property
    def stacked(self) -> bool:
        """Whether the cells of a row stand one below the other."""
        return self._stacked

    def _draw(self) -> None:
        for row in self._made:
            row.hide()
            self._rows.removeWidget(row)
            row.deleteLater()
        if self._stacked:
            self._made = [self._stacked_row(cells) for cells in self._block.rows]
        else:
            self._made = self._rows_side_by_side()
        for row in self._made:
            self._rows.addWidget(row)
            row.show()

    def _rows_side_by_side(self) -> list[QWidget]:
        header: list[QWidget] = [HeaderCell(plain(cell)) for cell in self._block.header]
        rows = [header]
        rows += [[self._cell(cell) for cell in cells] for cells in self._block.rows]
        columns = range(len(self._block.header))
        least = [self._least_width(column) for column in columns]
        shares = [self._share(column) for column in columns]
        self._least = sum(least)
        made: list[QWidget] = []
        for cells in rows:
            row = RowBox()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            for cell, share, width in zip(cells, shares, least, strict=True):
                # Ignored: only the shares count, so that columns line up from row to row.
                policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                policy.setHeightForWidth(True)
                cell.setSizePolicy(policy)
                cell.setMinimumWidth(width)
                if isinstance(cell, QLabel):
                    cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
                layout.addWidget(cell, share)
            made.append(row)
        return made

    def _stacked_row(self, cells: tuple[Text, ...]) -> QWidget:
        row = RowBox()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = self.tr("{column}: ")
        for header, cell in zip(self._block.header, cells, strict=True):
            name = Span(words.format(column=plain(header)), strong=True)
            column.addWidget(running_text((name, *cell), self._context, "table_cell"))
        return row

    def _cell(self, text: Text) -> QWidget:
        """Plain cells are quicker; with one styled cell all are made alike, as lines differ."""
        if self._styled:
            return running_text(text, self._context, "table_cell")
        return _QuickCell(plain(text))

    def _least_width(self, column: int) -> int:
        """What the longest word of a column needs. Asking the labels would take much longer."""
        letters = fonts.font(theme().pt(12), theme().settings.letter_spacing)
        letters.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(letters).horizontalAdvance
        words = " ".join(plain(row[column]) for row in (self._block.header, *self._block.rows))
        longest = max((width(word) for word in words.split()), default=0)
        return longest + 2 * theme().px(_PADDING)

    def _share(self, column: int) -> int:
        cells = [row[column] for row in (self._block.header, *self._block.rows)]
        return max(_LEAST, min(_MOST, max(len(plain(cell)) for cell in cells)))

    def minimumSizeHint(self) -> QSize:
        """Any width will do: with little room the rows are stacked."""
        return QSize(theme().px(48), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < self._least + 2
        if stacked is not self._stacked:
            self._stacked = stacked
            self._draw()


def _is_styled(text: Text) -> bool:
    return any(span.link or span.strong or span.emphasis or span.code for span in text)
