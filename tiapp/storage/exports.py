"""Writes a file that somebody asked for, where they asked for it: whole or not at all.

Unlike Steady's own files these are meant to be handed on, so they are as open as their folder is.
"""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tiapp.core.errors import AppError
from tiapp.storage.atomic import sync_folder


@contextmanager
def written_beside(target: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A file to write to, which becomes `target` when the block ends, and is on the disk then.

    When the block leaves by an error nothing is left behind, and what stood in `target` still
    does. AppError when that can't be written, when the folder is not there, and, without `force`,
    when there is such a file already; this is looked at before and again when the file is placed.
    """
    with _calmly(target):
        _refuse_folder(target)
        if not force and os.path.lexists(target):
            raise _there_already(target)
        folder = os.stat(target.parent)
        # its name must not end as the target's does: whoever watches the folder would take it
        beside = target.with_name(f".steady-{secrets.token_hex(8)}.new")
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        with _calmly(target):
            with os.fdopen(handle, "w+b") as out:
                yield out
                out.flush()
                if os.name != "nt":
                    os.fchmod(out.fileno(), 0o600 | folder.st_mode & 0o664)
                os.fsync(out.fileno())
            _place(beside, target, force=force)
    finally:
        with suppress(OSError):  # a drive that was pulled out
            beside.unlink(missing_ok=True)
    with suppress(OSError):  # it is in its place, and some network drives know no such step
        sync_folder(target.parent)


_BINARY = getattr(os, "O_BINARY", 0)


def _place(beside: Path, target: Path, *, force: bool) -> None:
    if force:
        os.replace(beside, target)
        return
    try:
        os.link(beside, target)  # refuses when another program was quicker
    except FileExistsError:
        raise _there_already(target) from None
    except OSError:  # sticks and some network drives know no links
        if os.path.lexists(target):
            raise _there_already(target) from None
        os.rename(beside, target)


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise AppError(
            "There is already a folder with that name.",
            "Nothing was written. Give the file another name.",
            code="export-folder",
        )
    if not target.parent.is_dir():
        raise AppError(
            "The folder for this file cannot be found.",
            "Nothing was written. Check that the drive is connected, or choose another folder.",
            code="export-no-folder",
        )


def _there_already(target: Path) -> AppError:
    return AppError(
        f"There is already a file called {target.name}.",
        "Nothing was changed. Choose another name, or add --force to replace it.",
        code="export-exists",
    )


@contextmanager
def _calmly(target: Path) -> Iterator[None]:
    """What the disk refuses leaves as an AppError; anything else is not about `target`."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise AppError(
                "Steady is not allowed to write in that folder.",
                f"Nothing was changed there. Choose a folder other than {target.parent}, or "
                f"ask the person who looks after it to let you write there.",
                code="export-read-only",
            ) from error
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None), errno.EFBIG):
            raise AppError(
                "There is not enough space for that file.",
                f"Nothing was changed there. Free some space on the disk that holds "
                f"{target.parent}"
                ", or choose another folder.",
                code="export-full",
            ) from error
        raise AppError(
            "Steady could not write that file.",
            f"Nothing was changed there. Check that {target.parent} is there and its disk or "
            "network drive is connected, or choose another folder and a shorter name.",
            code="export-unreachable",
        ) from error
