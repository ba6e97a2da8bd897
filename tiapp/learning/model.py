"""Packs, modules and parts, as values."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from tiapp.learning.blocks import Block, ContentNote


class Level(StrEnum):
    """Practice levels of the Knowledge and Skills Framework (NHS Education for Scotland, 2017).

    Steady teaches the first two; leadership is the first with what leaders need besides.
    """

    INFORMED = "informed"
    INFORMED_SKILLED = "informed-skilled"
    SKILLED = "skilled"
    LEADERSHIP = "leadership"


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from. `year` is None for undated sources."""

    title: str
    publisher: str
    year: int | None
    used_for: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a version of a module brought, in words for learners."""

    version: int
    what: str


@dataclass(frozen=True, slots=True)
class Review:
    """Who has really reviewed the module; empty until that has happened."""

    specialist: str = ""
    lived_experience: str = ""

    @property
    def done(self) -> bool:
        """True once both kinds of reviewer have signed."""
        return bool(self.specialist and self.lived_experience)


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A part as lists show it. `minutes` is at least 1."""

    id: str
    title: str
    minutes: int
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleEntry:
    """A module as lists show it: all that Learn, Home and Quick search need without opening it."""

    id: str
    pack_id: str
    title: str
    version: int
    level: Level
    minutes: int
    topics: tuple[str, ...]
    audience: str
    outcomes: tuple[str, ...]
    has_content_note: bool
    reviewed: bool
    language: str
    parts: tuple[PartEntry, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a module. `note` is shown before anything else of it."""

    id: str
    title: str
    minutes: int
    note: ContentNote | None
    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Module:
    """A whole module, read and checked."""

    entry: ModuleEntry
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    changes: tuple[Change, ...]
    review: Review
    checked_against_sources: date | None
    short_route: tuple[str, ...] = ()
    """Part ids, in order, of a way through for who has little time; empty: there is none."""

    @property
    def id(self) -> str:
        """Unique across packs; never changes."""
        return self.entry.id

    def part_number(self, part_id: str) -> int:
        """1 for the first part. KeyError when there is no such part."""
        for number, part in enumerate(self.parts, start=1):
            if part.id == part_id:
                return number
        raise KeyError(part_id)

    def changes_since(self, version: int) -> tuple[Change, ...]:
        """What later versions brought, oldest first."""
        return tuple(
            sorted((c for c in self.changes if c.version > version), key=lambda c: c.version)
        )


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of modules."""

    id: str
    title: str
    publisher: str
    version: int
    language: str
    description: str
    path: Path


@dataclass(frozen=True, slots=True)
class PackProblem:
    """Why something could not be read, and how to mend it. `line` 0: the whole file."""

    file: Path
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        """One line for the command line."""
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.what} {self.mend}"


@dataclass(frozen=True, slots=True)
class PromptRef:
    """Points at a prompt in a module; `text` is its wording when it was shown."""

    pack: str
    module: str
    part: str
    block: str
    text: str
    plan: bool = field(default=False, compare=False)
    """Whether it asks for a step to plan, and not for something to think over."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary."""

    name: str
    meaning: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A number to ring. `hours` and `confidential` are empty when nothing sure is known."""

    id: str
    name: str
    for_whom: str
    number: str
    need: str
    last_checked: date
    hours: str = ""
    confidential: str = ""

    def may_have_changed(self, today: date) -> bool:
        """True once the number was last checked more than twelve months ago."""
        checked = self.last_checked
        try:
            due = checked.replace(year=checked.year + 1)
        except ValueError:  # 29 February
            due = date(checked.year + 1, 3, 1)
        return today > due


@dataclass(frozen=True, slots=True)
class LocalContact:
    """Somebody inside the organisation; while `value` is empty, `ask` stands in its place."""

    id: str
    name: str
    what_for: str
    value: str
    ask: str
    last_checked: date | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A short steadying exercise that can be left at any moment."""

    title: str
    intro: str
    steps: tuple[str, ...]
    leave: str


@dataclass(frozen=True, slots=True)
class SupportList:
    """Where support is. Contacts come in the order to show them, immediate help first."""

    note: str
    contacts: tuple[Contact, ...]
    local: tuple[LocalContact, ...]
    pause: Pause | None
