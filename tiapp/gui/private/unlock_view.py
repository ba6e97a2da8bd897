"""Unlocking with the passphrase."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Muted
from tiapp.gui.private.door_calls import DoorCalls, Failed
from tiapp.gui.private.opening_view import OpeningView
from tiapp.gui.private.passphrase_field import PassphraseField


class UnlockView(OpeningView):
    """Asks for the passphrase.

    Signals:
        code_wanted(): by the recovery code instead.
        forgotten(): neither is known any more.
    """

    code_wanted = Signal()
    forgotten = Signal()

    def __init__(
        self,
        where: str,
        calls: DoorCalls,
        failed: Callable[[Failed], Failed],
        parent: QWidget | None = None,
    ) -> None:
        """`where` is the name of the screen behind; `failed` sees an answer before this does."""
        super().__init__(
            QCoreApplication.translate("UnlockView", "Your private room is locked"),
            "vault_unlock",
            calls,
            parent,
        )
        self._failed = failed
        self.add(
            Muted(self.tr("Once it is unlocked, you will go to {screen}.").format(screen=where))
        )
        card = Card("unlock_card")
        card.column.setSpacing(12)
        self.passphrase = PassphraseField(self.tr("&Passphrase"), "unlock_passphrase")
        self.passphrase.entered.connect(self._try)
        card.add(self.passphrase)
        card.add(self.said)
        row = FlowRow()
        unlock = buttons.primary(self.tr("Unlock"), "unlock", "lock-open")
        unlock.clicked.connect(self._try)
        row.add(unlock)
        code = buttons.secondary(self.tr("Use your recovery code"), "unlock_use_code")
        code.clicked.connect(self.code_wanted)
        row.add(code)
        card.add(row)
        forgot = buttons.link(self.tr("I have forgotten both"), "unlock_forgotten")
        forgot.clicked.connect(self.forgotten)
        self.add(card)
        links = FlowRow()
        links.add(forgot)
        self.add(links)
        self.main = unlock
        self.begin = self.passphrase.field
        self.watch(self.passphrase.field, unlock)

    def forget(self) -> None:
        self.passphrase.clear()

    def _try(self) -> None:
        if not self.main or not self.main.isEnabled():
            return
        if not self.passphrase.text():
            self.say(self.tr("Type your passphrase first."))
            return
        self.begin_try()
        self.calls.unlock(self.passphrase.text(), self._failed(self.did_not_open))
