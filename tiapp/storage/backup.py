"""Copies a database so that the copy can be trusted. A copied live file cannot: use this."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tiapp.storage import faults
from tiapp.storage.atomic import sync_file, sync_folder
from tiapp.storage.database import (
    FileKind,
    Opener,
    check_identity,
    check_whole,
    clear_leftovers,
    count_rows,
)
from tiapp.storage.paths import make_private_folder
from tiapp.storage.plain import PLAIN


def back_up(file: Path, copy: Path, kind: FileKind, opener: Opener = PLAIN) -> None:
    """Write a whole, checked copy of `file` to `copy`, replacing an older one of that name.

    When it returns the copy is on the disk, opens, is of the right kind and holds as many rows as
    the original. AppError otherwise, and then no half copy is left and an older one is untouched.
    """
    with faults.calmly(file), closing(opener.connect(file)) as connection:
        check_identity(connection, file, kind)
        copy_open(connection, file, copy, kind, opener)


def copy_open(
    connection: sqlite3.Connection, file: Path, copy: Path, kind: FileKind, opener: Opener
) -> dict[str, int]:
    """The same from a connection to `file` that is open already, outside of any transaction.

    Returns how many rows each table has.
    """
    with faults.calmly(copy):
        make_private_folder(copy.parent)
        beside = copy.with_name(f"{copy.name}.new")
        try:
            clear_leftovers(beside)
            os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            with faults.calmly(file):
                connection.execute("VACUUM INTO ?", (str(beside),)).close()
                expected = count_rows(connection, kind)
            sync_file(beside)
            _verify(beside, kind, opener, expected)
            os.replace(beside, copy)
        finally:
            clear_leftovers(beside)
        sync_folder(copy.parent)
    return expected


def _verify(copy: Path, kind: FileKind, opener: Opener, expected: dict[str, int]) -> None:
    with closing(opener.connect(copy)) as connection:
        check_identity(connection, copy, kind)
        check_whole(connection, copy, quick=kind.large)
        if count_rows(connection, kind) != expected:
            raise faults.damaged(copy)
