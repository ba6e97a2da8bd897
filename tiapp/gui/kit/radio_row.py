"""Options to pick and boxes to tick whose words may be whole sentences.

They are Qt's own radio button and check box, which bring keys, groups, role and state; only
size and painting are done here, because Qt's do not wrap.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from tiapp.gui.kit import wrapped
from tiapp.gui.kit.icons import paint_icon
from tiapp.gui.kit.theme import theme

_MARK = 20
_GAP = 12
_SIDE = 4
_ABOVE = 7
_LEAST = 36


class RadioRow(QRadioButton):
    """One option of several, with words that wrap; the whole row can be pressed."""

    def __init__(self, text: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(wrapped.escaped(text), parent)
        _prepare(self, name)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def event(self, event: QEvent) -> bool:
        _note(self, event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark = _paint_row(painter, self)
        now = theme().tokens
        edge = now.primary if self.isEnabled() and self.isChecked() else now.control
        painter.setPen(_edge(self, edge))
        painter.setBrush(QColor(now.surface if self.isEnabled() else now.page))
        radius = mark.width() / 2 - 1
        painter.drawEllipse(mark.center(), radius, radius)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(edge))
            painter.drawEllipse(mark.center(), radius * 0.55, radius * 0.55)
        painter.end()


class CheckRow(QCheckBox):
    """A box to tick, with words that wrap; the whole row can be pressed."""

    def __init__(self, text: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(wrapped.escaped(text), parent)
        _prepare(self, name)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def event(self, event: QEvent) -> bool:
        _note(self, event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark = _paint_row(painter, self).adjusted(1, 1, -1, -1)
        now = theme().tokens
        on = self.checkState() is not Qt.CheckState.Unchecked
        filled = on and self.isEnabled()
        painter.setPen(_edge(self, now.primary if filled else now.control))
        painter.setBrush(QColor(now.primary if filled else now.surface))
        painter.drawRoundedRect(mark, 4, 4)
        if on:
            name = "minus" if self.checkState() is Qt.CheckState.PartiallyChecked else "check"
            inner = mark.adjusted(2, 2, -2, -2)
            paint_icon(painter, name, "on_primary" if filled else "control", inner)
        painter.end()


def _prepare(row: QAbstractButton, name: str) -> None:
    row.setObjectName(name)
    row.setAttribute(Qt.WidgetAttribute.WA_Hover)
    row.setSizePolicy(wrapped.wrapping_policy())
    theme().changed.connect(row.updateGeometry)


def _note(row: QAbstractButton, event: QEvent) -> None:
    if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
        row.updateGeometry()


def _beside() -> int:
    """What the words do not get of the width."""
    px = theme().px
    return 2 * px(_SIDE) + px(_MARK) + px(_GAP)


def _size(row: QAbstractButton) -> QSize:
    width = wrapped.text_width(row) + _beside()
    return QSize(width, _height(row, width))


def _least_size(row: QAbstractButton) -> QSize:
    return QSize(wrapped.longest_word(row) + _beside(), theme().px(_LEAST))


def _height(row: QAbstractButton, width: int) -> int:
    px = theme().px
    return max(px(_LEAST), wrapped.text_height(row, width - _beside()) + 2 * px(_ABOVE))


def _edge(row: QAbstractButton, colour: str) -> QPen:
    pen = QPen(QColor(colour), 1.5 if row.isEnabled() else 1.2)
    if not row.isEnabled():
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _paint_row(painter: QPainter, row: QAbstractButton) -> QRectF:
    """Draws ground and words; returns where the mark goes, beside the first line."""
    now, px = theme().tokens, theme().px
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if row.isEnabled() and row.underMouse():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.sunken))
        painter.drawRoundedRect(row.rect(), 8, 8)
    side, mark, taken = px(_SIDE), px(_MARK), px(_SIDE) + px(_MARK) + px(_GAP)
    words = QRect(row.rect())
    if row.isRightToLeft():
        words.adjust(side, 0, -taken, 0)
        x = row.width() - side - mark
    else:
        words.adjust(taken, 0, -side, 0)
        x = side
    painter.setPen(QColor(now.text if row.isEnabled() else now.control))
    wrapped.draw_text(painter, row, words)
    first_line = row.fontMetrics().height()
    top = (row.height() - wrapped.text_height(row, words.width())) / 2
    middle = QPointF(x + mark / 2, top + first_line / 2)
    return QRectF(middle.x() - mark / 2, middle.y() - mark / 2, mark, mark)
