"""Asks whether everything private is to be erased, and has a word typed."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.private.about_room_view import bullets
from tiapp.gui.private.view import View


class EraseView(View):
    """The word is a pause to think, not a test. Keeping everything is the safer button.

    Signals:
        erase_wanted(): the word was typed and the button pressed.
        back_wanted(): everything stays.
    """

    erase_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, out_of_reach: list[str], parent: QWidget | None = None) -> None:
        heading = QCoreApplication.translate("EraseView", "Erase everything private")
        super().__init__(heading, "erase_private", parent)
        self._word = self.tr("erase")
        self.add(
            Label(
                self.tr(
                    "This erases your private room: all entries, check-ins, plans and drafts, the "
                    "keys, and every backup that Steady made. It cannot be undone. What you "
                    "have learned and finished stays."
                )
            )
        )
        box = CalloutBox("care", self.tr("What Steady cannot reach"))
        box.add(bullets(out_of_reach))
        self.add(box)
        card = Card("erase_card")
        card.column.setSpacing(12)
        label = QLabel(self.tr("&Type the word “{word}” to go on").format(word=self._word))
        label.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setObjectName("erase_word")
        keep_width(self.field, least=160, most=240)
        label.setBuddy(self.field)
        card.add(label)
        card.add(self.field)
        self._said = Muted("")
        self._said.setObjectName("erase_words")
        self._said.hide()
        card.add(self._said)
        row = FlowRow()
        keep = buttons.primary(self.tr("Keep everything"), "erase_keep")
        keep.clicked.connect(self.back_wanted)
        row.add(keep)
        self._erase = buttons.secondary(self.tr("Erase everything private"), "erase", "trash-2")
        self._erase.clicked.connect(self._ask)
        row.add(self._erase)
        card.add(row)
        self.add(card)
        self.main = keep

    def did_not(self, error: AppError) -> None:
        """Something kept it from being erased."""
        self._erase.setEnabled(True)
        self._say(f"{error.title} {error.advice}")

    def _ask(self) -> None:
        if self.field.text().strip().casefold() != self._word.casefold():
            self._say(self.tr("Type “{word}” above, if you are sure.").format(word=self._word))
            self.field.setFocus()
            return
        self._erase.setEnabled(False)
        self._say(self.tr("One moment, everything private is being erased."))
        self.erase_wanted.emit()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)
