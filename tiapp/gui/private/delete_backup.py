"""Deleting one backup: asked once, with the safer answer first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.equal_row import equal_row
from tiapp.gui.kit.text import Label, wrapping


class DeleteBackup(QWidget):
    """A quiet button, and the question that it leads to, in the same place.

    Signals:
        delete_wanted(): the person has answered that they want to.
    """

    delete_wanted = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """`words` says when the backup was made."""
        super().__init__(parent)
        self.setObjectName("delete_backup")
        self.setSizePolicy(wrapping())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._ask = buttons.quiet(self.tr("Delete this backup"), "delete_this_backup", "trash-2")
        self._ask.clicked.connect(self._on_ask)
        self._start = equal_row(self._ask)
        column.addWidget(self._start)
        self._card = Card("delete_backup_card")
        self._card.column.setSpacing(12)
        self._question = Label(
            self.tr(
                "Delete the backup of {backup}? It cannot be brought back. Your private room and "
                "the other backups stay as they are."
            ).format(backup=words)
        )
        self._card.add(self._question)
        self._keep = buttons.secondary(self.tr("Keep it"), "delete_backup_keep")
        self._keep.clicked.connect(self._on_keep)
        delete = buttons.secondary(self.tr("Delete this backup"), "delete_backup_really", "trash-2")
        delete.clicked.connect(self.delete_wanted)
        self._card.add(equal_row(self._keep, delete))
        self._card.hide()
        column.addWidget(self._card)

    def _on_ask(self) -> None:
        self._start.hide()
        self._card.show()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._question.text())

    def _on_keep(self) -> None:
        self._card.hide()
        self._start.show()
        self._ask.setFocus(Qt.FocusReason.OtherFocusReason)
