"""What all tables of the vault share, and the one way to ask and change them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from threading import RLock
from typing import TYPE_CHECKING

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Session

from tiapp.core.errors import AppError
from tiapp.private import troubles
from tiapp.private.file import VAULT
from tiapp.storage.database import READS_ONLY
from tiapp.storage.faults import calmly

if TYPE_CHECKING:
    from sqlalchemy import Engine

KIND = VAULT


class Base(DeclarativeBase):
    """What all tables share: constraint names that migrations can rely on."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Sessions:
    """Hands out transactions on an open vault, one at a time, whichever thread asks.

    `with sessions() as session:` changes things: all of it is on the disk when the block ends, or
    none of it. `with sessions.reading() as session:` only reads. What goes wrong leaves as an
    AppError; once the vault is locked, that is all that comes of it. Transactions are not nested:
    RuntimeError, since the vault has one connection.
    """

    def __init__(self, engine: "Engine", file: Path) -> None:
        """Made by Room. `file` is only named in messages."""
        self._engine = engine
        self._reads = engine.execution_options(**{READS_ONLY: True})
        self._file = file
        self._turn = RLock()
        self._inside = False
        self._closed = False

    @contextmanager
    def __call__(self) -> Iterator[Session]:
        """One transaction that may write."""
        with self._my_turn(), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One transaction that only reads; all answers are of the same moment."""
        with self._my_turn(), Session(self._reads) as session, session.begin():
            yield session

    @contextmanager
    def driver(self) -> Iterator[Connection]:
        """The bare connection, outside of any transaction: for backups and checkpoints alone."""
        with self._my_turn():
            pooled = self._engine.raw_connection()
            try:
                connection = pooled.driver_connection
                assert connection is not None
                yield connection
            finally:
                pooled.close()

    def forget_deleted(self) -> None:
        """Leave no trace of what was deleted for good: empty the log that changes go through.

        Call it after the transaction that deleted. Words also stay in a full-text index unless it
        was made with FTS5's 'secure-delete'.
        """
        with self.driver() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def rest(self) -> None:
        """Close the file for a moment, until the next transaction opens it."""
        with self._turn:
            self._engine.dispose()

    def exchange(self, engine: "Engine") -> None:
        """From now on hand out transactions on another engine."""
        with self._turn:
            self._engine.dispose()
            self._engine = engine
            self._reads = engine.execution_options(**{READS_ONLY: True})

    def close(self) -> None:
        """Wait for the transaction under way, close the file, and hand out no more. Safe twice."""
        with self._turn:
            self._closed = True
            self._engine.dispose()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        with self._turn:
            if self._closed:
                raise troubles.locked()
            if self._inside:
                raise RuntimeError("a transaction inside another one")
            self._inside = True
            try:
                with calmly(self._file):
                    yield
            except AppError as error:
                if error.code == "damaged":
                    # SQLCipher reads nothing more on this connection: what is whole should stay
                    # readable, so the next transaction gets another
                    self._engine.dispose()
                    # the storage layer would advise to begin a new one, as for a record
                    raise troubles.damaged(self._file) from error
                raise
            finally:
                self._inside = False
