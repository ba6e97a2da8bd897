"""A table of many rows: 100,000 are drawn and sorted without a wait.

Qt's own sorting proxy takes a minute for that in Python; here the rows are sorted by `sorted()`.
"""

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tiapp.gui.kit.theme import theme

Index = QModelIndex | QPersistentModelIndex

Shown = Callable[[Any], str]

_AS_THEY_ARE: Mapping[int, Shown] = MappingProxyType({})

_LEAST = 130
"""A column of words that gives room to others keeps so much."""

_MOST_MEASURED = 60
"""Rows that are looked at to find how wide a column should be."""


class _Rows(QAbstractTableModel):
    """Rows as tuples of text and numbers; the first value of each is a key and not shown."""

    def __init__(self, headings: Sequence[str], shown_as: Mapping[int, Shown]) -> None:
        super().__init__()
        self.headings = list(headings)
        self.shown_as = shown_as
        self.rows: list[tuple[Any, ...]] = []
        self._order: tuple[int, Qt.SortOrder] | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own shape
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own shape
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(self.rows[index.row()], index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            # what a tool tip shows may come from a file: never as rich text
            shown = str(self.rows[index.row()][index.column() + 1])
            return shown if len(shown) > 30 and "<" not in shown else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = isinstance(self.rows[index.row()][index.column() + 1], int)
            side = Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = bool(self.rows) and isinstance(self.rows[0][section + 1], int)
            side = Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def shown(self, row: tuple[Any, ...], column: int) -> str:
        """A cell as people read it."""
        value = row[column + 1]
        if column in self.shown_as:
            return self.shown_as[column](value)
        return f"{value:,}" if isinstance(value, int) else str(value)

    def show_rows(self, rows: list[tuple[Any, ...]]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = rows
        self._order = None
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; rows that are alike in it keep their order."""
        # Qt asks twice for each press on a heading
        if not 0 <= column < len(self.headings) or self._order == (column, order):
            return
        self._order = (column, order)
        self.beginResetModel()
        at = column + 1
        backwards = order == Qt.SortOrder.DescendingOrder
        if self.rows and isinstance(self.rows[0][at], str):
            self.rows = sorted(self.rows, key=lambda row: row[at].casefold(), reverse=backwards)
        else:
            self.rows = sorted(self.rows, key=lambda row: row[at], reverse=backwards)
        self.endResetModel()


class RowTable(QTableView):
    """Rows to look through and to choose from. Headings sort; the arrows and letters move.

    Signals:
        chosen(object): the key of the row that was chosen, by click, Enter or Space.
    """

    chosen = Signal(object)

    def __init__(
        self,
        headings: Sequence[str],
        name: str,
        words: str,
        parent: QWidget | None = None,
        *,
        shown_as: Mapping[int, Shown] = _AS_THEY_ARE,
    ) -> None:
        """`words` name the table for who cannot see it.

        `shown_as` says how the values of some columns are shown: they are sorted as they are.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.table = _Rows(headings, shown_as)
        self._wanted = [0] * len(self.table.headings)
        self.setModel(self.table)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.clicked.connect(self._choose)
        theme().changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: list[tuple[Any, ...]]) -> None:
        """Shows rows; each begins with its key. The order chosen before is kept."""
        self.table.show_rows(rows)
        header = self.horizontalHeader()
        if header.sortIndicatorSection() < len(self.table.headings):
            self.table.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self._fit()

    def rows(self) -> list[tuple[Any, ...]]:
        """What is shown, in the order in which it is shown."""
        return self.table.rows

    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().sizeHint().height()
        # never so high that the page around it is out of reach
        room = max(3, round(self.window().height() * 0.5) // max(1, theme().px(36)))
        shown = min(max(len(self.table.rows), 3), 12, room)
        return QSize(theme().px(400), height + shown * theme().px(36) + theme().px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.table.rows[index.row()][0])

    def _fit(self) -> None:
        """As wide as the first rows need, and no column wider than is easy to follow."""
        px = theme().px
        self.verticalHeader().setDefaultSectionSize(px(36))
        words = self.fontMetrics().horizontalAdvance
        for column, heading in enumerate(self.table.headings):
            cells = [self.table.shown(row, column) for row in self.table.rows[:_MOST_MEASURED]]
            width = max([words(heading) + px(36), *(words(cell) + px(26) for cell in cells)])
            self._wanted[column] = min(width, px(320))
        self._share_the_room()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_the_room()

    def _share_the_room(self) -> None:
        """What is left goes to the columns of words; what is missing they give, as far as fits."""
        rows, widths = self.table.rows, list(self._wanted)
        columns = range(len(widths))
        words = [c for c in columns if rows and isinstance(rows[0][c + 1], str)] or list(columns)
        left = self.viewport().width() - sum(widths)
        if left > 0:
            for column in words:
                widths[column] += left // len(words)
        elif left < 0:
            least = theme().px(_LEAST)
            can_give = {column: max(0, widths[column] - least) for column in words}
            if sum(can_give.values()) >= -left:
                for column, room in can_give.items():
                    widths[column] -= ceil(-left * room / sum(can_give.values()))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
