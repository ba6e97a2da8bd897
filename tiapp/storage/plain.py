"""Opens an unencrypted SQLite file, carefully. Importing this does not import SQLAlchemy.

`journal_mode=DELETE` with `synchronous=EXTRA` is slower than WAL (about 2 ms a commit) and was
chosen because it lost nothing in simulated power cuts, lets the command line work while the window
is open, opens on a full disk, and is untouched by the WAL-reset fault of SQLite before 3.51.3.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiapp.storage import faults

if TYPE_CHECKING:
    from sqlalchemy import Engine

READS_ONLY = "tiapp_reads_only"
"""Execution option: begin without asking for the right to write."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a database file of ours is, and how to tell it from any other.

    `head` is the number of the newest migration in `migrations`, four digits, so that a file can be
    compared with it without importing Alembic. `counted` names the tables that a backup compares.
    """

    name: str
    application_id: int
    head: str
    migrations: Path
    counted: tuple[str, ...] = ()


def connect(file: Path) -> sqlite3.Connection:
    """A bare driver connection to a file that exists, set up as every connection of ours is.

    Transactions are begun by hand. It never makes a file: sqlite3.OperationalError if none is
    there. It may roll back what a killed process left half done, which is why it does not open
    read-only: such a file could not be read at all.
    """
    connection = sqlite3.connect(
        _uri(file), uri=True, isolation_level=None, check_same_thread=False, timeout=5.0
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


@contextmanager
def connected(file: Path) -> Iterator[sqlite3.Connection]:
    """`connect`, closed at the end; whatever goes wrong leaves as an AppError."""
    with faults.calmly(file), closing(connect(file)) as connection:
        yield connection


def open_engine(file: Path, *, foreign_keys: bool = True) -> "Engine":
    """SQLAlchemy's door to the same file: one connection, shared by turns among threads.

    Every transaction begins with BEGIN IMMEDIATE, unless the execution option READS_ONLY is set:
    a transaction that reads first and asks to write later fails at once when two programs do so.
    Errors never quote what was being saved. `foreign_keys` is off for migrations alone.
    """
    from sqlalchemy import Connection, create_engine, event
    from sqlalchemy.pool import QueuePool

    def creator() -> sqlite3.Connection:
        connection = connect(file)
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys=OFF").close()
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        creator=creator,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
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


def check_whole(connection: sqlite3.Connection, file: Path) -> None:
    """AppError when SQLite finds the open file damaged. Reads all of it, so not for large files.

    The thorough check, since the quick one does not compare an index with its table, and a query
    may be answered from either.
    """
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise faults.damaged(file)


def _uri(file: Path) -> str:
    uri = Path(os.path.abspath(file)).as_uri()
    if not uri.startswith("file:///"):
        # a Windows share: SQLite takes its name as part of the path only
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?mode=rw"
