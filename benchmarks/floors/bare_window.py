"""The floor of every start: a bare application with one empty window, painted.

With TIAPP_TRACE=FILE it writes the same marks as the program: `first_paint` from within the
first paint event of the central widget, and `painted` once that whole picture is out. With
BENCH_ANSWER=FILE it writes its anonymous memory half a second later, and ends.
"""

import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def mark(name: str) -> None:
    with open(os.environ["TIAPP_TRACE"], "a", encoding="utf-8") as out:
        out.write(f"{name} {time.monotonic():.6f}\n")


def anonymous_kib() -> int:
    with open("/proc/self/smaps_rollup", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))


class Central(QWidget):
    _painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            if os.environ.get("TIAPP_TRACE"):
                mark("first_paint")
                QTimer.singleShot(0, lambda: mark("painted"))
            if os.environ.get("BENCH_ANSWER"):
                QTimer.singleShot(500, self._write_memory)

    def _write_memory(self) -> None:
        with open(os.environ["BENCH_ANSWER"], "w", encoding="ascii") as out:
            out.write(f'{{"anonymous": {anonymous_kib()}}}')
        QApplication.quit()


app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(Central())
window.resize(1080, 760)
window.show()
app.exec()
