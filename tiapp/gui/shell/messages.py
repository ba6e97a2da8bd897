"""Calm messages above the page: what happened, that work is safe, what to do next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.short_area import ShortArea
from tiapp.gui.kit.text import Label, Muted

AT_MOST = 3


class MessageArea(ShortArea):
    """Holds the newest few messages until the person closes them. They never go by themselves.

    Signals:
        closed(): a message was closed; the focus may have to go somewhere.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self.column.setContentsMargins(40, 16, 40, 0)
        self.column.setSpacing(8)
        self._shown: dict[tuple[str, str], CalloutBox] = {}
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
        self._keep(key, box)
        announce(self, f"{error.title} {error.advice}")

    def _keep(self, key: tuple[str, str], box: CalloutBox) -> None:
        self._shown[key] = box
        self.column.addWidget(box)
        while len(self._shown) > AT_MOST:
            self._take(next(iter(self._shown)))
        self.show()
        self.fit()

    def show_note(self, key: str, box: CalloutBox) -> None:
        """Shows something else than an error, in the place of what had the same key before."""
        if (key, "") in self._shown:
            self._take((key, ""))
        self._keep((key, ""), box)

    def take_note(self, key: str) -> None:
        """Takes it away again, if it is there."""
        if (key, "") in self._shown:
            self._close((key, ""))

    def _close(self, key: tuple[str, str]) -> None:
        self._take(key)
        self.closed.emit()

    def _take(self, key: tuple[str, str]) -> None:
        box = self._shown.pop(key)
        box.hide()
        box.deleteLater()
        self.setVisible(bool(self._shown))
        self.fit()
