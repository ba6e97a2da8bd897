"""What record.db is. Importing this does not import SQLAlchemy."""

from pathlib import Path

from tiapp.storage.database import FileKind

RECORD = FileKind(
    name="record",
    application_id=0x53744452,  # "StDR"
    head="0002",
    migrations=Path(__file__).resolve().parent / "migrations",
    counted=("attempt", "reached", "completion", "elsewhere"),
)
"""`head` goes up by one with every new file in migrations/versions; a test compares the two."""
