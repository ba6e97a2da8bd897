"""Learn: the list, its filters, and what it says when there is little to show."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.factories import module_text, write_pack
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.learning.module_row import ModuleRow


def _shown(steady: Steady) -> list[str]:
    rows = steady.page.findChildren(ModuleRow)
    return [row.entry.id for row in rows if row.isVisible()]


def _choose(steady: Steady, name: str, words: str) -> None:
    box = steady.find(name, QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(words))
    steady.settle()


def _text(steady: Steady, name: str) -> str:
    label = steady.find(name, QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def test_every_shipped_module_is_listed_with_its_time_and_state(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.LEARN)
    entries = steady.services.library.entries()
    assert _shown(steady) == [entry.id for entry in entries]
    for entry in entries:
        assert _text(steady, f"state_{entry.id}") == "Not started"
    assert all(f"{entry.minutes} minutes" in steady.words() for entry in entries)
    assert _text(steady, "learn_count") == f"{len(entries)} modules"


def test_searching_narrows_the_list_and_esc_brings_it_back(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.LEARN)
    QTest.keyClick(steady.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = steady.find("learn_search", QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, "five princip")
    assert _shown(steady) == ["five-principles"]
    assert _text(steady, "learn_count") == "1 module"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(_shown(steady)) == len(steady.services.library.entries())


def test_filters_by_topic_level_and_state(steady: Steady) -> None:
    steady.open_as_someone()
    session = steady.window.arrivals.session
    assert session is not None
    module = steady.services.library.module("starting-safely")
    session.person.progress.reach(module, module.parts[0].id)
    steady.go(Screen.LEARN)
    _choose(steady, "learn_state", "Under way")
    assert _shown(steady) == ["starting-safely"]
    _choose(steady, "learn_state", "Any")
    _choose(steady, "learn_topic", "Everyday practice")
    assert "five-principles" in _shown(steady) and "starting-safely" not in _shown(steady)
    _choose(steady, "learn_topic", "Every topic")
    _choose(steady, "learn_level", "For leaders")
    steady.find("learn_search").setText("what trauma is")  # type: ignore[attr-defined]
    assert _shown(steady) == []
    assert _text(steady, "learn_count").startswith("Nothing matches")


def test_it_says_that_nobody_has_reviewed_the_modules_yet(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.LEARN)
    assert "not yet been reviewed by trauma specialists" in steady.words()


def test_one_broken_module_is_told_and_the_others_open(qtbot: QtBot, tmp_path: Path) -> None:
    content = tmp_path / "content"
    write_pack(content / "own", {"01-good": module_text()})
    broken = content / "own" / "modules" / "99-broken"
    broken.mkdir()
    (broken / "module.md").write_bytes(b"+++\nid = \n+++\n")
    steady = Steady(qtbot, tmp_path / "data", content=(content,))
    try:
        steady.open_as_someone()
        steady.go(Screen.LEARN)
        assert len(_shown(steady)) >= 1
        assert "Some of the content could not be opened" in steady.words()
        steady.click("show_problems")
        assert "99-broken" in _text(steady, "problem_details")
    finally:
        steady.close()


@pytest.mark.parametrize("missing", [True, False])
def test_without_content_the_window_opens_and_says_so(
    qtbot: QtBot, tmp_path: Path, missing: bool
) -> None:
    content = tmp_path / "content"
    if not missing:
        content.mkdir()
    steady = Steady(qtbot, tmp_path / "data", content=(content,))
    try:
        steady.open_as_someone()
        steady.go(Screen.LEARN)
        assert "There are no modules here yet" in _text(steady, "learn_count")
        steady.go(Screen.SUPPORT)
        assert "999" in steady.words()
    finally:
        steady.close()


def test_a_hundred_modules_are_all_listed(qtbot: QtBot, tmp_path: Path) -> None:
    content = tmp_path / "content"
    ids = [f"many-{number:03}" for number in range(100)]
    write_pack(content / "many", {one: module_text(module_id=one) for one in ids})
    steady = Steady(qtbot, tmp_path / "data", content=(content,))
    try:
        steady.open_as_someone()
        steady.go(Screen.LEARN)
        steady.until(lambda: len(steady.page.findChildren(ModuleRow)) >= 100)
    finally:
        steady.close()
