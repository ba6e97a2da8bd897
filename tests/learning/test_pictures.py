import struct
import sys
import zlib
from pathlib import Path

import pytest

from tests.factories import module_text, picture_bytes
from tests.learning.reading import blocks, only_problem, read
from tiapp.learning import limits
from tiapp.learning.blocks import Picture
from tiapp.learning.module_reader import pictures_of
from tiapp.learning.pictures import PictureFolder


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """The images folder of the module in tmp_path."""
    folder = tmp_path / "images"
    folder.mkdir()
    return folder


def png_header(width: int, height: int) -> bytes:
    """The beginning of a PNG of that size, without its points."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    checked = struct.pack(">I", len(header)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + checked + struct.pack(">I", 0) + b"IDAT" + b"\x00" * 4


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.png", "PNG"), ("b-1.jpg", "JPEG"), ("c.jpeg", "JPEG"), ("d.webp", "WEBP")],
)
def test_a_picture_on_a_line_of_its_own_is_shown(
    tmp_path: Path, images: Path, name: str, kind: str
) -> None:
    (images / name).write_bytes(picture_bytes(kind=kind))
    made = blocks(tmp_path, f"Before.\n![A calm desk]({name})\nAfter.")
    picture = made[1]
    assert isinstance(picture, Picture)
    assert (picture.name, picture.alt) == (name, "A calm desk")
    assert (tmp_path / "module.md").read_text().split("\n")[picture.line - 1].startswith("![A")


def test_decoration_has_no_description(tmp_path: Path, images: Path) -> None:
    (images / "a.png").write_bytes(picture_bytes())
    (picture,) = blocks(tmp_path, "![](a.png)")
    assert isinstance(picture, Picture)
    assert picture.alt == ""


def test_pictures_inside_blocks_are_known_too(tmp_path: Path, images: Path) -> None:
    for name in ("a.png", "b.png", "c.png"):
        (images / name).write_bytes(picture_bytes())
    body = (
        "![x](a.png)\n\n/// callout\n    id: c\n    kind: info\n\n![x](b.png)\n///\n\n> ![x](c.png)"
    )
    assert pictures_of(read(tmp_path, module_text(body))) == {"a.png", "b.png", "c.png"}


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/a.png",
        "http://example.org/a.png",
        "//host/share/a.png",
        "../images/a.png",
        "/etc/a.png",
        "C:a.png",
        "file:///etc/a.png",
        "data:image/png;base64,AAAA",
        "images/a.png",
    ],
)
def test_only_names_from_the_images_folder_will_do(
    tmp_path: Path, images: Path, target: str
) -> None:
    (images / "a.png").write_bytes(picture_bytes())
    problem = only_problem(tmp_path, f"Before.\n\n![x]({target})")
    assert problem.line == 3
    assert "images folder" in problem.what


@pytest.mark.parametrize("name", ["A.png", "a.svg", "a.gif", "a", ".png", "a..png", "é.png"])
def test_odd_names_are_refused(tmp_path: Path, images: Path, name: str) -> None:
    (images / name).write_bytes(picture_bytes())
    assert "cannot be the name" in only_problem(tmp_path, f"![x]({name})").what


def test_a_picture_among_words_is_reported(tmp_path: Path, images: Path) -> None:
    (images / "a.png").write_bytes(picture_bytes())
    assert "among words" in only_problem(tmp_path, "Look: ![x](a.png) there.").what


def test_a_missing_picture_is_reported_each_time_it_is_used(tmp_path: Path) -> None:
    from tests.learning.reading import problems

    found = problems(tmp_path, module_text("![x](a.png)\n\nText.\n\n![y](a.png)"))
    assert [problem.what for problem in found] == [
        "There is no picture a.png in the images folder."
    ] * 2


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "cannot be read as a picture"),
        (b"GIF89a" + b"\0" * 40, "cannot be read as a picture"),
        (b"<svg onload='alert(1)'/>", "cannot be read as a picture"),
        (b"\x89PNG\r\n\x1a\n" + b"\xff" * 60, "cannot be read as a picture"),
        (picture_bytes(kind="JPEG"), "is called a PNG picture but is JPEG"),
        (png_header(8000, 6000), "more than 40 million points"),
        (png_header(60_000, 60_000), "more than 40 million points"),
    ],
)
def test_a_picture_is_what_it_says_it_is(
    tmp_path: Path, images: Path, data: bytes, what: str
) -> None:
    (images / "a.png").write_bytes(data)
    assert what in only_problem(tmp_path, "![x](a.png)").what


def test_a_50_megabyte_picture_is_refused_without_being_read(tmp_path: Path, images: Path) -> None:
    with (images / "a.png").open("wb") as file:
        file.write(picture_bytes())
        file.truncate(50 * 1024 * 1024)
    problem = only_problem(tmp_path, "![x](a.png)")
    assert problem.what == "The picture a.png has 50 MB; 20 MB is the most."


@pytest.mark.skipif(sys.platform == "win32", reason="Links need rights on Windows")
@pytest.mark.parametrize("linked", ["file", "folder"])
def test_a_link_out_of_the_pack_is_refused(tmp_path: Path, linked: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.png").write_bytes(picture_bytes())
    module = tmp_path / "module"
    module.mkdir()
    if linked == "folder":
        (module / "images").symlink_to(outside)
    else:
        (module / "images").mkdir()
        (module / "images" / "a.png").symlink_to(outside / "a.png")
    assert "link" in only_problem(module, "![x](a.png)").what


def test_the_folder_hands_out_bytes_or_the_reason(tmp_path: Path, images: Path) -> None:
    (images / "a.png").write_bytes(picture_bytes())
    (tmp_path / "secret.png").write_bytes(picture_bytes())
    folder = PictureFolder(tmp_path, tmp_path)
    assert folder.read("a.png") == picture_bytes()
    for name in ("../secret.png", "b.png", "", "a.png\0", "a" * 300 + ".png"):
        assert isinstance(folder.read(name), tuple)


def test_a_picture_as_large_as_allowed_is_fine(tmp_path: Path, images: Path) -> None:
    assert limits.PICTURE_PIXELS == 8000 * 5000
    (images / "a.png").write_bytes(png_header(8000, 5000))
    assert len(blocks(tmp_path, "![x](a.png)")) == 1
