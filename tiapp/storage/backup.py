"""Copies a database so that the copy can be trusted. A copied live file cannot: use this."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tiapp.storage import faults
from tiapp.storage.atomic import sync_folder
from tiapp.storage.paths import make_private_folder
from tiapp.storage.plain import FileKind, check_identity, check_whole, connect


def back_up(file: Path, copy: Path, kind: FileKind) -> None:
    """Write a whole, checked copy of `file` to `copy`, replacing an older one of that name.

    When it returns the copy is on the disk, opens, is of the right kind and holds as many rows as
    the original. AppError otherwise, and then no half copy is left and an older one is untouched.
    """
    with faults.calmly(copy):
        make_private_folder(copy.parent)
        beside = copy.with_name(f"{copy.name}.new")
        try:
            for leftover in (beside, beside.with_name(f"{beside.name}-journal")):
                leftover.unlink(missing_ok=True)
            os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            with faults.calmly(file), closing(connect(file)) as connection:
                check_identity(connection, file, kind)
                connection.execute("VACUUM INTO ?", (str(beside),)).close()
                expected = _counts(connection, kind)
            _sync(beside)
            _verify(beside, kind, expected)
            os.replace(beside, copy)
        finally:
            beside.unlink(missing_ok=True)
        sync_folder(copy.parent)


def _verify(copy: Path, kind: FileKind, expected: dict[str, int]) -> None:
    with closing(connect(copy)) as connection:
        check_identity(connection, copy, kind)
        check_whole(connection, copy)
        if _counts(connection, kind) != expected:
            raise faults.damaged(copy)


def _counts(connection: sqlite3.Connection, kind: FileKind) -> dict[str, int]:
    # the names come from our own FileKind, never from outside
    return {
        table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in kind.counted
    }


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
