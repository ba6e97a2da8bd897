"""Makes a new database, or brings an older one up to date, without ever risking what is in it.

Alembic costs more than a whole empty window to import, so it is imported only when there is
something to do: the driver compares the file's version with `FileKind.head` first.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.storage import faults
from tiapp.storage.atomic import sync_folder
from tiapp.storage.backup import back_up
from tiapp.storage.database import (
    FileKind,
    Opener,
    check_identity,
    check_whole,
    clear_leftovers,
    connected,
    write_identity,
)
from tiapp.storage.locks import held
from tiapp.storage.paths import make_private_folder
from tiapp.storage.plain import PLAIN


def bring_up_to_date(
    file: Path,
    kind: FileKind,
    opener: Opener = PLAIN,
    *,
    keep_copy: Callable[[], Path] | None = None,
) -> None:
    """Check an existing file and, if it is older, upgrade it. Then it is safe to open.

    Before an upgrade a verified copy goes to `backups/` beside it, or `keep_copy` makes one and
    says where. AppError when the file is missing, empty, damaged, foreign or newer, and when an
    upgrade fails: then the file is exactly as it was. Reads the whole file, which takes a fraction
    of a millisecond for a record, unless its kind may be large.
    """
    with connected(file, opener) as connection:
        version = _version(connection, file, kind)
        if not kind.large:
            check_whole(connection, file)
    if version != kind.head:
        with held(_lock(file)):
            _upgrade(file, kind, opener, keep_copy)


def create_if_missing(
    file: Path,
    kind: FileKind,
    opener: Opener = PLAIN,
    *,
    fill: Callable[[sqlite3.Connection], None] | None = None,
) -> None:
    """Make `file`, whole and up to date, unless it is there. AppError when it can't be made.

    `fill` puts the first rows into it, in a transaction of its own.

    It is made beside and renamed, so that a kill leaves no file rather than half a one; and under
    a lock, so that of two programs that do so at once the second finds the first one's.
    """
    with faults.calmly(file):
        if file.exists():
            return
        make_private_folder(file.parent)
        with held(_lock(file)):
            if file.exists():
                return
            beside = file.with_name(f"{file.name}.new")
            try:
                clear_leftovers(beside)
                os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                with closing(opener.connect(beside)) as connection:
                    connection.execute("BEGIN IMMEDIATE")
                    write_identity(connection, kind)
                    connection.execute("COMMIT")
                _run_migrations(beside, kind, opener)
                if fill is not None:
                    with closing(opener.connect(beside)) as connection:
                        connection.execute("BEGIN IMMEDIATE")
                        fill(connection)
                        connection.execute("COMMIT")
                os.replace(beside, file)
            finally:
                clear_leftovers(beside)
            sync_folder(file.parent)


def _version(connection: sqlite3.Connection, file: Path, kind: FileKind) -> str:
    check_identity(connection, file, kind)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise faults.damaged(file)
    version = str(row[0])
    # numbers in order; a name that is no number comes from a Steady that counts in another way
    if not version.isdecimal() or int(version) > int(kind.head):
        raise faults.newer(file)
    return version


def _upgrade(
    file: Path, kind: FileKind, opener: Opener, keep_copy: Callable[[], Path] | None
) -> None:
    with connected(file, opener) as connection:
        version = _version(connection, file, kind)
    if version == kind.head:
        return  # another program was quicker
    if keep_copy is not None:
        copy = keep_copy()
    else:
        copy = file.parent / "backups" / f"{file.stem}-{version}{file.suffix}"
        back_up(file, copy, kind, opener)
    try:
        with faults.calmly(file):
            _run_migrations(file, kind, opener)
    except AppError:
        raise
    except Exception as error:
        raise faults.upgrade_failed(file, copy) from error


def _run_migrations(file: Path, kind: FileKind, opener: Opener) -> None:
    """All missing migrations in one transaction. Any error leaves the file as it was."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Config reads % as the start of a variable
    config.set_main_option("script_location", str(kind.migrations).replace("%", "%%"))
    # foreign keys are off: altering a table means dropping it, and a cascade would follow.
    # SQLite ignores the switch inside a transaction, so it is set when the connection is made.
    engine = opener.open_engine(file, foreign_keys=False)
    try:
        with engine.connect() as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise faults.damaged(file)
    finally:
        engine.dispose()


def _lock(file: Path) -> Path:
    return file.with_name(f"{file.name}.lock")
