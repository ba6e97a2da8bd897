"""Data protection: how long things hold and are kept, and what is past that."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.supervision.panel import Means, Panel, Question, field
from tiapp.gui.supervision.place_card import PlaceCard
from tiapp.gui.supervision.purpose_card import PurposeCard
from tiapp.supervision.team.care import Choices
from tiapp.supervision.team.model import Person
from tiapp.supervision.team.team import Status

_YEARS = (0, 6, 12, 24, 36, 60, 72, 84, 120)


class CarePanel(Panel):
    """Nothing is ever removed by itself: a person sees what would go, and says so."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_care")
        self._choices = Choices()
        self._gone: tuple[Person, ...] = ()
        self._boxes: dict[str, QComboBox] = {}
        self._place = Muted("")
        self._place.setObjectName("care_place")
        self.add(self._place)
        self.add(SectionTitle(self.tr("How long")))
        card = Card("care_choices")
        for name, words, hint in (
            (
                "valid_months",
                self.tr("A completion &stays current for"),
                self.tr("After that, the lists say that it is time for a refresh."),
            ),
            (
                "keep_months",
                self.tr("Completions are &kept for"),
                self.tr(
                    "Your retention period. Older ones are counted below, and are "
                    "removed when you say so."
                ),
            ),
            (
                "leaver_months",
                self.tr("People who have &left are kept for"),
                self.tr("Counted from the leave date on the staff list."),
            ),
        ):
            card.add(self._choice(name, words))
            card.add(Muted(hint))
        self.add(card)
        self.add(SectionTitle(self.tr("What summaries are for")))
        self._purpose = PurposeCard(means)
        self.add(self._purpose)
        self.add(SectionTitle(self.tr("Older than you keep")))
        card = Card("care_past")
        self._older = Label("")
        self._older.setObjectName("care_older")
        card.add(self._older)
        self._leavers = Label("")
        self._leavers.setObjectName("care_leavers")
        card.add(self._leavers)
        row = FlowRow()
        self._remove_older = buttons.secondary(
            self.tr("Remove older completions"), "care_remove_older", "trash-2"
        )
        self._remove_older.clicked.connect(self._ask_older)
        row.add(self._remove_older)
        self._remove_gone = buttons.secondary(
            self.tr("Remove people who have left"), "care_remove_leavers", "trash-2"
        )
        self._remove_gone.clicked.connect(self._ask_gone)
        row.add(self._remove_gone)
        card.add(row)
        self._question = Question("care_question")
        card.add(self._question)
        self.add(card)
        self.add(SectionTitle(self.tr("One person")))
        self.add(
            Label(
                self.tr(
                    "Under People, choose a person to correct their details, to save "
                    "everything kept about them in one file, or to remove them."
                )
            )
        )
        card = Card("care_back")
        self._number = QLineEdit()
        self._number.setObjectName("care_number")
        keep_width(self._number, most=300)
        card.add(field(self.tr("&Staff number of someone who was removed"), self._number))
        row = FlowRow()
        back = buttons.secondary(self.tr("Accept their files again"), "care_let_in", "undo-2")
        back.clicked.connect(self._let_in)
        row.add(back)
        card.add(row)
        self.add(card)
        self.add(SectionTitle(self.tr("Where the team is kept")))
        self._where = PlaceCard(means)
        self.add(self._where)

    def refresh(self) -> None:
        """Reads what was chosen and what is past it."""
        self._purpose.refresh()
        self._where.refresh()
        team = self.means.desk.team
        self.ask(lambda: (team.status(), team.choices(), team.past_keeping()), self._show)

    def _choice(self, name: str, words: str) -> Any:
        box = QComboBox()
        box.setObjectName(f"care_{name}")
        for months in _YEARS:
            box.addItem(self._months(months), months)
        keep_width(box, most=300)
        box.currentIndexChanged.connect(lambda: self._choose(name, box))
        self._boxes[name] = box
        return field(words, box)

    def _months(self, months: int) -> str:
        if not months:
            return self.tr("No limit")
        if months % 12:
            return self.tr("%n month(s)", "", months)
        return self.tr("%n year(s)", "", months // 12)

    def _choose(self, name: str, box: QComboBox) -> None:
        months: Any = {name: int(box.currentData())}
        self._choices = wanted = replace(self._choices, **months)
        self.do(
            lambda: self.means.desk.team.choose(wanted),
            self.tr("Setting saved"),
            lambda _: self.refresh(),
        )

    def _show(self, read: tuple[Status, Choices, tuple[int, tuple[Person, ...]]]) -> None:
        status, self._choices, (older, self._gone) = read
        self._place.setText(
            self.tr("Kept in: {place}. Completions: {count}.").format(
                place=status.place, count=f"{status.completions:,}"
            )
        )
        for name, box in self._boxes.items():
            months = getattr(self._choices, name)
            box.blockSignals(True)
            if box.findData(months) < 0:
                box.addItem(self._months(months), months)
            box.setCurrentIndex(box.findData(months))
            box.blockSignals(False)
        self._older.setText(
            self.tr("Completions older than you keep: {count}.").format(count=f"{older:,}")
            if older
            else self.tr("No completion is older than you keep.")
        )
        self._leavers.setText(
            self.tr("People who left longer ago than you keep: {count}.").format(
                count=len(self._gone)
            )
            if self._gone
            else self.tr("Nobody left longer ago than you keep.")
        )
        self._remove_older.setEnabled(older > 0)
        self._remove_gone.setEnabled(bool(self._gone))

    def _ask_older(self) -> None:
        self._question.ask(
            self.tr("Remove older completions?"),
            self._older.text()
            + " "
            + self.tr(
                "They are removed for good, and files that still hold them are not counted again."
            ),
            self.tr("Keep them"),
            self.tr("Remove for good"),
            lambda: self.do(
                self.means.desk.team.remove_older,
                self.tr("Older completions removed"),
                lambda _: self.refresh(),
            ),
        )

    def _ask_gone(self) -> None:
        people = self._gone
        self._question.ask(
            self.tr("Remove people who have left?"),
            ", ".join(person.name or person.staff_number for person in people[:30]),
            self.tr("Keep them"),
            self.tr("Remove for good"),
            lambda: self.do(
                lambda: self.means.desk.team.remove([person.id for person in people]),
                self.tr("People removed"),
                lambda _: self.refresh(),
            ),
        )

    def _let_in(self) -> None:
        number = self._number.text()
        if number.strip():
            self.do(lambda: self.means.desk.team.let_in_again(number), "", self._told_back)

    def _told_back(self, found: bool) -> None:
        self.means.hub.status.emit(
            self.tr("This person's files will be accepted again")
            if found
            else self.tr("Nobody with that number was removed")
        )
