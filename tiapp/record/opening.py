"""The door to one person's record.db, which each service of the record goes through."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from tiapp.record.file import RECORD
from tiapp.storage.faults import calmly
from tiapp.storage.migrate import bring_up_to_date, create_if_missing

if TYPE_CHECKING:
    from tiapp.record.store import Rows, Store

_Answer = TypeVar("_Answer")


class RecordFile:
    """One person's record.db. Safe to call from any thread; calls wait for one another.

    The file is opened, and upgraded if it is older, at the first call. Reading never makes a file;
    the first thing to save does. Every method may raise AppError (full disk, read-only folder,
    damaged or newer file ...), and then nothing was saved by it and nothing lost.
    """

    def __init__(self, file: Path) -> None:
        """`file` is the person's record.db. Nothing is opened yet."""
        self._file = file
        self._store: Store | None = None
        self._opened: tuple[int, int] | None = None
        """Which file on the disk was read: it may go, or another come to stand in its place."""
        self._lock = RLock()

    def close(self) -> None:
        """Close the file. A later call opens it again."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None
            self._opened = None

    def _read(self, ask: Callable[["Rows"], _Answer], nothing: _Answer) -> _Answer:
        with self._lock, calmly(self._file):
            if self._nothing_yet():
                return nothing
            with self._open().reading() as rows:
                return ask(rows)

    def _nothing_yet(self) -> bool:
        """Whether there is no record; one that has gone since it was opened is no "not yet"."""
        with self._lock, calmly(self._file):
            return self._opened is None and not self._file.exists()

    @contextmanager
    def _writing(self) -> Iterator["Rows"]:
        with self._lock, calmly(self._file):
            if self._opened is None:
                create_if_missing(self._file, RECORD)
            with self._open().writing() as rows:
                yield rows

    def _open(self) -> "Store":
        # a file that was moved away or replaced stays open, and what is saved in it is lost
        if self._store is not None and self._opened != which(self._file):
            self.close()
        if self._store is None:
            bring_up_to_date(self._file, RECORD)
            # late: SQLAlchemy is imported while the person reads the first screen
            from tiapp.record.store import Store

            self._opened = which(self._file)
            self._store = Store(self._file)
        return self._store


def which(file: Path) -> tuple[int, int]:
    """Tells one file on the disk from another of the same name. OSError when there is none."""
    facts = file.stat()
    return facts.st_dev, facts.st_ino
