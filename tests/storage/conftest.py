"""A small database of our own making, with migrations that a test can add to."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tiapp.storage.database import FileKind

ENV = """
from alembic import context
context.configure(connection=context.config.attributes["connection"], render_as_batch=True,
                  transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
"""

STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{number:04}", {before}
def upgrade():
    {body}
"""

FIRST = """op.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, word VARCHAR NOT NULL)")
    op.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, "
               "parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE)")"""


class Shelf:
    """A kind of file with as many migrations as the test has added."""

    def __init__(self, folder: Path) -> None:
        (folder / "versions").mkdir(parents=True)
        (folder / "env.py").write_text(ENV)
        self.folder = folder
        self.kind = FileKind("shelf", 0x11223344, "0000", folder, ("parent", "child"))
        self.add(FIRST)

    def add(self, body: str) -> FileKind:
        """One more step; returns the kind as the newer program knows it."""
        number = int(self.kind.head) + 1
        before = repr(self.kind.head) if number > 1 else None
        step = STEP.format(number=number, before=before, body=body)
        (self.folder / "versions" / f"v{number:04}.py").write_text(step)
        self.kind = replace(self.kind, head=f"{number:04}")
        return self.kind


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A kind of file with one migration."""
    return Shelf(tmp_path / "migrations")


@pytest.fixture
def fill() -> Callable[[Path], None]:
    """Put a parent with two children into a file."""

    def filler(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("INSERT INTO parent VALUES (1, 'kept')")
            connection.execute("INSERT INTO child VALUES (1, 1), (2, 1)")

    return filler
