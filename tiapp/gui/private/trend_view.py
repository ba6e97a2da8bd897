"""One period of check-ins: in words, as a table, and as a picture."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.reading import ListBox, ListItemBox
from tiapp.gui.kit.text import Label, Muted, wrapping
from tiapp.gui.private.chart import TrendChart
from tiapp.gui.private.series import SeriesSample
from tiapp.gui.private.trend_words import (
    grain_words,
    height_words,
    name_of,
    period_words,
    start_words,
    summary_words,
)
from tiapp.gui.private.word_table import WordTable
from tiapp.learning.practice.model import CheckInItem
from tiapp.private.trend import Trend


class SummaryList(Card):
    """The period in plain words, a sentence or two for each question."""

    def __init__(self, trend: Trend, items: dict[str, CheckInItem]) -> None:
        super().__init__("trend_summary")
        count = self.tr("%n check-in(s)", "", trend.check_ins)
        self.add(Label(period_words(trend, count), "strong"))
        holder = ListBox()
        holder.setSizePolicy(wrapping())
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for summary in trend.summaries:
            words = summary_words(summary, items[summary.item])
            line = ListItemBox()
            line.setSizePolicy(wrapping())
            line.setAccessibleName(words)
            inside = QVBoxLayout(line)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(Label(words))
            column.addWidget(line)
        self.add(holder)


def table_of(trend: Trend, items: dict[str, CheckInItem], when: str) -> WordTable:
    """The very points of the picture, the latest first; empty where a question was left blank."""
    shown = [items[line.item] for line in trend.lines]
    heights = {
        (line.item, point.start): point.height for line in trend.lines for point in line.points
    }
    rows = []
    for start in reversed(trend.starts):
        cells = [start_words(start, trend.grain)]
        for item in shown:
            height = heights.get((item.id, start))
            cells.append("" if height is None else height_words(height, item))
        rows.append(cells)
    return WordTable([when, *(name_of(item) for item in shown)], rows, "trend_table")


class PictureCard(Card):
    """The chart, what its lines mean, and a line of words about the point that is pointed at."""

    def __init__(self, trend: Trend, items: dict[str, CheckInItem], order: list[str]) -> None:
        super().__init__("trend_picture")
        self.column.setSpacing(12)
        self._trend = trend
        self._items = items
        self.chart = TrendChart()
        names = {item_id: name_of(items[item_id]) for item_id in order}
        self.chart.show_trend(trend, names, order)
        self.chart.setAccessibleName(self.tr("Chart of your check-ins"))
        self.chart.setAccessibleDescription(
            self.tr(
                "The table shows the same. Left and right move from point to point, up and "
                "down from line to line."
            )
        )
        self.chart.pointed.connect(self._say_point)
        self.add(self.chart)
        self._said = Muted(
            self.tr(
                "Choose a point to read what it shows. With the keyboard, left and right "
                "move from point to point, and up and down from line to line."
            )
        )
        self._said.setObjectName("chart_words")
        self.add(self._said)
        self.add(Muted(grain_words(trend.grain)))
        self._boxes: dict[str, CheckRow] = {}
        legend = QVBoxLayout()
        legend.setSpacing(2)
        for line in trend.lines:
            legend.addWidget(self._legend(line.item, order.index(line.item)))
        self.column.addLayout(legend)

    def _legend(self, item_id: str, number: int) -> QWidget:
        """A line's sample, and what its lower and upper end mean; unticked, it is left out."""
        item = self._items[item_id]
        holder = QWidget()
        holder.setSizePolicy(wrapping())
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(SeriesSample(number), 0, Qt.AlignmentFlag.AlignVCenter)
        words = self.tr("{name}: {first} at the bottom, {last} at the top").format(
            name=name_of(item), first=item.scale[0].lower(), last=item.scale[-1].lower()
        )
        box = CheckRow(words, f"line_{item_id}")
        box.setChecked(True)
        box.toggled.connect(self._fit_lines)
        self._boxes[item_id] = box
        row.addWidget(box, 1)
        return holder

    def _fit_lines(self) -> None:
        hidden = frozenset(item for item, box in self._boxes.items() if not box.isChecked())
        self.chart.hide_lines(hidden)

    def _say_point(self, number: int, at: int) -> None:
        line = self.chart.lines[number]
        item, point = self._items[line.item], line.points[at]
        words = self.tr("{name}, {when}: {height}").format(
            name=name_of(item),
            when=start_words(point.start, self._trend.grain),
            height=height_words(point.height, item),
        )
        self._said.setText(words)
        announce(self._said, words)
