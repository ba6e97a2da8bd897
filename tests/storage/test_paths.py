import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tiapp.storage.paths import Paths, make_private_folder


def test_everything_lies_under_the_folder_that_was_chosen(tmp_path):
    paths = Paths.under(tmp_path / "here")

    assert paths.data == tmp_path / "here"
    assert {paths.config.parent, paths.cache.parent, paths.logs.parent} == {paths.data}
    assert not paths.data.exists()


def test_a_relative_folder_is_meant_from_where_the_program_was_started(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    paths = Paths.under(Path("here"))
    monkeypatch.chdir("/")

    assert paths.data == tmp_path / "here"


def test_the_usual_places_are_the_systems_own_and_nothing_is_made():
    paths = Paths.default()

    for folder in (paths.data, paths.config, paths.cache, paths.logs):
        assert folder.is_absolute()
        assert "Steady" in folder.parts
        assert not folder.exists()


def test_what_comes_with_steady_is_found_in_the_checkout():
    paths = Paths.under(Path("anywhere"))

    (content,) = paths.content
    assert (content / "steady" / "pack.toml").is_file()
    assert paths.resources.name == "resources"


def test_an_installed_package_finds_its_own_content_first(tmp_path):
    package = tmp_path / "tiapp"
    source = Path(sys.modules["tiapp.storage.paths"].__file__)
    for folder in ("storage", "_shipped/content", "_shipped/resources"):
        (package / folder).mkdir(parents=True)
    (tmp_path / "content").mkdir()
    (package / "__init__.py").touch()
    (package / "storage" / "__init__.py").touch()
    (package / "storage" / "paths.py").write_text(source.read_text())

    answer = subprocess.run(
        [
            sys.executable,
            "-c",
            "from tiapp.storage.paths import Paths; from pathlib import Path;"
            "p = Paths.under(Path('x')); print(*p.content, p.resources, sep='\\n')",
        ],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()

    assert answer == [
        str(package / "_shipped" / "content"),
        str(package / "_shipped" / "resources"),
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders private by the user profile")
def test_every_folder_that_is_made_is_for_this_account_alone(tmp_path):
    previous = os.umask(0)
    try:
        make_private_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(previous)

    for folder in ("a", "a/b", "a/b/c"):
        assert stat.S_IMODE((tmp_path / folder).stat().st_mode) == 0o700


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path):
    (tmp_path / "open").mkdir(mode=0o755)
    before = (tmp_path / "open").stat().st_mode

    make_private_folder(tmp_path / "open")

    assert (tmp_path / "open").stat().st_mode == before


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path):
    (tmp_path / "taken").touch()

    with pytest.raises(OSError):
        make_private_folder(tmp_path / "taken")
    with pytest.raises(OSError):
        make_private_folder(tmp_path / "taken" / "below")
