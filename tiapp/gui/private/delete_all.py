"""Deleting every check-in: asked once more, with the safer answer first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.equal_row import equal_row
from tiapp.gui.kit.text import Label, Muted


class DeleteAll(Card):
    """A button, and the question that it leads to, in the same place.

    Signals:
        delete_wanted(): the person has answered that they want to.
    """

    delete_wanted = Signal()

    def __init__(self, count: int, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__("delete_check_ins", parent)
        if words:
            self.add(Label(words))
        self._count = Muted(self.tr("Kept: %n check-in(s).", "", count))
        self.add(self._count)
        self._ask = buttons.secondary(
            self.tr("Delete all check-ins"), "delete_all_check_ins", "trash"
        )
        self._ask.clicked.connect(self._on_ask)
        self._start = equal_row(self._ask)
        self.add(self._start)
        self._question = Label(
            self.tr(
                "Delete all of them? They cannot be brought back. Earlier backups keep them "
                "until Steady deletes those backups."
            )
        )
        self._question.hide()
        self.add(self._question)
        self._keep = buttons.primary(self.tr("Keep them"), "delete_all_keep")
        self._keep.clicked.connect(self._on_keep)
        delete = buttons.secondary(self.tr("Delete all check-ins"), "delete_all_really", "trash")
        delete.clicked.connect(self.delete_wanted)
        self._answers = equal_row(self._keep, delete)
        self._answers.hide()
        self.add(self._answers)

    def _on_ask(self) -> None:
        self._question.show()
        self._answers.show()
        self._start.hide()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._question.text())

    def _on_keep(self) -> None:
        self._start.show()
        self._question.hide()
        self._answers.hide()
        self._ask.setFocus(Qt.FocusReason.OtherFocusReason)
