"""A strip as high as its words need, up to a share of the window; what is longer scrolls."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tiapp.gui.kit.page import Ground


class ShortArea(QScrollArea):
    """Add to `.column`. It never squeezes words: a message cut in half helps nobody."""

    share = 0.5
    """Of the window's height, at most: the page below stays in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = Ground()
        ground.setObjectName("page_body")
        self.column = QVBoxLayout(ground)
        self.setWidget(ground)
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self.fit)
        ground.installEventFilter(self)

    def fit(self) -> None:
        """Takes the height that the words need at this width, if there is that much."""
        needed = self.column.totalHeightForWidth(self.viewport().width()) + 2
        self.setFixedHeight(min(needed, round(self.window().height() * self.share)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Larger letters need more height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_soon.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower window needs more height."""
        super().resizeEvent(event)
        self._fit_soon.start()
