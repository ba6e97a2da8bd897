"""What a private screen shows while there is no private room: what it would be, and no more."""

from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.private.view import View


class OfferView(View):
    """A calm offer. Nothing is missing without it: learning goes on just the same."""

    def __init__(self, screen: Screen, go: Go, parent: QWidget | None = None) -> None:
        super().__init__("", "vault_offer", parent)
        self.heading, words = self._about(screen)
        card = Card("vault_offer_card")
        card.column.setSpacing(12)
        card.add(Label(words))
        card.add(
            Label(
                self.tr(
                    "It is kept in a private room: a part of Steady that is locked with a "
                    "passphrase of your own. Nobody else can read it, and nobody is told that "
                    "you have one."
                )
            )
        )
        row = FlowRow()
        main = buttons.primary(self.tr("Set up a private room"), "vault_set_up", "key-round")
        main.clicked.connect(lambda: go(Destination(Screen.VAULT)))
        row.add(main)
        later = buttons.secondary(self.tr("Not now"), "vault_not_now")
        later.clicked.connect(lambda: go(Destination(Screen.HOME)))
        row.add(later)
        card.add(row)
        self.add(card)
        self.add(
            Muted(
                self.tr(
                    "You do not need one. Modules, checks, scenarios and Support all work "
                    "without it, and you can set it up another day."
                )
            )
        )
        self.main = main

    def _about(self, screen: Screen) -> tuple[str, str]:
        match screen:
            case Screen.CHECK_IN | Screen.TRENDS:
                return self.tr("Check-in"), self.tr(
                    "Here you can take a moment to notice how you are. Every answer is "
                    "optional, and there is no score."
                )
            case Screen.PLAN:
                return self.tr("Plan"), self.tr(
                    "Here you can note one or two small steps that you would like to try, "
                    "and let them go just as easily."
                )
            case _:
                return self.tr("Reflect"), self.tr(
                    "Here you can write for yourself: freely, or with a question from a module."
                )
