"""The check-in before it is switched on: what it is, in words that ask."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.equal_row import equal_row
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.private.delete_all import DeleteAll
from tiapp.gui.private.view import View
from tiapp.gui.private.who_watches import WhoWatches


class CheckInOffer(View):
    """Says what would happen, and leaves it to the person.

    Signals:
        wanted(bool): switch it on, with a history or without.
        not_wanted(): not now.
        delete_wanted(): delete everything that was kept.
    """

    wanted = Signal(bool)
    not_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, go: Go, kept: int, parent: QWidget | None = None) -> None:
        """`kept` check-ins are there from an earlier time."""
        title = QCoreApplication.translate("CheckInOffer", "Check-in")
        super().__init__(title, "check_in_offer", parent)
        card = Card("check_in_offer_card")
        card.column.setSpacing(12)
        card.add(Label(self.tr("Would you like a check-in?"), "h2"))
        card.add(
            Label(
                self.tr(
                    "It is a few short questions about today, such as how much energy there is. "
                    "You can leave out any of them. Nothing is added up, there is no result, and "
                    "no answer is better than another."
                )
            )
        )
        card.add(
            Label(
                self.tr(
                    "Your answers stay in your private room on this computer. They are "
                    "never sent, and no supervisor sees them. If your employer looks after "
                    "this computer, they may be able to copy its files, but they cannot "
                    "open your private room while it is locked."
                )
            )
        )
        self._history = CheckRow(self.tr("Keep a history of my check-ins"), "check_in_keep_history")
        hint = self.tr(
            "With a history you can see how things have been over time, if you want to. "
            "Without it, your answers are gone when you finish. You can change this at any "
            "time."
        )
        self._history.setAccessibleDescription(hint)
        card.add(self._history)
        card.add(Muted(hint))
        self.main = buttons.primary(self.tr("Switch on the check-in"), "check_in_switch_on")
        self.main.clicked.connect(lambda: self.wanted.emit(self._history.isChecked()))
        later = buttons.secondary(self.tr("Not now"), "check_in_not_now")
        later.clicked.connect(self.not_wanted)
        card.add(equal_row(self.main, later))
        self.add(card)
        if kept:
            left = DeleteAll(
                kept, self.tr("Your earlier check-ins are still in your private room.")
            )
            left.delete_wanted.connect(self.delete_wanted)
            self.add(left)
        self.add(WhoWatches(go))
