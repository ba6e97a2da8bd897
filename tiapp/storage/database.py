"""What all database files of ours have in common, whichever way they are opened.

A file is opened by an `Opener`: `plain.PLAIN` for what may lie readable on the disk,
`encrypted.Encrypted(key)` for what may not. Importing this does not import SQLAlchemy.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tiapp.storage import faults

if TYPE_CHECKING:
    from sqlalchemy import Engine

READS_ONLY = "tiapp_reads_only"
"""Execution option: begin without asking for the right to write."""

LEFTOVERS = ("", "-journal", "-wal", "-shm")
"""What a killed program may leave of a database, behind its name."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a database file of ours is, and how to tell it from any other.

    `head` is the number of the newest migration in `migrations`, four digits, so that a file can be
    compared with it without importing Alembic. `counted` names the tables that a backup compares;
    when it is empty, all of them. A file that may be `large` is not read through each time it is
    opened, and is checked the quick way.
    """

    name: str
    application_id: int
    head: str
    migrations: Path
    counted: tuple[str, ...] = ()
    large: bool = False


class Opener(Protocol):
    """A way to open a database file.

    Connections are typed as sqlite3's. SQLCipher's driver is a copy of it, with the same methods
    and an error class of its own, which `faults` knows.
    """

    def connect(self, file: Path) -> sqlite3.Connection:
        """A bare driver connection to a file that exists. Transactions are begun by hand."""
        ...

    def open_engine(self, file: Path, *, foreign_keys: bool = True) -> "Engine":
        """SQLAlchemy's door to the same file; `foreign_keys` is off for migrations alone."""
        ...


@contextmanager
def connected(file: Path, opener: Opener) -> Iterator[sqlite3.Connection]:
    """A connection, closed at the end; whatever goes wrong leaves as an AppError."""
    with faults.calmly(file), closing(opener.connect(file)) as connection:
        yield connection


def engine_on(creator: Callable[[], sqlite3.Connection], module: Any = None) -> "Engine":
    """SQLAlchemy on top of `creator`: one connection, shared by turns among threads.

    Every transaction begins with BEGIN IMMEDIATE, unless the execution option READS_ONLY is set:
    a transaction that reads first and asks to write later fails at once when two programs do so.
    Errors never quote what was being saved. `module` is the driver, if it is not sqlite3.
    """
    from sqlalchemy import Connection, create_engine, event
    from sqlalchemy.pool import QueuePool

    driver = {} if module is None else {"module": module}
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=creator,
        # SQLCipher's own dialect would take a pool that closes connections under other threads
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
        **driver,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads: Any = connection.get_execution_options().get(READS_ONLY, False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def write_identity(connection: sqlite3.Connection, kind: FileKind) -> None:
    """Mark a new database as ours. An empty file opens as one, too; this tells them apart."""
    connection.execute(f"PRAGMA application_id={kind.application_id}").close()
    connection.execute(
        "CREATE TABLE identity (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), kind TEXT NOT NULL)"
    )
    connection.execute("INSERT INTO identity (id, kind) VALUES (1, ?)", (kind.name,))


def check_identity(connection: sqlite3.Connection, file: Path, kind: FileKind) -> None:
    """Raise unless the open file is one of that kind, inside `connected`. Reads only."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if pages == 0:
        raise faults.empty(file)
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != kind.application_id:
        raise faults.foreign(file)
    row = connection.execute("SELECT kind FROM identity WHERE id = 1").fetchone()
    if row is None:
        raise faults.damaged(file)
    if row[0] != kind.name:
        raise faults.foreign(file)


def check_whole(connection: sqlite3.Connection, file: Path, *, quick: bool = False) -> None:
    """AppError when SQLite finds the open file damaged. Reads all of it.

    `quick` does not compare an index with its table, and a query may be answered from either. It
    is enough where every page is authenticated, as in an encrypted file, and much faster.
    """
    pragma = "quick_check(1)" if quick else "integrity_check(1)"
    if connection.execute(f"PRAGMA {pragma}").fetchone() != ("ok",):
        raise faults.damaged(file)


def count_rows(connection: sqlite3.Connection, kind: FileKind) -> dict[str, int]:
    """How many rows each table has: those that `kind` names and the file has, or all of them."""
    there = [
        str(name)
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    # the names come from our own migrations, never from outside
    return {
        table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in sorted(there)
        if not kind.counted or table in kind.counted
    }


def address(file: Path) -> str:
    """The file as a URI for the driver. It never makes a file that is not there."""
    uri = Path(os.path.abspath(file)).as_uri()
    if not uri.startswith("file:///"):
        # a Windows share: SQLite takes its name as part of the path only
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?mode=rw"


def clear_leftovers(file: Path) -> None:
    """Remove a database that was never finished, with all that belongs to it."""
    for ending in LEFTOVERS:
        file.with_name(file.name + ending).unlink(missing_ok=True)
