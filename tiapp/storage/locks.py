"""A lock that the system lets go of by itself when a program ends, however it ends.

Made of fcntl.flock or msvcrt.locking. Not QLockFile, because the command line knows no Qt and a
lock file left by a killed program has to be guessed about; not the filelock package, because it
imports asyncio, which alone costs a third of an empty window's start.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tiapp.storage import faults
from tiapp.storage.paths import make_private_folder

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}


class FileLock:
    """A held lock on a file of its own. Let go of it with `release`, or by ending the program."""

    def __init__(self, handle: int) -> None:
        """Made by `try_lock` only."""
        self._handle: int | None = handle

    def release(self) -> None:
        """Let somebody else have it. Safe to repeat. The file stays: removing it is a race."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def try_lock(file: Path) -> FileLock | None:
    """Take the lock on `file`, making file and folder if need be; None when somebody has it.

    AppError when the file can't be made or the disk knows no locks.
    """
    with faults.calmly(file):
        make_private_folder(file.parent)
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(handle)
        except OSError as error:
            os.close(handle)
            if error.errno in _TAKEN:
                return None
            raise
        return FileLock(handle)


@contextmanager
def held(file: Path, *, seconds: float = 10.0) -> Iterator[None]:
    """Hold the lock on `file` inside the block. AppError if nobody lets go of it in time."""
    waits = max(1, round(seconds / 0.02))
    for _ in range(waits):
        lock = try_lock(file)
        if lock is not None:
            break
        time.sleep(0.02)
    else:
        raise faults.busy(file)
    try:
        yield
    finally:
        lock.release()


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
