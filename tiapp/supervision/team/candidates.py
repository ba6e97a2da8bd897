"""What is remembered of each sound file until the end of an import.

Many thousands of files may be remembered together: of each only what counts, and what many have in
common (days, modules as they were) once for all.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from tiapp.supervision.completion_file import Intact
from tiapp.supervision.team import tables as t
from tiapp.supervision.team.identity import Whose


@dataclass(slots=True)
class Known:
    """What the store held when the import began: enough to pass by what is here already."""

    received: set[bytes]
    waiting: set[bytes]
    modules: frozenset[str]
    taught: "Taught"


class Days(dict[date, str]):
    """Days as the databases take them, each made once."""

    def __missing__(self, day: date) -> str:
        """A day not met before."""
        made = self[day] = day.isoformat()
        return made


class Taught(dict[tuple[str, int, str, str], int]):
    """Numbers of modules as they were, by module id, version, level and title.

    A new one has a negative number until it is kept.
    """

    def __missing__(self, as_it_was: tuple[str, int, str, str]) -> int:
        """A module that was never met like that."""
        made = self[as_it_was] = -1 - len(self)
        return made


def load_known(connection: Connection, modules: frozenset[str]) -> Known:
    """Read it, in three questions. `modules` are those that this computer knows besides."""
    row = t.TaughtRow
    taught = connection.execute(select(row.module_id, row.version, row.level, row.title, row.id))
    known = {(module, version, level, title): id_ for module, version, level, title, id_ in taught}
    return Known(
        received=set(connection.scalars(select(t.ReceivedRow.digest))),
        waiting=set(connection.scalars(select(t.WaitingRow.digest))),
        modules=modules | {module for module, *_ in known},
        taught=Taught(known),
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sound file, with no more of it than has to be kept until the end of the import."""

    file: str
    digest: bytes
    key: str
    installation: str
    whose: Whose
    counter: int
    written: date
    completions: list[tuple[str, int, str]]
    """Record id, number in `taught`, day."""
    taught: Taught

    @classmethod
    def of(cls, file: str, digest: bytes, checked: Intact, known: Known, days: Days) -> "Candidate":
        """Take from the file what counts."""
        payload, taught = checked.payload, known.taught
        return cls(
            file=file,
            digest=digest,
            key=checked.key.hex(),
            installation=payload.installation,
            whose=Whose.of(payload.person),
            counter=payload.counter,
            written=payload.written,
            completions=[
                (
                    done.record_id,
                    taught[done.module_id, done.version, done.level, done.title],
                    days[done.finished],
                )
                for done in payload.completions
            ],
            taught=known.taught,
        )
