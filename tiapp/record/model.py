"""What is remembered of a person's learning: places, attempts, completions.

It never says which part was skipped, which was read as a summary, or how a question was answered.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ModuleState(StrEnum):
    """How far a person is with a module."""

    NOT_STARTED = "not started"
    STARTED = "started"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in a module.

    A part, the block at the top of the view (0 is the first), and how far into that block
    (0.0 to 1.0).
    """

    part_id: str
    block: int = 0
    into: float = 0.0


@dataclass(frozen=True, slots=True)
class Resume:
    """How to open a module for somebody.

    `updated_from` is the version they began with, when the module has changed since.
    `looking_again` means that the module is finished and reading changes nothing.
    """

    place: Place
    reached: frozenset[str]
    looking_again: bool = False
    updated_from: int | None = None


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """A line for lists: how far, how many parts were reached, and the day it was last finished."""

    module_id: str
    state: ModuleState
    reached: int = 0
    finished_on: date | None = None


@dataclass(frozen=True, slots=True)
class CarryOn:
    """All that Home needs to offer the module somebody is in the middle of."""

    module_id: str
    title: str
    part_id: str
    part_title: str
    part_number: int
    part_count: int
    reached: int
    minutes: int
    """Minutes for the next part alone."""
    place: Place


@dataclass(frozen=True, slots=True)
class Completion:
    """A module finished: as it was then, for good. `record_id` is a UUID4."""

    record_id: str
    module_id: str
    title: str
    version: int
    level: str
    finished_on: date


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way through a module, from its first page to its completion.

    `number` is 1 for the first attempt; `version` is the version whose changes the person knows.
    """

    id: int
    module_id: str
    number: int
    version: int
    place: Place
    finished: bool


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """What Home and lists need to know of one person: a line per module, and what to carry on."""

    carry_on: CarryOn | None = None
    states: tuple[ModuleProgress, ...] = ()

    @property
    def finished_ids(self) -> frozenset[str]:
        """The modules finished at least once."""
        return frozenset(line.module_id for line in self.states if line.finished_on)


@dataclass(frozen=True, slots=True)
class Details:
    """How somebody wants to stand in a completion summary; all of it may be empty.

    Asked on the summary's screen only, and used for nothing else.
    """

    name: str = ""
    staff_number: str = ""
    team: str = ""
    site: str = ""
