"""Turns what disks and databases say into sentences that a person can act on."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tiapp.core.errors import AppError

SAFE = "What was saved before is safe."

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_DAMAGE = (
    "no such table",
    "no such column",
    "malformed",
    "unsupported file format",
    "Could not decode to UTF-8",
)
"""How SQLite and its driver word damage for which they have no code of its own."""
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


def read_only(where: Path) -> AppError:
    """Steady may not write there."""
    return AppError(
        "Steady is not allowed to save in its folder.",
        f"{SAFE} Ask the person who looks after this computer to let you write in {where}, "
        "or choose another folder with --data.",
        code="read-only",
    )


def disk_full(where: Path) -> AppError:
    """There is no room left there."""
    return AppError(
        "The disk is full, so the last step was not saved.",
        f"{SAFE} Free some space on the disk that holds {where}, then try again.",
        code="disk-full",
    )


def damaged(file: Path) -> AppError:
    """A database that can't be read. Nothing was written to it."""
    return AppError(
        f"The file {file.name} is damaged and cannot be read.",
        f"Steady has not changed it. Put a copy from a backup in its place in {file.parent}, "
        "or move it away and Steady will start a new one.",
        code="damaged",
    )


def empty(file: Path) -> AppError:
    """A database without anything in it, which Steady never writes."""
    return AppError(
        f"The file {file.name} is empty.",
        f"Steady has not changed it. Put a copy from a backup in its place in {file.parent}, "
        "or move it away and Steady will start a new one.",
        code="empty",
    )


def foreign(file: Path) -> AppError:
    """A database, but not the one that belongs there."""
    return AppError(
        f"The file {file.name} belongs to another program or another part of Steady.",
        f"Steady has not changed it. Put the right file in its place in {file.parent}, "
        "or move it away and Steady will start a new one.",
        code="not-ours",
    )


def newer(file: Path) -> AppError:
    """Written by a later version of Steady."""
    return AppError(
        f"The file {file.name} was saved by a newer version of Steady.",
        "Everything in it is safe and unchanged. Install the newer version of Steady to open it.",
        code="newer",
    )


def busy(file: Path) -> AppError:
    """Somebody else kept the file for longer than Steady waits."""
    return AppError(
        "Another program is using Steady's files at the moment, so the last step was not saved.",
        f"{SAFE} Close other windows of Steady, wait a moment and try again.",
        code="busy",
    )


def upgrade_failed(file: Path, copy: Path) -> AppError:
    """A step of the upgrade went wrong; it was taken back."""
    return AppError(
        f"The file {file.name} could not be brought up to date.",
        f"It is exactly as it was, and there is a copy in {copy.parent}. Use the version of "
        f"Steady you "
        "had before, and tell the person who looks after it.",
        code="upgrade-failed",
    )


def unreachable(where: Path) -> AppError:
    """The folder or the disk is gone, or does not answer."""
    return AppError(
        "Steady cannot reach its files, so the last step was not saved.",
        f"{SAFE} Check that {where} is there and its disk or network drive is connected, "
        "then try again.",
        code="unreachable",
    )


def disk_trouble(where: Path) -> AppError:
    """The disk refused. A used-up quota, a worn disk and a pulled-out stick look the same."""
    return AppError(
        "The disk did not accept the last step, so it was not saved.",
        f"{SAFE} Check that the disk that holds {where} is connected and has space, then "
        f"try again.",
        code="disk-trouble",
    )


def in_words(error: BaseException, file: Path) -> AppError | None:
    """What that error means for `file`; None when it is a bug and nobody can act on it.

    Understands OSError, the errors of sqlite3 and of SQLCipher's driver (which are no kin, but
    carry the same codes), and SQLAlchemy's wrapper round either. Only the kind
    of error counts: its text could quote what was being saved, so it is never passed on.
    """
    original = getattr(error, "orig", None)
    if isinstance(original, BaseException):
        error = original
    if isinstance(error, OSError):
        if error.errno in _FULL:
            return disk_full(file.parent)
        if error.errno in _READ_ONLY:
            return read_only(file.parent)
        return unreachable(file.parent)
    if isinstance(error, sqlite3.Error) or _of_sqlcipher(error):
        if str(error).startswith(_DAMAGE):
            return damaged(file)
        return _of_sqlite(getattr(error, "sqlite_errorcode", 0) & 0xFF, file)
    if isinstance(error, UnicodeDecodeError):
        # the driver stumbles over it when even an error message of SQLite quotes a damaged name
        return damaged(file)
    return None


def _of_sqlcipher(error: BaseException) -> bool:
    """Told by name, so that nobody has to import the driver to find out."""
    return any(
        kin.__name__ == "Error" and kin.__module__ == "sqlcipher3.dbapi2"
        for kin in type(error).__mro__
    )


def _of_sqlite(kind: int, file: Path) -> AppError | None:
    match kind:
        case sqlite3.SQLITE_FULL:
            return disk_full(file.parent)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return read_only(file.parent)
        case sqlite3.SQLITE_CANTOPEN:
            return _cannot_open(file)
        case sqlite3.SQLITE_IOERR:
            return disk_trouble(file.parent)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy(file)
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return damaged(file)
        case _:
            return None


def _cannot_open(file: Path) -> AppError:
    """SQLite says the same for a folder that is gone and for a journal it may not create."""
    import os

    if file.parent.is_dir() and not os.access(file.parent, os.W_OK):
        return read_only(file.parent)
    return unreachable(file.parent)


@contextmanager
def calmly(file: Path) -> Iterator[None]:
    """Whatever goes wrong with `file` inside leaves as an AppError; bugs leave as they are."""
    try:
        yield
    except AppError:
        raise
    except Exception as error:
        calm = in_words(error, file)
        if calm is None:
            raise
        raise calm from error
