"""How the lines of a chart differ: colour, dash and marker, so that no two look alike."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from tiapp.gui.kit.roles import HIDDEN_NAME
from tiapp.gui.kit.theme import theme

_DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (5.0, 3.0),
    (1.2, 2.4),
    (7.0, 2.5, 1.2, 2.5),
    (11.0, 3.0),
)
COUNT = len(_DASHES)
WIDTH = 2.2


def colour(number: int) -> QColor:
    """The colour of a line, in the look in force."""
    return QColor(getattr(theme().tokens, f"series_{number % COUNT + 1}"))


def pen(number: int) -> QPen:
    """What a line is drawn with."""
    made = QPen(colour(number), theme().px(WIDTH) if theme().px(10) > 12 else WIDTH)
    made.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # round joins take twice as long to draw
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes := _DASHES[number % COUNT]:
        made.setDashPattern(list(dashes))
    return made


def marker(number: int, middle: QPointF, size: float) -> QPainterPath:
    """A circle, square, triangle, diamond or cross, filled with the line's colour."""
    path = QPainterPath()
    half = size / 2
    x, y = middle.x(), middle.y()
    match number % COUNT:
        case 0:
            path.addEllipse(middle, half, half)
        case 1:
            path.addRect(QRectF(x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9))
        case 2:
            path.moveTo(x, y - half * 1.15)
            path.lineTo(x + half * 1.1, y + half * 0.85)
            path.lineTo(x - half * 1.1, y + half * 0.85)
            path.closeSubpath()
        case 3:
            path.moveTo(x, y - half * 1.25)
            path.lineTo(x + half * 1.25, y)
            path.lineTo(x, y + half * 1.25)
            path.lineTo(x - half * 1.25, y)
            path.closeSubpath()
        case _:
            arm, reach = half * 0.42, half * 1.15
            path.addRect(QRectF(x - reach, y - arm, 2 * reach, 2 * arm))
            upright = QPainterPath()
            upright.addRect(QRectF(x - arm, y - reach, 2 * arm, 2 * reach))
            path = path.united(upright)
    return path


def draw_marker(painter: QPainter, number: int, middle: QPointF, size: float) -> None:
    """Draws it with a fine edge of the ground, so that it stands out from its line."""
    painter.setPen(QPen(QColor(theme().tokens.surface), 1))
    painter.setBrush(colour(number))
    painter.drawPath(marker(number, middle, size))


def marker_picture(number: int, size: float, ratio: float) -> QPixmap:
    """The marker as a picture, to be drawn many times; its middle is the marker's."""
    side = round(size * 1.6) + 2
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_marker(painter, number, QPointF(side / 2, side / 2), size)
    painter.end()
    return picture


class SeriesSample(QWidget):
    """A short piece of a line with its marker, for the list beside the chart."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setObjectName(HIDDEN_NAME)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(44), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self.height() / 2
        painter.setPen(pen(self._number))
        painter.drawLine(QPointF(1, y), QPointF(self.width() - 1, y))
        draw_marker(painter, self._number, QPointF(self.width() / 2, y), theme().px(9))
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
