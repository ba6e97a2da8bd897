"""Installing, removing and taking back: whole or not at all, and progress is kept by stable ids."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.authoring.pack_files import files_of, pack_folder
from tests.factories import module_text, write_module
from tiapp.authoring import installed
from tiapp.authoring.installed import InstalledPacks
from tiapp.authoring.pack_file import make_pack_file
from tiapp.core.errors import AppError
from tiapp.learning.library import Library

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shipped(tmp_path):
    """A content folder with a pack that came with the program."""
    folder = tmp_path / "content"
    pack_folder(folder / "shipped", "first")
    toml = folder / "shipped" / "pack.toml"
    toml.write_text(toml.read_text().replace("a-pack", "shipped"))
    return folder


@pytest.fixture
def here(tmp_path, shipped):
    return InstalledPacks(tmp_path / "data" / "packs", [shipped])


@pytest.fixture
def made(tmp_path):
    """Makes a pack file: version, then module ids."""

    def make(version: int, *modules: str, publisher: str = "Somebody") -> Path:
        folder = pack_folder(
            tmp_path / f"source-{version}-{publisher}",
            *modules,
            version=version,
            publisher=publisher,
        )
        file = tmp_path / f"v{version}-{publisher}.tipack"
        make_pack_file(folder, file, force=True)
        return file

    return make


def ids(here: InstalledPacks, shipped: Path) -> list[str]:
    """What Learn would show."""
    return [entry.id for entry in Library([shipped], None, here.current).entries()]


def test_an_installed_pack_stands_beside_what_was_shipped(here, shipped, made):
    look = here.install(made(1, "a", "b"))
    assert look.before is None
    assert look.changes.new == ("A module", "A module")
    assert ids(here, shipped) == ["first", "a", "b"]
    (one,) = here.all()
    assert (one.pack.id, one.pack.version, one.can_undo) == ("a-pack", 1, True)


def test_a_newer_version_replaces_and_says_what_changes(here, shipped, made):
    here.install(made(1, "a", "b"))
    look = here.look(made(2, "a", "c"))
    assert look.before is not None and look.before.version == 1
    assert (look.changes.new, look.changes.gone) == (("A module",), ("A module",))
    assert ids(here, shipped) == ["first", "a", "b"], "looking changes nothing"
    here.install(made(2, "a", "c"))
    assert ids(here, shipped) == ["first", "a", "c"]


def test_undo_brings_back_what_was_and_can_be_undone(here, shipped, made):
    here.install(made(1, "a"))
    here.install(made(2, "a", "b"))
    here.undo("a-pack")
    assert ids(here, shipped) == ["first", "a"]
    here.undo("a-pack")
    assert ids(here, shipped) == ["first", "a", "b"]


def test_undoing_a_first_install_takes_it_out_again(here, shipped, made):
    here.install(made(1, "a"))
    here.undo("a-pack")
    assert (here.all(), ids(here, shipped)) == ((), ["first"])
    assert here.undoable() == ("a-pack",)
    here.undo("a-pack")
    assert ids(here, shipped) == ["first", "a"]


def test_a_removed_pack_can_come_back(here, shipped, made):
    here.install(made(1, "a"))
    here.remove("a-pack")
    assert ids(here, shipped) == ["first"]
    here.undo("a-pack")
    assert ids(here, shipped) == ["first", "a"]


def test_a_pack_installed_after_one_of_its_id_was_removed_is_undone_to_nothing(here, shipped, made):
    here.install(made(1, "a"))
    here.remove("a-pack")
    here.install(made(2, "b"))
    here.undo("a-pack")
    assert ids(here, shipped) == ["first"]


@pytest.mark.parametrize("id_", ["none", "../people", "", "A"])
def test_what_is_not_there_cannot_be_removed_or_undone(here, id_):
    for act in (here.remove, here.undo):
        with pytest.raises(AppError) as told:
            act(id_)
        assert told.value.code in ("not-installed", "nothing-to-undo")


def test_what_came_with_steady_is_replaced_only_by_a_newer_one_of_its_publisher(
    here, shipped, made, tmp_path
):
    source = pack_folder(tmp_path / "new", "first", "second", version=2)
    (source / "pack.toml").write_text(
        (source / "pack.toml").read_text().replace("a-pack", "shipped")
    )
    make_pack_file(source, tmp_path / "new.tipack")
    here.install(tmp_path / "new.tipack")
    library = Library([shipped], None, here.current)
    assert [entry.id for entry in library.entries()] == ["first", "second"]
    assert [(pack.id, pack.version) for pack in library.packs] == [("shipped", 2)]
    assert library.problems() == ()
    # and when the program itself brings a newer one, that one stands
    toml = shipped / "shipped" / "pack.toml"
    toml.write_text(toml.read_text().replace("version = 1", "version = 3"))
    assert ids(here, shipped) == ["first"]


def test_another_publishers_id_an_older_version_and_a_taken_module_are_refused(here, shipped, made):
    here.install(made(2, "a"))
    before = files_of(here.current)
    for file, why in (
        (made(3, "a", publisher="Somebody else"), "belongs to a pack of Somebody"),
        (made(1, "a"), "version 2 is here"),
        (made(4, "first"), "has the id of another one here"),
    ):
        with pytest.raises(AppError) as told:
            here.install(file)
        assert why in told.value.title
    assert files_of(here.current) == before


def test_a_changed_module_tells_what_it_brings(here, made, tmp_path):
    here.install(made(1, "a"))
    source = pack_folder(tmp_path / "new", "a", version=2)
    text = module_text("One.", "Two.", module_id="a", version="2")
    change = '\n[[changes]]\nversion = 2\nwhat = "A part on rest."\n+++\n'
    text = text.replace("\n+++\n", change, 1)
    write_module(source / "modules" / "01-a", text)
    make_pack_file(source, tmp_path / "new.tipack")
    (changed,) = here.look(tmp_path / "new.tipack").changes.changed
    assert changed.versions == (1, 2)
    assert changed.new_parts == ("Part 2",)
    assert changed.gone_parts == ()
    assert changed.what == ("A part on rest.",)


def test_a_full_disk_leaves_everything_as_it_was(here, shipped, made, monkeypatch):
    here.install(made(1, "a"))
    file = made(2, "b")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(installed.os, "replace", full)
    with pytest.raises(AppError) as told:
        here.install(file)
    assert told.value.code == "disk-full"
    monkeypatch.undo()
    assert ids(here, shipped) == ["first", "a"]


_KILLED = """
import os, sys
from pathlib import Path
from tiapp.authoring import installed
from tiapp.authoring.installed import InstalledPacks

