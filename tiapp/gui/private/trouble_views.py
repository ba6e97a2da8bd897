"""When the private room can't be opened for a reason that is nobody's slip: what now."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.private.backup_words import backup_words
from tiapp.gui.private.told_view import ToldView
from tiapp.gui.private.view import View
from tiapp.private.backups import Backup

DAMAGE = frozenset({"vault-damaged", "vault-missing", "vault-keys-missing", "vault-keys-damaged"})


def unavailable_view(go: Go) -> ToldView:
    """What it needs is not installed. Everything else works."""
    tr = QCoreApplication.translate
    view = ToldView(
        tr("TroubleViews", "The private room stays closed here"),
        "vault_unavailable",
        tr("TroubleViews", "A part of Steady is missing on this computer"),
        tr(
            "TroubleViews",
            "The private room needs it, so it stays closed: nothing is ever kept without "
            "encryption. What is in it is safe and unchanged. The person who looks after "
            "this computer can install Steady again. Meanwhile, modules and Support all work.",
        ),
        tr("TroubleViews", "Go to Home"),
        kind="info",
    )
    view.go_on.connect(lambda: go(Destination(Screen.HOME)))
    return view


def elsewhere_view() -> ToldView:
    """Another window or a command has it open."""
    tr = QCoreApplication.translate
    return ToldView(
        tr("TroubleViews", "Your private room is open elsewhere"),
        "vault_elsewhere",
        tr("TroubleViews", "Another Steady window or command has it open"),
        tr(
            "TroubleViews",
            "Only one at a time can write in it, so that nothing is lost. Lock it there, or "
            "wait until the command has finished.",
        ),
        tr("TroubleViews", "Try again"),
        kind="info",
    )


class DamagedView(View):
    """The file or its keys can't be read: first the last good backup, then what can be rescued.

    Signals:
        rescue_wanted(): save what can still be read.
        again_wanted(): try once more as it is.
    """

    rescue_wanted = Signal()
    again_wanted = Signal()

    def __init__(
        self, error: AppError, backups: list[Backup], go: Go, parent: QWidget | None = None
    ) -> None:
        heading = QCoreApplication.translate(
            "DamagedView", "Your private room cannot be opened as it is"
        )
        super().__init__(heading, "vault_damaged", parent)
        words = f"{error.title} {error.advice} ({error.code})"
        self.add(notice("attn", self.tr("Nothing has been changed"), words))
        card = Card("damaged_ways")
        card.column.setSpacing(12)
        row = FlowRow()
        if backups:
            newest = backups[0]
            card.add(
                Label(self.tr("There is a backup: {backup}.").format(backup=backup_words(newest)))
            )
            there = Destination(Screen.VAULT, term="restore", item=newest.name)
            main = buttons.primary(self.tr("Restore this backup"), "damaged_restore")
            main.clicked.connect(lambda: go(there))
            self.main = main
            row.add(main)
            others = buttons.secondary(self.tr("See all backups"), "damaged_backups")
            others.clicked.connect(lambda: go(Destination(Screen.VAULT, term="restore")))
            row.add(others)
        else:
            card.add(Label(self.tr("There is no backup in Steady's folder.")))
        if error.code == "vault-damaged":
            make = buttons.secondary if backups else buttons.primary
            rescue = make(self.tr("Rescue what can be read"), "damaged_rescue")
            self.main = self.main or rescue
            rescue.clicked.connect(self.rescue_wanted)
            row.add(rescue)
        again = buttons.secondary(self.tr("Try again"), "damaged_again")
        again.clicked.connect(self.again_wanted)
        row.add(again)
        card.add(row)
        card.add(Muted(self.tr("Whichever you choose, the damaged file is kept.")))
        self.add(card)


class HeldView(View):
    """A draft could not be saved when the room was to lock.

    Signals:
        again_wanted(): save it now.
        let_go(): lock without it.
    """

    again_wanted = Signal()
    let_go = Signal()

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        heading = QCoreApplication.translate("HeldView", "One thing is not saved yet")
        super().__init__(heading, "vault_held", parent)
        self.add(
            Label(
                self.tr(
                    "Your private room is out of sight. The last thing you wrote could not "
                    "be saved, so Steady is keeping it in memory, and the room is not fully "
                    "locked until it is saved."
                )
            )
        )
        self.add(notice("attn", error.title, f"{error.advice} ({error.code})"))
        row = FlowRow()
        self.main = buttons.primary(self.tr("Try saving again"), "held_again")
        self.main.clicked.connect(self.again_wanted)
        row.add(self.main)
        away = buttons.secondary(self.tr("Lock without saving it"), "held_let_go")
        away.clicked.connect(self.let_go)
        row.add(away)
        self.add(row)
