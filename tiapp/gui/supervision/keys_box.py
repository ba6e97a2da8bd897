"""Keys to decide about: a person's file from a computer that was not known to be theirs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.equal_row import equal_row
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.supervision.panel import Means, Panel
from tiapp.supervision.team.model import KeyQuestion

SHOWN = 10
"""Questions shown at once; deciding brings the next."""


class KeysBox(Panel):
    """Hidden while there is nothing to decide."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_keys")
        self._questions: tuple[KeyQuestion, ...] = ()
        self._title = SectionTitle(self.tr("New keys to decide about"))
        self.add(self._title)
        self.add(
            Label(
                self.tr(
                    "Each computer signs with its own key for each person. Working at more "
                    "than one computer is normal. Ask the person, then decide once; Steady "
                    "will not ask again. A key shows that a file was not changed. It does "
                    "not show who was at the computer."
                )
            )
        )
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.column.addLayout(self._cards)
        self._made: list[QWidget] = []
        self._more = Muted("")
        self.add(self._more)
        row = FlowRow()
        self._all = buttons.secondary(
            self.tr("Accept all of these keys"), "keys_accept_all", "check"
        )
        self._all.clicked.connect(lambda: self._accept(self._questions))
        row.add(self._all)
        self.add(row)
        self.hide()

    def refresh(self) -> None:
        """Reads what is to be decided."""
        self.ask(self.means.desk.team.key_questions, self._show)

    def _show(self, questions: tuple[KeyQuestion, ...]) -> None:
        self._questions = questions
        self.setVisible(bool(questions))
        for card in self._made:
            card.hide()
            self._cards.removeWidget(card)
            card.deleteLater()
        self._made = [self._card(n, q) for n, q in enumerate(questions[:SHOWN], start=1)]
        for card in self._made:
            self._cards.addWidget(card)
            card.show()
        left = len(questions) - len(self._made)
        self._more.setText(self.tr("And more of them: {count}").format(count=left))
        self._more.setVisible(left > 0)
        self._all.setVisible(len(questions) > 1)

    def _card(self, number: int, question: KeyQuestion) -> Card:
        card = Card(f"key_{number}")
        who = " · ".join(
            word for word in (question.name or self.tr("No name given"), question.staff_number,
                              question.team, question.site) if word
        )  # fmt: skip
        card.add(Label(who, "strong"))
        card.add(
            Label(
                self.tr(
                    "New installation {new}, first seen on {day}. Already known: {known}."
                ).format(
                    new=question.installation,
                    day=long_date(question.first_seen),
                    known=", ".join(question.known),
                )
            )
        )
        card.add(Muted(self.tr("Files waiting: {count}").format(count=question.files)))
        yes = buttons.secondary(self.tr("Accept this key"), f"key_{number}_accept", "check")
        yes.clicked.connect(lambda: self._accept((question,)))
        no = buttons.secondary(self.tr("Do not accept this key"), f"key_{number}_refuse", "x")
        no.clicked.connect(lambda: self._refuse(question))
        for button in (yes, no):
            button.setAccessibleDescription(who)
        card.add(equal_row(yes, no))
        return card

    def _accept(self, questions: tuple[KeyQuestion, ...]) -> None:
        self.do(
            lambda: self.means.desk.team.accept_keys(questions),
            self.tr("Key accepted"),
            lambda _: self.refresh(),
        )

    def _refuse(self, question: KeyQuestion) -> None:
        self.do(
            lambda: self.means.desk.team.refuse_keys([question]),
            self.tr("Key not accepted"),
            lambda _: self.refresh(),
        )