folder, act, argument, moment = sys.argv[1:]
real, count = os.replace, 0

def replace(*places):
    global count
    if count == int(moment):
        os.kill(os.getpid(), 9)
    count += 1
    real(*places)

installed.os.replace = replace
packs = InstalledPacks(Path(folder), [])
getattr(packs, act)(Path(argument) if act == "install" else argument)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("moment", [0, 1, 2])
@pytest.mark.parametrize("act", ["install", "undo", "remove"])
def test_a_kill_between_any_two_steps_leaves_the_old_or_the_new(tmp_path, made, act, moment):
    nothing = tmp_path / "nothing-shipped"
    nothing.mkdir()
    here = InstalledPacks(tmp_path / "data" / "packs", [])
    here.install(made(1, "a"))
    here.install(made(2, "a", "b"))
    argument = str(made(3, "c")) if act == "install" else "a-pack"
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            _KILLED,
            str(tmp_path / "data" / "packs"),
            act,
            argument,
            str(moment),
        ],
        cwd=ROOT,
        check=False,
    )
    assert killed.returncode in (0, -signal.SIGKILL)
    new = {"install": ["c"], "undo": ["a"], "remove": []}[act]
    with pytest.raises(AppError):
        here.remove("no-such-pack")  # whoever changes anything next mends first
    found = ids(here, nothing)
    assert found in (["a", "b"], new)
    assert list((tmp_path / "data" / "packs").glob(".unpacking-*")) == []
    here.install(made(4, "d"))
    assert ids(here, nothing) == ["d"]
