"""A table of words that never scrolls sideways: rows become short lists where room is scarce."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons, fonts
from tiapp.gui.kit.reading import Cell, HeaderCell, RowBox, TableBox
from tiapp.gui.kit.text import wrapping
from tiapp.gui.kit.theme import theme

ROWS = 12
"""So many rows at first, and as many more each time they are asked for."""

_PADDING = 14


class WordTable(QWidget):
    """One header row, then the rows, the latest first; a button brings older ones."""

    def __init__(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(wrapping())
        self._header = header
        self._rows = rows
        self._count = min(ROWS, len(rows))
        self._stacked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._box = TableBox()
        self._box.setProperty("box", "table")
        self._box.setAccessibleName(", ".join(header))
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)
        column.addWidget(self._box)
        self._more = buttons.secondary(self.tr("Show earlier rows"), f"{name}_more", "arrow-down")
        self._more.clicked.connect(self._show_more)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self._made: list[QWidget] = []
        self._draw()
        theme().changed.connect(self._fit)

    @property
    def row_count(self) -> int:
        """How many rows are shown."""
        return self._count

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        stacked = self.width() < self._least_width()
        if stacked is not self._stacked:
            self._stacked = stacked
            self._draw()

    def _show_more(self) -> None:
        first_new = self._count
        self._count = min(self._count + ROWS, len(self._rows))
        for cells in self._rows[first_new : self._count]:
            self._put(self._row(cells))
        self._more.setVisible(self._count < len(self._rows))

    def _draw(self) -> None:
        for row in self._made:
            row.hide()
            self._lines.removeWidget(row)
            row.deleteLater()
        self._made = []
        if not self._stacked:
            self._put(self._side_by_side([HeaderCell(words) for words in self._header]))
        for cells in self._rows[: self._count]:
            self._put(self._row(cells))
        if self._count >= len(self._rows):
            self._more.hide()

    def _put(self, row: QWidget) -> None:
        self._made.append(row)
        self._lines.addWidget(row)

    def _row(self, cells: Sequence[str]) -> QWidget:
        if not self._stacked:
            return self._side_by_side([Cell(words) for words in cells])
        lines = [
            self.tr("{column}: {words}").format(column=column, words=words)
            for column, words in zip(self._header, cells, strict=True)
            if words
        ]
        row = RowBox()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Cell("\n".join(lines)))
        return row

    def _side_by_side(self, cells: Sequence[QWidget]) -> QWidget:
        row = RowBox()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for cell in cells:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            cell.setSizePolicy(policy)
            if isinstance(cell, HeaderCell | Cell):
                cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            layout.addWidget(cell, 1)
        return row

    def _least_width(self) -> int:
        """As many times the longest word as there are columns."""
        letters = fonts.font(theme().pt(12), theme().settings.letter_spacing)
        letters.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(letters).horizontalAdvance
        words = " ".join(" ".join(row) for row in (self._header, *self._rows[: self._count]))
        longest = max((width(word) for word in set(words.split())), default=0)
        return (longest + 2 * theme().px(_PADDING)) * len(self._header)
