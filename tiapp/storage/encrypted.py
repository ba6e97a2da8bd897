"""Opens an encrypted database: SQLCipher, one connection, nobody else meanwhile.

Importing this imports neither SQLAlchemy nor the driver. There is no way round the driver: the one
that comes with Python takes `PRAGMA key` without a word and writes everything in clear.

The order of the settings is not free. SQLCipher says `ok` to any key and finds out at the first
read. EXCLUSIVE stands before everything that touches the file: WAL then needs no shared memory,
whose file kills the program (SIGBUS) when it is opened on a full disk. FULL, because a power cut
lost saved entries under NORMAL. While a file is open here it must not be opened by any other door,
not even to read a byte: closing that would let go of our lock, and a second program could write.
"""

import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiapp.core.errors import AppError
from tiapp.storage import database

if TYPE_CHECKING:
    from sqlalchemy import Engine

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Encrypted:
    """The Opener of files that are encrypted with that key of 32 random bytes."""

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Anything else would be taken for a passphrase, silently, and the file be another's."""
        if len(self.key) != KEY_BYTES:
            raise ValueError("the key has 32 bytes")

    def connect(self, file: Path) -> sqlite3.Connection:
        """A bare driver connection to a file that exists, for this program alone.

        A new, empty file becomes an encrypted one at the first write. The driver's own errors leave
        as they are; a key that does not fit and a damaged first page look the same to it
        (SQLITE_NOTADB), and nothing was changed then.
        """
        connection = self.connect_to_read(file)
        try:
            self._set_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def connect_to_read(self, file: Path) -> sqlite3.Connection:
        """The same with nothing set up for writing: for looking into a damaged copy, fast."""
        connection: sqlite3.Connection = driver().connect(
            database.address(file),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=1.0,
        )
        try:
            # first of all: it would write its errors on stderr
            connection.execute("PRAGMA cipher_log_level=NONE").fetchone()
            connection.execute(f"PRAGMA key=\"x'{self.key.hex()}'\"").fetchone()
            connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
            # what SQLite sorts aside would else lie in a temporary file, if it is built that way
            connection.execute("PRAGMA temp_store=MEMORY").fetchone()
            # the key is only looked at now
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    def open_engine(self, file: Path, *, foreign_keys: bool = True) -> "Engine":
        """SQLAlchemy's door to the same file: see `database.engine_on`."""

        def creator() -> sqlite3.Connection:
            connection = self.connect(file)
            if not foreign_keys:
                connection.execute("PRAGMA foreign_keys=OFF").close()
            return connection

        return database.engine_on(creator, driver())

    def connected(self, file: Path) -> AbstractContextManager[sqlite3.Connection]:
        """`connect`, closed at the end; whatever goes wrong leaves as an AppError."""
        return database.connected(file, self)

    def _set_up(self, connection: sqlite3.Connection) -> None:
        def tell(pragma: str) -> Any:
            return connection.execute(f"PRAGMA {pragma}").fetchone()

        if tell("cipher_status") != ("1",):
            raise _not_encrypting()
        if tell("journal_mode=WAL") != ("wal",):
            raise _not_encrypting()
        for pragma in (
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "trusted_schema=OFF",
            # macOS only: its fsync alone does not reach the disk
            "fullfsync=ON",
            "checkpoint_fullfsync=ON",
        ):
            tell(pragma)


def driver() -> Any:
    """SQLCipher's driver. AppError when it is missing: without it the private room stays closed."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise AppError(
            "The private room cannot be opened here, because something it needs is missing.",
            "Everything in it is safe and unchanged. Install Steady again to open it. "
            "Learning works without it.",
            code="vault-unavailable",
        ) from error
    return dbapi2


@dataclass(frozen=True, slots=True)
class Versions:
    """What does the encrypting, for whoever has to know whether it is up to date."""

    sqlcipher: str
    sqlite: str
    openssl: str


def versions() -> Versions:
    """Ask the driver. AppError when it is missing."""
    module = driver()
    connection = module.connect(":memory:")
    try:
        # it has no version to tell before it has a key
        connection.execute("PRAGMA key='a key for nothing'").close()

        def ask(pragma: str) -> str:
            row = connection.execute(f"PRAGMA {pragma}").fetchone()
            return str(row[0]) if row else ""

        provider = ask("cipher_provider_version").removeprefix("OpenSSL ")
        return Versions(ask("cipher_version"), str(module.sqlite_version), provider)
    finally:
        connection.close()


def _not_encrypting() -> AppError:
    """A driver that was built without its cipher. Nothing has been written."""
    return AppError(
        "The private room cannot be opened here, because this Steady cannot encrypt.",
        "Nothing was written. Install Steady again to open it. Learning works without it.",
        code="vault-unavailable",
    )
