"""The frame: where one starts, goes, and gets back."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
)

from tests.window import Steady
from tiapp.core.errors import AppError
from tiapp.core.settings import Installation, Settings, Theme
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.theme import theme
from tiapp.gui.shell.navigation import LAST_NUMBERED, entries
from tiapp.services import Services
from tiapp.storage.faults import disk_full

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_new_folder_starts_with_the_first_steps(steady: Steady) -> None:
    steady.open()
    assert steady.page.objectName() == "welcome_page"


def test_one_person_alone_comes_straight_home(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.open()
    assert steady.screen is Screen.HOME
    assert "Isla" in steady.page.title.text()


def test_on_a_shared_computer_nobody_is_open_before_they_say_who_they_are(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.services.save_installation(Installation(shared_computer=True))
    steady.open()
    assert steady.page.objectName() == "who_page"
    assert steady.window.arrivals.session is None


def test_choosing_a_name_opens_that_person(steady: Steady) -> None:
    isla = steady.services.people.add("Isla")
    steady.services.people.add("Callum")
    steady.services.save_installation(Installation(shared_computer=True))
    steady.open()
    steady.click(f"who_{isla.id}")
    assert steady.window.arrivals.session is not None
    assert steady.window.arrivals.session.person.person == isla


def test_the_greeting_follows_the_clock(steady: Steady) -> None:
    clock = steady.services.clock
    steady.open_as_someone()
    for hour, words in ((8, "Good morning"), (14, "Good afternoon"), (21, "Good evening")):
        clock.set(datetime(2026, 3, 10, hour))  # type: ignore[attr-defined]
        steady.page.refresh()
        assert steady.page.title.text().startswith(words)


@pytest.mark.parametrize("number", range(1, min(len(entries()), LAST_NUMBERED) + 1))
def test_ctrl_and_a_number_goes_to_each_section(steady: Steady, number: int) -> None:
    steady.open_as_someone()
    QTest.keyClick(steady.window, getattr(Qt.Key, f"Key_{number}"), CTRL)
    steady.settle()
    assert steady.screen is entries()[number - 1].screen


def test_back_and_forward_retrace_the_way(steady: Steady) -> None:
    steady.open_as_someone()
    steady.click("nav_learn")
    steady.click("nav_support")
    QTest.keyClick(steady.window, Qt.Key.Key_Left, ALT)
    steady.settle()
    assert steady.screen is Screen.LEARN
    QTest.keyClick(steady.window, Qt.Key.Key_Right, ALT)
    steady.settle()
    assert steady.screen is Screen.SUPPORT


def test_the_row_in_view_stays_marked_when_it_is_clicked_again(steady: Steady) -> None:
    steady.open_as_someone()
    steady.click("nav_learn")
    steady.click("nav_learn")
    assert steady.find("nav_learn").isChecked()  # type: ignore[attr-defined]
    assert not steady.find("nav_home").isChecked()  # type: ignore[attr-defined]


def test_focus_moves_to_the_title_of_the_new_page(steady: Steady) -> None:
    steady.open_as_someone()
    steady.click("nav_support")
    assert steady.page.title.hasFocus()


def test_f6_moves_between_the_areas_and_comes_round(steady: Steady) -> None:
    steady.open_as_someone()
    steady.click("nav_learn")
    seen = []
    for _ in range(3):
        QTest.keyClick(steady.window, Qt.Key.Key_F6)
        focus = steady.window.focusWidget()
        assert focus is not None
        seen.append(focus.objectName())
    assert set(seen) == {"nav_learn", "learn_page_title", "open_quick_search"}


@pytest.mark.parametrize("stage", ["welcome", "who", "home"])
def test_immediate_help_is_one_key_away_everywhere(steady: Steady, stage: str) -> None:
    if stage != "welcome":
        steady.services.people.add("Isla")
    if stage == "who":
        steady.services.save_installation(Installation(shared_computer=True))
    steady.open()
    QTest.keyClick(steady.window, Qt.Key.Key_F2)
    steady.settle()
    assert steady.page.objectName() == "support_page"
    numbers = steady.words()
    assert numbers.index("999") < numbers.index("111") < numbers.index("116 123")


def test_esc_leaves_immediate_help_for_the_very_step(steady: Steady) -> None:
    steady.open()
    steady.click("welcome_continue")
    QTest.keyClick(steady.window, Qt.Key.Key_F2)
    QTest.keyClick(steady.window, Qt.Key.Key_Escape)
    assert steady.find("welcome_step").text() == "Step 2 of 3"  # type: ignore[attr-defined]


def test_immediate_help_also_works_from_the_hidden_screen(steady: Steady) -> None:
    steady.open_as_someone()
    QTest.keyClick(steady.window, Qt.Key.Key_H, CTRL | SHIFT)
    QTest.keyClick(steady.window, Qt.Key.Key_F2)
    steady.settle()
    assert steady.screen is Screen.SUPPORT
    assert steady.page.isVisible()


def test_hide_screen_shows_a_calendar_and_tells_nothing(steady: Steady) -> None:
    steady.open_as_someone()
    steady.click("nav_learn")
    QTest.keyClick(steady.window, Qt.Key.Key_H, CTRL | SHIFT)
    assert steady.window.findChild(QCalendarWidget).isVisible()
    assert steady.window.windowTitle() == "Calendar"
    assert not steady.window.menuBar().isVisible()
    assert "Learn" not in steady.words() and "Steady" not in steady.words()


def test_hide_screen_closes_an_open_search(steady: Steady) -> None:
    steady.open_as_someone()
    QTest.keyClick(steady.window, Qt.Key.Key_K, CTRL)
    dialog = steady.window.findChild(QDialog, "quick_search")
    assert dialog is not None and dialog.isVisible()
    steady.window.acts.hide_screen()
    assert not dialog.isVisible()


def test_coming_back_finds_the_same_page(steady: Steady) -> None:
    steady.open_as_someone()
    steady.click("nav_glossary")
    steady.window.acts.hide_screen()
    QTest.keyClick(steady.window, Qt.Key.Key_Escape)
    assert steady.window.windowTitle() == "Calendar", "a chance Esc must not bring it back"
    steady.click("hidden_back")
    assert steady.screen is Screen.GLOSSARY
    assert steady.window.windowTitle() == "Glossary - Steady"


def _shift(steady: Steady, times: int) -> None:
    for _ in range(times):
        QTest.keyClick(steady.window.windowHandle(), Qt.Key.Key_Shift)


def test_shift_three_times_hides_the_screen(steady: Steady) -> None:
    steady.open_as_someone()
    _shift(steady, 2)
    assert steady.window.windowTitle() != "Calendar"
    _shift(steady, 1)
    assert steady.window.windowTitle() == "Calendar"


def test_shift_three_times_works_while_a_dialog_is_open(steady: Steady) -> None:
    steady.open_as_someone()
    steady.window.acts.quick_search()
    dialog = steady.window.findChild(QDialog, "quick_search")
    steady.until(dialog.isActiveWindow)
    for _ in range(3):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Shift)
    assert steady.window.windowTitle() == "Calendar"


def test_capital_letters_are_not_shift_three_times(steady: Steady) -> None:
    steady.open_as_someone()
    steady.click("nav_learn")
    steady.find("learn_search").setFocus()
    window = steady.window.windowHandle()
    for letter in "ABC":
        QTest.keyPress(window, Qt.Key.Key_Shift)
        QTest.keyClick(window, letter, SHIFT)
        QTest.keyRelease(window, Qt.Key.Key_Shift)
    assert steady.window.windowTitle() != "Calendar"


def test_shift_three_times_can_be_turned_off(steady: Steady) -> None:
    steady.open_as_someone()
    steady.click("nav_settings")
    steady.click("setting_hide_screen_by_shift")
    _shift(steady, 3)
    assert steady.window.windowTitle() != "Calendar"


def test_text_size_by_keys_is_saved(steady: Steady) -> None:
    steady.open_as_someone()
    QTest.keyClick(steady.window, Qt.Key.Key_Plus, CTRL)
    QTest.keyClick(steady.window, Qt.Key.Key_Plus, CTRL)
    assert theme().settings.text_size == 125
    person = steady.services.people.find("Isla")
    assert steady.services.for_person(person).settings.text_size == 125
    QTest.keyClick(steady.window, Qt.Key.Key_0, CTRL)
    assert theme().settings.text_size == 100


def test_text_size_stops_at_its_limits(steady: Steady) -> None:
    steady.open_as_someone()
    for _ in range(9):
        steady.window.acts.larger()
    assert theme().settings.text_size == 200
    for _ in range(9):
        steady.window.acts.smaller()
    assert theme().settings.text_size == 100


def test_a_message_says_what_happened_and_can_be_closed(steady: Steady) -> None:
    steady.open_as_someone()
    error = AppError("We could not save.", "Your work is safe. Try again.", code="x-1")
    steady.hub.failed.emit(error)
    steady.hub.failed.emit(error)
    words = steady.words()
    assert words.count("We could not save.") == 1 and "x-1" in words
    steady.click("close_message")
    assert "We could not save." not in steady.words()


def test_the_window_title_never_names_a_module(steady: Steady) -> None:
    steady.open_as_someone()
    entry = steady.services.library.entries()[0]
    steady.go(Screen.MODULE, entry.id)
    assert steady.window.windowTitle() == "Learn - Steady"


def test_a_narrow_window_keeps_the_names_of_the_icons(steady: Steady) -> None:
    steady.open_as_someone()
    steady.window.resize(700, 600)
    button = steady.find("nav_learn")
    assert button.text() == ""  # type: ignore[attr-defined]
    assert button.accessibleName() == "Learn"


def test_leaving_one_person_for_another_keeps_their_looks_apart(steady: Steady) -> None:
    isla = steady.services.people.add("Isla")
    callum = steady.services.people.add("Callum")
    steady.services.for_person(callum).save_settings(Settings(theme=Theme.DARK, text_size=150))
    steady.open("Isla")
    assert theme().settings == Settings()
    steady.window.acts.switch_person()
    steady.click(f"who_{callum.id}")
    assert theme().settings.text_size == 150
    steady.window.acts.switch_person()
    assert theme().settings == Settings(), "nothing of anyone's shows before they say who they are"
    steady.click(f"who_{isla.id}")
    assert theme().settings == Settings()


def test_quick_search_finds_screens_modules_headings_and_words(steady: Steady) -> None:
    steady.open_as_someone()
    steady.services.library.entries()
    QTest.keyClick(steady.window, Qt.Key.Key_K, CTRL)
    dialog = steady.window.findChild(QDialog, "quick_search")
    field = dialog.findChild(QLineEdit, "quick_search_field")
    results = dialog.findChild(QListWidget, "quick_search_results")

    def found(text: str) -> list[str]:
        field.setText(text)
        return [results.item(row).text() for row in range(results.count())]

    assert any(words.startswith("Settings") for words in found("sett"))
    assert any(words.startswith("Starting safely") for words in found("starting saf"))
    assert any("Glossary" in words for words in found("burnout"))
    assert found("zzzz") == []
    dialog.reject()


def test_enter_in_quick_search_goes_there(steady: Steady) -> None:
    steady.open_as_someone()
    QTest.keyClick(steady.window, Qt.Key.Key_K, CTRL)
    dialog = steady.window.findChild(QDialog, "quick_search")
    field = dialog.findChild(QLineEdit, "quick_search_field")
    QTest.keyClicks(field, "supp")
    QTest.keyClick(field, Qt.Key.Key_Return)
    steady.settle()
    assert steady.screen is Screen.SUPPORT


def test_every_command_is_in_a_menu_and_no_key_is_used_twice(steady: Steady) -> None:
    from tiapp.gui.shell.commands import commands

    keys = [key for command in commands() for key in command.keys]
    assert len(keys) == len(set(keys))
    assert all(command.menu for command in commands())
    steady.open_as_someone()
    for command in commands():
        assert callable(getattr(steady.window.acts, command.name))


def test_a_second_start_brings_the_window_forward(steady: Steady) -> None:
    from tiapp.storage.one_instance import ask_to_show, take_window_lock

    data = steady.services.paths.data
    lock = take_window_lock(data)
    assert lock is not None
    steady.open_as_someone()
    steady.window.showMinimized()
    assert take_window_lock(data) is None
    ask_to_show(data)
    steady.until(lambda: not steady.window.isMinimized())
    lock.release()


def test_the_window_is_painted_before_it_is_filled(steady: Steady) -> None:
    person = steady.services.people.add("Isla")
    steady.window.show_and_start(person.id)
    assert steady.window.stage is None
    steady.until(lambda: steady.window.stage is not None)
    assert steady.screen is Screen.HOME


def test_a_window_that_cannot_start_closes_and_says_why(steady: Steady) -> None:
    steady.window.show_and_start("nobody")
    steady.until(lambda: steady.window.could_not_start is not None)
    assert steady.window.could_not_start.advice  # type: ignore[union-attr]
    assert not steady.window.isVisible()


def test_the_system_adds_no_name_to_the_title_of_the_hidden_screen(steady: Steady) -> None:
    """Qt puts an application's display name behind every title it gives the system."""
    steady.open_as_someone()
    assert "Steady" not in steady.app.applicationDisplayName()


