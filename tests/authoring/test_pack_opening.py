"""A pack from outside is hostile until checked: it is refused as a whole and leaves nothing."""

import io
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from tests.authoring.pack_files import archive_of, files_of, pack_folder, said_of
from tests.factories import picture_bytes
from tiapp.authoring import pack_opening
from tiapp.authoring.installed import InstalledPacks
from tiapp.authoring.pack_file import make_pack_file
from tiapp.core.errors import AppError


@pytest.fixture
def good(tmp_path):
    """The files of a sound pack."""
    return files_of(pack_folder(tmp_path / "source", "a", "b"))


@pytest.fixture
def here(tmp_path):
    """Where packs are installed; nothing is shipped."""
    return InstalledPacks(tmp_path / "data" / "packs", [])


def refused(here: InstalledPacks, file: Path) -> str:
    """Install it: the reason why it was refused. Nothing may be left of it anywhere."""
    before = _everything(file.parent)
    with pytest.raises(AppError) as told:
        here.install(file)
    left = _everything(file.parent) - before
    assert {path.name for path in left} <= {"data", "packs", "changing.lock"}
    assert told.value.code == "pack-refused"
    assert "Nothing was changed." in told.value.advice
    return told.value.title


def _everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_a_sound_pack_made_by_hand_is_taken(tmp_path, good, here):
    here.install(archive_of(tmp_path / "p.tipack", good, method=zipfile.ZIP_DEFLATED))
    assert files_of(here.current / "a-pack") == good


@pytest.mark.parametrize(
    "name",
    [
        "../escape.md",
        "modules/../../escape.md",
        "/absolute.md",
        "C:/windows.md",
        "modules\\01\\module.md",
        "./module.md",
        "modules//module.md",
        "Module.md",
        "con.md",
        "modules/nul/module.md",
        "com1.toml",
        "run.py",
        "page.svg",
        "page.html",
        "name ends.md",
        "trailing.md.",
        "é.md",
        "a\u202emd.exe.md",
        "a/b/c/d/e/f/g.md",
        "x" * 90 + ".md",
        ".hidden.md",
    ],
)
def test_names_that_lead_elsewhere_or_mean_two_things_are_refused(tmp_path, good, here, name):
    files = {**good, name: b"text"}
    refused(here, archive_of(tmp_path / "p.tipack", files, said_of(files)))
    assert not (tmp_path / "escape.md").exists()


def test_a_name_twice_is_refused(tmp_path, good, here):
    with pytest.warns(UserWarning, match="Duplicate name"):
        file = archive_of(
            tmp_path / "p.tipack", good, more=lambda z: z.writestr("pack.toml", b"other")
        )
    assert "twice" in refused(here, file)


def test_a_file_that_is_also_a_folder_is_refused(tmp_path, good, here):
    files = {**good, "a.md": b"text", "a.md/b.md": b"text"}
    assert "is also a file" in refused(here, archive_of(tmp_path / "p.tipack", files))


def _with_mode(mode: int):
    def add(archive: zipfile.ZipFile) -> None:
        entry = zipfile.ZipInfo("link.md")
        entry.create_system = 3
        entry.external_attr = mode << 16
        archive.writestr(entry, b"/etc/passwd")

    return add


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices_are_refused(tmp_path, good, here, kind):
    files = {**good, "link.md": b"/etc/passwd"}
    file = archive_of(tmp_path / "p.tipack", good, said_of(files), more=_with_mode(kind | 0o777))
    assert "link or a device" in refused(here, file)


def test_a_bomb_is_refused_by_what_it_says(tmp_path, good, here):
    files = {**good, "big.md": b"\0" * (8 * 1024 * 1024)}
    file = archive_of(tmp_path / "p.tipack", files, method=zipfile.ZIP_DEFLATED)
    assert "hundred times" in refused(here, file)


