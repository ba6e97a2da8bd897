"""Transactions on an open vault: one connection, one at a time, whichever thread asks.

The connection is opened when the room is, without SQLAlchemy; that comes with the first session.
So unlocking does not wait for it, nor does a command that only searches.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from tiapp.core.errors import AppError
from tiapp.private import troubles
from tiapp.storage.database import READS_ONLY, engine_on
from tiapp.storage.encrypted import Encrypted, driver
from tiapp.storage.faults import calmly

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session


class Sessions:
    """Hands out transactions, until it is closed.

    `with sessions() as session:` changes things: all of it is on the disk when the block ends, or
    none of it. `with sessions.reading() as session:` only reads. `plain` is the same without
    SQLAlchemy. What goes wrong leaves as an AppError; once the vault is locked, that is all that
    comes of it. Transactions are not nested: RuntimeError, since the vault has one connection.
    """

    def __init__(self, opener: Encrypted, file: Path) -> None:
        """Made by Room. Opens the file: AppError when it can't be."""
        self._opener = opener
        self._file = file
        self._turn = RLock()
        self._inside = False
        self._closed = False
        self._connection: sqlite3.Connection | None = None
        self._engine: Engine | None = None
        with self._my_turn():
            self._open()

    @contextmanager
    def __call__(self) -> Iterator["Session"]:
        """One transaction that may write."""
        from sqlalchemy.orm import Session

        with self._my_turn(), Session(self._alchemy()) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator["Session"]:
        """One transaction that only reads; all answers are of the same moment."""
        from sqlalchemy.orm import Session

        with self._my_turn():
            reads = self._alchemy().execution_options(**{READS_ONLY: True})
            with Session(reads) as session, session.begin():
                yield session

    @contextmanager
    def plain(self, *, reads_only: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction through the driver alone, for what must not wait for SQLAlchemy."""
        with self._my_turn():
            connection = self._open()
            connection.execute("BEGIN" if reads_only else "BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # a full disk has taken it back already
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def driver(self) -> Iterator[sqlite3.Connection]:
        """The connection outside of any transaction: for backups and checkpoints alone."""
        with self._my_turn():
            yield self._open()

    def forget_deleted(self) -> None:
        """Leave no trace of what was deleted for good: empty the log that changes go through.

        Call it after the transaction that deleted. Words also stay in a full-text index unless it
        was made with FTS5's 'secure-delete'.
        """
        with self.driver() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def rest(self, opener: Encrypted | None = None) -> None:
        """Close the file for a moment; the next transaction opens it, by `opener` if given."""
        with self._turn:
            self._let_go()
            self._opener = opener or self._opener

    def close(self) -> None:
        """Wait for the transaction under way, close the file, and hand out no more. Safe twice."""
        with self._turn:
            self._closed = True
            self._let_go()

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
                    self._let_go()
                    # the storage layer would advise to begin a new one, as for a record
                    raise troubles.damaged(self._file) from error
                raise
            finally:
                self._inside = False

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None:
            try:
                self._connection.total_changes  # noqa: B018 - a closed one raises
            except driver().ProgrammingError:
                self._connection = None  # SQLAlchemy closes what it has lost its trust in
        if self._connection is None:
            self._connection = self._opener.connect(self._file)
        return self._connection

    def _alchemy(self) -> "Engine":
        if self._engine is None:
            self._engine = engine_on(self._open, driver())
        return self._engine

    def _let_go(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
