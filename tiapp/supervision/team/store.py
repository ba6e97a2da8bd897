"""A team store that is open: a file on this computer, or a server. One turn for each change.

Whoever writes takes the turn first, so that several supervisors who import at once wait for one
another instead of losing or doubling anything. The turn's number says how old a kept answer is.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Insert, event, select, update

from tiapp.storage.database import READS_ONLY
from tiapp.storage.faults import calmly
from tiapp.storage.locks import held
from tiapp.storage.migrate import bring_up_to_date, create_if_missing
from tiapp.storage.plain import open_engine
from tiapp.supervision.team.file import TEAM
from tiapp.supervision.team.place import TeamPlace
from tiapp.supervision.team.tables import TurnRow

_PATIENCE = 600.0
"""Seconds to wait for somebody else's import. A large one takes half a minute."""


class TeamStore:
    """Made by opening. Safe to call from any thread; calls wait for one another.

    Everything may raise AppError, and then nothing was saved by it and nothing lost.
    """

    def __init__(self, place: TeamPlace) -> None:
        """Open the store, making it or bringing it up to date first."""
        self._place = place
        self._engine = self._open()
        self._reads = self._engine.execution_options(**{READS_ONLY: True})
        self.on_server = place.on_server

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Ask questions; all answers are of the same moment."""
        with self._calmly(), self._reads.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Change things, alone: all of it is kept when the block ends, or none of it."""
        with self._calmly(), self._turn(), self._engine.connect() as connection, connection.begin():
            # on a server this waits until whoever wrote before is done
            connection.execute(update(TurnRow).values(number=TurnRow.number + 1))
            yield connection

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """Keep what was worked out. No turn is taken: nothing that anybody asks for changes."""
        with self._calmly(), self._engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close the store. Everything is saved already."""
        self._engine.dispose()

    def _open(self) -> Engine:
        if self._place.on_server:
            # only here, and only when a server was chosen: see storage/server.py
            from tiapp.storage.server import open_server

            return open_server(self._place.url, TEAM)
        file = self._place.file
        create_if_missing(file, TEAM)
        bring_up_to_date(file, TEAM)
        engine = open_engine(file)
        event.listen(engine, "connect", _overwrite_what_is_removed)
        return engine

    def _calmly(self) -> AbstractContextManager[None]:
        if self._place.on_server:
            from tiapp.storage.server import calmly as server_calmly

            return server_calmly()
        return calmly(self._place.file)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """For a file: wait for another program's import longer than SQLite would."""
        if self._place.on_server:
            yield
            return
        file = self._place.file
        with held(file.with_name(f"{file.name}.turn"), seconds=_PATIENCE):
            yield


def _overwrite_what_is_removed(connection: Any, _: Any) -> None:
    """Else the bytes of a removed person stay in the file until something is written there."""
    connection.execute("PRAGMA secure_delete=ON").close()


def turn_number(connection: Connection) -> int:
    """Which turn the answers of this transaction belong to."""
    return connection.execute(select(TurnRow.number)).scalar_one()


def insert_many(connection: Connection, what: Insert, rows: Sequence[tuple[Any, ...]]) -> int:
    """Put many rows in at the speed of the driver; returns how many were new.

    `what` is an insert that names its columns in the order of `rows`. SQLAlchemy makes the
    statement and then stands aside: row by row it would take several times as long.
    """
    if not rows:
        return 0
    made = what.compile(dialect=_positional(connection))
    return connection.exec_driver_sql(str(made), list(rows)).rowcount


def insert_new(connection: Connection, table: Any) -> Any:
    """An insert that leaves alone what is there already; for both databases."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as for_server

        return for_server(table).on_conflict_do_nothing()
    from sqlalchemy.dialects.sqlite import insert as for_file

    return for_file(table).on_conflict_do_nothing()


def _positional(connection: Connection) -> Any:
    """The connection's own dialect, but with places instead of names for the values."""
    kind: Any = type(connection.dialect)
    return kind(paramstyle="format" if connection.dialect.name == "postgresql" else "qmark")
