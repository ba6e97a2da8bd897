"""Choosing a passphrase: four random words as an offer, or words of one's own."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.radio_row import RadioRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.private.passphrase_field import PassphraseField
from tiapp.gui.private.view import View
from tiapp.private.strength import Level, strength_of


class ChooseView(View):
    """Two ways to a passphrase. Own words are typed twice, or once where they can be seen.

    Signals:
        chosen(str, str): the new passphrase, and the present one where that was asked for.
        back_wanted(): one step back, or not now.
    """

    chosen = Signal(str, str)
    back_wanted = Signal()

    def __init__(
        self,
        heading: str,
        name: str,
        suggest: Callable[[], str],
        *,
        step: str = "",
        intro: str = "",
        do_it: str,
        back: str,
        ask_present: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, name, parent)
        self._suggest = suggest
        self._trouble: QWidget | None = None
        if step:
            self.add(Muted(step))
        if intro:
            self.add(Label(intro))
        self.present: PassphraseField | None = None
        if ask_present:
            card = Card("present_card")
            self.present = PassphraseField(
                self.tr("Your &current passphrase"), "present_passphrase"
            )
            card.add(self.present)
            self.add(card)
            self.begin = self.present.field
        self.add(self._ways())
        self._said = Muted("")
        self._said.setObjectName("choose_words")
        self._said.hide()
        self.add(self._said)
        row = FlowRow()
        self._do_it = buttons.primary(do_it, "choose_do_it", "key-round")
        self._do_it.clicked.connect(self._choose)
        self.main = self._do_it
        row.add(self._do_it)
        leave = buttons.secondary(back, "choose_back")
        leave.clicked.connect(self.back_wanted)
        row.add(leave)
        self.add(row)
        self._offer_others()
        self._show_way()

    def forget(self) -> None:
        for field in (self.present, self.own, self.again):
            if field is not None:
                field.clear()
        self._offered.setText("")

    def begin_work(self, words: str) -> None:
        """Deriving a key takes a moment; the window stays alive meanwhile."""
        self._do_it.setEnabled(False)
        self._say(words)

    def did_not(self, error: AppError) -> None:
        """It did not come about; nothing was changed, and what was typed is still there."""
        self._do_it.setEnabled(True)
        self._say("")
        self._clear_trouble()
        words = f"{error.advice} ({error.code})" if error.code else error.advice
        self._trouble = notice("attn", error.title, words)
        self.add(self._trouble)
        announce(self, f"{error.title} {error.advice}")

    def _ways(self) -> Card:
        card = Card("choose_card")
        card.column.setSpacing(12)
        self._by_offer = RadioRow(self.tr("Use these four words, chosen at random"), "use_offered")
        self._by_own = RadioRow(self.tr("Use words of my own"), "use_own")
        group = QButtonGroup(card)
        group.addButton(self._by_offer)
        group.addButton(self._by_own)
        self._by_offer.setChecked(True)
        group.buttonToggled.connect(lambda *_: self._show_way())
        card.add(self._by_offer)
        card.add(self._offer_part())
        card.add(self._by_own)
        card.add(self._own_part())
        return card

    def _offer_part(self) -> QWidget:
        self._offer, column = _part()
        self._offered = Label("", "h3")
        self._offered.setObjectName("offered_words")
        column.addWidget(self._offered)
        column.addWidget(
            Muted(
                self.tr(
                    "They are strong because they were picked at random. Write them down "
                    "and keep "
                    "the paper somewhere safe, away from this computer."
                )
            )
        )
        row = FlowRow()
        others = buttons.secondary(self.tr("Offer different words"), "offer_others", "rotate-ccw")
        others.clicked.connect(self._offer_others)
        row.add(others)
        column.addWidget(row)
        return self._offer

    def _own_part(self) -> QWidget:
        self._own, column = _part()
        self.own = PassphraseField(
            self.tr("&New passphrase"),
            "own_passphrase",
            self.tr("At least 12 characters. There are no other rules."),
        )
        self.again = PassphraseField(self.tr("New passphrase &again"), "own_passphrase_again")
        self._strength = Muted("")
        self._strength.setObjectName("passphrase_strength")
        self.own.edited.connect(self._tell_strength)
        self.own.shown_changed.connect(lambda shown: self.again.setVisible(not shown))
        self.own.entered.connect(self._choose)
        self.again.entered.connect(self._choose)
        column.addWidget(self.own)
        column.addWidget(self._strength)
        column.addWidget(self.again)
        return self._own

    def _show_way(self) -> None:
        offered = self._by_offer.isChecked()
        self._offer.setVisible(offered)
        self._own.setVisible(not offered)

    def _offer_others(self) -> None:
        self._offered.setText(self._suggest())
        announce(self._offered, self._offered.text())

    def _tell_strength(self, passphrase: str) -> None:
        self._strength.setText(strength_of(passphrase).words if passphrase else "")

    def _choose(self) -> None:
        if not self._do_it.isEnabled():
            return
        self._clear_trouble()
        present = self.present.text() if self.present is not None else ""
        if self.present is not None and not present:
            self._say(self.tr("Type your current passphrase first."))
            self.present.field.setFocus()
        elif self._by_offer.isChecked():
            self.chosen.emit(self._offered.text(), present)
        elif not self.own.text():
            self._say(self.tr("Type a new passphrase first."))
            self.own.field.setFocus()
        elif (strength := strength_of(self.own.text())).level is Level.TOO_SHORT:
            self._say(strength.words)
            self.own.field.setFocus()
        elif not self.own.shown and self.own.text() != self.again.text():
            self._say(self.tr("The two are not the same yet. Choose Show to compare them."))
            self.again.field.setFocus()
        else:
            self.chosen.emit(self.own.text(), present)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self._said, words)

    def _clear_trouble(self) -> None:
        if self._trouble is not None:
            self.column.removeWidget(self._trouble)
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None


def _part() -> tuple[QWidget, QVBoxLayout]:
    """What belongs to one of the two ways, set in below its row."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(36, 0, 0, 0)
    column.setSpacing(8)
    return part, column
