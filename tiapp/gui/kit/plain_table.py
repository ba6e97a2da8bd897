"""A table of plain words: every cell wraps, and nothing scrolls sideways.

Where the columns have no room side by side, each row becomes a short list of its own. For some
dozens of rows; whatever has thousands needs a view that draws only what is seen.
"""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tiapp.gui.kit import fonts
from tiapp.gui.kit.reading import Cell, HeaderCell, RowBox, TableBox
from tiapp.gui.kit.theme import theme

_LEAST, _MOST = 8, 24
"""Letters between which the share of a column lies."""

_AT_ONCE = 5
"""Rows drawn in one go."""

_PADDING = 12
"""Pixels beside the words of a cell, at 100 %; the style sheet keeps to it."""


class PlainTable(TableBox):
    """Headings, and rows of words. `show_rows` draws other rows."""

    def __init__(
        self, headings: Sequence[str], name: str, words: str, parent: QWidget | None = None
    ) -> None:
        """`words` is what a screen reader calls it."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("box", "table")
        self.setAccessibleName(words)
        self._headings = tuple(headings)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._stacked = False
        self._widths: list[int] = []
        self._shares: list[int] = []
        self._least = 0
        self._waiting: deque[tuple[str, ...]] = deque()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._draw_some)
        self._made: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        theme().changed.connect(self._draw)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Draws these rows instead of those before."""
        self._rows = tuple(tuple(row) for row in rows)
        self._draw()

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What it shows."""
        return self._rows

    def _draw(self) -> None:
        for row in self._made:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._made = []
        columns = range(len(self._headings))
        self._widths = [self._least_width(at) for at in columns]
        self._shares = [self._share(at) for at in columns]
        self._least = sum(self._widths)
        self._stacked = self.width() < self._least + 2
        self._waiting = deque(self._rows)
        if not self._stacked:
            self._put(self._side_by_side([HeaderCell(words) for words in self._headings]))
        self._draw_some()

    def _draw_some(self) -> None:
        """Some rows, and the others a moment later: many at once would hold up the window."""
        for _ in range(min(_AT_ONCE, len(self._waiting))):
            cells = self._waiting.popleft()
            if self._stacked:
                self._put(self._one_below_the_other(cells))
            else:
                self._put(self._side_by_side([_cell(words) for words in cells]))
        if self._waiting:
            self._later.start()

    def _put(self, row: QWidget) -> None:
        self._column.addWidget(row)
        row.show()
        self._made.append(row)

    def _side_by_side(self, cells: Sequence[QLabel]) -> QWidget:
        row = RowBox(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for cell, share, width in zip(cells, self._shares, self._widths, strict=True):
            # Ignored: only the shares count, so that columns line up from row to row.
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            cell.setSizePolicy(policy)
            cell.setMinimumWidth(width)
            cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            layout.addWidget(cell, share)
        return row

    def _one_below_the_other(self, cells: tuple[str, ...]) -> QWidget:
        row = RowBox(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        words = self.tr("{column}: {words}")
        for heading, cell in zip(self._headings, cells, strict=True):
            column.addWidget(_cell(words.format(column=heading, words=cell)))
        return row

    def _least_width(self, at: int) -> int:
        """What the longest word of a column needs. Asking the labels would take much longer."""
        letters = fonts.font(theme().pt(12), theme().settings.letter_spacing)
        letters.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(letters).horizontalAdvance
        # words break after a hyphen too, as they do in ids
        words = {
            part
            for row in (self._headings, *self._rows)
            for word in row[at].split()
            for part in word.replace("-", "- ").split()
        }
        return max(map(width, words), default=0) + 2 * theme().px(_PADDING)

    def _share(self, at: int) -> int:
        longest = max(len(row[at]) for row in (self._headings, *self._rows))
        return max(_LEAST, min(_MOST, longest))

    def minimumSizeHint(self) -> QSize:
        """Any width will do: with little room the rows are stacked."""
        return QSize(theme().px(48), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() < self._least + 2) is not self._stacked:
            self._draw()


def _cell(words: str) -> Cell:
    """A cell whose ids may break after each hyphen: Qt would not before a figure."""
    cell = Cell(" ".join(_breakable(word) for word in words.split(" ")))
    cell.setAccessibleName(words)
    return cell


def _breakable(word: str) -> str:
    return word.replace("-", "-\u200b") if len(word) > 20 else word
