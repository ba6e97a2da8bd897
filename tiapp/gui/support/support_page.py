"""Support: immediate help first, then ways to steady oneself, then people to talk to.

It is drawn from one data file, and from a list in the code should that file be missing: it works
before anybody has said who they are.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination
from tiapp.gui.kit.text import Label, Muted, SectionTitle, SmallTitle
from tiapp.gui.support.exercises_card import ExercisesCard
from tiapp.gui.support.pause_card import PauseCard
from tiapp.learning.model import Contact, LocalContact, SupportList
from tiapp.learning.practice.model import Exercise

IMMEDIATE = "immediate"
EXERCISES = "exercises"
"""The item that a destination names to begin with the exercises."""

_log = logging.getLogger(__name__)


class SupportPage(Page):
    """Who to turn to, in the order of the data file.

    Signals:
        back_wanted(): back to what the person was doing.
    """

    topics = frozenset({Topic.LIBRARY})
    back_wanted = Signal()

    def __init__(
        self,
        support: Callable[[], SupportList],
        exercises: Callable[[], Sequence[Exercise]],
        today: Callable[[], date],
        hub: Hub,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Support"), "support_page", parent)
        self._support = support
        self._exercises = exercises
        self._steadying: ExercisesCard | None = None
        self._begin_there = False
        self._today = today
        self._hub = hub
        self._drawn: tuple[SupportList, date] | None = None
        row = FlowRow()
        self._back = buttons.secondary(self.tr("Go back"), "support_back", "arrow-left")
        self._back.clicked.connect(self.back_wanted)
        row.add(self._back)
        self._back_row = row
        self.add(row)
        row.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.column.addLayout(self._list)

    def open(self, destination: Destination) -> None:
        """Shows a way back to who asked for help in the middle of something."""
        self._back_row.setVisible(destination.resume)
        self._begin_there = destination.item == EXERCISES

    def refresh(self) -> None:
        """Draws the list; read at once, for this page must never wait."""
        QTimer.singleShot(0, self, self._show_exercises)
        now = (self._support(), self._today())
        if now == self._drawn:
            return
        self._drawn = now
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        support, today = now
        if any(contact.may_have_changed(today) for contact in support.contacts):
            self._list.addWidget(
                notice(
                    "care",
                    self.tr("Some numbers may have changed"),
                    self.tr(
                        "They were last checked more than twelve months ago. 999 and 111 stay "
                        "the same."
                    ),
                )
            )
        self._section(
            self.tr("Immediate help"), [c for c in support.contacts if c.need == IMMEDIATE]
        )
        if support.pause is not None:
            self._list.addWidget(PauseCard(support.pause))
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._list.addWidget(place)
        self._steadying = None
        self._local_section(support.local)
        self._section(
            self.tr("People to talk to"), [c for c in support.contacts if c.need != IMMEDIATE]
        )
        if support.note:
            self._list.addWidget(Muted(support.note))

    def main_button(self) -> QAbstractButton | None:
        """Nothing is dialled or sent from here, so there is no main action."""
        return None

    def escape(self) -> bool:
        """Back from an exercise to the others."""
        return self._steadying is not None and self._steadying.escape()

    def _show_exercises(self) -> None:
        """A moment later than the numbers; whatever is wrong here must not be in their way."""
        if self._steadying is None:
            try:
                exercises = self._exercises()
            except Exception:
                _log.exception("The exercises could not be read")
                return
            if not exercises:
                return
            self._steadying = ExercisesCard(exercises)
            self._place.addWidget(self._steadying)
        if self._begin_there:
            self._begin_there = False
            self._steadying.heading.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensure_visible(self._steadying)

    def _section(self, title: str, contacts: list[Contact]) -> None:
        if not contacts:
            return
        self._list.addWidget(SectionTitle(title))
        for contact in contacts:
            self._list.addWidget(self._contact(contact))

    def _contact(self, contact: Contact) -> Card:
        card = Card(f"contact_{contact.id}")
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(SmallTitle(contact.name))
        words.addWidget(Label(contact.for_whom))
        for line in (contact.hours, contact.confidential):
            if line:
                words.addWidget(Muted(line))
        day = long_date(contact.last_checked)
        words.addWidget(Label(self.tr("Number last checked on {day}").format(day=day), "small"))
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addLayout(self._number(contact))
        card.column.addLayout(row)
        return card

    def _number(self, contact: Contact) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        number = Label(contact.number, "h3")
        number.setWordWrap(False)
        number.setAccessibleName(
            self.tr("Number of {name}: {number}").format(name=contact.name, number=contact.number)
        )
        column.addWidget(number, 0, Qt.AlignmentFlag.AlignRight)
        copy = buttons.quiet(self.tr("Copy number"), f"copy_{contact.id}", "copy")
        copy.setAccessibleName(self.tr("Copy the number of {name}").format(name=contact.name))
        copy.clicked.connect(lambda: self._copy(contact.number))
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        return column

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        words = self.tr("Copied. Paste it where you need it.")
        self._hub.status.emit(words)
        announce(self, words)

    def _local_section(self, local: tuple[LocalContact, ...]) -> None:
        if not local:
            return
        self._list.addWidget(SectionTitle(self.tr("Where you work")))
        known = [contact for contact in local if contact.value]
        for contact in known:
            card = Card(f"local_{contact.id}")
            card.add(SmallTitle(contact.name))
            card.add(Label(contact.what_for))
            card.add(Label(contact.value, "h3"))
            if contact.last_checked is not None:
                day = long_date(contact.last_checked)
                card.add(Label(self.tr("Last checked on {day}").format(day=day), "small"))
            self._list.addWidget(card)
        missing = [contact for contact in local if not contact.value]
        if missing:
            card = Card("local_ask")
            card.add(SmallTitle(self.tr("Ask your manager")))
            card.add(
                Label(
                    self.tr(
                        "Your organisation has not put these into Steady yet. Your manager can "
                        "tell you who they are: {names}."
                    ).format(names=", ".join(contact.name for contact in missing))
                )
            )
            self._list.addWidget(card)
