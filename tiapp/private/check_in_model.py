"""Check-ins as values. Every answer is optional, and nothing here adds answers up."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one item: a step of its scale, or words of one's own.

    The number of steps is kept beside the step, so that an answer still means the same when a
    later version of the items has another scale.
    """

    item: str
    step: int | None = None
    """0 is the first word of the scale."""
    steps: int = 0
    words: str = ""

    @property
    def blank(self) -> bool:
        """True when nothing was said."""
        return self.step is None and not self.words.strip()

    @property
    def height(self) -> float | None:
        """Where on its scale: 0 is the first word, 1 the last. None for words of one's own."""
        return height(self.step, self.steps)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in: when, to which version of which items, and what was said.

    `at` is the local time that the clock on the wall showed. `id` is empty until it is kept.
    """

    at: datetime
    instrument: str
    version: int
    answers: tuple[Answer, ...] = ()
    note: str = ""
    id: str = ""

    @property
    def blank(self) -> bool:
        """True when nothing at all was said."""
        return not self.note.strip() and all(answer.blank for answer in self.answers)

    def answer(self, item: str) -> Answer | None:
        """The answer to that item, if there is one."""
        return next((answer for answer in self.answers if answer.item == item), None)

    def said(self) -> tuple[Answer, ...]:
        """The answers that are not blank."""
        return tuple(answer for answer in self.answers if not answer.blank)


class Reading(NamedTuple):
    """One answer as a picture needs it."""

    at: datetime
    item: str
    height: float


def height(step: int | None, steps: int) -> float | None:
    """Where a step is between the first and the last; None when it is no step of that scale."""
    if step is None or steps < 2 or not 0 <= step < steps:
        return None
    return step / (steps - 1)
