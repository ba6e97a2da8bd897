"""Opens a team store on an organisation's own PostgreSQL server.

This is the one module of Steady that can open a connection, and nothing imports it unless an
organisation has chosen a server (`--team-db`, or `team_db` in installation.toml). What staff use
never comes here. Needs the extra `tiapp[postgres]`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tiapp.core.errors import AppError
from tiapp.storage.database import READS_ONLY, FileKind

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

SCHEMA = "steady"
"""Our tables stand in a schema of their own, so that they never meet another program's."""

_SECONDS = 10
_SAFE = "What was saved before is safe."


def open_server(url: str, kind: FileKind) -> "Engine":
    """SQLAlchemy's door to the server, with the tables made or brought up to date.

    One connection, shared by turns among threads. A transaction with the execution option
    READS_ONLY sees one moment throughout. AppError when the driver is missing, the server can't be
    reached, or what is there was made by a newer Steady; the address is never quoted, for it may
    hold a password.
    """
    with calmly():
        engine = _engine(url)
        try:
            with engine.begin() as connection:
                _bring_up_to_date(connection, kind)
        except BaseException:
            engine.dispose()
            raise
    return engine


@contextmanager
def calmly() -> Iterator[None]:
    """Whatever the server does inside leaves as an AppError; bugs leave as they are."""
    try:
        yield
    except AppError:
        raise
    except Exception as error:
        calm = _in_words(error)
        if calm is None:
            raise
        raise calm from None


def _engine(url: str) -> "Engine":
    try:
        import psycopg
    except ImportError:
        raise AppError(
            "A team store on a server needs a part that is not installed here.",
            f"{_SAFE} Install it with pip install 'tiapp[postgres]', or leave out --team-db "
            f"to keep the team store in a file on this computer.",
            code="server-driver",
        ) from None
    from sqlalchemy import Connection, create_engine, event
    from sqlalchemy.pool import QueuePool

    address = url.replace("postgresql+psycopg://", "postgresql://", 1)
    try:
        # here and not while connecting: what is said of an odd address quotes its password
        psycopg.conninfo.conninfo_to_dict(address)
    except psycopg.ProgrammingError:
        raise AppError(
            "The address of the team store's server cannot be read.",
            f"{_SAFE} Check it for letters that are missing or too many. In a password, letters "
            "such as @ / % [ ] are written with a % and two figures.",
            code="server-address",
        ) from None

    def creator() -> Any:
        return psycopg.connect(
            address,
            connect_timeout=_SECONDS,
            application_name="Steady",
            options=f"-c search_path={SCHEMA} -c lock_timeout=600s",
        )

    engine = create_engine(
        "postgresql+psycopg://",
        creator=creator,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(READS_ONLY, False):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    return engine


def _bring_up_to_date(connection: "Connection", kind: FileKind) -> None:
    """Tables and version, under a lock that the server lets go of with the transaction."""
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (kind.application_id,))
    there = connection.exec_driver_sql(
        "SELECT 1 FROM information_schema.tables WHERE table_schema = %s AND table_name = %s",
        (SCHEMA, "identity"),
    ).first()
    if there is None:
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        connection.exec_driver_sql(
            f"CREATE TABLE {SCHEMA}.identity "
            "(id INTEGER PRIMARY KEY CHECK (id = 1), kind TEXT NOT NULL)"
        )
        connection.exec_driver_sql(
            f"INSERT INTO {SCHEMA}.identity (id, kind) VALUES (1, %s)", (kind.name,)
        )
        version = ""
    else:
        version = _version(connection, kind)
    if version != kind.head:
        _run_migrations(connection, kind)


def _version(connection: "Connection", kind: FileKind) -> str:
    row = connection.exec_driver_sql("SELECT kind FROM identity WHERE id = 1").first()
    if row is None or row[0] != kind.name:
        raise AppError(
            "The database on the server belongs to another part of Steady.",
            "Nothing was changed. Ask the person who looks after the server for the right address.",
            code="server-not-ours",
        )
    version = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    if not version.isdecimal() or int(version) > int(kind.head):
        raise AppError(
            "The team store on the server was made by a newer version of Steady.",
            "Everything in it is safe and unchanged. Install the newer version to open it.",
            code="server-newer",
        )
    return version


def _run_migrations(connection: "Connection", kind: FileKind) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(kind.migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _in_words(error: BaseException) -> AppError | None:
    import psycopg

    while not isinstance(error, psycopg.Error):
        inner = getattr(error, "orig", None)
        if not isinstance(inner, BaseException):
            return None
        error = inner
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return AppError(
            "The server does not allow Steady to do that.",
            f"{_SAFE} Ask the person who looks after the server to let this account create "
            f"and change "
            f"tables in the schema {SCHEMA}.",
            code="server-denied",
        )
    if isinstance(error, psycopg.errors.DiskFull | psycopg.errors.OutOfMemory):
        return AppError(
            "The server has no space left, so the last step was not saved.",
            f"{_SAFE} Ask the person who looks after the server to free some space, then "
            f"try again.",
            code="server-full",
        )
    if isinstance(error, psycopg.errors.LockNotAvailable | psycopg.errors.DeadlockDetected):
        return AppError(
            "Someone else is using the team store at the moment, so the last step was not saved.",
            f"{_SAFE} Wait a moment and try again.",
            code="server-busy",
        )
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return AppError(
            "Steady cannot reach the team store's server.",
            f"{_SAFE} Check the address and the network, or ask the person who looks after "
            f"the server.",
            code="server-unreachable",
        )
    return None
