"""The floor of a picture over time: a bare widget that draws its points as QPainterPaths.

No axis, no name, no marker, and no averaging: every point is one lineTo. With BENCH_ANSWER=FILE it
writes how long the first drawing took, and drawing it again.
"""

import json
import os
import sys
import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

WIDTH, HEIGHT = 900, 320
AGAIN = 20


class Bare(QWidget):
    def __init__(self, lines: list[list[float]]) -> None:
        super().__init__()
        self._lines = lines
        self._paths: list[QPainterPath] = []
        self.resize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._paths:
            self._paths = [self._path(heights) for heights in self._lines]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("white"))
        for number, path in enumerate(self._paths):
            painter.setPen(
                QPen(QColor.fromHsv(number * 60, 200, 150), 1)
            )  # the thinnest is quickest
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        painter.end()

    def _path(self, heights: list[float]) -> QPainterPath:
        path = QPainterPath()
        for number, height in enumerate(heights):
            x = self.width() * number / max(1, len(heights) - 1)
            y = self.height() * (1 - height)
            if number:
                path.lineTo(x, y)
            else:
                path.moveTo(x, y)
        return path


def drawing(widget: QWidget) -> float:
    """Milliseconds to draw it into a picture of its size."""
    picture = QPixmap(widget.size())
    begun = time.perf_counter()
    widget.render(picture)
    return (time.perf_counter() - begun) * 1000


def tell(first: float, again: list[float], **more: float) -> None:
    """Writes what was found."""
    found = {"first": first, "again": sorted(again)[len(again) // 2], **more}
    with open(os.environ["BENCH_ANSWER"], "w", encoding="ascii") as out:
        json.dump(found, out)


if __name__ == "__main__":
    from benchmarks.five_years import heights

    app = QApplication(sys.argv)
    bare = Bare(heights(int(sys.argv[1])))
    begun = time.perf_counter()
    bare.grab()  # so that fonts and styles are set up for both alike
    first = (time.perf_counter() - begun) * 1000
    tell(first, [drawing(bare) for _ in range(AGAIN)])
