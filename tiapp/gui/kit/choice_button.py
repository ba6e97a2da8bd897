"""A button as wide as the page, for choices in whole sentences."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from tiapp.gui.kit import wrapped
from tiapp.gui.kit.icons import paint_icon
from tiapp.gui.kit.theme import theme

_SIDE = 16
_ABOVE = 11
_LEAST = 44
_ICON = 20
_GAP = 10


class ChoiceButton(QPushButton):
    """A push button whose words wrap and begin where reading begins.

    Keys, role and checked state are a push button's. Where it is checkable, a tick shows that it
    is chosen.
    """

    def __init__(
        self, text: str, name: str = "", parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        super().__init__(wrapped.escaped(text), parent)
        self._icon = icon
        self.setObjectName(name)
        self.setProperty("kind", "choice")
        self.setAutoDefault(False)
        self.setSizePolicy(wrapped.wrapping_policy())
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = wrapped.text_width(self) + self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(wrapped.longest_word(self) + self._beside(), theme().px(_LEAST))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = theme().px
        words = wrapped.text_height(self, width - self._beside())
        return max(px(_LEAST), words + 2 * px(_ABOVE))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, px = theme().tokens, theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isDown() or self.isChecked()
        ground = now.primary_soft if on else now.sunken if self.underMouse() else now.surface
        edge = QPen(QColor(now.primary if on else now.control), 2 if self.isChecked() else 1)
        ink = now.on_soft if on else now.text
        if not self.isEnabled():
            ground, ink = now.page, now.control
            edge = QPen(QColor(now.control), 1, Qt.PenStyle.DashLine)
        inset = edge.widthF() / 2
        painter.setPen(edge)
        painter.setBrush(QColor(ground))
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 8, 8)
        inside = self.rect().adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        token = "control" if not self.isEnabled() else "on_soft" if on else "text"
        if self._icon:
            inside = self._draw_icon(painter, self._icon, token, inside, at_start=True)
        if self.isCheckable():
            name = "check" if self.isChecked() else ""
            inside = self._draw_icon(painter, name, token, inside, at_start=False)
        painter.setPen(QColor(ink))
        wrapped.draw_text(painter, self, inside)
        painter.end()

    def _draw_icon(
        self, painter: QPainter, name: str, token: str, inside: QRect, *, at_start: bool
    ) -> QRect:
        """Draws into one end of `inside`; returns what is left of it."""
        size, gap = theme().px(_ICON), theme().px(_GAP)
        at_left = at_start is not self.isRightToLeft()
        x = inside.left() if at_left else inside.right() + 1 - size
        if name:
            paint_icon(painter, name, token, QRectF(x, (self.height() - size) / 2, size, size))
        taken = size + gap
        return inside.adjusted(taken if at_left else 0, 0, 0 if at_left else -taken, 0)

    def _beside(self) -> int:
        """What the words do not get of the width."""
        px = theme().px
        icons = bool(self._icon) + self.isCheckable()
        return 2 * px(_SIDE) + icons * (px(_ICON) + px(_GAP))
