import os
import stat

import pytest

from tiapp.core.errors import AppError
from tiapp.storage.atomic import set_aside, write_private


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private by the user profile")
def test_a_file_is_for_this_account_alone_from_birth(tmp_path):
    previous = os.umask(0)
    try:
        write_private(tmp_path / "new" / "file", b"text")
    finally:
        os.umask(previous)

    assert stat.S_IMODE((tmp_path / "new" / "file").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_an_older_file_is_replaced_whole_and_nothing_is_left_beside(tmp_path):
    write_private(tmp_path / "file", b"a long old text")
    write_private(tmp_path / "file", b"new")

    assert (tmp_path / "file").read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_what_stood_there_stays_when_it_cannot_be_replaced(tmp_path):
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "kept").touch()

    with pytest.raises(AppError):
        write_private(tmp_path / "file", b"new")

    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "kept"]


def test_damaged_files_are_kept_side_by_side(tmp_path):
    for text in ("first", "second", "third"):
        (tmp_path / "x.toml").write_text(text)
        set_aside(tmp_path / "x.toml")

    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {
        "x.toml.damaged": "first",
        "x.toml.damaged-2": "second",
        "x.toml.damaged-3": "third",
    }
