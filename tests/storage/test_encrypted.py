import os
import sqlite3
from contextlib import closing

import pytest

from tiapp.core.errors import AppError
from tiapp.storage import faults
from tiapp.storage.backup import back_up
from tiapp.storage.encrypted import Encrypted, driver, versions
from tiapp.storage.migrate import bring_up_to_date, create_if_missing

KEY = bytes(range(32))
SECRET = b"a phrase that nobody may read"


@pytest.fixture
def opener():
    return Encrypted(KEY)


@pytest.fixture
def file(tmp_path, shelf, opener):
    create_if_missing(tmp_path / "x.db", shelf.kind, opener)
    with opener.connected(tmp_path / "x.db") as connection:
        connection.execute("INSERT INTO parent VALUES (1, ?)", (SECRET.decode(),))
        connection.execute("INSERT INTO child VALUES (1, 1)")
    return tmp_path / "x.db"


def every_byte(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_nothing_stands_in_clear_in_any_file(file, opener, shelf, tmp_path):
    back_up(file, tmp_path / "copy.db", shelf.kind, opener)
    with closing(opener.connect(file)) as connection:
        connection.execute("UPDATE parent SET word = word || ' again'")
        data = every_byte(file.parent)  # with its log
    assert SECRET not in data
    assert b"SQLite format" not in data


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_never_used(length):
    """SQLCipher would take it for a passphrase, without a word."""
    with pytest.raises(ValueError, match="32"):
        Encrypted(bytes(length))


def test_the_key_is_in_no_message(opener):
    assert KEY.hex() not in repr(opener)
    assert repr(KEY) not in repr(opener)


def test_a_wrong_key_is_noticed_at_once_and_changes_nothing(file):
    before = every_byte(file.parent)
    with pytest.raises(AppError) as caught, Encrypted(os.urandom(32)).connected(file):
        pass
    assert caught.value.code == "damaged"
    assert every_byte(file.parent) == before


def test_pythons_own_driver_reads_nothing_of_it(file):
    with closing(sqlite3.connect(file)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM parent")


def test_a_file_that_is_not_there_is_never_made(tmp_path, opener):
    with pytest.raises(AppError), opener.connected(tmp_path / "missing.db"):
        pass
    assert list(tmp_path.glob("missing*")) == []


def test_a_second_connection_is_refused_even_in_this_program(file, opener):
    with (
        closing(opener.connect(file)),
        pytest.raises(AppError) as caught,
        opener.connected(file),
    ):
        pass
    assert caught.value.code == "busy"


def test_an_upgrade_keeps_children_and_a_copy(file, opener, shelf):
    newest = shelf.add(
        'with op.batch_alter_table("parent", recreate="always") as batch:\n'
        '        batch.add_column(sa.Column("note", sa.String))'
    )
    bring_up_to_date(file, newest, opener)

    with opener.connected(file) as connection:
        assert connection.execute("SELECT count(*) FROM child").fetchone() == (1,)
    with opener.connected(file.parent / "backups" / "x-0001.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_a_failed_upgrade_leaves_the_old_file_readable(file, opener, shelf):
    newest = shelf.add('op.execute("CREATE TABLE extra (id INTEGER)")\n    raise RuntimeError')
    with pytest.raises(AppError) as caught:
        bring_up_to_date(file, newest, opener)
    assert caught.value.code == "upgrade-failed"
    with opener.connected(file) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert "extra" not in {name for (name,) in tables}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", "disk-full"),
        ("SQLITE_READONLY", "read-only"),
        ("SQLITE_IOERR", "disk-trouble"),
        ("SQLITE_BUSY", "busy"),
        ("SQLITE_NOTADB", "damaged"),
        ("SQLITE_CORRUPT", "damaged"),
        ("SQLITE_MISUSE", None),
    ],
)
def test_the_drivers_errors_are_understood_like_sqlites_own(tmp_path, name, code):
    """They are no kin: only the codes are the same."""
    error = driver().OperationalError("whatever it says")
    error.sqlite_errorcode = getattr(sqlite3, name)
    assert not isinstance(error, sqlite3.Error)
    calm = faults.in_words(error, tmp_path / "x.db")
    assert (calm.code if calm else None) == code


def test_the_versions_are_those_without_known_faults():
    told = versions()
    assert tuple(int(part) for part in told.sqlite.split(".")) >= (3, 51, 3)
    assert told.sqlcipher.startswith("4.")
    assert told.openssl.startswith("3.")


def test_what_is_sorted_aside_never_lies_in_a_file(tmp_path):
    file = tmp_path / "new.db"
    file.touch()
    connection = Encrypted(bytes(32)).connect(file)
    assert connection.execute("PRAGMA temp_store").fetchone() == (2,)
    connection.close()
