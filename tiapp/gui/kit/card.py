"""Cards and callouts: boxes with a little air."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit.icons import IconLabel
from tiapp.gui.kit.text import Label
from tiapp.gui.kit.theme import theme


class Card(QFrame):
    """A white box with a fine edge. Add to `.column`."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("box", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 18)
        self.column.setSpacing(8)

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end."""
        self.column.addWidget(widget)
        return widget


# kind: (ground, ink of the bar and the icon, icon)
_LOOKS = {
    "info": ("info_soft", "info", "info"),
    "example": ("sunken", "primary", "message-circle"),
    "care": ("care_soft", "care", "heart-handshake"),
    "key": ("primary_soft", "on_soft", "lightbulb"),
    "settle": ("ok_soft", "ok", "leaf"),
    "ok": ("ok_soft", "ok", "circle-check"),
    "attn": ("attn_soft", "attn", "info"),
}
_RADIUS = 6
_BAR = 4


class CalloutBox(QFrame):
    """A tinted box with an icon and a bold title. Add to `.column`.

    `kind` is info, example, care, key, settle, ok or attn. To a screen reader it is a note with
    the title as its name.
    """

    accessible_role = QAccessible.Role.Note

    def __init__(self, kind: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", kind)
        self._ground, self._ink, icon = _LOOKS[kind]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 14)
        row.setSpacing(10)
        self.icon = IconLabel(icon, 20, self._ink)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        row.addLayout(self.column, 1)
        self.title = Label(title, "strong")
        self.column.addWidget(self.title)
        if not title:
            # Never setVisible(True) here: what has no window yet would become one.
            self.title.hide()
        self.setAccessibleName(title)
        theme().changed.connect(self.update)

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end."""
        self.column.addWidget(widget)
        return widget

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and bar. A style sheet cannot draw the bar on the side where reading begins."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), QColor(getattr(tokens, self._ground)))
        if theme().high_contrast:
            painter.setPen(QColor(tokens.text))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        x = self.width() - _BAR if self.isRightToLeft() else 0
        painter.fillRect(QRect(x, 0, _BAR, self.height()), QColor(getattr(tokens, self._ink)))
        painter.end()


def notice(kind: str, title: str, body: str, parent: QWidget | None = None) -> CalloutBox:
    """A callout with one plain paragraph."""
    box = CalloutBox(kind, title, parent)
    box.add(Label(body))
    return box
