"""A page without navigation: first use, who you are, and Support before anybody is known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.page import Page
from tiapp.gui.shell.messages import MessageArea


class PlainStage(QWidget):
    """The page with a bar of ways out below it.

    Signals:
        help_wanted(): Immediate help.
        hide_wanted(): Hide screen.
        back(): the way back, when there is one.
    """

    help_wanted = Signal()
    hide_wanted = Signal()
    back = Signal()

    def __init__(self, page: Page, back: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain_stage")
        self.setProperty("passing", True)
        self._page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.messages = MessageArea()
        self.messages.closed.connect(lambda: page.title.setFocus())
        column.addWidget(self.messages)
        column.addWidget(page, 1)
        bar = QFrame()
        bar.setProperty("box", "foot")
        row = QHBoxLayout(bar)
        row.setContentsMargins(40, 8, 40, 8)
        if back:
            go_back = buttons.secondary(back, "plain_back", "arrow-left")
            go_back.clicked.connect(self.back)
            row.addWidget(go_back)
        else:
            helping = buttons.secondary(
                self.tr("Immediate help"), "immediate_help", "heart-handshake"
            )
            helping.clicked.connect(self.help_wanted)
            row.addWidget(helping)
        hide = buttons.secondary(self.tr("Hide screen"), "hide_screen", "eye-off")
        hide.clicked.connect(self.hide_wanted)
        row.addWidget(hide)
        row.addStretch(1)
        column.addWidget(bar)

    def page(self) -> Page:
        """The page in view."""
        return self._page
