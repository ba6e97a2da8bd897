"""Notices when the main thread is late, and who kept it.

A precise timer beats every 5 ms on the main thread; how late a beat comes is how long something
else ran. A second thread looks on: when no beat has come for 100 ms it writes down what the main
thread is doing, so that a stall names its line.
"""

import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 0.005
WORTH_TELLING = 0.02
DUMP_AFTER = 0.1


@dataclass(slots=True)
class Gap:
    """A late beat: by how many milliseconds, during which step, and where (if seen)."""

    late: float
    during: str
    where: str = ""


class Heartbeat(QObject):
    """Beats until it is stopped. `label()` says what is being done."""

    def __init__(self, label: Callable[[], str]) -> None:
        super().__init__()
        self.gaps: list[Gap] = []
        self.worst = 0.0
        self._label = label
        self._main = threading.get_ident()
        self._last = time.perf_counter()
        self._where = ""
        self._on = True
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(BEAT * 1000))
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        threading.Thread(target=self._watch, daemon=True).start()

    def take(self) -> tuple[float, list[dict[str, object]]]:
        """The worst lateness since the last call (ms), and the gaps worth telling."""
        worst, gaps = self.worst, [asdict(gap) for gap in self.gaps]
        self.worst, self.gaps = 0.0, []
        return worst, gaps

    def stop(self) -> None:
        """No more beats."""
        self._on = False
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        late = now - self._last - BEAT
        self._last = now
        where, self._where = self._where, ""
        self.worst = max(self.worst, late * 1000)
        if late > WORTH_TELLING:
            self.gaps.append(Gap(round(late * 1000, 1), self._label(), where))

    def _watch(self) -> None:
        while self._on:
            time.sleep(0.01)
            if time.perf_counter() - self._last > DUMP_AFTER + BEAT and not self._where:
                frame = sys._current_frames().get(self._main)
                self._where = _words(frame)


def _words(frame: object) -> str:
    """The innermost lines of the program itself; Qt's own work shows as the call that led there."""
    stack = traceback.extract_stack(frame)  # type: ignore[arg-type]
    own = [line for line in stack if "/tiapp/" in line.filename.replace("\\", "/")]
    shown = (own or stack)[-3:]
    return " < ".join(
        f"{line.filename.rsplit('tiapp/', 1)[-1]}:{line.lineno} {line.name}"
        for line in reversed(shown)
    )
