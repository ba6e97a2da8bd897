"""The backups there are, to choose one to restore or to delete."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label
from tiapp.gui.private.backup_words import backup_words
from tiapp.gui.private.view import View
from tiapp.private.backups import Backup


class BackupListView(View):
    """Signals: chosen(Backup): this one; back_wanted(): none of them."""

    chosen = Signal(object)
    back_wanted = Signal()

    def __init__(self, backups: list[Backup], parent: QWidget | None = None) -> None:
        heading = QCoreApplication.translate("BackupListView", "Restore a backup")
        super().__init__(heading, "backup_list", parent)
        card = Card("backups_card")
        if backups:
            card.add(
                Label(
                    self.tr("Choose the day you would like to go back to, or a backup to delete.")
                )
            )
        else:
            card.add(
                Label(
                    self.tr(
                        "There is no backup in Steady's folder yet. The first one is made "
                        "soon after you unlock the private room."
                    )
                )
            )
        for number, backup in enumerate(backups, start=1):
            button = ChoiceButton(backup_words(backup))
            button.setObjectName(f"backup_{number}")
            button.clicked.connect(lambda _=False, one=backup: self.chosen.emit(one))
            card.add(button)
        row = FlowRow()
        leave = buttons.secondary(self.tr("Leave it as it is"), "backup_list_back")
        leave.clicked.connect(self.back_wanted)
        row.add(leave)
        card.add(row)
        self.add(card)
