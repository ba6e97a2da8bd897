import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tiapp.core.errors import AppError
from tiapp.storage.database import READS_ONLY, check_identity
from tiapp.storage.migrate import create_if_missing
from tiapp.storage.plain import connect, connected, open_engine

SECRET = "a phrase that nobody may read"

EXPECTED = {
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "trusted_schema": 0,
}


@pytest.fixture
def file(tmp_path, shelf):
    create_if_missing(tmp_path / "x.db", shelf.kind)
    return tmp_path / "x.db"


@pytest.mark.parametrize("pragma", EXPECTED)
def test_every_connection_is_set_up_carefully(file, pragma):
    with connected(file) as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (EXPECTED[pragma],)
    engine = open_engine(file)
    with engine.connect() as through_engine:
        answer = through_engine.exec_driver_sql(f"PRAGMA {pragma}").scalar_one()
    engine.dispose()
    assert answer == EXPECTED[pragma]


def test_a_file_that_is_not_there_is_never_made(tmp_path):
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "missing.db")
    with pytest.raises(AppError), connected(tmp_path / "missing.db"):
        pass
    assert list(tmp_path.glob("missing*")) == []


@pytest.mark.parametrize("name", ["a b", "50%25", "what?", "#1", "ümlaut", "a&b=c", "x?mode=ro"])
def test_odd_letters_in_a_folder_are_no_trouble(tmp_path, shelf, name):
    file = tmp_path / name / "x.db"
    create_if_missing(file, shelf.kind)

    with connected(file) as connection:
        connection.execute("INSERT INTO parent VALUES (1, 'x')")

    assert [p.name for p in file.parent.glob("*.db")] == ["x.db"]
    assert file.stat().st_size > 0


def test_opening_for_the_first_screen_imports_no_sqlalchemy():
    script = (
        "import sys, tiapp.storage.plain, tiapp.storage.migrate;"
        "print([n for n in ('sqlalchemy', 'alembic', 'asyncio') if n in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"


def test_a_transaction_asks_for_the_right_to_write_at_once(file):
    """One that reads first and asks later fails at once when two programs do it."""
    engine = open_engine(file)
    with (
        engine.begin(),
        closing(sqlite3.connect(file, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
    engine.dispose()


def test_reading_leaves_others_free_to_write(file):
    engine = open_engine(file)
    reader = engine.execution_options(**{READS_ONLY: True})
    with reader.begin(), closing(sqlite3.connect(file, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    engine.dispose()


def test_an_error_never_quotes_what_was_being_saved(file):
    engine = open_engine(file)
    with pytest.raises(DBAPIError) as caught, engine.begin() as connection:
        for _ in range(2):
            connection.execute(text("INSERT INTO parent VALUES (1, :word)"), {"word": SECRET})
    engine.dispose()

    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)


def test_a_file_knows_what_it_is(file, shelf):
    with connected(file) as connection:
        check_identity(connection, file, shelf.kind)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("PRAGMA application_id=5", "not-ours"),
        ("UPDATE identity SET kind = 'another'", "not-ours"),
        ("DELETE FROM identity", "damaged"),
        ("DROP TABLE identity", "damaged"),
    ],
)
def test_a_file_that_is_something_else_is_refused(file, shelf, change, code):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(change)
    before = file.read_bytes()

    with pytest.raises(AppError) as caught, connected(file) as connection:
        check_identity(connection, file, shelf.kind)

    assert caught.value.code == code
    assert file.read_bytes() == before


def test_an_empty_file_is_not_taken_for_an_empty_database(tmp_path, shelf):
    (tmp_path / "x.db").touch()

    with pytest.raises(AppError) as caught, connected(tmp_path / "x.db") as connection:
        check_identity(connection, tmp_path / "x.db", shelf.kind)

    assert caught.value.code == "empty"
    assert (tmp_path / "x.db").stat().st_size == 0
