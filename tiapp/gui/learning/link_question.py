"""Asks before a link leaves Steady, and shows where it goes."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label

SCHEMES = ("https", "mailto")
_BREAK = "\u200b"  # a place where a long address may wrap; it shows nothing


class LinkQuestion(CalloutBox):
    """The whole address, *Open page* and *Stay here*.

    Signals:
        closed(): the person has decided.
    """

    closed = Signal()

    def __init__(self, link: str, parent: QWidget | None = None) -> None:
        self._url = QUrl(link, QUrl.ParsingMode.StrictMode)
        mail = self._url.scheme() == "mailto"
        super().__init__("info", "", parent)
        self.setObjectName("link_question")
        if mail:
            question = self.tr(
                "Write to this address in your email program? It needs the internet."
            )
            verb = self.tr("Write email")
        else:
            question = self.tr("Open this page in your web browser? It needs the internet.")
            verb = self.tr("Open page")
        self.title.setText(question)
        self.title.show()
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(question)
        self.address = Label(wrappable(link))
        self.address.setObjectName("link_address")
        self.address.setAccessibleName(link)
        self.add(self.address)
        self.column.addSpacing(8)
        row = FlowRow()
        self.stay = buttons.secondary(self.tr("Stay here"), "link_stay")
        self.stay.clicked.connect(self.closed)
        leave = buttons.secondary(verb, "link_open")
        leave.clicked.connect(self._open)
        row.add(self.stay)
        row.add(leave)
        self.add(row)

    def _open(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.closed.emit()


def may_be_asked(link: str) -> bool:
    """Whether a link is of a kind that may leave Steady at all."""
    url = QUrl(link, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in SCHEMES


def wrappable(link: str) -> str:
    """The address with places where it may wrap."""
    return "".join(letter + _BREAK if letter in "/?&=.-_@" else letter for letter in link)