def test_a_bomb_that_lies_about_its_size_ends_at_what_it_said(tmp_path, good, here):
    files = {**good, "big.md": random.Random(1).randbytes(50_000) * 20}
    file = archive_of(tmp_path / "p.tipack", files, method=zipfile.ZIP_DEFLATED)
    data = bytearray(file.read_bytes())
    at = data.rindex(b"big.md") - 46  # its entry in the central directory
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = struct.pack("<I", 100_000)
    file.write_bytes(data)
    refused(here, file)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_squeezing_are_refused(tmp_path, good, here, method):
    file = archive_of(tmp_path / "p.tipack", good, method=method)
    assert "compressed" in refused(here, file)


def test_a_locked_archive_is_refused(tmp_path, good, here):
    file = archive_of(tmp_path / "p.tipack", good)
    data = bytearray(file.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    file.write_bytes(data)
    assert "password" in refused(here, file)


def test_overlapping_files_are_refused(tmp_path, good, here):
    file = archive_of(tmp_path / "p.tipack", good)
    data = bytearray(file.read_bytes())
    entries = [n for n in range(len(data) - 4) if data[n : n + 4] == b"PK\x01\x02"]
    data[entries[2] + 42 : entries[2] + 46] = data[entries[1] + 42 : entries[1] + 46]
    file.write_bytes(data)
    refused(here, file)


def test_too_many_files_are_refused(tmp_path, good, here, monkeypatch):
    monkeypatch.setattr(pack_opening, "FILES", 2)
    assert "more than 2 files" in refused(here, archive_of(tmp_path / "p.tipack", good))


def test_too_much_in_all_is_refused(tmp_path, good, here, monkeypatch):
    monkeypatch.setattr(pack_opening, "ALL_BYTES", 100)
    assert "200 MB" in refused(here, archive_of(tmp_path / "p.tipack", good))


def test_a_file_larger_than_a_pack_may_be_is_not_even_read(tmp_path, here):
    file = tmp_path / "p.tipack"
    with file.open("wb") as out:
        out.truncate(pack_opening.PACK_BYTES + 1)  # takes no room on the disk
    assert "100 MB" in refused(here, file)


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip at all" * 100, b"\x00" * 5000])
def test_what_is_no_archive_is_refused(tmp_path, here, data):
    (tmp_path / "p.tipack").write_bytes(data)
    assert "damaged, or not a pack at all" in refused(here, tmp_path / "p.tipack")


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path, here):
    (tmp_path / "folder.tipack").mkdir()
    with pytest.raises(AppError):
        here.install(tmp_path / "folder.tipack")
    with pytest.raises(AppError) as told:
        here.install(tmp_path / "none.tipack")
    assert told.value.code == "unreachable"


def _said(**changed):
    return lambda said: {**said, **changed}


def _pack(**changed):
    return lambda said: {**said, "pack": {**said["pack"], **changed}}


@pytest.mark.parametrize(
    "spoil",
    [
        _said(format="other"),
        _said(version=2),
        _said(version="1"),
        _said(files=[]),
        _said(files={}),
        _said(pack=None),
        _pack(id="../a"),
        _pack(id="A-Pack"),
        _pack(title="Another title"),
        _pack(publisher="\u202eydobemoS"),
        _pack(version=True),
        _pack(version=-1),
        _pack(title="x" * 500),
    ],
)
def test_a_list_that_is_not_as_it_should_be_is_refused(tmp_path, good, here, spoil):
    refused(here, archive_of(tmp_path / "p.tipack", good, spoil(said_of(good))))


