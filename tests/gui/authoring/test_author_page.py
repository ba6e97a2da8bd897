"""The Author screen, used as somebody would who has never seen a terminal."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit

from tests.authoring.packs import MODULE, pack_with
from tests.gui.authoring.desk import Desk
from tests.window import Steady
from tiapp.authoring.pack_file import make_pack_file
from tiapp.core.settings import Settings, Theme
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.theme import theme
from tiapp.learning.pack_reader import read_pack


def module_of(pack: Path) -> Path:
    return pack / "modules" / "01-a-module" / "module.md"


# From nothing to a module that others learn from


def test_a_new_module_is_written_checked_made_into_a_pack_and_installed(
    desk: Desk, tmp_path: Path
) -> None:
    desk.press("new_pack")
    desk.fill("new_pack_title", "Our training")
    desk.fill("new_pack_publisher", "Our council")
    desk.press("new_pack_make", tmp_path)
    pack = tmp_path / "our-training"
    desk.until_shown("The first part")

    desk.press("new_module")
    desk.fill("new_module_title", "Home visits")
    desk.press("new_module_make")
    file = pack / "modules" / "02-home-visits" / "module.md"
    desk.steady.until(lambda: desk.view.file is not None and desk.view.file.path == file)
    desk.type_at("in a few plain sentences.", " Ring the bell once.")
    desk.until_shown("Ring the bell once.")
    assert "Ring the bell once." in file.read_text("utf-8")

    desk.press("check")
    assert "0 to put right" in desk.view.findings.summary.text()
    packed = tmp_path / "ours.tipack"
    desk.press("make_pack", packed)
    assert packed.is_file()
    desk.press("leave_it")

    desk.press("install", packed)
    assert "Published by Our council." in desk.steady.words()
    assert "New: Home visits." in desk.steady.words()
    assert not desk.steady.services.library.entry("home-visits")
    desk.press("install_now")
    desk.press("open_learn")
    assert desk.steady.screen is Screen.LEARN
    assert "Home visits" in desk.steady.words()

    desk.steady.go(Screen.AUTHOR)
    desk.press("undo_install")
    desk.press("undo_our-training")
    assert desk.steady.services.library.entry("home-visits") is None


def test_a_pack_with_something_to_mend_is_not_made(desk: Desk, pack: Path, tmp_path: Path) -> None:
    file = module_of(pack)
    file.write_text(file.read_text("utf-8").replace("kind: settle", "kind: key"), "utf-8")
    desk.open(pack)
    desk.press("make_pack", tmp_path / "ours.tipack")
    assert not (tmp_path / "ours.tipack").exists()
    assert "The pack has not been made yet" in desk.steady.words()
    assert desk.findings()[0].startswith("To put right: The module has no gentle close")


def test_changing_ones_mind_changes_nothing(desk: Desk, pack: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for name in ("open_folder", "install"):
        desk.press(name, None)
    desk.press("new_pack")
    desk.press("leave_it")
    desk.open(pack)
    desk.press("make_pack", None)
    desk.press("new_module")
    desk.press("leave_it")
    made = set(tmp_path.rglob("*")) - set(before)
    assert not [path for path in made if "packs" in path.parts[len(tmp_path.parts) :]]


def test_escape_closes_what_is_being_asked(desk: Desk) -> None:
    desk.press("new_pack")
    desk.steady.keys(Qt.Key.Key_Escape)
    assert not desk.steady.is_there("new_pack_box")


def test_a_field_that_is_needed_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    desk.press("new_pack")
    desk.press("new_pack_make", tmp_path)
    assert desk.steady.is_there("new_pack_box")
    assert desk.steady.find("new_pack_title").hasFocus()


def test_a_folder_without_a_pack_is_said_so(desk: Desk, tmp_path: Path) -> None:
    desk.press("open_folder", tmp_path)
    assert "There is no pack in this folder." in desk.steady.words()
    assert not desk.steady.is_there("check")


# Source left, page right


def test_what_another_editor_saves_shows_at_once(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    file = module_of(pack)
    file.write_text(MODULE.replace("Say who you are.", "Say your own name."), "utf-8")
    desk.until_shown("Say your own name.")
    assert "Say your own name." in desk.source.toPlainText()


def test_an_editor_that_puts_a_new_file_in_the_old_ones_place_is_followed(
    desk: Desk, pack: Path
) -> None:
    desk.open(pack)
    file = module_of(pack)
    for words in ("First time.", "Second time.", "Third time."):
        beside = file.with_name("module.md~")
        beside.write_text(MODULE.replace("Say who you are.", words), "utf-8")
        os.replace(beside, file)
        desk.until_shown(words)


def test_a_mistake_is_said_and_the_last_good_page_stays(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    module_of(pack).write_text(MODULE.replace("- [x] Hello again.", "- [ ] Hello."), "utf-8")
    desk.steady.until(lambda: desk.steady.is_there("draft_trouble"))
    assert "has no option that fits" in desk.steady.words()
    assert "Say what comes next" in desk.shown()
    module_of(pack).write_text(MODULE, "utf-8")
    desk.steady.until(lambda: not desk.steady.is_there("draft_trouble"))


def test_what_is_typed_is_kept_when_the_file_changes_elsewhere_too(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    file = module_of(pack)
    desk.type_at("Say who you are.", " Typed here.")
    file.write_text(MODULE.replace("Say who you are.", "Saved elsewhere."), "utf-8")
    desk.steady.until(lambda: desk.steady.is_there("conflict"))
    assert "Typed here." in desk.source.toPlainText()
    assert "Typed here." not in file.read_text("utf-8")
    desk.press("keep_mine")
    desk.steady.until(lambda: "Typed here." in file.read_text("utf-8"))


def test_or_the_file_as_it_is_now_is_taken(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    file = module_of(pack)
    desk.type_at("Say who you are.", " Typed here.")
    file.write_text(MODULE.replace("Say who you are.", "Saved elsewhere."), "utf-8")
    desk.steady.until(lambda: desk.steady.is_there("conflict"))
    desk.press("take_theirs")
    desk.until_shown("Saved elsewhere.")
    assert "Typed here." not in desk.source.toPlainText()


def in_conflict(desk: Desk, pack: Path) -> Path:
    """Typed here and saved elsewhere; the person has not said yet which counts."""
    desk.open(pack)
    file = module_of(pack)
    desk.type_at("Say who you are.", " Typed here.")
    file.write_text(MODULE.replace("Say who you are.", "Saved elsewhere."), "utf-8")
    desk.steady.until(lambda: desk.steady.is_there("conflict"))
    return file


def test_no_other_file_comes_up_before_it_is_said_which_text_counts(desk: Desk, pack: Path) -> None:
    in_conflict(desk, pack)
    desk.choose_file("support.toml")
    assert "Typed here." in desk.source.toPlainText()
    assert desk.steady.find("keep_mine").hasFocus()


def test_leaving_before_it_is_said_keeps_both_texts(desk: Desk, pack: Path) -> None:
    file = in_conflict(desk, pack)
    desk.steady.go(Screen.HOME)
    assert "Saved elsewhere." in file.read_text("utf-8")
    assert "Typed here." in file.with_name("_typed-module.md").read_text("utf-8")


def test_leaving_the_screen_saves_what_was_just_typed(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    desk.type_at("Say who you are.", " Typed at the last moment.")
    desk.steady.go(Screen.HOME)
    assert "Typed at the last moment." in module_of(pack).read_text("utf-8")


def test_another_file_can_be_chosen_and_nothing_gets_into_the_wrong_one(
    desk: Desk, pack: Path
) -> None:
    desk.open(pack)
    desk.type_at("Say who you are.", " In the first.")
    desk.choose_file("02-a-module")
    desk.choose_file("support.toml")
    desk.steady.until(lambda: "[[contact]]" in desk.source.toPlainText())
    assert "This file is not a page." in desk.steady.words()
    assert "In the first." in module_of(pack).read_text("utf-8")
    assert "In the first." not in (pack / "modules/02-a-module/module.md").read_text("utf-8")


def test_the_page_follows_the_cursor_into_another_part(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    desk.type_at("Nobody manages this every time.", "")
    desk.until_shown("Take it with you")


def test_a_check_can_be_tried_in_the_preview_and_nothing_is_kept(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    assert "What fits best at the desk?" in desk.shown()
    session = desk.steady.window.arrivals.session
    assert session is not None
    assert session.person.progress.states() == {}


# Findings, outline, facts, looks


def test_a_finding_leads_to_its_line_in_whichever_file(desk: Desk, pack: Path) -> None:
    second = pack / "modules" / "02-a-module" / "module.md"
    second.write_text(
        second.read_text("utf-8").replace("Say who you are.", "She is manipulative."), "utf-8"
    )
    desk.open(pack)
    desk.press("check")
    rows = desk.findings()
    assert len(rows) == 1
    assert rows[0].startswith("Worth a look: “manipulative” can hurt or blame.")
    found = desk.view.findings.list
    found.setFocus()
    desk.steady.keys(Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Return)
    desk.steady.until(lambda: desk.view.file is not None and desk.view.file.path == second)
    desk.steady.settle()
    line = desk.source.textCursor().block().text()
    assert "She is manipulative." in line
    assert desk.source.hasFocus()


def test_once_checked_a_file_is_looked_through_again_when_it_is_saved(
    desk: Desk, pack: Path
) -> None:
    desk.open(pack)
    desk.press("check")
    assert desk.findings() == []
    desk.type_at("Say who you are.", " He is a junkie.")
    desk.steady.until(lambda: len(desk.findings()) == 1)


def test_the_outline_tells_what_a_screen_reader_meets(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    desk.view.tabs.setCurrentIndex(1)
    outline = desk.steady.find("outline", QPlainTextEdit)
    assert isinstance(outline, QPlainTextEdit)
    assert outline.toPlainText().startswith("Heading level 1: A calm start")


def test_the_form_puts_its_facts_and_sources_into_the_text(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    desk.view.tabs.setCurrentIndex(2)
    desk.fill("fact_title", "Another title")
    desk.page.ensure_visible(desk.steady.find("put_facts"))
    desk.view.findChild(QLabel)
    desk.steady.find("put_facts").click()  # type: ignore[attr-defined]
    desk.steady.until(lambda: 'title = "Another title"' in module_of(pack).read_text("utf-8"))
    desk.fill("source_title", "A report")
    desk.steady.find("add_source").click()  # type: ignore[attr-defined]
    desk.steady.until(lambda: "A report (undated)" in module_of(pack).read_text("utf-8"))
    assert read_pack(pack).problems == ()


def test_looks_are_tried_on_and_put_back(desk: Desk, pack: Path) -> None:
    desk.open(pack)
    own = theme().settings
    box = desk.steady.find("look", QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(4)
    box.activated.emit(4)
    assert (theme().settings.theme, theme().settings.text_size) == (Theme.DARK, 200)
    desk.steady.go(Screen.HOME)
    assert theme().settings == own
    session = desk.steady.window.arrivals.session
    assert session is not None
    assert session.person.settings == own


def test_versions_are_compared_and_a_lost_id_is_seen(
    desk: Desk, pack: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.tipack"
    make_pack_file(pack, old)
    file = module_of(pack)
    file.write_text(file.read_text("utf-8").replace("#what-comes-next", "#changed"), "utf-8")
    desk.open(pack)
    desk.press("compare")
    desk.press("compare_file", old)
    assert "Part no longer there" in desk.steady.words()
    assert any("is no longer there" in row for row in desk.findings())


# Installing


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"x" * 5000])
def test_what_is_no_pack_is_refused_and_nothing_is_installed(
    desk: Desk, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "bad.tipack"
    file.write_bytes(data)
    desk.press("install", file)
    assert "This pack could not be opened" in desk.steady.words()
    desk.press("leave_it")
    desk.press("undo_install")
    assert "there is nothing to undo" in desk.steady.words()


def test_a_file_opened_from_outside_asks_before_it_installs(
    desk: Desk, pack: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ours.tipack"
    make_pack_file(pack, file)
    desk.steady.go(Screen.HOME)
    desk.steady.window.open_pack(file)
    desk.steady.settle()
    assert desk.steady.screen is Screen.AUTHOR
    assert desk.steady.is_there("install_box")
    assert desk.steady.services.library.entry("a-calm-start") is None
    desk.press("leave_it")
    desk.steady.go(Screen.HOME)
    assert desk.steady.window.stage is not None
    desk.steady.window.stage.back()
    desk.steady.settle()
    assert not desk.steady.is_there("install_box")


def test_a_file_opened_before_anybody_is_known_is_offered_once_somebody_is(
    qtbot: object, pack: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ours.tipack"
    make_pack_file(pack, file)
    steady = Steady(qtbot, tmp_path / "data2")  # type: ignore[arg-type]
    try:
        steady.window.open_pack(file)
        steady.open_as_someone()
        steady.until(lambda: steady.screen is Screen.AUTHOR)
        steady.settle()
        assert steady.is_there("install_box")
    finally:
        steady.close()


def test_a_second_start_with_a_pack_hands_it_to_this_window(
    desk: Desk, pack: Path, tmp_path: Path
) -> None:
    from tiapp.storage.one_instance import ask_to_show, take_window_lock

    file = tmp_path / "ours.tipack"
    make_pack_file(pack, file)
    lock = take_window_lock(desk.steady.services.paths.data)
    assert lock is not None
    try:
        desk.steady.go(Screen.HOME)
        ask_to_show(desk.steady.services.paths.data, file)
        desk.steady.until(lambda: desk.steady.is_there("install_box"))
    finally:
        lock.release()


# Local details


def test_local_details_show_in_support_and_are_there_to_change(desk: Desk) -> None:
    desk.press("local_details")
    desk.fill("local_organisation", "Our council")
    desk.fill("local_protection-lead", "Morag Reid, 01234 567")
    desk.fill("procedure_1", "Child protection")
    desk.fill("procedure_1_where", "On the noticeboard")
    desk.press("local_install")
    assert "Support shows your local details" in desk.steady.words()
    desk.steady.go(Screen.SUPPORT)
    words = desk.steady.words()
    assert "Morag Reid, 01234 567" in words
    assert "On the noticeboard" in words
    desk.steady.go(Screen.AUTHOR)
    desk.press("local_details")
    desk.fill("local_protection-lead", "Ian Laing")
    desk.press("local_install")
    desk.steady.go(Screen.SUPPORT)
    desk.steady.until(lambda: "Morag Reid" not in desk.steady.words())
    assert "Ian Laing" in desk.steady.words()
    assert "On the noticeboard" in desk.steady.words()


def test_a_day_that_is_none_is_said_and_what_was_filled_in_stays(desk: Desk) -> None:
    desk.press("local_details")
    desk.fill("local_organisation", "Our council")
    desk.fill("local_protection-lead", "Morag Reid")
    desk.fill("checked_protection-lead", "soon")
    desk.press("local_install")
    assert desk.steady.is_there("local_form")
    assert desk.steady.is_there("close_message")


# The row in the navigation


def test_the_row_is_there_once_it_is_switched_on_in_settings(steady: Steady) -> None:
    steady.open_as_someone()
    assert not steady.is_there("nav_author")
    steady.go(Screen.SETTINGS)
    steady.page.ensure_visible(steady.find("setting_author_tools"))
    steady.click("setting_author_tools")
    assert steady.is_there("nav_author")
    steady.click("nav_author")
    assert steady.screen is Screen.AUTHOR
    session = steady.window.arrivals.session
    assert session is not None
    session.save_settings(Settings())
    steady.settle()
    assert not steady.is_there("nav_author")


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_desk_has_names_and_fits(desk: Desk, pack: Path, text_size: int) -> None:
    from tests.gui.test_every_screen import _nameless, _sideways, _small

    session = desk.steady.window.arrivals.session
    assert session is not None
    session.save_settings(Settings(text_size=text_size))
    desk.steady.window.resize(1024, 640)
    file = module_of(pack)
    file.write_text(file.read_text("utf-8").replace("Say who", "A junkie. Say who"), "utf-8")
    desk.open(pack)
    desk.press("check")
    for tab in range(3):
        desk.view.tabs.setCurrentIndex(tab)
        desk.steady.settle()
        assert _nameless(desk.steady.window) == []
        assert _small(desk.steady.window) == []
        assert _sideways(desk.steady.window) == []
    for name in ("new_pack", "compare", "undo_install", "local_details", "new_module"):
        desk.page.ensure_visible(desk.steady.find(name))
        desk.press(name)
        assert _nameless(desk.steady.window) == [], name
        assert _sideways(desk.steady.window) == [], name
        desk.steady.keys(Qt.Key.Key_Escape)


def test_every_button_that_the_guide_names_is_there(desk: Desk, pack: Path) -> None:
    guide = (Path(__file__).parents[3] / "content" / "AUTHORING.md").read_text("utf-8")
    first = guide[guide.index("## Your first module") : guide.index("### An example")]
    desk.open(pack)
    words = {button.text().replace("&", "") for button in desk.page.findChildren(_buttons())}
    tabs = {desk.view.tabs.tabText(n) for n in range(desk.view.tabs.count())}
    look = desk.steady.find("look", QComboBox)
    assert isinstance(look, QComboBox)
    looks = {look.itemText(n) for n in range(look.count())}
    named = ("New pack", "Check", "Make pack", "Install", "Undo install", "Save as PDF")
    for name in (*named, "Open pack files with Steady"):
        assert f"*{name}*" in first
        assert name in words
    for name in ("Outline", "Facts"):
        assert f"*{name}*" in first
        assert name in tabs
    for name in ("Light", "Dark", "Large text"):
        assert f"*{name}*" in first
        assert name in looks


def _buttons() -> type:
    from PySide6.QtWidgets import QAbstractButton

    return QAbstractButton


def test_a_pack_of_another_time_opens_beside_this_one(
    desk: Desk, pack: Path, tmp_path: Path
) -> None:
    other = pack_with(tmp_path / "packs" / "other", MODULE.replace("Say who you are.", "Other."))
    desk.open(pack)
    desk.press("check")
    desk.open(other)
    desk.until_shown("Other.")
    assert str(other) in desk.steady.words()
    assert desk.findings() == []
