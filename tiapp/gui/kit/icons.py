"""Lucide icons, tinted with a token when they are painted, so that they follow the theme.

They are read by Qt's own image reader (its SVG plug-in): that costs 2 ms once, a fifth of what
importing QtSvg and a renderer costs, and nothing in Python.
"""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QImageReader,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tiapp.gui.kit.resources import resources
from tiapp.gui.kit.roles import HIDDEN_NAME
from tiapp.gui.kit.theme import theme

_ALIASES = {
    "home": "house",
    "circle-help": "circle-question-mark",
    "help": "circle-question-mark",
    "trash": "trash-2",
    "undo": "undo-2",
    "redo": "redo-2",
}

# These point along the line of reading, so they turn round where that runs right to left.
_DIRECTIONAL = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "corner-up-left",
        "external-link",
        "skip-forward",
        "undo-2",
        "redo-2",
        "panel-left",
        "list",
        "list-checks",
    }
)


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    """The SVG text of an icon. FileNotFoundError when there is none: a mistake in the code."""
    return (resources() / "icons" / f"{_ALIASES.get(name, name)}.svg").read_bytes()


@lru_cache(maxsize=512)
def _image(name: str, colour: str, width: int, mirrored: bool) -> QImage:
    """An icon in one colour, `width` device pixels wide."""
    buffer = QBuffer()
    buffer.setData(_source(name).replace(b"currentColor", colour.encode("ascii")))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(width, width))
    image = reader.read()
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image


def picture(name: str, token: str, width: int) -> QImage:
    """The icon in the present colour of `token`, `width` device pixels wide."""
    mirrored = name in _DIRECTIONAL and QGuiApplication.isRightToLeft()
    return _image(name, getattr(theme().tokens, token), width, mirrored)


def paint_icon(painter: QPainter, name: str, token: str, rect: QRect | QRectF) -> None:
    """Draws an icon into the largest square in the middle of `rect`, sharp on any screen."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    side = min(rect.width(), rect.height())
    image = picture(name, token, max(1, round(side * ratio)))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    left = rect.x() + (rect.width() - side) / 2
    top = rect.y() + (rect.height() - side) / 2
    painter.drawImage(QRectF(left, top, side, side), image)
    painter.restore()


class _TokenIcon(QIconEngine):
    """Asks for the colour each time it paints."""

    def __init__(self, name: str, token: str, on_token: str) -> None:
        super().__init__()
        _source(name)  # a wrong name shows up here, not in the middle of painting
        self._name = name
        self._token = token
        self._on_token = on_token

    def clone(self) -> QIconEngine:
        return _TokenIcon(self._name, self._token, self._on_token)

    def key(self) -> str:
        return "tiapp"

    def iconName(self) -> str:
        return self._name

    def _now(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "control"
        token = self._on_token if state == QIcon.State.On else self._token
        # In high contrast buttons have the system's ground, whatever their kind.
        return "text" if theme().high_contrast and token.startswith("on_") else token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._name, self._now(mode, state), rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        side = max(1, min(size.width(), size.height()))
        return QPixmap.fromImage(picture(self._name, self._now(mode, state), side))


def icon(name: str, token: str = "text", on_token: str = "") -> QIcon:
    """The icon `name` of resources/icons, in the colour of `token`.

    `on_token` is the colour where a button is switched on; the same unless said. The icon
    follows the theme by itself. FileNotFoundError for a name that is not there.
    """
    return QIcon(_TokenIcon(name, token, on_token or token))


class IconLabel(QWidget):
    """An icon beside words. It grows with the text; a screen reader hears the words only."""

    def __init__(
        self, name: str, size: int = 20, token: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._token = token
        self.setObjectName(HIDDEN_NAME)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        _source(name)
        theme().changed.connect(self._on_theme_changed)

    def set_icon(self, name: str, token: str = "") -> None:
        """Shows another icon."""
        _source(name)
        self._name = name
        self._token = token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        token = self._token if self.isEnabled() else "control"
        paint_icon(painter, self._name, token, self.rect())
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
