"""What an importer hands over, and what became of it. Plain Python."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class DateFrom(StrEnum):
    """How the day of a record was found out; the surest first."""

    TEXT = "its own first lines"
    NAME = "its name"
    FILE = "when the file was last changed"


@dataclass(frozen=True, slots=True)
class Record:
    """An entry of another journal. `where` names it for people: a path inside the folder.

    `id` is set when it was written by Steady's own export. `note` says what could not be
    understood, although nothing was lost by it.
    """

    where: str
    written: datetime
    body: str
    title: str = ""
    tags: tuple[str, ...] = ()
    zone: str = ""
    date_from: DateFrom = DateFrom.TEXT
    id: str = ""
    asked: str = ""
    note: str = ""

    @property
    def origin(self) -> str:
        """The same for the same entry, so that a second import finds it here already.

        It does not depend on where the folder stands. A file's time of change does not count, as
        copying alters it.
        """
        if self.id:
            return f"steady:{self.id}"
        day = "" if self.date_from is DateFrom.FILE else self.written.isoformat()
        whole = "\0".join((day, self.title, self.body))
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or record that is not taken, and why, in a sentence."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or, after a dry run, what it would do."""

    new: int = 0
    here_already: int = 0
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Skipped, ...] = ()
    first: date | None = None
    last: date | None = None
    by_date_from: tuple[tuple[DateFrom, int], ...] = ()
