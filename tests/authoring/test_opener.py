"""Pack files and a double-click: what is written for the desktop, and taken away again."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tiapp import cli
from tiapp.authoring import opener_windows
from tiapp.authoring.opener import opener_here, start_command
from tiapp.authoring.opener_linux import MIME_TYPE, LinuxOpener, desktop_entry
from tiapp.core.errors import AppError
from tiapp.storage.paths import Paths

COMMAND = ("/opt/our python/bin/python3", "-m", "tiapp")


@pytest.fixture
def opener(tmp_path: Path) -> LinuxOpener:
    return LinuxOpener(tmp_path / "share", COMMAND)


def files_in(folder: Path) -> list[str]:
    """All but the indexes that the desktop's own programs make."""
    made_by_others = {"mimeinfo.cache"}
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and path.name not in made_by_others
        and ("mime" not in path.parts or path.parent.name == "packages")
    )


def test_it_is_set_and_taken_back_and_nothing_stays(opener: LinuxOpener, tmp_path: Path) -> None:
    assert not opener.is_set()
    opener.set()
    assert opener.is_set()
    opener.set()
    assert files_in(tmp_path / "share") == ["applications/tiapp.desktop", "mime/packages/tiapp.xml"]
    opener.take_back()
    opener.take_back()
    assert not opener.is_set()
    assert files_in(tmp_path / "share") == []


def test_a_steady_that_moved_is_not_the_one_that_is_set(
    opener: LinuxOpener, tmp_path: Path
) -> None:
    opener.set()
    assert not LinuxOpener(tmp_path / "share", ("/elsewhere/python", "-m", "tiapp")).is_set()


def test_an_entry_of_somebody_elses_comes_back(opener: LinuxOpener) -> None:
    opener.entry.parent.mkdir(parents=True)
    opener.entry.write_text("[Desktop Entry]\nName=Ours\n")
    opener.take_back()
    assert opener.entry.read_text() == "[Desktop Entry]\nName=Ours\n"
    opener.set()
    opener.set()
    assert opener.is_set()
    opener.take_back()
    assert opener.entry.read_text() == "[Desktop Entry]\nName=Ours\n"


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell that quotes as the standard does")
@pytest.mark.parametrize(
    "word",
    [
        "plain",
        "two words",
        'a "quote"',
        "back\\slash",
        "a$dollar",
        "`tick`",
        "100%",
        "Zoë’s",
        "a;b",
    ],
)
def test_each_word_of_the_command_comes_out_as_it_went_in(word: str) -> None:
    """Taken apart by the rules of the standard: escapes of a string, then quotes, then %."""
    line = next(row for row in desktop_entry([word]).split("\n") if row.startswith("Exec="))
    said = line.removeprefix("Exec=").replace("\\\\", "\\")
    assert said.endswith(" %f")
    quoted = said.removesuffix(" %f").replace("%%", "%")
    shell = subprocess.run(["sh", "-c", f"printf %s {quoted}"], capture_output=True, text=True)
    assert shell.stdout == word


def test_a_folder_with_a_line_break_in_its_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="cannot hold"):
        LinuxOpener(tmp_path, ("/a\nExec=/bin/sh", "-m", "tiapp")).set()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not here"
)
def test_the_entry_is_one_by_the_standard(opener: LinuxOpener) -> None:
    opener.set()
    done = subprocess.run(
        ["desktop-file-validate", str(opener.entry)], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(
    None in (shutil.which("update-mime-database"), shutil.which("update-desktop-database")),
    reason="shared-mime-info or desktop-file-utils is not here",
)
def test_the_desktop_knows_the_file_and_the_program(opener: LinuxOpener, tmp_path: Path) -> None:
    share = tmp_path / "share"
    assert opener.set()
    assert f"{MIME_TYPE}:*.tipack" in (share / "mime" / "globs2").read_text()
    cache = share / "applications" / "mimeinfo.cache"
    assert f"{MIME_TYPE}=tiapp.desktop;" in cache.read_text()
    opener.take_back()
    assert "tipack" not in (share / "mime" / "globs2").read_text()
    assert "tiapp" not in cache.read_text()


def test_without_the_desktops_programs_it_is_said_that_it_comes_later(
    opener: LinuxOpener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert opener.set() is False
    assert opener.is_set()


def test_another_data_folder_is_named_in_the_command(tmp_path: Path) -> None:
    assert start_command(Paths.under(tmp_path))[-2:] == ("--data", str(tmp_path))
    assert start_command(Paths.default())[1:] == ("-m", "tiapp")


def test_the_command_starts_this_steady() -> None:
    """From any folder: the double-click comes from the desktop."""
    words = [*start_command(Paths.default()), "--version"]
    done = subprocess.run(words, capture_output=True, text=True, cwd=Path(sys.executable).parent)
    assert done.stdout.startswith("Steady")


def test_a_system_that_is_unknown_is_said_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    with pytest.raises(AppError, match="cannot set this"):
        opener_here(Paths.under(tmp_path), {}, tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own files")
def test_the_command_line_sets_it_and_takes_it_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    data = ["--data", str(tmp_path / "data"), "content", "double-click"]
    assert cli.run([*data, "on"]) == 0
    entry = tmp_path / "share" / "applications" / "tiapp.desktop"
    assert str(tmp_path / "data") in entry.read_text()
    assert cli.run([*data, "off"]) == 0
    assert not entry.exists()
    assert "open with Steady" in capsys.readouterr().out


def test_windows_keys_lead_from_the_ending_to_the_command() -> None:
    keys = opener_windows.keys((r"C:\Our Programs\pythonw.exe", "-m", "tiapp"))
    kind = keys[r"Software\Classes\.tipack"]
    command = keys[rf"Software\Classes\{kind}\shell\open\command"]
    assert command == '"C:\\Our Programs\\pythonw.exe" -m tiapp "%1"'
