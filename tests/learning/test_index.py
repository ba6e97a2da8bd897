import json
import os
import shutil
from pathlib import Path

import pytest

from tests.factories import module_text, picture_bytes, write_pack
from tiapp.learning import index_file
from tiapp.learning.index import build, contents, covers
from tiapp.learning.index_file import load, save
from tiapp.learning.scan import scan

TEXTS = {
    "01": module_text("Text.\n\n### A heading\n\nMore.", module_id="a"),
    "02": "broken",
    "03": module_text(module_id="c"),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one pack."""
    write_pack(tmp_path / "content" / "p", TEXTS)
    return tmp_path / "content"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the index is kept."""
    return tmp_path / "cache" / index_file.NAME


def test_the_kept_index_says_the_same_as_reading(content: Path, file: Path) -> None:
    found = scan([content])
    packs = build(found)
    save(file, packs)
    kept = load(file, found)
    assert kept == packs
    assert contents(found, kept) == contents(found, packs)
    assert [entry.id for entry in contents(found, kept).entries] == ["a", "c"]
    assert len(contents(found, kept).problems) == 1


def test_an_index_covers_what_has_not_changed(content: Path) -> None:
    found = scan([content])
    assert covers(found, build(found))


@pytest.mark.parametrize("change", ["edit", "touch", "add", "remove", "pack", "glossary", "new"])
def test_it_does_not_cover_what_has_changed(content: Path, change: str) -> None:
    old = build(scan([content]))
    path = content / "p" / "modules" / "01" / "module.md"
    if change == "edit":
        path.write_text(TEXTS["01"] + "\nMore.\n")
    elif change == "touch":
        os.utime(path, ns=(1, 1))
    elif change == "add":
        shutil.copytree(path.parent, path.parent.parent / "04")
    elif change == "remove":
        shutil.rmtree(path.parent)
    elif change == "pack":
        os.utime(content / "p" / "pack.toml", ns=(1, 1))
    elif change == "glossary":
        (content / "p" / "glossary.toml").write_text("")
    else:
        write_pack(content / "q", pack_id="q")
    assert not covers(scan([content]), old)


def test_only_what_has_changed_is_read_again(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tiapp.learning import module_reader

    old = build(scan([content]))
    (content / "p" / "modules" / "01" / "module.md").write_text(TEXTS["01"] + "\nMore.\n")
    os.utime(content / "p" / "modules" / "03" / "module.md", ns=(1, 1))
    asked: list[str] = []
    real = module_reader.read_module

    def counting(path: Path, pack_id: str, root: Path) -> object:
        asked.append(path.parent.name)
        return real(path, pack_id, root)

    monkeypatch.setattr(module_reader, "read_module", counting)
    found = scan([content])
    assert covers(found, build(found, old))
    assert asked == ["01"]


def test_verifying_sees_a_change_that_kept_size_and_time(content: Path) -> None:
    path = content / "p" / "modules" / "01" / "module.md"
    old = build(scan([content]))
    before = path.stat()
    path.write_text(TEXTS["01"].replace("A heading", "B heading"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    found = scan([content])
    assert covers(found, old)
    (pack,) = build(found, old, verify=True)
    assert pack.modules[0].entry is not None
    assert pack.modules[0].entry.parts[0].headings == ("B heading",)


def test_verifying_sees_a_picture_that_came_late(content: Path) -> None:
    path = content / "p" / "modules" / "01" / "module.md"
    path.write_text(module_text("![A desk](desk.png)", module_id="a"))
    old = build(scan([content]))
    assert old[0].modules[0].entry is None
    (path.parent / "images").mkdir()
    (path.parent / "images" / "desk.png").write_bytes(picture_bytes())
    (pack,) = build(scan([content]), old, verify=True)
    assert pack.modules[0].entry is not None


def test_a_pack_with_a_new_id_reads_its_modules_again(content: Path) -> None:
    old = build(scan([content]))
    toml = content / "p" / "pack.toml"
    toml.write_text(toml.read_text().replace("a-pack", "another-pack"))
    found = scan([content])
    made = contents(found, build(found, old))
    assert {entry.pack_id for entry in made.entries} == {"another-pack"}


def test_the_first_of_two_modules_or_packs_with_one_id_stays(tmp_path: Path) -> None:
    write_pack(tmp_path / "p", {"01": module_text(module_id="a")}, pack_id="one")
    write_pack(tmp_path / "q", {"01": module_text(module_id="a")}, pack_id="two")
    write_pack(tmp_path / "r", {"01": module_text(module_id="b")}, pack_id="one")
    found = scan([tmp_path])
    made = contents(found, build(found))
    assert [pack.id for pack in made.packs] == ["one", "two"]
    assert [(entry.id, entry.pack_id) for entry in made.entries] == [("a", "one")]
    said = [problem.what for problem in made.problems]
    assert any("module id a belongs to" in what for what in said)
    assert any("pack id one belongs to" in what for what in said)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"format": 999, "packs": []}',
        b'{"format": 1, "program": "0", "packs": []}',
        b'{"format": NaN}',
    ],
)
def test_a_damaged_file_counts_as_not_there(content: Path, file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    assert load(file, scan([content])) == []


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("modules", 0, "path"), "../../../etc/passwd"),
        (("modules", 0, "path"), "/etc/passwd"),
        (("modules", 0, "path"), "C:/x"),
        (("modules", 0, "path"), "..\\x"),
        (("modules", 0, "path"), 7),
        (("modules", 0, "size"), "big"),
        (("modules", 0, "size"), -1),
        (("modules", 0, "size"), True),
        (("modules", 0, "entry", "title"), None),
        (("modules", 0, "entry", "level"), "expert"),
        (("modules", 0, "entry", "parts"), [["x"]]),
        (("modules", 0, "entry", "topics"), "Basics"),
        (("modules", 0, "entry"), []),
        (("modules", 1, "problems"), [["../x", 1, "a", "b"]]),
        (("modules",), None),
        (("pack",), ["a"]),
        (("files",), {}),
    ],
)
def test_a_file_with_anything_odd_counts_as_not_there(
    content: Path, file: Path, where: tuple[str | int, ...], value: object
) -> None:
    found = scan([content])
    save(file, build(found))
    data = json.loads(file.read_text())
    target = data["packs"][0]
    for step in where[:-1]:
        target = target[step]
    target[where[-1]] = value
    file.write_text(json.dumps(data))
    assert not covers(found, load(file, found))


def test_packs_that_are_gone_are_forgotten(content: Path, file: Path, tmp_path: Path) -> None:
    save(file, build(scan([content])))
    assert load(file, scan([tmp_path / "elsewhere"])) == []


def test_saving_where_nothing_can_be_saved_is_no_trouble(content: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    save(blocked / "cache" / index_file.NAME, build(scan([content])))
    assert blocked.read_text() == "in the way"


def test_nothing_half_written_is_left_behind(
    content: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = scan([content])
    save(file, build(found))
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index_file.os, "replace", full)
    save(file, [])
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
