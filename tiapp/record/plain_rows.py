"""What `Progress.resume` asks, through the driver alone.

Somebody who presses *Carry on* at once should not wait for SQLAlchemy to be imported.
"""

import sqlite3

from tiapp.record.model import Attempt, Place

_LATEST = """
    SELECT a.id, a.number, a.version, a.part_id, a.block, a."into", c.id IS NOT NULL
    FROM attempt AS a LEFT JOIN completion AS c ON c.attempt_id = a.id
    WHERE a.module_id = ? ORDER BY a.number DESC LIMIT 1
"""

_REACHED = "SELECT part_id FROM reached WHERE attempt_id = ?"


class PlainRows:
    """Answers as `store.Rows` does (a test compares them), inside one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """A connection of storage.plain, in a transaction that its owner began."""
        self._connection = connection

    def latest(self, module_id: str) -> Attempt | None:
        """The attempt begun last, finished or not; None when there is none."""
        found = self._connection.execute(_LATEST, (module_id,)).fetchone()
        if found is None:
            return None
        id_, number, version, part_id, block, into, finished = found
        try:
            place = Place(str(part_id), int(block), float(into))
            return Attempt(int(id_), module_id, int(number), int(version), place, bool(finished))
        except (ValueError, TypeError) as error:  # damage to the file, not a bug
            raise sqlite3.DatabaseError("malformed row") from error

    def reached(self, attempt: Attempt) -> frozenset[str]:
        """The parts reached in that attempt, of whatever version."""
        return frozenset(part for (part,) in self._connection.execute(_REACHED, (attempt.id,)))
