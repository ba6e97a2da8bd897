"""Counts by month as a picture: one bar a month, drawn from the tokens, beside its table."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tiapp.gui.kit import fonts
from tiapp.gui.kit.theme import theme

_HEIGHT = 240
_TOP, _BELOW, _LEFT = 26, 52, 52
_WIDEST_BAR = 46


class BarChart(QWidget):
    """Bars with their numbers above them. `words` say the picture to who cannot see it."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: list[tuple[str, int]] = []
        theme().changed.connect(self.updateGeometry)

    def show_bars(self, bars: Sequence[tuple[str, int]], words: str) -> None:
        """Draws other bars, each a label and a count."""
        self._bars = list(bars)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, px = theme().tokens, theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.font(theme().pt(10.5)))
        metrics = QFontMetricsF(painter.font())
        most = max((count for _, count in self._bars), default=0)
        top = _round_up(most)
        left = max(px(_LEFT), round(metrics.horizontalAdvance(f"{top:,}")) + px(14))
        area = QRectF(
            left, px(_TOP), self.width() - left - px(4), self.height() - px(_TOP + _BELOW)
        )
        self._draw_lines(painter, area, top, metrics)
        if not self._bars:
            painter.end()
            return
        step = area.width() / len(self._bars)
        wide = min(px(_WIDEST_BAR), step * 0.72)
        every = max(
            1, round(metrics.horizontalAdvance("Sep 2026") + px(10)) // max(1, int(step)) + 1
        )
        every = 1 if metrics.horizontalAdvance("Sep 2026") + px(6) < step else every
        for number, (label, count) in enumerate(self._bars):
            middle = area.left() + step * (number + 0.5)
            if self.isRightToLeft():
                middle = area.right() - step * (number + 0.5)
            high = area.height() * count / top if top else 0
            bar = QRectF(middle - wide / 2, area.bottom() - high, wide, high)
            painter.setPen(QPen(QColor(now.primary), 1))
            painter.setBrush(QColor(now.primary_soft if now.dark else now.primary))
            if count:
                painter.drawRoundedRect(bar, min(3, wide / 4), min(3, wide / 4))
            painter.setPen(QColor(now.text))
            said = f"{count:,}"
            if metrics.horizontalAdvance(said) < step:
                place = QRectF(middle - step / 2, bar.top() - px(20), step, px(18))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, said)
            if number % every == 0:
                painter.setPen(QColor(now.muted))
                width = max(step * every, metrics.horizontalAdvance(label) + 2)
                place = QRectF(middle - width / 2, area.bottom() + px(6), width, px(20))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label)
        painter.end()

    def _draw_lines(
        self, painter: QPainter, area: QRectF, top: int, metrics: QFontMetricsF
    ) -> None:
        now = theme().tokens
        for rung in range(3):
            y = area.bottom() - area.height() * rung / 2
            painter.setPen(QPen(QColor(now.control if rung == 0 else now.border), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            if rung and (top * rung) % 2:
                continue
            painter.setPen(QColor(now.muted))
            place = QRectF(
                0, y - metrics.height() / 2, area.left() - theme().px(8), metrics.height()
            )
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, side, f"{top * rung // 2:,}")


def _round_up(count: int) -> int:
    """A round number at or above the count, for the highest line."""
    if count <= 4:
        return 4
    size = 10 ** (len(str(count)) - 1)
    for factor in (1, 2, 4, 6, 8, 10):
        if factor * size >= count:
            return factor * size
    return 10 * size
