"""What an author has on the desk is read with care and saved whole."""

import pytest

from tests.authoring.packs import MODULE, SUPPORT, pack_with
from tiapp.authoring.workshop import part_at, read, save, texts_of
from tiapp.core.errors import AppError


def test_modules_come_first_and_then_the_other_texts(tmp_path):
    pack = pack_with(tmp_path, MODULE, MODULE.replace("a-calm-start", "another"), support=SUPPORT)
    (pack / "notes.txt").write_text("mine", "utf-8")
    assert [(text.name, text.is_module) for text in texts_of(pack)] == [
        ("modules/01-a-module/module.md", True),
        ("modules/02-a-module/module.md", True),
        ("pack.toml", False),
        ("support.toml", False),
    ]


def test_a_folder_without_a_pack_is_said_so(tmp_path):
    with pytest.raises(AppError, match="no pack in this folder"):
        texts_of(tmp_path)


def test_what_is_saved_is_read_again_with_plain_line_ends(tmp_path):
    file = tmp_path / "module.md"
    save(file, "Zoë\nsecond line\n")
    assert file.read_bytes() == "Zoë\nsecond line\n".encode()
    assert read(file) == "Zoë\nsecond line\n"
    assert [path.name for path in tmp_path.iterdir()] == ["module.md"]


def test_when_it_cannot_be_saved_nothing_is_left_behind(tmp_path):
    with pytest.raises(AppError):
        save(tmp_path / "folder" / "module.md", "text")
    (tmp_path / "module.md").mkdir()
    with pytest.raises(AppError):
        save(tmp_path / "module.md", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["module.md"]


def test_nothing_is_written_through_a_link(tmp_path):
    real = tmp_path / "letter.txt"
    real.write_text("mine", "utf-8")
    pack = pack_with(tmp_path / "pack")
    link = pack / "support.toml"
    link.symlink_to(real)
    assert "support.toml" not in [text.name for text in texts_of(pack)]
    with pytest.raises(AppError, match="is a link"):
        save(link, "new")
    assert real.read_text("utf-8") == "mine"


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a\x00b", b"x" * (513 * 1024)])
def test_what_is_no_text_is_not_opened(tmp_path, data):
    file = tmp_path / "module.md"
    file.write_bytes(data)
    with pytest.raises(AppError, match=r"module\.md cannot be opened"):
        read(file)


def test_the_part_around_a_line_is_found():
    lines = MODULE.split("\n")
    first = lines.index("## Say what comes next {#what-comes-next}") + 1
    second = lines.index("## Take it with you {#take-it-with-you}") + 1
    assert part_at(MODULE, 3) == ""
    assert part_at(MODULE, first) == "what-comes-next"
    assert part_at(MODULE, second - 1) == "what-comes-next"
    assert part_at(MODULE, second + 4) == "take-it-with-you"
