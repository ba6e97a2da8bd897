"""A pack's folder becomes one file, the same bytes each time, and nothing unsound gets into it."""

import hashlib
import json
import os
import zipfile

import pytest

from tests.authoring.pack_files import files_of, pack_folder
from tests.factories import picture_bytes
from tiapp.authoring.pack_file import make_pack_file
from tiapp.core.errors import AppError


def test_the_same_folder_gives_the_same_bytes_whatever_its_dates(tmp_path):
    one = pack_folder(tmp_path / "one", "a", "b")
    two = pack_folder(tmp_path / "two", "a", "b")
    for number, path in enumerate(sorted(two.rglob("*"))):
        os.utime(path, (number * 1000, number * 1000))
        path.chmod(0o755)
    make_pack_file(one, tmp_path / "one.tipack")
    make_pack_file(two, tmp_path / "two.tipack")
    assert (tmp_path / "one.tipack").read_bytes() == (tmp_path / "two.tipack").read_bytes()


def test_the_list_comes_first_and_holds_every_file(tmp_path):
    folder = pack_folder(tmp_path / "p", "a")
    make_pack_file(folder, tmp_path / "p.tipack")
    with zipfile.ZipFile(tmp_path / "p.tipack") as archive:
        assert archive.namelist()[0] == "manifest.json"
        said = json.loads(archive.read("manifest.json"))
        inside = {name: archive.read(name) for name in archive.namelist()[1:]}
    assert inside == files_of(folder)
    assert said["pack"]["publisher"] == "Somebody"
    assert {n: f["sha256"] for n, f in said["files"].items()} == {
        name: hashlib.sha256(data).hexdigest() for name, data in inside.items()
    }


def test_hidden_files_and_drafts_stay_out(tmp_path):
    folder = pack_folder(tmp_path / "p", "a")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("x")
    (folder / "_drafts").mkdir()
    (folder / "_drafts" / "later.md").write_text("x")
    manifest = make_pack_file(folder, tmp_path / "p.tipack")
    assert set(manifest.files) == {"pack.toml", "modules/01-a/module.md"}


def test_a_file_that_is_there_is_replaced_only_when_told(tmp_path):
    folder = pack_folder(tmp_path / "p", "a")
    out = tmp_path / "p.tipack"
    out.write_text("mine")
    with pytest.raises(AppError) as told:
        make_pack_file(folder, out)
    assert told.value.code == "file-exists"
    assert out.read_text() == "mine"
    make_pack_file(folder, out, force=True)
    assert zipfile.is_zipfile(out)


def _broken_module(folder):
    (folder / "modules" / "01-a" / "module.md").write_text("nothing of the kind")


def _capitals(folder):
    (folder / "modules" / "01-a" / "Notes.md").write_text("x")


def _script(folder):
    (folder / "run.sh").write_text("x")


def _svg(folder):
    (folder / "modules" / "01-a" / "images").mkdir()
    (folder / "modules" / "01-a" / "images" / "a.svg").write_text("<svg/>")


def _link(folder):
    (folder / "other.md").symlink_to(folder / "pack.toml")


def _bad_exercises(folder):
    (folder / "exercises.toml").write_text("what = is this")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_broken_module, "modules/01-a/module.md, line 1: The file does not begin"),
        (_capitals, "modules/01-a/Notes.md has a name"),
        (_script, "run.sh is of a kind"),
        (_svg, "a.svg is of a kind"),
        (_link, "other.md is a link"),
        (_bad_exercises, "exercises.toml, line 1"),
    ],
)
def test_what_is_not_sound_is_refused_and_nothing_is_left(tmp_path, spoil, why):
    folder = pack_folder(tmp_path / "p", "a")
    spoil(folder)
    with pytest.raises(AppError) as told:
        make_pack_file(folder, tmp_path / "p.tipack")
    assert why in told.value.title
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p"]


def test_pictures_go_along(tmp_path):
    folder = pack_folder(tmp_path / "p", "a")
    images = folder / "modules" / "01-a" / "images"
    images.mkdir()
    (images / "desk.png").write_bytes(picture_bytes())
    manifest = make_pack_file(folder, tmp_path / "p.tipack")
    assert "modules/01-a/images/desk.png" in manifest.files
