"""Both the passphrase and the code are forgotten. That happens; it is no error and no fault."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, SmallTitle
from tiapp.gui.private.about_room_view import bullets
from tiapp.gui.private.view import View


class ForgottenView(View):
    """Says plainly that nobody can open it, and offers what is still possible.

    Signals:
        again_wanted(): back to the passphrase.
        afresh_wanted(): a new room; the old file is kept.
    """

    again_wanted = Signal()
    afresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        heading = QCoreApplication.translate("ForgottenView", "When both are forgotten")
        super().__init__(heading, "vault_forgotten", parent)
        self.add(
            Label(
                self.tr(
                    "It happens to many people. Without the passphrase or the code nobody can "
                    "open this room: not you, not the people who manage this computer, and "
                    "not the people who make Steady. That is what keeps it private."
                )
            )
        )
        first = Card("forgotten_first")
        first.add(SmallTitle(self.tr("There is no hurry")))
        first.add(
            bullets(
                [
                    self.tr("Passphrases often come back after a night's sleep."),
                    self.tr("Do you have the recovery code on paper, or in a saved PDF?"),
                    self.tr("Try an earlier passphrase, or one you use in a similar place."),
                ]
            )
        )
        row = FlowRow()
        self.main = buttons.primary(self.tr("Try again"), "forgotten_again")
        self.main.clicked.connect(self.again_wanted)
        row.add(self.main)
        first.add(row)
        self.add(first)
        afresh = Card("forgotten_afresh")
        afresh.add(SmallTitle(self.tr("Or start afresh")))
        afresh.add(
            Label(
                self.tr(
                    "You can set up a new, empty room. The old one is kept beside it, still "
                    "locked, in case you remember one day. What you have learned and "
                    "finished is not affected."
                )
            )
        )
        way = FlowRow()
        start = buttons.secondary(self.tr("Start afresh and keep the old room"), "start_afresh")
        start.clicked.connect(self.afresh_wanted)
        way.add(start)
        afresh.add(way)
        self.add(afresh)
