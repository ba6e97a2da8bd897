"""Unlocking with the recovery code."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.clipboard import PrivateLine
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.private.door_calls import DoorCalls, Failed
from tiapp.gui.private.opening_view import OpeningView


class CodeView(OpeningView):
    """Asks for the code, and says at every letter how far it fits.

    Signals:
        passphrase_wanted(): by the passphrase after all.
    """

    passphrase_wanted = Signal()

    def __init__(
        self,
        calls: DoorCalls,
        failed: Callable[[Failed], Failed],
        parent: QWidget | None = None,
    ) -> None:
        heading = QCoreApplication.translate("CodeView", "Unlock with your recovery code")
        super().__init__(heading, "vault_code", calls, parent)
        self._failed = failed
        hint = self.tr(
            "Eight groups of four letters and numbers, from the paper you kept. Capital "
            "letters, spaces and dashes do not matter."
        )
        card = Card("code_card")
        card.column.setSpacing(12)
        label = QLabel(self.tr("Recovery &code"))
        self.field = QLineEdit()
        self.field.setObjectName("unlock_code")
        PrivateLine(self.field)
        self.field.setAccessibleDescription(hint)
        self.field.setMaxLength(100)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData
        )
        keep_width(self.field, least=260, most=520)
        label.setBuddy(self.field)
        self.field.textEdited.connect(self._look)
        self.field.returnPressed.connect(self._try)
        card.add(label)
        card.add(Muted(hint))
        card.add(self.field)
        card.add(self.said)
        row = FlowRow()
        unlock = buttons.primary(self.tr("Unlock"), "unlock_by_code", "lock-open")
        unlock.clicked.connect(self._try)
        row.add(unlock)
        back = buttons.secondary(self.tr("Use your passphrase"), "unlock_use_passphrase")
        back.clicked.connect(self.passphrase_wanted)
        row.add(back)
        card.add(row)
        self.add(card)
        self.add(
            Muted(
                self.tr("You can then choose a new passphrase in Settings, under Privacy and lock.")
            )
        )
        self.main = unlock
        self.begin = self.field
        self.watch(self.field, unlock)

    def forget(self) -> None:
        self.field.clear()

    def _look(self, typed: str) -> None:
        from tiapp.private.recovery_code import look_at

        look = look_at(typed)
        self.said.setText(look.words)
        self.said.setVisible(bool(typed))

    def _try(self) -> None:
        if not self.main or not self.main.isEnabled():
            return
        self.begin_try()
        self.calls.unlock_with_code(self.field.text(), self._failed(self.did_not_open))
