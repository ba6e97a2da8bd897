"""Pathways, prompts, exercises and the like, as values."""

from dataclasses import dataclass
from enum import StrEnum

from tiapp.learning.blocks import Block
from tiapp.learning.model import ModuleEntry


@dataclass(frozen=True, slots=True)
class PathwayOutline:
    """A route through modules as its file has it: by their ids."""

    id: str
    title: str
    for_whom: str
    module_ids: tuple[str, ...]
    prepares_for: tuple[str, ...]
    does_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beyond:
    """A level of practice that Steady points to and does not teach."""

    id: str
    title: str
    for_whom: str
    where: str


@dataclass(frozen=True, slots=True)
class PathwayFile:
    """What a pathways.toml holds."""

    outlines: tuple[PathwayOutline, ...] = ()
    beyond: tuple[Beyond, ...] = ()


@dataclass(frozen=True, slots=True)
class Pathway:
    """A route through modules that are here, in order."""

    id: str
    title: str
    for_whom: str
    modules: tuple[ModuleEntry, ...]
    prepares_for: tuple[str, ...]
    does_not: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """How long it takes altogether: the minutes of its modules."""
        return sum(module.minutes for module in self.modules)


@dataclass(frozen=True, slots=True)
class Pathways:
    """All routes, and the levels beyond them."""

    routes: tuple[Pathway, ...] = ()
    beyond: tuple[Beyond, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """What prompts are sorted by: a theme, or how the day is. `title` is for people."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question to think or write about. `themes` and `moods` are ids of tags."""

    id: str
    text: str
    themes: tuple[str, ...]
    moods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompts:
    """The collection. The order of tags is the order to show them in."""

    themes: tuple[Tag, ...] = ()
    moods: tuple[Tag, ...] = ()
    prompts: tuple[Prompt, ...] = ()

    def fitting(self, *, theme: str = "", mood: str = "") -> tuple[Prompt, ...]:
        """The prompts with that theme and mood, in the order of the file; "" means any."""
        return tuple(
            prompt
            for prompt in self.prompts
            if (not theme or theme in prompt.themes) and (not mood or mood in prompt.moods)
        )


@dataclass(frozen=True, slots=True)
class GuidedStep:
    """One step of a guided reflection: a short title, its question, and a hint or none."""

    id: str
    title: str
    ask: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class GuidedModel:
    """A way to think something over, step by step. Every step may stay empty."""

    id: str
    title: str
    about: str
    minutes: int
    after: str
    """Whose idea it goes back to. The wording is the pack's own."""
    steps: tuple[GuidedStep, ...]


class ExerciseKind(StrEnum):
    """What an exercise works with."""

    SENSES = "senses"
    MOVEMENT = "movement"
    BREATH = "breath"
    ATTENTION = "attention"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Exercise:
    """Something short that may help a person to feel steadier; it can be left at any step."""

    id: str
    title: str
    kind: ExerciseKind
    minutes: int
    about: str
    steps: tuple[str, ...]
    leave_out: str
    """Who should rather leave it out, and what to take instead."""


class ItemKind(StrEnum):
    """How an item of a check-in is answered."""

    SCALE = "scale"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CheckInItem:
    """One question about today. A scale has a word for each place on it, none of them a score."""

    id: str
    kind: ItemKind
    ask: str
    scale: tuple[str, ...] = ()
    name: str = ""
    """A word or two for it beside a line or above a column; the question stands in when empty."""


@dataclass(frozen=True, slots=True)
class CheckInSet:
    """The questions of a check-in, with who wrote them and under which licence they may be used.

    Without licence, attribution and version it does not come out of the reader at all.
    """

    id: str
    title: str
    version: int
    licence: str
    attribution: str
    source: str
    intro: str
    items: tuple[CheckInItem, ...]
    scoring: str = ""
    """How the owner of the questions scores them, in words. Steady does not score anything."""


class ResourceKind(StrEnum):
    """What somebody would open a resource for, in the order to show."""

    LEARN = "learn"
    CHANGE = "change"
    LAW = "law"
    RESEARCH = "research"
    MEET = "meet"


@dataclass(frozen=True, slots=True)
class Resource:
    """Something outside Steady worth looking for. `year` is None for what has no date."""

    id: str
    title: str
    publisher: str
    year: int | None
    what_for: str
    kind: ResourceKind


class AnswerKind(StrEnum):
    """How a question of a template is answered."""

    FIT = "fit"
    CHOICE = "choice"
    TEXT = "text"
    DATE = "date"
    WHO = "who"


class Fit(StrEnum):
    """The four answers to a question of the kind `fit`."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not-yet"
    NOT_RELEVANT = "not-relevant"


class Beside(StrEnum):
    """What may be written beside each answer of a section."""

    NOTE = "note"
    WHO = "who"
    DATE = "date"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a template. `options` belong to the kind `choice` alone."""

    id: str
    ask: str
    answer: AnswerKind
    hint: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together.

    `rows` is 0 when they are asked once; otherwise they are the columns of a table with that many
    empty rows on paper, and as many as are wanted on a screen.
    """

    id: str
    title: str
    about: str
    questions: tuple[Question, ...]
    beside: tuple[Beside, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """A form for practice: a policy seen through a trauma lens, a walk through a building."""

    id: str
    title: str
    version: int
    for_whom: str
    about: str
    minutes: int
    note: str
    """What to know first: what it is not, whose ideas it goes back to, what took its place."""
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to print and pass on. `id` is the name of its file."""

    id: str
    title: str
    opening: tuple[Block, ...]
    sections: tuple[SheetSection, ...]
