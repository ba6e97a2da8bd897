"""`tiapp FILE.tipack` is what a desktop runs when somebody opens a pack file."""

from pathlib import Path

import pytest

from tiapp.cli.parsing import without_pack_file
from tiapp.storage.one_instance import ask_to_show, asked_pack


@pytest.mark.parametrize(
    ("arguments", "rest", "file"),
    [
        (["a.tipack"], [], "a.tipack"),
        (["folder/A Pack.TIPACK"], [], "folder/A Pack.TIPACK"),
        (["--data", "d", "a.tipack"], ["--data", "d"], "a.tipack"),
        (["a.tipack", "--person", "Isla"], ["--person", "Isla"], "a.tipack"),
        (["content", "install", "a.tipack"], ["content", "install", "a.tipack"], None),
        (["--data", "d.tipack"], ["--data", "d.tipack"], None),
        (["progress"], ["progress"], None),
        ([], [], None),
    ],
)
def test_a_pack_file_stands_where_a_command_would(arguments, rest, file):
    assert without_pack_file(arguments) == (rest, Path(file) if file else None)


def test_a_second_start_hands_the_file_over_by_its_whole_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert asked_pack(tmp_path / "data") is None
    ask_to_show(tmp_path / "data", Path("Zoë’s.tipack"))
    assert asked_pack(tmp_path / "data") == tmp_path / "Zoë’s.tipack"
    ask_to_show(tmp_path / "data")
    assert asked_pack(tmp_path / "data") is None


@pytest.mark.parametrize("data", [b"", b"x", b"x\n", b"x\n/etc/passwd", b"\xff\n\x00.tipack"])
def test_a_request_that_is_damaged_names_no_pack(tmp_path, data):
    (tmp_path / "show-window").write_bytes(data)
    assert asked_pack(tmp_path) is None
