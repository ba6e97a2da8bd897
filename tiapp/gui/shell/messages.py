"""Calm messages above the page: what happened, that work is safe, what to do next."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted

AT_MOST = 3


class MessageArea(QWidget):
    """Holds the newest few messages until the person closes them. They never go by themselves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(40, 16, 40, 0)
        self._column.setSpacing(8)
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
        self._shown[key] = box
        self._column.addWidget(box)
        while len(self._shown) > AT_MOST:
            self._close(next(iter(self._shown)))
        self.show()
        announce(self, f"{error.title} {error.advice}")

    def clear(self) -> None:
        """Takes every message away."""
        for key in list(self._shown):
            self._close(key)

    def _close(self, key: tuple[str, str]) -> None:
        box = self._shown.pop(key)
        if box.isAncestorOf(self.focusWidget()) if self.focusWidget() else False:
            self.window().setFocus()
        box.hide()
        box.deleteLater()
        self.setVisible(bool(self._shown))
