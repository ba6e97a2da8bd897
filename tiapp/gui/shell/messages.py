"""Calm messages above the page: what happened, that work is safe, what to do next."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.page import Ground
from tiapp.gui.kit.text import Label, Muted

AT_MOST = 3

SHARE = 0.5
"""Of the window's height, at most: longer messages scroll, and the page stays in sight."""


class MessageArea(QScrollArea):
    """Holds the newest few messages until the person closes them. They never go by themselves.

    Signals:
        closed(): a message was closed; the focus may have to go somewhere.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = Ground()
        ground.setObjectName("page_body")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(40, 16, 40, 0)
        self._column.setSpacing(8)
        self.setWidget(ground)
        self._shown: dict[tuple[str, str], CalloutBox] = {}
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self._fit)
        ground.installEventFilter(self)
        self.hide()

    def show_error(self, error: AppError) -> None:
        """Shows an error once, however often it happens."""
        key = (error.title, error.advice)
        if key in self._shown:
            announce(self, error.title)
            return
        box = CalloutBox("attn", error.title)
        box.setObjectName("message")
        box.add(Label(error.advice))
        if error.code:
            box.add(Muted(self.tr("Code: {code}").format(code=error.code)))
        close = buttons.secondary(self.tr("Close this message"), "close_message")
        close.clicked.connect(lambda: self._close(key))
        row = FlowRow()
        row.add(close)
        box.add(row)
        self._shown[key] = box
        self._column.addWidget(box)
        while len(self._shown) > AT_MOST:
            self._take(next(iter(self._shown)))
        self.show()
        self._fit()
        announce(self, f"{error.title} {error.advice}")

    def _close(self, key: tuple[str, str]) -> None:
        self._take(key)
        self.closed.emit()

    def _take(self, key: tuple[str, str]) -> None:
        box = self._shown.pop(key)
        box.hide()
        box.deleteLater()
        self.setVisible(bool(self._shown))
        self._fit()

    def _fit(self) -> None:
        """As high as the words need at this width, up to the share of the window."""
        needed = self._column.totalHeightForWidth(self.viewport().width()) + 2
        self.setFixedHeight(min(needed, round(self.window().height() * SHARE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Larger letters need more height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_soon.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower window needs more height."""
        super().resizeEvent(event)
        self._fit_soon.start()
