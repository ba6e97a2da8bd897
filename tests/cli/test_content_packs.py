"""Packs on the command line, as somebody who looks after several computers uses them."""

import json

import pytest

from tests.authoring.pack_files import pack_folder
from tests.authoring.packs import MODULE, pack_with, spoiled
from tiapp import cli


@pytest.fixture
def tell(tmp_path, capsys):
    def run(*arguments):
        code = cli.run(["--data", str(tmp_path / "data"), "content", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def pack(tell, tmp_path):
    """Makes a pack file through the command."""

    def make(version, *modules):
        folder = pack_folder(tmp_path / f"v{version}", *modules, version=version)
        file = tmp_path / f"v{version}.tipack"
        assert tell("pack", folder, "-o", file, "--unchecked")[0] == 0
        return file

    return make


def test_from_a_folder_to_learn_and_back(tell, pack):
    code, out, err = tell("install", pack(1, "a"))
    assert (code, err) == (0, "")
    assert "A pack, version 1, from Somebody." in out
    assert "New: A module." in out
    assert "a-pack: A pack, version 1" in tell("list")[1]

    newer = pack(2, "a", "b")
    code, out, _ = tell("install", newer, "--dry-run")
    assert code == 0
    assert "Version 1 is here now." in out and "Nothing was installed." in out
    assert "version 1" in tell("list")[1]

    assert json.loads(tell("install", newer, "--json")[1])["version"] == 2
    assert "version 1 again" in tell("undo", "a-pack")[1]
    assert "Removed." in tell("remove", "a-pack")[1]
    assert "brings it back" in tell("list")[1]
    assert json.loads(tell("list", "--json")[1]) == {"installed": [], "removed": ["a-pack"]}


def test_two_versions_are_compared_as_folders_or_files(tell, pack, tmp_path):
    old, new = pack(1, "a", "b"), pack(2, "a", "c")
    by_file = tell("diff", old, new)
    assert by_file[0] == 0
    assert "New: A module." in by_file[1]
    assert "No longer in it: A module." in by_file[1]
    assert tell("diff", tmp_path / "v1", tmp_path / "v2") == by_file
    assert tell("diff", old, old)[1] == "Nothing differs.\n"


def test_a_pack_with_something_to_mend_is_not_made_unless_that_is_said(tell, tmp_path):
    folder = pack_with(tmp_path / "ours", spoiled(("kind: settle", "kind: key")))
    file = tmp_path / "ours.tipack"
    code, out, err = tell("pack", folder, "-o", file)
    assert code == 1
    assert "modules/01-a-module/module.md" in out and "error no-settling-close" in out
    assert "--unchecked" in err
    assert not file.exists()
    assert tell("pack", folder, "-o", file, "--unchecked")[0] == 0
    assert file.is_file()


def test_what_is_only_worth_a_look_keeps_no_pack_from_being_made(tell, tmp_path):
    folder = pack_with(tmp_path / "ours", MODULE.replace("Say who you are.", "He is a junkie."))
    assert "unkind-word" in tell("check", folder)[1]
    assert tell("pack", folder, "-o", tmp_path / "ours.tipack")[0] == 0


def test_what_cannot_be_done_is_one_calm_sentence(tell, pack, tmp_path):
    file = pack(1, "a")
    for arguments in (
        ("pack", tmp_path / "v1", "-o", file, "--unchecked"),
        ("install", tmp_path / "none.tipack"),
        ("install", tmp_path / "v1" / "pack.toml"),
        ("remove", "../people"),
        ("undo", "steady"),
        ("diff", file, tmp_path),
    ):
        code, out, err = tell(*arguments)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1 and "Traceback" not in err