def test_the_first_focus_is_the_title_of_home(steady: Steady) -> None:
    steady.open_as_someone()
    assert steady.page.title.hasFocus()


def test_closing_a_message_leaves_the_focus_on_the_page(steady: Steady) -> None:
    steady.open_as_someone()
    steady.hub.failed.emit(AppError("We could not save.", "Your work is safe.", code="x-1"))
    steady.click("close_message")
    assert steady.page.title.hasFocus()


@pytest.mark.parametrize("size", [(1024, 640, 200), (1024, 640, 100), (640, 480, 150)])
def test_the_words_of_messages_are_whole_and_their_buttons_in_reach(
    steady: Steady, size: tuple[int, int, int]
) -> None:
    width, height, text_size = size
    steady.open_as_someone()
    session = steady.window.arrivals.session
    assert session is not None
    session.save_settings(Settings(text_size=text_size))
    steady.window.resize(width, height)
    for number in range(3):
        error = disk_full(Path(f"/a-long-way/to/share/Steady/people/{'a' * 32}/{number}"))
        steady.hub.failed.emit(error)
    steady.settle()
    area = steady.find("messages")
    assert area.height() <= steady.window.height() // 2 + 1
    labels = [x for x in area.findChildren(QLabel) if x.isVisible() and x.wordWrap()]
    assert len(labels) >= 9
    steady.until(lambda: all(x.height() >= x.heightForWidth(x.width()) for x in labels))
    inner = area.widget()  # type: ignore[attr-defined]
    for button in area.findChildren(QAbstractButton, "close_message"):
        assert inner.rect().contains(button.mapTo(inner, button.rect().bottomRight()))


