"""The questions of a check-in, all of them optional, and a note if one likes."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit.card import Card
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.private_text import PrivateText, labelled
from tiapp.gui.private.step_scale import StepScale
from tiapp.learning.practice.model import CheckInItem, CheckInSet, ItemKind
from tiapp.private.check_in_model import Answer, CheckIn


class CheckInForm(Card):
    """Shows one set of questions.

    Signals:
        changed(): something was chosen or written.
    """

    changed = Signal()

    def __init__(self, items: CheckInSet, parent: QWidget | None = None) -> None:
        super().__init__("check_in_form", parent)
        self.column.setSpacing(20)
        self._set = items
        self._scales: dict[str, StepScale] = {}
        self._texts: dict[str, PrivateText] = {}
        for item in items.items:
            self.add(self._scale(item) if item.kind is ItemKind.SCALE else self._text(item))
        self._note = PrivateText("check_in_note")
        self._note.textChanged.connect(self.changed)
        self.add(labelled(self.tr("A n&ote, if you like"), self._note))
        theme().changed.connect(self._fit)

    @property
    def first(self) -> QWidget:
        """Where answering begins."""
        return next(iter(self._scales.values()), self._note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All scales lie across, or none: the same shape is quicker to go through."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        around = self.column.contentsMargins()
        room = self.width() - around.left() - around.right()
        across = all(scale.least_width() <= room for scale in self._scales.values())
        for scale in self._scales.values():
            scale.set_across(across)

    def check_in(self, at: datetime) -> CheckIn:
        """What is answered now."""
        answers = [self._answer(item) for item in self._set.items if not self._answer(item).blank]
        return CheckIn(
            at=at,
            instrument=self._set.id,
            version=self._set.version,
            answers=tuple(answers),
            note=self._note.words(),
        )

    def show_check_in(self, check_in: CheckIn | None) -> None:
        """Shows other answers; None: all blank. What no longer fits a scale stays blank."""
        was = self.blockSignals(True)
        for item_id, scale in self._scales.items():
            answer = check_in.answer(item_id) if check_in is not None else None
            fits = answer is not None and answer.steps == scale.steps
            scale.set_step(answer.step if answer is not None and fits else None)
        for item_id, text in self._texts.items():
            answer = check_in.answer(item_id) if check_in is not None else None
            text.setPlainText(answer.words if answer is not None else "")
        self._note.setPlainText(check_in.note if check_in is not None else "")
        self.blockSignals(was)

    def _answer(self, item: CheckInItem) -> Answer:
        if item.kind is ItemKind.SCALE:
            scale = self._scales[item.id]
            return Answer(item.id, scale.step, scale.steps)
        return Answer(item.id, words=self._texts[item.id].words())

    def _scale(self, item: CheckInItem) -> QWidget:
        scale = StepScale(item.ask, item.scale, f"item_{item.id}")
        scale.changed.connect(self.changed)
        self._scales[item.id] = scale
        return scale

    def _text(self, item: CheckInItem) -> QWidget:
        text = PrivateText(f"item_{item.id}")
        text.textChanged.connect(self.changed)
        self._texts[item.id] = text
        return labelled(item.ask.replace("&", "&&"), text)
