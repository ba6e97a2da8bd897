"""Shift three times: the quick way to hide the screen, which works while typing too."""

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

SHIFTS = 3
WITHIN_SECONDS = 1.5


class ShiftWatch(QObject):
    """Notices Shift pressed three times by itself, within a second and a half.

    Signals:
        pressed(): three times.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self._times: list[float] = []
        self._clean = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on; never takes an event away."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not watched.isWindowType():
            return False
        assert isinstance(event, QKeyEvent)
        if event.isAutoRepeat():
            return False
        if event.key() != Qt.Key.Key_Shift:
            self._times.clear()
            self._clean = False
        elif kind == QEvent.Type.KeyPress:
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
        return False
