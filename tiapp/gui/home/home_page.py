"""Home: a greeting, the one module to carry on with, and a way to support."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.progress_line import ProgressLine
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.slot_holder import SlotHolder
from tiapp.gui.kit.slots import Slots
from tiapp.gui.kit.text import Label, Muted, SectionTitle

if TYPE_CHECKING:
    from tiapp.learning.model import ModuleEntry
    from tiapp.record.model import CarryOn


@dataclass(frozen=True, slots=True)
class Offer:
    """What Home offers: the module to carry on with, or else one to begin, or neither."""

    carry_on: "CarryOn | None" = None
    suggestion: "ModuleEntry | None" = None


class HomePage(Page):
    """What a person sees first. `read` is asked in the worker: the record may be in use."""

    topics = frozenset({Topic.PROGRESS, Topic.PEOPLE, Topic.LIBRARY})

    def __init__(
        self,
        name: Callable[[], str],
        now: Callable[[], datetime],
        read: Callable[[], Offer],
        worker: Worker,
        slots: Slots,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "home_page", parent)
        self._name = name
        self._now = now
        self._read = read
        self._worker = worker
        self._main: QAbstractButton | None = None
        self.add(
            Muted(
                self.tr(
                    "You can stop at any point. Everything saves as you go, on this computer only."
                )
            )
        )
        self._card = Card("carry_on_card")
        self.add(self._card)
        self._slots = slots
        self._cards = SlotHolder(slots, self._slot_cards)
        self.add(self._cards)
        self.add(self._support_card())

    def main_button(self) -> QAbstractButton | None:
        """*Carry on*, or *Start*."""
        return self._main

    def refresh(self) -> None:
        """Greets, and offers the module that the person is in the middle of."""
        self.title.setText(self._greeting())
        if self._slots.home:
            self._cards.draw()
        self._worker.run(self, self._read, self._show, failed=self._show_trouble)

    def _show(self, offer: Offer) -> None:
        if offer.carry_on is not None:
            self._show_carry_on(offer.carry_on)
        else:
            self._show_suggestion(offer.suggestion)

    def _show_trouble(self, error: AppError) -> None:
        """The record cannot be read: what happened, and what one can do all the same."""
        self._clear()
        self._card.add(SectionTitle(self.tr("Steady cannot find your place at the moment")))
        self._card.add(Label(error.title))
        self._card.add(Label(error.advice))
        if error.code:
            self._card.add(Muted(self.tr("Code: {code}").format(code=error.code)))
        row = FlowRow()
        again = buttons.primary(self.tr("Try again"), "home_try_again")
        again.clicked.connect(self.refresh)
        row.add(again)
        learn = buttons.secondary(self.tr("Open Learn"), "open_learn")
        learn.clicked.connect(lambda: self.go.emit(Destination(Screen.LEARN)))
        row.add(learn)
        self._card.add(row)
        self._main = again
        announce(self, f"{error.title} {error.advice}")

    def _greeting(self) -> str:
        hour = self._now().hour
        if hour < 12:
            words = self.tr("Good morning")
        elif hour < 18:
            words = self.tr("Good afternoon")
        else:
            words = self.tr("Good evening")
        name = self._name()
        if not name:
            return words
        return self.tr("{greeting}, {name}").format(greeting=words, name=name)

    def _clear(self) -> None:
        while (item := self._card.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._main = None

    def _show_carry_on(self, carry_on: "CarryOn") -> None:
        self._clear()
        self._card.add(SectionTitle(self.tr("Carry on: {title}").format(title=carry_on.title)))
        self._card.add(Muted(self._place_words(carry_on)))
        self._card.add(
            ProgressLine(
                carry_on.reached,
                carry_on.part_count,
                self.tr("{reached} of {count} parts reached").format(
                    reached=carry_on.reached, count=carry_on.part_count
                ),
            )
        )
        there = Destination(Screen.MODULE, module_id=carry_on.module_id, resume=True)
        self._offer(self.tr("Carry on"), "carry_on", there, self.tr("Choose something else"))

    def _place_words(self, carry_on: "CarryOn") -> str:
        return self.tr("Part {number} of {count}: {part} · about {minutes}").format(
            number=carry_on.part_number,
            count=carry_on.part_count,
            part=carry_on.part_title,
            minutes=self.tr("%n minute(s)", "", carry_on.minutes),
        )

    def _show_suggestion(self, entry: "ModuleEntry | None") -> None:
        self._clear()
        if entry is None:
            self._card.add(SectionTitle(self.tr("Nothing is waiting for you")))
            self._card.add(
                Muted(self.tr("You can look again at any module, or choose a new one, in Learn."))
            )
            self._offer(self.tr("Open Learn"), "open_learn", Destination(Screen.LEARN), "")
            return
        self._card.add(
            SectionTitle(self.tr("When you are ready: {title}").format(title=entry.title))
        )
        self._card.add(
            Muted(
                self.tr("{parts}, {minutes} in all. One part at a time is fine.").format(
                    parts=self.tr("%n part(s)", "", len(entry.parts)),
                    minutes=self.tr("about %n minute(s)", "", entry.minutes),
                )
            )
        )
        there = Destination(Screen.MODULE, module_id=entry.id, resume=True)
        self._offer(
            self.tr("Start this module"), "start_module", there, self.tr("Choose something else")
        )

    def _offer(self, words: str, name: str, there: Destination, other: str) -> None:
        row = FlowRow()
        main = buttons.primary(words, name, "arrow-right")
        main.clicked.connect(lambda: self.go.emit(there))
        row.add(main)
        if other:
            choose = buttons.secondary(other, "choose_something_else")
            choose.clicked.connect(lambda: self.go.emit(Destination(Screen.LEARN)))
            row.add(choose)
        self._card.add(row)
        self._main = main

    def _slot_cards(self) -> list[QWidget]:
        made = (card.home_card(self.go.emit) for card in self._slots.home)
        return [card for card in made if card is not None]

    def _support_card(self) -> Card:
        card = Card("support_card")
        card.add(SectionTitle(self.tr("A heavy day?")))
        card.add(
            Muted(
                self.tr(
                    "Support has people you can talk to, and a short pause you can leave at any "
                    "moment."
                )
            )
        )
        row = FlowRow()
        button = buttons.secondary(self.tr("Open support"), "open_support", "life-buoy")
        button.clicked.connect(lambda: self.go.emit(Destination(Screen.SUPPORT)))
        row.add(button)
        card.add(row)
        return card
