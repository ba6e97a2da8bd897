"""What somebody saves is whole or not there, and nothing of theirs is replaced unasked."""

import os
import stat

import pytest

from tiapp.core.errors import AppError
from tiapp.storage.exports import written_beside


def test_a_file_is_in_its_place_when_the_block_ends_and_nothing_besides(tmp_path):
    with written_beside(tmp_path / "a.csv") as out:
        out.write(b"words")
        assert not (tmp_path / "a.csv").exists()
        assert not list(tmp_path.glob("*.csv"))
    assert (tmp_path / "a.csv").read_bytes() == b"words"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"before")
    with pytest.raises(AppError) as told, written_beside(tmp_path / "a.csv"):
        pytest.fail("nothing is to be written")
    assert told.value.code == "export-exists"
    assert (tmp_path / "a.csv").read_bytes() == b"before"
    with written_beside(tmp_path / "a.csv", force=True) as out:
        out.write(b"after")
    assert (tmp_path / "a.csv").read_bytes() == b"after"


def test_a_file_that_appears_meanwhile_is_kept(tmp_path):
    with pytest.raises(AppError) as told, written_beside(tmp_path / "a.csv") as out:
        out.write(b"ours")
        (tmp_path / "a.csv").write_bytes(b"theirs")
    assert told.value.code == "export-exists"
    assert (tmp_path / "a.csv").read_bytes() == b"theirs"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_where_there_are_no_links_it_is_still_not_replaced(tmp_path, monkeypatch):
    def no_links(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    with written_beside(tmp_path / "a.csv") as out:
        out.write(b"ours")
    with pytest.raises(AppError), written_beside(tmp_path / "b.csv") as out:
        (tmp_path / "b.csv").write_bytes(b"theirs")
    assert (tmp_path / "a.csv").read_bytes() == b"ours"
    assert (tmp_path / "b.csv").read_bytes() == b"theirs"


def test_an_error_half_way_leaves_what_was_there(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"before")
    with pytest.raises(KeyError), written_beside(tmp_path / "a.csv", force=True) as out:
        out.write(b"half")
        raise KeyError
    assert (tmp_path / "a.csv").read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["a.csv"]


@pytest.mark.parametrize(("folder", "file"), [(0o700, 0o600), (0o755, 0o644), (0o2775, 0o664)])
def test_a_file_is_as_open_as_its_folder_and_never_for_all_to_write(tmp_path, folder, file):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(folder)
    before = os.umask(0o077)
    try:
        with written_beside(tmp_path / "shared" / "a.csv"):
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "shared" / "a.csv").stat().st_mode) == file


def test_what_cannot_be_written_is_said_calmly(tmp_path):
    (tmp_path / "folder").mkdir()
    for target, code in (
        (tmp_path / "gone" / "a.csv", "export-no-folder"),
        (tmp_path / "folder", "export-folder"),
        (tmp_path / ("n" * 300), "export-unreachable"),
    ):
        with pytest.raises(AppError) as told, written_beside(target):
            pytest.fail("nothing is to be written")
        assert told.value.code == code


def test_a_full_disk_is_said_calmly_and_leaves_nothing(tmp_path):
    import errno

    with pytest.raises(AppError) as told, written_beside(tmp_path / "a.csv"):
        raise OSError(errno.ENOSPC, "no room")
    assert told.value.code == "export-full"
    assert os.listdir(tmp_path) == []
