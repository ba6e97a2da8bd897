"""Explains something, asks for a passphrase once, and does one thing with it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.private.passphrase_field import PassphraseField
from tiapp.gui.private.view import View


class PassphraseOnceView(View):
    """Explains, asks for a passphrase, and does one thing with it.

    Signals:
        given(str): the passphrase; may be empty where it is optional.
        back_wanted(): rather not.
    """

    given = Signal(str)
    back_wanted = Signal()

    def __init__(
        self,
        heading: str,
        name: str,
        words: str,
        field: str,
        do_it: str,
        back: str,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, name, parent)
        self.add(Label(words))
        card = Card(f"{name}_card")
        card.column.setSpacing(12)
        self.passphrase = PassphraseField(field, f"{name}_passphrase", hint)
        self.passphrase.entered.connect(self._give)
        card.add(self.passphrase)
        self._said = Muted("")
        self._said.setObjectName(f"{name}_words")
        self._said.hide()
        card.add(self._said)
        row = FlowRow()
        self._do_it = buttons.primary(do_it, f"{name}_do_it")
        self._do_it.clicked.connect(self._give)
        row.add(self._do_it)
        leave = buttons.secondary(back, f"{name}_back")
        leave.clicked.connect(self.back_wanted)
        row.add(leave)
        card.add(row)
        self.add(card)
        self.main = self._do_it
        self.begin = self.passphrase.field

    def forget(self) -> None:
        self.passphrase.clear()

    def did_not(self, error: AppError) -> None:
        """It did not come about; what was typed is still there."""
        self._do_it.setEnabled(True)
        self._say(f"{error.title} {error.advice}")

    def _give(self) -> None:
        if self._do_it.isEnabled():
            self._do_it.setEnabled(False)
            self._say(QCoreApplication.translate("PassphraseOnceView", "One moment, please."))
            self.given.emit(self.passphrase.text())

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)
