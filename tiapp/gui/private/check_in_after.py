"""What follows every check-in: where support is. The same, whatever was answered or left out."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.private.view import View
from tiapp.learning.model import Contact, SupportList

IMMEDIATE = "immediate"
EXERCISES = "exercises"
"""The item of Support that a destination may ask for."""


class CheckInAfter(View):
    """No praise and no comment on the answers.

    Signals:
        picture_wanted(), again_wanted()
    """

    picture_wanted = Signal()
    again_wanted = Signal()

    def __init__(
        self,
        support: SupportList,
        go: Go,
        *,
        kept: bool,
        skipped: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("CheckInAfter", "Check-in")
        super().__init__(title, "check_in_after", parent)
        self.add(Label(self._what_happened(kept, skipped)))
        row = FlowRow()
        home = buttons.primary(self.tr("Back to Home"), "check_in_home")
        home.clicked.connect(lambda: go(Destination(Screen.HOME)))
        row.add(home)
        again = buttons.secondary(self.tr("Check in again"), "check_in_again")
        again.clicked.connect(self.again_wanted)
        row.add(again)
        self.add(row)
        self.main = home
        if kept:
            links = FlowRow()
            picture = buttons.link(self.tr("See your check-ins so far"), "check_in_picture")
            picture.clicked.connect(self.picture_wanted)
            links.add(picture)
            self.add(links)
        self.add(self._support(support, go))

    def _what_happened(self, kept: bool, skipped: bool) -> str:
        if skipped:
            return self.tr("That is fine. Nothing was kept.")
        if kept:
            return self.tr("Your check-in is kept in your private room.")
        return self.tr("That is all. Nothing was kept.")

    def _support(self, support: SupportList, go: Go) -> Card:
        card = Card("check_in_support")
        card.column.setSpacing(12)
        card.add(SectionTitle(self.tr("Where to find support")))
        card.add(
            Muted(
                self.tr(
                    "This list is the same after every check-in. Steady does not look at "
                    "your answers."
                )
            )
        )
        for contact in support.contacts:
            if contact.need == IMMEDIATE:
                card.add(self._contact(contact))
        row = FlowRow()
        more = buttons.secondary(self.tr("Open support"), "check_in_open_support", "life-buoy")
        more.setAccessibleDescription(
            self.tr("People you can talk to, and ways to steady yourself.")
        )
        more.clicked.connect(lambda: go(Destination(Screen.SUPPORT, resume=True)))
        row.add(more)
        steady = buttons.secondary(self.tr("Ways to steady yourself"), "check_in_steadying", "leaf")
        steady.clicked.connect(lambda: go(Destination(Screen.SUPPORT, item=EXERCISES)))
        row.add(steady)
        card.add(row)
        return card

    def _contact(self, contact: Contact) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(contact.name, "strong"))
        words.addWidget(Muted(contact.hours or contact.for_whom))
        row.addLayout(words, 1)
        number = Label(contact.number, "number")
        number.setWordWrap(False)
        number.setAccessibleName(
            self.tr("Number of {name}: {number}").format(name=contact.name, number=contact.number)
        )
        row.addWidget(number)
        return holder
