"""The first step of setting up: what the private room protects, what it cannot, who watches."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.icons import IconLabel
from tiapp.gui.kit.reading import ListBox, ListItemBox
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.private.protects import cannot_protect, protects
from tiapp.gui.private.view import View
from tiapp.gui.private.who_watches import WhoWatches


class AboutRoomView(View):
    """Says it all before anything is asked.

    Signals:
        next_wanted(): on to the passphrase.
        not_now(): another day, or never.
    """

    next_wanted = Signal()
    not_now = Signal()

    def __init__(self, go: Go, parent: QWidget | None = None) -> None:
        heading = QCoreApplication.translate("AboutRoomView", "A private room of your own")
        super().__init__(heading, "about_room", parent)
        self.add(Muted(self.tr("Step 1 of 2")))
        self.add(
            Label(
                self.tr(
                    "Here you can write, check in with yourself and make small plans. All "
                    "of it is locked with a passphrase that only you know."
                )
            )
        )
        self.add(_listed("ok", self.tr("What it protects"), protects()))
        self.add(_listed("care", self.tr("What it cannot protect against"), cannot_protect()))
        self.add(WhoWatches(go))
        row = FlowRow()
        self.main = buttons.primary(self.tr("Continue"), "about_room_continue")
        self.main.clicked.connect(self.next_wanted)
        row.add(self.main)
        later = buttons.secondary(self.tr("Not now"), "about_room_not_now")
        later.clicked.connect(self.not_now)
        row.add(later)
        self.add(row)


def _listed(kind: str, title: str, lines: list[str]) -> CalloutBox:
    box = CalloutBox(kind, title)
    box.add(bullets(lines))
    return box


def bullets(lines: list[str]) -> QWidget:
    """Short lines as a list, which assistive technology meets as one."""
    box = ListBox()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(6)
    for line in lines:
        item = ListItemBox()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("dot", 20, "text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(line), 1)
        column.addWidget(item)
    return box
