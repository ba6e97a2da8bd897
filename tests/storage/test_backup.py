import os
import sqlite3
import stat
from contextlib import closing

import pytest

from tiapp.core.errors import AppError
from tiapp.storage.backup import back_up
from tiapp.storage.migrate import create_if_missing
from tiapp.storage.plain import connected


@pytest.fixture
def file(tmp_path, shelf, fill):
    create_if_missing(tmp_path / "x.db", shelf.kind)
    fill(tmp_path / "x.db")
    return tmp_path / "x.db"


def test_a_copy_opens_and_holds_everything(file, shelf, tmp_path):
    back_up(file, tmp_path / "copies" / "x.db", shelf.kind)

    with connected(tmp_path / "copies" / "x.db") as copy:
        assert copy.execute("SELECT word FROM parent").fetchall() == [("kept",)]
        assert copy.execute("SELECT count(*) FROM child").fetchone() == (2,)
    assert [p.name for p in (tmp_path / "copies").iterdir()] == ["x.db"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private by the user profile")
def test_a_copy_is_for_this_account_alone(file, shelf, tmp_path):
    previous = os.umask(0)
    try:
        back_up(file, tmp_path / "copies" / "x.db", shelf.kind)
    finally:
        os.umask(previous)

    assert stat.S_IMODE((tmp_path / "copies").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "copies" / "x.db").stat().st_mode) == 0o600


def test_a_newer_copy_takes_the_place_of_an_older_one(file, shelf, tmp_path):
    back_up(file, tmp_path / "copy.db", shelf.kind)
    with connected(file) as connection:
        connection.execute("INSERT INTO parent VALUES (2, 'new')")
    back_up(file, tmp_path / "copy.db", shelf.kind)

    with connected(tmp_path / "copy.db") as copy:
        assert copy.execute("SELECT count(*) FROM parent").fetchone() == (2,)


def test_what_cannot_be_read_is_not_backed_up_and_the_older_copy_stays(file, shelf, tmp_path):
    back_up(file, tmp_path / "copy.db", shelf.kind)
    good = (tmp_path / "copy.db").read_bytes()
    data = bytearray(file.read_bytes())
    page = 4096
    # every page but the first, so that the file is known and its rows are not
    data[page:] = os.urandom(len(data) - page)
    file.write_bytes(data)

    with pytest.raises(AppError) as caught:
        back_up(file, tmp_path / "copy.db", shelf.kind)

    assert caught.value.code == "damaged"
    assert (tmp_path / "copy.db").read_bytes() == good
    assert not (tmp_path / "copy.db.new").exists()


def test_what_an_earlier_kill_left_behind_is_no_hindrance(file, shelf, tmp_path):
    (tmp_path / "copy.db.new").write_bytes(b"half a copy")

    back_up(file, tmp_path / "copy.db", shelf.kind)

    assert not (tmp_path / "copy.db.new").exists()
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM child").fetchone() == (2,)
