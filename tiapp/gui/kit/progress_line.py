"""How far somebody has come, as a thin line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from tiapp.gui.kit.theme import theme

_HEIGHT = 10
_ROOM = 18


class ProgressLine(QProgressBar):
    """`value` of `maximum`, said in `words` ("Part 3 of 7") to who cannot see the line.

    The words should stand beside it for everybody else; the line alone is not the only sign.
    """

    def __init__(self, value: int, maximum: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(value, maximum, words)
        theme().changed.connect(self.updateGeometry)

    def set_progress(self, value: int, maximum: int, words: str) -> None:
        """Shows something else."""
        self.setRange(0, max(1, maximum))
        self.setValue(max(0, min(value, maximum)))
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(_ROOM))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(_ROOM))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(self.height(), theme().px(_HEIGHT))
        line = QRectF(0.5, (self.height() - height) / 2 + 0.5, self.width() - 1, height - 1)
        painter.setPen(QPen(QColor(now.control), 1))
        painter.setBrush(QColor(now.sunken))
        painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
        if self.value() > 0:
            done = QRectF(line)
            done.setWidth(max(line.height(), line.width() * self.value() / self.maximum()))
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                done.moveRight(line.right())
            painter.setPen(QPen(QColor(now.primary), 1))
            painter.setBrush(QColor(now.primary))
            painter.drawRoundedRect(done, line.height() / 2, line.height() / 2)
        painter.end()
