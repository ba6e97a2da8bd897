"""A plan as values: if-then steps, each open, done or let go. Done and let go are equals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiapp.learning.model import PromptRef


class StepState(StrEnum):
    """Where a step is. There is no late and no missed."""

    OPEN = "open"
    DONE = "done"
    LET_GO = "let-go"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person writes about a step. Everything may stay empty but one of the first two."""

    when: str = ""
    """The "if": the moment or situation that it is for."""
    then: str = ""
    """What the person means to do."""
    first_move: str = ""
    """The smallest beginning."""
    on: date | None = None
    """The day it is meant for."""
    come_back_on: date | None = None
    """The day on which the person would like to look at it again."""

    @property
    def blank(self) -> bool:
        """True when there is nothing to keep."""
        return not (self.when.strip() or self.then.strip())


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan. `prompt` says which module asked for it, if one did."""

    id: str
    wording: Wording
    state: StepState
    place: int
    """Steps stand in this order; the person decides it."""
    begun_on: date
    closed_on: date | None = None
    helped: str = ""
    """What helped, if the person said so on Done."""
    prompt: PromptRef | None = None

    @property
    def open(self) -> bool:
        """True until it is done or let go."""
        return self.state is StepState.OPEN