def test_sharing_switched_on_while_who_was_here_is_being_saved_stays_on(steady: Steady) -> None:
    from threading import Event

    hold = Event()
    person = steady.services.people.add("Isla")
    steady.open()
    steady.services.change_installation(lambda now: replace(now, last_person=""))
    steady.worker.run(steady.window, hold.wait)
    steady.window.arrivals.enter(person.id)
    session = steady.window.arrivals.session
    assert session is not None
    session.save_shared(True)
    hold.set()
    steady.settle()
    kept = Services(steady.services.paths, steady.services.clock).installation
    assert kept.shared_computer is True and kept.last_person == ""


def test_new_here_by_mistake_goes_back_to_the_names(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.services.save_installation(Installation(shared_computer=True))
    steady.open()
    steady.click("who_new")
    steady.click("welcome_back")
    assert steady.page.objectName() == "who_page"
    assert len(steady.services.people.all()) == 1


@pytest.mark.parametrize("way", ["key", "button"])
def test_help_asked_for_in_the_middle_of_something_has_a_way_back(steady: Steady, way: str) -> None:
    steady.open_as_someone()
    steady.click("nav_glossary")
    QTest.keyClick(steady.window, Qt.Key.Key_F2)
    steady.settle()
    if way == "key":
        QTest.keyClick(steady.window, Qt.Key.Key_Escape)
    else:
        steady.click("support_back")
    steady.settle()
    assert steady.screen is Screen.GLOSSARY


def test_no_field_has_the_letter_of_a_menu(steady: Steady) -> None:
    from tiapp.gui.shell.commands import menu_names

    taken = {QKeySequence.mnemonic(words).toString() for words in menu_names()}
    steady.open_as_someone()
    for screen in Screen:
        if screen is Screen.MODULE:
            continue
        steady.go(screen)
        for label in steady.page.findChildren(QLabel):
            if label.buddy() is not None:
                assert QKeySequence.mnemonic(label.text()).toString() not in taken, label.text()
