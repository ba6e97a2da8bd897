"""Opens an unencrypted SQLite file, carefully. Importing this does not import SQLAlchemy.

`journal_mode=DELETE` with `synchronous=EXTRA` is slower than WAL (about 2 ms a commit) and was
chosen because it lost nothing in simulated power cuts, lets the command line work while the window
is open, opens on a full disk, and is untouched by the WAL-reset fault of SQLite before 3.51.3.
"""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.storage import database

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Plain:
    """The Opener of files that are not encrypted."""

    def connect(self, file: Path) -> sqlite3.Connection:
        """A bare driver connection to a file that exists, set up as every connection of ours is.

        Transactions are begun by hand. It never makes a file: sqlite3.OperationalError if none is
        there. It may roll back what a killed process left half done, which is why it does not open
        read-only: such a file could not be read at all.
        """
        connection = sqlite3.connect(
            database.address(file),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=5.0,
        )
        try:
            for pragma in (
                "busy_timeout=5000",
                "foreign_keys=ON",
                "trusted_schema=OFF",
                "journal_mode=DELETE",
                "synchronous=EXTRA",
                "fullfsync=ON",  # macOS only: its fsync alone does not reach the disk
            ):
                connection.execute(f"PRAGMA {pragma}").close()
        except BaseException:
            connection.close()
            raise
        return connection

    def open_engine(self, file: Path, *, foreign_keys: bool = True) -> "Engine":
        """SQLAlchemy's door to the same file: see `database.engine_on`."""

        def creator() -> sqlite3.Connection:
            connection = self.connect(file)
            if not foreign_keys:
                connection.execute("PRAGMA foreign_keys=OFF").close()
            return connection

        return database.engine_on(creator)


PLAIN = Plain()


def connect(file: Path) -> sqlite3.Connection:
    """See `Plain.connect`."""
    return PLAIN.connect(file)


def connected(file: Path) -> AbstractContextManager[sqlite3.Connection]:
    """`connect`, closed at the end; whatever goes wrong leaves as an AppError."""
    return database.connected(file, PLAIN)


def open_engine(file: Path, *, foreign_keys: bool = True) -> "Engine":
    """See `Plain.open_engine`."""
    return PLAIN.open_engine(file, foreign_keys=foreign_keys)
