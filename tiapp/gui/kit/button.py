"""The button that the functions in `buttons` make.

The style sheet draws its ground. Words and icon are drawn here: Qt's own neither wrap words, nor
let icons grow with them, nor leave more than four pixels between the two.
"""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from tiapp.gui.kit import wrapped
from tiapp.gui.kit.theme import theme

_HEIGHT = {"nav": 40, "chip": 32, "link": 36}
_SIDE = {"quiet": 10, "link": 3, "nav": 14, "chip": 14}
_AT_THE_START = frozenset({"nav", "link"})
_ICON = {"nav": 20}
_GAP = {"nav": 12}
_ABOVE = 8

_WIDEST = 440
"""Pixels, at any text size: longer words go on in a second line, so that a page at 200 % on a
small screen need not scroll sideways."""


class Button(QPushButton):
    """A push button of one `kind`: primary, secondary, quiet, link, nav or chip."""

    def __init__(self, text: str, kind: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self.icon_after = False
        self.setProperty("kind", kind)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = wrapped.text_width(self) if self.text() else 0
        words = min(words, max(_WIDEST - self._beside(), wrapped.longest_word(self)))
        return QSize(words + self._beside(), self._height(words))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        if self.isEnabled() or self.kind not in ("primary", "secondary"):
            painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        else:
            self._draw_unavailable(painter)
        self._draw_label(painter)
        if self.kind == "nav" and self.isChecked() and theme().high_contrast:
            x = self.width() - 4 if self.isRightToLeft() else 0
            painter.fillRect(x, 0, 4, self.height(), QColor(theme().tokens.primary))
        painter.end()

    def _height(self, words: int) -> int:
        px = theme().px
        least = px(_HEIGHT.get(self.kind, 40))
        if not self.text():
            return least
        return max(least, wrapped.text_height(self, words) + 2 * px(_ABOVE) + 2)

    def _beside(self) -> int:
        """What the words do not get of the width."""
        px = theme().px
        beside = 2 * px(self._side())
        if not self.icon().isNull():
            beside += self._icon_size() + (px(_GAP.get(self.kind, 8)) if self.text() else 0)
        return beside

    def _side(self) -> int:
        """Room on either side, at 100 %; less where an icon stands alone."""
        side = _SIDE.get(self.kind, 18)
        return side if self.text() else min(side, 10)

    def _icon_size(self) -> int:
        return theme().px(_ICON.get(self.kind, 18))

    def _ink(self) -> QColor:
        look = theme()
        if look.high_contrast:
            return self.palette().buttonText().color()
        now = look.tokens
        if not self.isEnabled():
            return QColor(now.control)
        if self.kind == "primary":
            return QColor(now.on_primary)
        if self.kind == "link":
            return QColor(now.text if self.underMouse() else now.link)
        return QColor(now.on_soft if self.isDown() or self.isChecked() else now.text)

    def _draw_unavailable(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().tokens.control), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _draw_label(self, painter: QPainter) -> None:
        px = theme().px
        side, gap = px(self._side()), px(_GAP.get(self.kind, 8))
        inside = self.rect().adjusted(side, 0, -side, 0)
        icon, size = self.icon(), self._icon_size()
        centred = self.kind not in _AT_THE_START
        taken = 0 if icon.isNull() else size + (gap if self.text() else 0)
        words = min(wrapped.text_width(self), inside.width() - taken) if self.text() else 0
        label = QRect(inside)
        if centred or not self.text():
            label.setWidth(words + taken)
            label.moveCenter(inside.center())
        if taken:
            at_left = self.icon_after is QGuiApplication.isRightToLeft()
            x = label.left() if at_left else label.right() + 1 - size
            place = QRect(x, (self.height() - size) // 2, size, size)
            icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, self._mode(), self._state())
            label.adjust(taken if at_left else 0, 0, 0 if at_left else -taken, 0)
        if self.text():
            painter.setFont(self._font())
            painter.setPen(self._ink())
            wrapped.draw_text(painter, self, label, centred=centred)

    def _font(self) -> QFont:
        font = self.font()
        if self.kind == "nav" and self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        if self.kind == "link" and self.isEnabled():
            font.setUnderline(True)
        return font

    def _mode(self) -> QIcon.Mode:
        return QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled

    def _state(self) -> QIcon.State:
        return QIcon.State.On if self.isChecked() else QIcon.State.Off


class NavButton(Button):
    """A row of the navigation. Qt would have it read out as a box to tick."""

    accessible_role = QAccessible.Role.PageTab
