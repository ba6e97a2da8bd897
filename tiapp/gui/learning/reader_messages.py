"""Calm words of the reader: looking again, a newer version, and what to do about errors."""

from datetime import date

from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.learning.list_block import bullets
from tiapp.learning.model import Module, Part


class LookingAgainNote(CalloutBox):
    """Says that reading a finished module changes nothing, and offers to take it anew."""

    def __init__(self, finished_on: date | None, parent: QWidget | None = None) -> None:
        super().__init__("info", "", parent)
        if finished_on is None:
            words = self.tr("You have finished this module. Looking again changes nothing.")
        else:
            day = long_date(finished_on)
            words = self.tr("You finished this on {day}. Looking again changes nothing.").format(
                day=day
            )
        self.setAccessibleName(words)
        self.setObjectName("looking_again")
        self.add(Label(words))
        self.column.addSpacing(8)
        row = FlowRow()
        self.take_again: QAbstractButton = buttons.secondary(self.tr("Take it again"), "take_again")
        row.add(self.take_again)
        self.add(row)


class UpdatedNote(CalloutBox):
    """Says kindly what has changed since the person began."""

    def __init__(self, module: Module, since: int, parent: QWidget | None = None) -> None:
        super().__init__("info", self.tr("This module has been updated"), parent)
        self.setObjectName("updated_note")
        self.add(Label(self.tr("Your place is kept.")))
        changes = [change.what for change in module.changes_since(since)]
        if changes:
            self.add(Label(self.tr("What is new:")))
            self.add(bullets(changes))


class ShortRouteNote(CalloutBox):
    """Offers fewer parts to who has little time. Reading on as usual needs no answer."""

    def __init__(self, parts: list[Part], parent: QWidget | None = None) -> None:
        super().__init__("key", self.tr("Short of time?"), parent)
        self.setObjectName("short_route_note")
        words = self.tr("There is a short route: {parts}, {minutes}. The rest stays here.")
        self.add(
            Label(
                words.format(
                    parts=self.tr("%n part(s)", "", len(parts)),
                    minutes=self.tr("about %n minute(s)", "", sum(p.minutes for p in parts)),
                )
            )
        )
        self.column.addSpacing(8)
        row = FlowRow()
        self.take_it: QAbstractButton = buttons.secondary(
            self.tr("Take the short route"), "take_short_route"
        )
        row.add(self.take_it)
        self.add(row)


class ProblemNote(CalloutBox):
    """What happened, that work is safe, and what to do next; then a code."""

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__("attn", error.title, parent)
        self.setObjectName("reader_problem")
        self.add(Label(error.advice))
        if error.code:
            self.add(Muted(self.tr("Code: {code}").format(code=error.code)))
        self.column.addSpacing(8)
        self.row = FlowRow()
        self.add(self.row)

    def offer(self, words: str, name: str) -> QAbstractButton:
        """Adds a button."""
        button = buttons.secondary(words, name)
        self.row.add(button)
        return button
