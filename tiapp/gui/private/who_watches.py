"""Who reads what is written in the private room: nobody. The same words wherever it matters."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.text import Label


class WhoWatches(CalloutBox):
    """Nobody watches; this is no case record; immediate help is one press away.

    `go` takes the person to Support, which then has a way back to here.
    """

    def __init__(self, go: Callable[[Destination], None], parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("WhoWatches", "Who sees this: you alone")
        super().__init__("info", words, parent)
        self.setObjectName("who_watches")
        self.add(
            Label(
                self.tr(
                    "Nobody reads this, and Steady does not look for signs of danger. If you or "
                    "someone else is not safe now, open Immediate help (F2)."
                )
            )
        )
        self.add(
            Label(
                self.tr(
                    "This is not a case record. If someone may be at risk, tell your protection "
                    "lead today and record it where your service does. A court can order you to "
                    "open it."
                )
            )
        )
        row = FlowRow()
        words = self.tr("Immediate help")
        helping = buttons.secondary(words, "who_watches_help", "heart-handshake")
        helping.clicked.connect(lambda: go(Destination(Screen.SUPPORT, resume=True)))
        row.add(helping)
        self.add(row)
