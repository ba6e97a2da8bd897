"""Where a team store is. Importing this does not import SQLAlchemy."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tiapp.core.errors import AppError


@dataclass(frozen=True, slots=True)
class TeamPlace:
    """`url` of a server, or else `file`. An address may hold a password and is never shown."""

    file: Path
    url: str = ""

    @property
    def on_server(self) -> bool:
        """Whether an organisation chose a server."""
        return bool(self.url)

    def exists(self) -> bool:
        """Whether there is something to read. A server is always worth asking."""
        return self.on_server or self.file.exists()

    @property
    def words(self) -> str:
        """Where it is, for people: of a server's address only what is no secret."""
        if not self.on_server:
            return str(self.file)
        try:
            parts = urlsplit(self.url)
            host, database = parts.hostname or "", parts.path.strip("/")
        except ValueError:
            return "a server"
        if not host:
            return "a server"
        return f"the server {host}, database {database}" if database else f"the server {host}"

    @classmethod
    def of(cls, usual: Path, chosen: str) -> "TeamPlace":
        """What was chosen: a server's address, a file, or nothing, which is the usual file."""
        if chosen.startswith(SERVERS):
            return cls(usual, chosen)
        if chosen.startswith("sqlite:///"):
            chosen = chosen.removeprefix("sqlite:///")
        return cls(Path(chosen).absolute() if chosen else usual)


SERVERS = ("postgresql://", "postgres://", "postgresql+psycopg://")
"""How the address of a server begins."""


def refuse_other_addresses(address: str) -> None:
    """AppError for what is not the address of a server, before anything is tried."""
    if not address.startswith(SERVERS):
        raise AppError(
            "This is not the address of a PostgreSQL server.",
            "Nothing was changed. An address begins with postgresql:// and names the server and "
            "the database. Whoever looks after the server can tell you.",
            code="team-address",
        )
