"""Asks back one group of the recovery code, so that it is known to be on paper."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.private.view import View


class CodeAskedView(View):
    """One group, from the paper.

    Signals:
        typed(str): the person's answer.
        again_wanted(): show the code once more, or make a new one where it is shown no longer.
        later(): not now.
    """

    typed = Signal(str)
    again_wanted = Signal()
    later = Signal()

    def __init__(self, group: int, again: str, parent: QWidget | None = None) -> None:
        """`again` are the words of the button for whoever does not have the code."""
        heading = QCoreApplication.translate("CodeAskedView", "Check your recovery code")
        super().__init__(heading, "code_asked", parent)
        self.add(Label(self.tr("Please look at your paper copy and type one group of the code.")))
        card = Card("code_asked_card")
        label = QLabel(self.tr("Gro&up {number}").format(number=group))
        self.field = QLineEdit()
        self.field.setObjectName("code_group")
        self.field.setMaxLength(8)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData
        )
        keep_width(self.field, least=120, most=160)
        label.setBuddy(self.field)
        self.field.returnPressed.connect(self._answer)
        card.add(label)
        card.add(self.field)
        self._said = Muted("")
        self._said.setObjectName("code_asked_words")
        self._said.hide()
        card.add(self._said)
        row = FlowRow()
        self.main = buttons.primary(self.tr("Check the code"), "code_check")
        self.main.clicked.connect(self._answer)
        row.add(self.main)
        show = buttons.secondary(again, "code_again")
        show.clicked.connect(self.again_wanted)
        row.add(show)
        later = buttons.secondary(self.tr("Later"), "code_asked_later")
        later.setAccessibleName(self.tr("Check the code later"))
        later.clicked.connect(self.later)
        row.add(later)
        card.add(row)
        self.add(card)
        self.begin = self.field

    def forget(self) -> None:
        self.field.clear()

    def did_not_fit(self) -> None:
        """It differs from the group; nothing is lost by that."""
        words = self.tr("That is not this group of the code. Compare it with your paper.")
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)
        self.field.selectAll()
        self.field.setFocus()

    def _answer(self) -> None:
        if self.field.text().strip():
            self.typed.emit(self.field.text())
