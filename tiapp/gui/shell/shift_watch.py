"""Shift three times: the quick way to hide the screen, which works while typing too."""

import time

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

SHIFTS = 3
WITHIN_SECONDS = 1.5


class ShiftWatch(QObject):
    """Notices Shift pressed three times by itself, within a second and a half.

    It looks at the window with the focus alone: every event of every object of the program would
    cross into Python otherwise, some 1,500 for each turned part.

    Signals:
        pressed(): three times.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self._window: QWindow | None = None
        self._times: list[float] = []
        self._clean = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())

    def _follow(self, window: QWindow | None) -> None:
        if self._window is not None and shiboken6.isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on; never takes an event away."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            assert isinstance(event, QKeyEvent)
            if not event.isAutoRepeat():
                self._look(Qt.Key(event.key()), down=event.type() == QEvent.Type.KeyPress)
        return False

    def _look(self, key: Qt.Key, *, down: bool) -> None:
        if key != Qt.Key.Key_Shift:
            self._times.clear()
            self._clean = False
        elif down:
            self._clean = True
        elif self._clean:
            # Counted on release: Shift held for a capital letter is not a press of its own.
            self._clean = False
            now = time.monotonic()
            self._times = [t for t in self._times if now - t < WITHIN_SECONDS]
            self._times.append(now)
            if self.on and len(self._times) >= SHIFTS:
                self._times.clear()
                self.pressed.emit()
