"""Where a team store is. Importing this does not import SQLAlchemy."""

from dataclasses import dataclass
from pathlib import Path


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
