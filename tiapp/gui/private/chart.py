"""A line chart drawn with QPainter: lines named at their ends, told apart by marker and dash too.

The paths are made once for a size and kept. The page shows the same data as a table, which is what
a screen reader is given first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tiapp.gui.kit import fonts
from tiapp.gui.kit.theme import theme
from tiapp.gui.private import series
from tiapp.gui.private.chart_shape import Span, Spot, apart, nearest, spots, ticks
from tiapp.private.trend import Line, Trend

_HEIGHT = 320
_HIGHEST = 400
"""Pixels at any text size: the whole picture fits on a small screen."""
_TOP = 14
_LEFT = 12
_BELOW = 34
_MARKER = 8
_MARKERS_EVERY = 14
"""Pixels between two markers at least: closer ones would hide the line."""
_RUNGS = 5
_ASIDE = 2.5
"""Pixels between lines at the same height, so that one does not hide another."""


@dataclass(slots=True)
class _Drawn:
    """A line in pixels."""

    spots: list[Spot]
    path: QPainterPath
    marks: list[Spot]


class TrendChart(QWidget):
    """Draws a `Trend`. Left and Right go from point to point, Up and Down from line to line.

    Signals:
        pointed(int, int): the number of a line, and of the point in it that is now pointed at.
    """

    accessible_role = QAccessible.Role.Chart
    pointed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trend_chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._trend: Trend | None = None
        self._names: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._hidden: frozenset[str] = frozenset()
        self._drawn: list[_Drawn] | None = None
        self._labels: list[float] = []
        self._picture: QPixmap | None = None
        self._at: tuple[int, int] | None = None
        theme().changed.connect(self._on_theme_changed)

    def show_trend(self, trend: Trend, names: dict[str, str], order: Sequence[str]) -> None:
        """Draws something else. `order` decides colour, dash and marker of each item for good."""
        self._trend = trend
        self._names = names
        self._numbers = {item: number for number, item in enumerate(order)}
        self._at = None
        self._forget_paths()

    def hide_lines(self, items: frozenset[str]) -> None:
        """Leaves these lines out."""
        self._hidden = items
        self._at = None
        self._forget_paths()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are drawn."""
        if self._trend is None:
            return ()
        return tuple(line for line in self._trend.lines if line.item not in self._hidden)

    @property
    def points(self) -> int:
        """How many points are drawn, after averaging: for the benchmark."""
        return sum(len(drawn.spots) for drawn in self._shape())

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = self.lines
        moves = {
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        key = Qt.Key(event.key())
        if not lines or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) or key in moves:
            self._point(self._moved(lines, key, *moves.get(key, (0, 0))))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Points at what is nearest."""
        best, found = 28.0, None
        for number, (line, drawn) in enumerate(zip(self.lines, self._shape(), strict=True)):
            if len(drawn.spots) != len(line.points):
                continue  # averaged to pixels: no single point can be pressed
            for at, spot in enumerate(drawn.spots):
                far = (QPointF(spot.x, spot.y) - event.position()).manhattanLength()
                if far < best:
                    best, found = far, (number, at)
        if found is not None:
            self._point(found)

    def _moved(self, lines: Sequence[Line], key: Qt.Key, down: int, right: int) -> tuple[int, int]:
        if self._at is None:
            return 0, len(lines[0].points) - 1
        number, at = self._at
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return number, 0 if key == Qt.Key.Key_Home else len(lines[number].points) - 1
        if down:
            there = (number + down) % len(lines)
            return there, nearest(lines[there], lines[number].points[at].start)
        return number, min(max(at + right, 0), len(lines[number].points) - 1)

    def _point(self, at: tuple[int, int]) -> None:
        self._at = at
        self.update()
        self.pointed.emit(*at)

    # Painting

    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), min(theme().px(_HEIGHT), _HIGHEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_paths()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_pointer(painter)
        painter.end()

    def _still(self) -> QPixmap:
        """All but the pointer, drawn once for a size, a look and a screen."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter)
            self._draw_lines(painter, ratio)
            painter.end()
        return self._picture

    def _draw_lines(self, painter: QPainter, ratio: float) -> None:
        lines = list(zip(self.lines, self._shape(), strict=True))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line, drawn in lines:
            painter.setPen(series.pen(self._numbers[line.item]))
            painter.drawPath(drawn.path)
        for line, drawn in lines:
            marker = series.marker_picture(self._numbers[line.item], self._mark(), ratio)
            half = marker.width() / ratio / 2
            for mark in drawn.marks:
                painter.drawPixmap(QPointF(mark.x - half, mark.y - half), marker)
        for (line, drawn), y in zip(lines, self._labels, strict=True):
            self._draw_label(painter, line, drawn, y)

    def _draw_ground(self, painter: QPainter) -> None:
        """Five rungs, one for each step of a scale of five, and the days below."""
        now, px = theme().tokens, theme().px
        left, right, top, bottom = self._edges()
        painter.setPen(QPen(QColor(now.border), 1))
        for rung in range(_RUNGS):
            y = round(top + (bottom - top) * rung / (_RUNGS - 1)) + 0.5
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        if self._trend is None:
            return
        painter.setFont(self._small())
        painter.setPen(QColor(now.muted))
        metrics = QFontMetricsF(painter.font())
        first, last = self._trend.first, self._trend.last
        form = _day_form(first, last)
        widest = metrics.horizontalAdvance(_day_words(date(2026, 9, 30), form)) + px(20)
        days = ticks(first, last, max(2, min(7, int((right - left) / widest))))
        span = self._span()
        y = bottom + px(8)
        for number, day in enumerate(days):
            words = _day_words(day, form)
            width = metrics.horizontalAdvance(words)
            share = number / max(1, len(days) - 1)
            x = left + (right - left) * share if len(days) > 1 else span.left
            at = QRectF(x - width * share, y, width + 2, metrics.height())
            painter.drawText(at, int(Qt.AlignmentFlag.AlignLeft), words)

    def _draw_label(self, painter: QPainter, line: Line, drawn: _Drawn, y: float) -> None:
        """The line's name at its end, with a fine lead to it where labels had to move apart."""
        px = theme().px
        number = self._numbers[line.item]
        end = drawn.spots[-1]
        _, right, _, _ = self._edges()
        ink = series.colour(number)
        lead = QPen(ink, 1)
        painter.setPen(lead)
        x = right + px(14)
        painter.drawLine(QPointF(end.x + self._mark() * 0.8, end.y), QPointF(x - px(3), y))
        painter.setFont(self._label_font())
        height = QFontMetricsF(painter.font()).height()
        where = QRectF(x, y - height / 2, self.width() - x, height)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(flags), self._elided(line.item, where.width()))

    def _draw_pointer(self, painter: QPainter) -> None:
        """Round the point that keys or mouse have chosen."""
        if self._at is None:
            return
        line = self.lines[self._at[0]]
        point = line.points[self._at[1]]
        _, _, top, bottom = self._edges()
        y = bottom + self._aside(line) - (bottom - top) * point.height
        where = QPointF(self._span().x(point.start), y)
        now = theme().tokens
        painter.setPen(QPen(QColor(now.control), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(where.x(), top), QPointF(where.x(), bottom))
        painter.setPen(QPen(QColor(now.text), 2))
        painter.setBrush(QColor(now.surface))
        size = self._mark() * 1.1
        painter.drawEllipse(where, size, size)
        series.draw_marker(painter, self._numbers[line.item], where, self._mark())

    # Shapes, made once for a size

    def _shape(self) -> list[_Drawn]:
        if self._drawn is None:
            _, _, top, bottom = self._edges()
            span = self._span()
            self._drawn = [self._line(line, span, top, bottom) for line in self.lines]
            gap = QFontMetricsF(self._label_font()).height()
            ends = [drawn.spots[-1].y for drawn in self._drawn]
            self._labels = apart(ends, gap, top, bottom)
        return self._drawn

    def _line(self, line: Line, span: Span, top: float, bottom: float) -> _Drawn:
        aside = self._aside(line)
        where = spots(line.points, span, top + aside, bottom + aside)
        path = QPainterPath()
        for spot in where:
            if spot.joined:
                path.lineTo(spot.x, spot.y)
            else:
                path.moveTo(spot.x, spot.y)
        return _Drawn(where, path, self._marks(where))

    def _aside(self, line: Line) -> float:
        """How far a line is moved down from its true height."""
        middle = (len(self._numbers) - 1) / 2
        return (self._numbers[line.item] - middle) * _ASIDE

    def _marks(self, where: Sequence[Spot]) -> list[Spot]:
        """Every point where there is room; else some of them, and always the last."""
        least = theme().px(_MARKERS_EVERY)
        kept: list[Spot] = []
        for spot in reversed(where):
            if not kept or kept[-1].x - spot.x >= least or not spot.joined:
                kept.append(spot)
        return kept

    def _span(self) -> Span:
        assert self._trend is not None
        left, right, _, _ = self._edges()
        return Span.of_days(self._trend.first, self._trend.last, left, right - left)

    def _edges(self) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of where lines are drawn."""
        px = theme().px
        names = QFontMetricsF(self._label_font())
        widest = max((names.horizontalAdvance(n) for n in self._names.values()), default=0.0)
        beside = min(widest + px(18), self.width() * 0.42)
        right = max(self.width() - beside, px(60))
        return px(_LEFT), right, px(_TOP), self.height() - px(_BELOW)

    def _elided(self, item: str, width: float) -> str:
        words = self._names.get(item, item)
        return QFontMetricsF(self._label_font()).elidedText(
            words, Qt.TextElideMode.ElideRight, width
        )

    @staticmethod
    def _small() -> QFont:
        return fonts.font(theme().pt(10.5))

    @staticmethod
    def _label_font() -> QFont:
        made = fonts.font(theme().pt(10.5))
        made.setWeight(QFont.Weight.DemiBold)
        return made

    @staticmethod
    def _mark() -> float:
        return theme().px(_MARKER)

    def _forget_paths(self) -> None:
        self._drawn = None
        self._picture = None
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._forget_paths()


def _day_form(first: date, last: date) -> str:
    days = (last - first).days
    if days <= 7:
        return "ddd d MMM"
    return "d MMM" if days <= 400 else "MMM yyyy"


def _day_words(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
