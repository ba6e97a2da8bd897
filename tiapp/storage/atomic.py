"""Saves a small file whole: after a power cut the old one is there or the new one, never half."""

import errno
import os
import threading
from pathlib import Path

from tiapp.storage.faults import calmly
from tiapp.storage.paths import make_private_folder


def write_private(file: Path, data: bytes) -> None:
    """Put `data` in `file`, readable by this account alone (0600), making its folder if need be.

    When it returns, the bytes are on the disk. AppError when they can't be saved; whatever stood
    in `file` before is then untouched.
    """
    with calmly(file):
        make_private_folder(file.parent)
        beside = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}.new")
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            if beside.read_bytes() != data:
                raise OSError(errno.EIO, "what was read back differs")
            os.replace(beside, file)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        sync_folder(file.parent)


def sync_file(file: Path) -> None:
    """Make sure that what was written to `file` outlasts a power cut."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make sure that a rename inside `folder` outlasts a power cut. Windows needs no such step."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(file: Path) -> Path | None:
    """Rename a damaged file so that it is kept and no longer in the way.

    Returns its new place: `name.damaged`, or `.damaged-2` and so on. None when it can't be moved,
    and then it is still where it was.
    """
    number = 1
    aside = file.with_name(f"{file.name}.damaged")
    while aside.exists():
        number += 1
        aside = file.with_name(f"{file.name}.damaged-{number}")
    try:
        file.rename(aside)
    except OSError:
        return None
    return aside
