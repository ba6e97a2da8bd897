"""One person's completion summary, and the one list of what may be in it.

Every form that leaves the computer (table, sheet, PDF, statements, signed file) is made from these
columns. A new one has to be added here, and then to all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tiapp.record.model import Completion, Details

FINISHED_MEANS = (
    "Finished means that somebody reached the end of the module at their own pace. Parts may be "
    "skipped, the short route counts, and it is not a test of competence."
)
"""Stands in everything that leaves: whoever reads it should know what it does not say."""

PURPOSE = "Training record; not for pay, performance or absence decisions."
"""What the summary is for, unless the organisation has its own line."""


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` for programs, `heading` for people, `width` in letters."""

    key: str
    heading: str
    width: int
    kind: Kind = Kind.TEXT


class Row(NamedTuple):
    """A line of the table, in the order of COLUMNS. A plain tuple in that order serves as well.

    `finished` is a day as 2026-11-22, so that rows can come straight from a database.
    """

    name: str
    staff_number: str
    team: str
    site: str
    module_id: str
    title: str
    version: int
    level: str
    finished: str
    record_id: str


COLUMNS = (
    Column("name", "Name", 24),
    Column("staff_number", "Staff number", 16),
    Column("team", "Team", 20),
    Column("site", "Site", 20),
    Column("module_id", "Module id", 26),
    Column("title", "Module", 52),
    Column("version", "Version", 11, Kind.NUMBER),
    Column("level", "Level", 18),
    Column("finished", "Finished", 20, Kind.DAY),
    Column("record_id", "Record id", 40),
)
"""The allow-list: the only things about a person that can leave the computer."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; None is open."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class Summary:
    """What one person is about to hand on, just as it will be written.

    `written` is the day; `number` the place of the next signed file among those this installation
    has saved. It counts files and not completions, so a gap in it tells of no module.
    """

    person_id: str
    details: Details
    completions: tuple[Completion, ...]
    written: date
    number: int
    purpose: str = PURPOSE

    def rows(self) -> Iterator[Row]:
        """The lines of the table, oldest first."""
        who = self.details
        for done in self.completions:
            yield Row(
                name=who.name,
                staff_number=who.staff_number,
                team=who.team,
                site=who.site,
                module_id=done.module_id,
                title=done.title,
                version=done.version,
                level=done.level,
                finished=done.finished_on.isoformat(),
                record_id=done.record_id,
            )


def chosen(
    completions: Iterable[Completion], period: Period, modules: frozenset[str] | None = None
) -> tuple[Completion, ...]:
    """Those in the period, and of those modules (None: of all), oldest first."""
    kept = [
        done
        for done in completions
        if period.holds(done.finished_on) and (modules is None or done.module_id in modules)
    ]
    return tuple(sorted(kept, key=lambda done: done.finished_on))
