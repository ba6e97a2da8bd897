"""Shows where the keyboard is: one ring for the whole program, drawn above everything.

Qt's own QFocusFrame is cut off by the frame around the widget. This ring belongs to the window,
so that only the edge of a scrolled area, and of the window itself, ends it.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from tiapp.gui.kit.roles import HIDDEN_NAME
from tiapp.gui.kit.theme import theme

EDGE = 2
RING = 3
REACH = EDGE + RING
_RADIUS = 8
_ROOM = 24
"""Pixels between a widget that gets the focus and the edge of the page it is scrolled into."""

_MOVING = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.LayoutRequest,
        QEvent.Type.ParentChange,
    }
)
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
    }
)


class RingOverlay(QWidget):
    """The ring itself, a child of the window in front."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(HIDDEN_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ring = QRectF()

    def put(self, ring: QRect, visible: QRect) -> None:
        """Draws `ring` as far as it lies in `visible`, both in the window's pixels."""
        self._ring = QRectF(ring.translated(-visible.topLeft()))
        self.setGeometry(visible)
        # Without its inside the ring is not drawn anew whenever a cursor blinks there.
        hollow = self._ring.toRect().adjusted(REACH, REACH, -REACH, -REACH)
        corners = hollow.adjusted(3, 3, -3, -3)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(corners)))
        self.update()
        self.raise_()
        self.show()

    def ring_rect(self) -> QRect:
        """The outer edge of the ring in the window's pixels."""
        return self._ring.toRect().translated(self.pos())

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width, inset in (
            (now.focus, RING, RING / 2),
            (now.focus_edge, EDGE, RING + EDGE / 2),
        ):
            painter.setPen(QPen(QColor(colour), width))
            line = self._ring.adjusted(inset, inset, -inset, -inset)
            radius = _RADIUS + REACH - inset
            painter.drawRoundedRect(line, radius, radius)
        painter.end()


class FocusRing(QObject):
    """Follows the focus through every window. Make one, after the application.

    It shows after keys, and always where text is typed; a mouse press on a button shows nothing.
    A widget with a method `focus_rect()` says itself what the ring goes round.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._overlay: RingOverlay | None = None
        self._widget: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_key = False
        app.focusChanged.connect(self._on_focus_changed)
        theme().changed.connect(self._place)

    @property
    def overlay(self) -> RingOverlay | None:
        """The ring while there is one, visible or not."""
        if self._overlay is not None and not shiboken6.isValid(self._overlay):
            self._overlay = None  # its window was closed and deleted
        return self._overlay

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears from the focused widget and everything around it; swallows nothing."""
        kind = event.type()
        if kind in _MOVING:
            self._place()
        elif kind in _KEYS:
            if event.key() not in _MODIFIERS and not self._by_key:  # type: ignore[attr-defined]
                self._by_key = True
                self._place()
        elif kind == QEvent.Type.MouseButtonPress and self._by_key:
            self._by_key = False
            self._place()
        return False

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        self._forget()
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_key = False
        if now is None or now.window().windowType() == Qt.WindowType.Popup:
            self._place()
            return
        self._widget = _outermost(now)
        step: QWidget | None = now
        while step is not None:
            step.installEventFilter(self)
            self._watched.append(step)
            step = None if step.isWindow() else step.parentWidget()
        if self._by_key:
            _bring_into_view(self._widget)
        self._place()

    def _forget(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._widget = None

    def _wanted(self) -> QWidget | None:
        widget = self._widget
        if widget is None or not shiboken6.isValid(widget) or not widget.isVisible():
            return None
        return widget if self._by_key or _takes_text(widget) else None

    def _place(self) -> None:
        widget = self._wanted()
        overlay = self.overlay
        if widget is None:
            if overlay is not None:
                overlay.hide()
            return
        window = widget.window()
        if overlay is None:
            overlay = self._overlay = RingOverlay(window)
        elif overlay.parentWidget() is not window:
            overlay.setParent(window)
        ring, visible = _geometry(widget, window)
        if visible.width() <= 2 * REACH or visible.height() <= 2 * REACH:
            overlay.hide()
        else:
            overlay.put(ring, visible)


def _outermost(widget: QWidget) -> QWidget:
    """The field a person sees: the line inside a combo box or spin box is only a part of it."""
    around = widget.parentWidget()
    return around if isinstance(around, (QComboBox, QAbstractSpinBox)) else widget


def _takes_text(widget: QWidget) -> bool:
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


def _geometry(widget: QWidget, window: QWidget) -> tuple[QRect, QRect]:
    """The ring round `widget`, and the part of it that is to be seen."""
    shape = widget.focus_rect() if hasattr(widget, "focus_rect") else widget.rect()
    ring = QRect(widget.mapTo(window, shape.topLeft()), shape.size())
    ring = ring.adjusted(-REACH, -REACH, REACH, REACH)
    # A widget that fills the window to its edge gets the ring just inside.
    sides = window.rect()
    ring.setLeft(max(ring.left(), sides.left()))
    ring.setRight(min(ring.right(), sides.right()))
    visible = ring.intersected(sides)
    inner: QWidget = widget
    around = widget.parentWidget()
    while around is not None and inner is not window:
        if isinstance(around, QAbstractScrollArea) and around.viewport() is inner:
            area = QRect(inner.mapTo(window, QPoint(0, 0)), inner.size())
            visible = visible.intersected(area.adjusted(-REACH, -REACH, REACH, REACH))
        inner, around = around, around.parentWidget()
    return ring, visible


def _bring_into_view(widget: QWidget) -> None:
    """Scrolls the page so that the widget and its ring can be seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and widget.height() < around.viewport().height():
            around.ensureWidgetVisible(widget, 0, _ROOM)
        around = None if around.isWindow() else around.parentWidget()


_rings: list[FocusRing] = []


def keep_one() -> None:
    """Makes the ring of this program, once.

    It is kept here: Qt would drop an event filter that nobody holds.
    """
    app = QApplication.instance()
    if not _rings and isinstance(app, QApplication):
        _rings.append(FocusRing(app))