def test_files_that_are_not_on_the_list_or_were_changed_are_refused(tmp_path, good, here):
    more = {**good, "huddle.md": b"text"}
    assert "differ" in refused(here, archive_of(tmp_path / "1.tipack", more, said_of(good)))
    assert "differ" in refused(here, archive_of(tmp_path / "2.tipack", good, said_of(more)))
    edited = {**good, "pack.toml": good["pack.toml"].replace(b"A pack", b"B pack")}
    why = refused(here, archive_of(tmp_path / "3.tipack", edited, said_of(good)))
    assert "pack.toml was changed" in why


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("modules/01-a/images/a.png", b"GIF89a" + b"\0" * 50, "cannot be read as a picture"),
        ("modules/01-a/images/a.png", picture_bytes(kind="JPEG"), "is called a PNG picture"),
        ("modules/01-a/huddle.md", "grüß".encode("latin-1"), "not stored as UTF-8"),
        ("modules/01-a/huddle.md", "text".encode("utf-16"), "UTF-8"),
        ("modules/01-a/huddle.md", b"a\x1b[31mred", "hidden character"),
        ("modules/01-a/huddle.md", "a\u202eb".encode(), "hidden character"),
        ("glossary.toml", b"#" * 70_000, "longer than 64 KB"),
        ("modules/01-a/huddle.md", b"x" * 600_000, "longer than 512 KB"),
        ("modules/01-a/module.md", b"[" * 20_000, "modules/01-a/module.md"),
        ("exercises.toml", b"a = " + b"[" * 3900, "exercises.toml"),
        ("pack.toml", b"id = 1", "pack.toml"),
    ],
)
def test_what_is_inside_is_what_its_name_promises(tmp_path, good, here, name, data, why):
    assert why in refused(here, archive_of(tmp_path / "p.tipack", {**good, name: data}))


def test_a_huge_picture_is_refused_by_its_header_alone(tmp_path, good, here):
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + b"\0" * 4
    data += struct.pack(">I", 0) + b"IDAT" + b"\0" * 4
    files = {**good, "modules/01-a/images/a.png": data}
    refused(here, archive_of(tmp_path / "p.tipack", files))


@pytest.mark.torture
def test_edited_packs_end_in_a_reason_or_are_harmless(tmp_path, here, rounds):
    """Bytes flipped, cut, doubled and moved at random places of a real pack file."""
    folder = pack_folder(tmp_path / "source", "a")
    make_pack_file(folder, tmp_path / "good.tipack")
    good = (tmp_path / "good.tipack").read_bytes()
    before = files_of(folder)
    file = tmp_path / "edited.tipack"
    chance = random.Random(20261127)
    taken = 0
    tries = rounds(150, 2_000)
    for _ in range(tries):
        file.write_bytes(_edited(good, chance))
        try:
            here.install(file)
        except AppError as told:
            assert told.code == "pack-refused"
        else:
            taken += 1
            assert files_of(here.current / "a-pack") == before
    assert taken < tries / 2


def _edited(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(out))
        match chance.randrange(4):
            case 0:
                out[at] ^= 1 << chance.randrange(8)
            case 1:
                del out[at : at + chance.randrange(1, 40)]
            case 2:
                out[at:at] = out[at : at + chance.randrange(1, 40)]
            case _:
                out[at] = chance.randrange(256)
    return bytes(out) or b"\0"


def test_the_central_directory_may_not_rename_a_file(tmp_path, good, here):
    """The two places that hold a name must agree."""
    file = archive_of(tmp_path / "p.tipack", good)
    data = file.read_bytes()
    at = data.index(b"pack.toml")
    file.write_bytes(data[:at] + b"back.toml" + data[at + 9 :])
    refused(here, file)


def test_nothing_may_hide_behind_the_end(tmp_path, good, here):
    def comment(archive: zipfile.ZipFile) -> None:
        archive.comment = b"hello"

    assert "after its end" in refused(here, archive_of(tmp_path / "p.tipack", good, more=comment))


def test_reading_goes_by_the_bytes_once_read(tmp_path, good):
    """A file exchanged between check and reading changes nothing: it is read once."""
    file = archive_of(tmp_path / "p.tipack", good)
    opened: list[int] = []
    real = Path.read_bytes

    def counted(self: Path) -> bytes:
        opened.append(self == file)
        return real(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", counted)
        (tmp_path / "out").mkdir()
        pack_opening.unpack(file, tmp_path / "out")
    assert sum(opened) == 1
    assert io.BytesIO(real(file)).getbuffer().nbytes > 0
