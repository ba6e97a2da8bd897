import sys
from pathlib import Path

import pytest

from tests.factories import module_text, write_pack
from tiapp.learning import pack_reader
from tiapp.learning.pack_reader import read_pack


def test_a_pack_is_read_with_its_modules_in_folder_order(tmp_path: Path) -> None:
    texts = {"02-b": module_text(module_id="b"), "01-a": module_text(module_id="a")}
    reading = read_pack(write_pack(tmp_path / "p", texts))
    assert reading.problems == ()
    assert reading.pack is not None
    assert (reading.pack.id, reading.pack.title, reading.pack.path) == (
        "a-pack",
        "A pack",
        tmp_path / "p",
    )
    assert [module.id for module in reading.modules] == ["a", "b"]
    assert {module.entry.pack_id for module in reading.modules} == {"a-pack"}


def test_one_broken_module_leaves_the_others(tmp_path: Path) -> None:
    texts = {
        "01": module_text(module_id="a"),
        "02": "nothing of the kind",
        "03": b"\xff\xfe\x00",
        "04": module_text(module_id="d"),
    }
    reading = read_pack(write_pack(tmp_path / "p", texts))
    assert [module.id for module in reading.modules] == ["a", "d"]
    assert [problem.file.parent.name for problem in reading.problems] == ["02", "03"]


def test_two_modules_of_one_id_are_told(tmp_path: Path) -> None:
    reading = read_pack(write_pack(tmp_path / "p", {"01": module_text(), "02": module_text()}))
    assert len(reading.modules) == 1
    (problem,) = reading.problems
    assert "a-module belongs to" in problem.what
    assert problem.file.parent.name == "02"


def test_a_module_folder_without_a_module_is_told(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", {"01": module_text()})
    (pack / "modules" / "02").mkdir()
    reading = read_pack(pack)
    assert len(reading.modules) == 1
    assert reading.problems[0].what == "There is no module.md in this folder."


def test_hidden_folders_and_loose_files_are_left_alone(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", {"01": module_text()})
    (pack / "modules" / ".git").mkdir()
    (pack / "modules" / "_drafts").mkdir()
    (pack / "modules" / "notes.txt").write_text("notes")
    assert read_pack(pack).problems == ()


@pytest.mark.parametrize(
    ("toml", "what"),
    [
        ("", "id is missing."),
        ("id = ", "This line cannot be understood."),
        ('id = "p"\ntitle = "T"\npublisher = "P"\nversion = "1"', "version is not a whole number."),
        ('id = "P P"\ntitle = "T"\npublisher = "P"\nversion = 1', "P P cannot be an id."),
        ("a = " + "[" * 3900, "cannot be understood"),
        ("#" * 70_000, "64 KB is the most"),
    ],
)
def test_a_broken_pack_file_keeps_the_pack_closed(tmp_path: Path, toml: str, what: str) -> None:
    pack = write_pack(tmp_path / "p", {"01": module_text()})
    (pack / "pack.toml").write_text(toml)
    reading = read_pack(pack)
    assert reading.pack is None
    assert reading.modules == ()
    assert any(what in problem.what for problem in reading.problems)


def test_missing_folders_are_told(tmp_path: Path) -> None:
    reading = read_pack(tmp_path / "nowhere")
    assert [problem.what for problem in reading.problems] == [
        "This folder is not there.",
        "The file is not there.",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Links need rights on Windows")
@pytest.mark.parametrize("linked", ["modules", "modules/02", "pack.toml", "glossary.toml"])
def test_links_inside_a_pack_are_not_followed(tmp_path: Path, linked: str) -> None:
    other = write_pack(tmp_path / "other", {"02": module_text(module_id="b")}, glossary="")
    pack = write_pack(tmp_path / "p", {"01": module_text()} if linked != "modules" else {})
    path = pack / linked
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)
    path.symlink_to(other / linked)
    reading = read_pack(pack)
    assert any("link" in problem.what for problem in reading.problems)
    assert "b" not in [module.id for module in reading.modules]


def test_more_than_200_modules_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tiapp.learning.limits.MODULES_A_PACK", 2)
    texts = {f"{n}": module_text(module_id=f"m{n}") for n in range(3)}
    reading = read_pack(write_pack(tmp_path / "p", texts))
    assert len(reading.modules) == 2
    assert "3 modules; 2 is the most" in reading.problems[0].what


@pytest.mark.expects_log("A pack's file could not be read")
def test_what_nobody_foresaw_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def surprise(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pack_reader, "read_glossary", surprise)
    reading = read_pack(write_pack(tmp_path / "p", {"01": module_text()}, glossary=""))
    assert len(reading.modules) == 1
    assert "ZeroDivisionError" in reading.problems[0].what
