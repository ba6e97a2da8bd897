"""A circle that slowly grows and shrinks, for who would like to follow it with their breath.

It stands still until it is asked to move, stops when it is asked to or leaves the screen, and
never moves where the person or the system wants stillness.
"""

from PySide6.QtCore import QElapsedTimer, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tiapp.gui.kit.theme import theme

IN_MS = 4000
OUT_MS = 6000
_STEP_MS = 40
_SIDE = 150
_LEAST = 0.45


class BreathCircle(QWidget):
    """Longer out than in. It keeps no count and sets no goal."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breath_circle")
        self.setAccessibleName(self.tr("A circle that slowly grows and shrinks"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._on_tick)
        theme().changed.connect(self._on_theme_changed)

    @property
    def moving(self) -> bool:
        """Whether it moves now."""
        return self._timer.isActive()

    def start(self) -> None:
        """Moves, unless nothing may."""
        if not theme().still:
            self._clock.start()
            self._timer.start()

    def stop(self) -> None:
        """Stands still, small."""
        self._timer.stop()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_SIDE), theme().px(_SIDE))

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees does not move."""
        super().hideEvent(event)
        self.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = (self.width() / 2 - 3) * (_LEAST + (1 - _LEAST) * self._share())
        painter.setPen(QPen(QColor(now.ok), 2))
        painter.setBrush(QColor(now.ok_soft))
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)
        painter.end()

    def _share(self) -> float:
        """How large it is, from 0 to 1, slow at both ends."""
        if not self.moving:
            return 0.0
        at = self._clock.elapsed() % (IN_MS + OUT_MS)
        part = at / IN_MS if at < IN_MS else 1 - (at - IN_MS) / OUT_MS
        return part * part * (3 - 2 * part)

    def _on_tick(self) -> None:
        if not self.isVisible():
            self.stop()
        self.update()

    def _on_theme_changed(self) -> None:
        if theme().still:
            self.stop()
        self.updateGeometry()
        self.update()
