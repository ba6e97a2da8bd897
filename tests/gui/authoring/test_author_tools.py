"""What the Author screen does beside writing: paper, and pack files that open with Steady."""

from pathlib import Path

import pytest

from tests.authoring.packs import MODULE
from tests.gui.authoring.desk import Desk
from tests.save_dialog import own_dialog, save_to

__all__ = ["own_dialog"]


@pytest.mark.usefixtures("own_dialog")
def test_the_module_on_the_desk_is_saved_as_pdf_without_being_installed(
    desk: Desk, pack: Path, tmp_path: Path
) -> None:
    desk.open(pack)
    desk.type_at("Say who you are.", " Just typed.")
    desk.press("draft_paper")
    assert not desk.steady.is_there("draft_huddle")
    assert not desk.steady.is_there("draft_short")
    desk.press("draft_whole")
    assert save_to(desk.steady, tmp_path / "module.pdf") == "A calm start.pdf"
    assert (tmp_path / "module.pdf").read_bytes().startswith(b"%PDF-")
    assert "Just typed." in (pack / "modules/01-a-module/module.md").read_text("utf-8")


@pytest.mark.usefixtures("own_dialog")
def test_its_huddle_sheet_and_short_route_are_offered_where_there_are_some(
    desk: Desk, pack: Path, tmp_path: Path
) -> None:
    folder = pack / "modules" / "01-a-module"
    (folder / "huddle.md").write_text("# Talk about it\n\n## Begin\n\nSay who is here.\n")
    first = MODULE[MODULE.index("{#") + 2 : MODULE.index("}", MODULE.index("{#"))]
    routed = MODULE.replace("topics =", f'short_route = ["{first}"]\ntopics =')
    (folder / "module.md").write_text(routed, "utf-8")
    desk.open(pack)
    desk.press("draft_paper")
    desk.press("draft_huddle")
    assert save_to(desk.steady, tmp_path / "huddle.pdf") == "Talk about it.pdf"
    desk.press("draft_short")
    assert save_to(desk.steady, tmp_path / "short.pdf") == "A calm start - short route.pdf"


def test_a_module_that_cannot_be_read_is_said_with_its_line(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    broken = MODULE.replace("- [x] Hello again.", "- [ ] Hello.")
    (pack / "modules" / "01-a-module" / "module.md").write_text(broken, "utf-8")
    desk.steady.until(lambda: desk.steady.is_there("draft_trouble"))
    desk.press("draft_paper")
    assert "module.md cannot be opened." in desk.steady.words()
    desk.choose_file("support.toml")
    desk.press("draft_paper")
    assert "Choose a module in the list of files first." in desk.steady.words()


def in_view(desk: Desk, name: str) -> bool:
    return not desk.steady.find(name).visibleRegion().isEmpty()


def test_what_is_told_about_a_pack_is_in_view_beside_what_was_found(
    desk: Desk, pack: Path, tmp_path: Path
) -> None:
    file = pack / "modules" / "01-a-module" / "module.md"
    desk.open(pack)
    packed = tmp_path / "before.tipack"
    desk.press("make_pack", packed)
    file.write_text(MODULE.replace("kind: settle", "kind: key"), "utf-8")
    desk.steady.settle()
    desk.press("make_pack", tmp_path / "ours.tipack")
    desk.steady.qtbot.wait(0)
    assert "The pack has not been made yet" in desk.steady.words()
    assert in_view(desk, "told")
    desk.press("compare")
    desk.press("compare_file", packed)
    desk.steady.qtbot.wait(0)
    assert "What is new" in desk.steady.words()
    assert in_view(desk, "told")


def test_trying_another_look_on_keeps_the_place_in_the_text(desk: Desk, pack: Path) -> None:
    file = pack / "modules" / "01-a-module" / "module.md"
    desk.open(pack)
    line = MODULE[: MODULE.index("Nobody manages this every time.")].count("\n") + 1
    assert desk.view.file is not None and desk.view.file.path == file
    desk.view.editor.go_to_line(line)
    look = desk.view.look.box
    for words in ("Dark", "Large text", "I have it"):
        look.setCurrentIndex(look.findText(words))
        look.activated.emit(look.currentIndex())
        desk.steady.settle()
        desk.steady.qtbot.wait(0)
        cursor = desk.source.cursorRect()
        assert desk.source.viewport().rect().contains(cursor.center()), words


def test_a_double_click_opens_packs_once_that_is_wanted_and_no_longer(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    entry = tmp_path / "share" / "applications" / "tiapp.desktop"
    desk.press("double_click")
    assert "does not open pack files yet" in desk.steady.words()
    assert not entry.exists()
    desk.press("opener_on")
    assert "Pack files open with Steady now" in desk.steady.words()
    assert entry.exists()
    desk.press("double_click")
    desk.press("opener_off")
    assert "Pack files no longer open with Steady" in desk.steady.words()
    assert not entry.exists()
