"""What a team store is. Importing this does not import SQLAlchemy."""

from pathlib import Path

from tiapp.storage.database import FileKind

TEAM = FileKind(
    name="team",
    application_id=0x53745454,  # "StTT"
    head="0001",
    migrations=Path(__file__).resolve().parent / "migrations",
    counted=("person", "signing_key", "received", "completion"),
    large=True,
)
"""`head` goes up by one with every new file in migrations/versions; a test compares the two."""
