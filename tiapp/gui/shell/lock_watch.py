"""Notices when nobody is at the computer, and when time has jumped because it slept."""

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TICK_MS = 1_000
JUMP_SECONDS = 20
"""More between two ticks than any stall explains. Sleep shows in the wall clock on Linux and macOS,
where the other one stands still meanwhile, and in both on Windows."""

WARN_SECONDS = 60

_SOMEBODY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def clocks() -> tuple[float, float]:
    """One that only goes forward, and the wall clock, in seconds."""
    return time.monotonic(), time.time()


class LockWatch(QObject):
    """Watches while the private room is open, and only then.

    It looks at the window with the focus alone, like the watch for Shift: every event of every
    object would cross into Python otherwise.

    Signals:
        warned(): in a minute the room locks, unless somebody moves.
        eased(): somebody did.
        lock_wanted(): nobody did, or time has jumped.
    """

    warned = Signal()
    eased = Signal()
    lock_wanted = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        parent: QObject | None = None,
        clocks: Callable[[], tuple[float, float]] = clocks,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._clocks = clocks
        self._window: QWindow | None = None
        self._warned = False
        self._here = 0.0
        self._last = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """The room has opened."""
        self._last = self._clocks()
        self._here = self._last[0]
        self._warned = False
        self._timer.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())

    def stop(self) -> None:
        """The room is locked."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.disconnect(self._follow)
        self._follow(None)
        self.somebody_is_here()

    def somebody_is_here(self) -> None:
        """A key, a movement, or the button that says so."""
        self._here = self._clocks()[0]
        if self._warned:
            self._warned = False
            self.eased.emit()

    def tick(self) -> None:
        """Once a second."""
        before, self._last = self._last, self._clocks()
        steady, wall = (now - then for now, then in zip(self._last, before, strict=True))
        if steady > JUMP_SECONDS or abs(wall) > JUMP_SECONDS:
            self.lock_wanted.emit()
            return
        left = self._minutes() * 60 - (self._last[0] - self._here)
        if left <= 0:
            self.lock_wanted.emit()
        elif left <= WARN_SECONDS and not self._warned:
            self._warned = True
            self.warned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on; never takes an event away."""
        if event.type() in _SOMEBODY:
            self.somebody_is_here()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if self._window is not None and shiboken6.isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
