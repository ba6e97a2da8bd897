"""Reminders: off until wanted, neutral where others may see, and never made up for."""

from datetime import datetime

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QPlainTextEdit, QSystemTrayIcon, QTimeEdit

from tests.gui.private.rooms import change_settings, open_room
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.shell.reminders import Reminders

NOON = {
    "reminders": True,
    "reminder_days": "tue",
    "reminder_times": "12:30",
    "reminder_quiet": "",
}


def _at(steady: Steady, hour: int, minute: int = 0) -> None:
    """The clock shows that time, and it is looked at."""
    steady.services.clock.set(datetime(2026, 3, 10, hour, minute))  # type: ignore[attr-defined]
    for reminders in steady.window.findChildren(Reminders):
        reminders.look()
    steady.settle()


def test_nothing_is_watched_until_it_is_switched_on(steady: Steady) -> None:
    steady.open_as_someone()
    assert steady.window.findChildren(Reminders) == []
    _at(steady, 12, 30)
    assert not steady.is_there("reminder_note")


def test_it_comes_without_a_private_room_and_goes_when_told(steady: Steady) -> None:
    steady.open_as_someone()
    change_settings(steady, **NOON)
    _at(steady, 12, 30)
    assert "A note from Steady" in steady.words()
    steady.click("reminder_close")
    assert not steady.is_there("reminder_note")
    _at(steady, 12, 31)
    assert not steady.is_there("reminder_note")


def test_ones_own_words_are_shown_only_while_the_room_is_open(steady: Steady) -> None:
    steady.open_with_room()
    open_room(steady).reminders.keep(["look at the hills"])
    change_settings(steady, **NOON)
    _at(steady, 12, 30)
    assert "look at the hills" in steady.words()
    steady.lock()
    assert "look at the hills" not in steady.words()


def test_while_locked_it_is_neutral(steady: Steady) -> None:
    steady.open_with_room()
    open_room(steady).reminders.keep(["look at the hills"])
    change_settings(steady, **NOON)
    steady.lock()
    _at(steady, 12, 30)
    assert "A note from Steady" in steady.words()
    assert "look at the hills" not in steady.words()


def test_later_brings_it_back_in_an_hour(steady: Steady) -> None:
    steady.open_as_someone()
    change_settings(steady, **NOON)
    _at(steady, 12, 30)
    steady.click("reminder_later")
    _at(steady, 13, 29)
    assert not steady.is_there("reminder_note")
    _at(steady, 13, 30)
    assert steady.is_there("reminder_note")


def test_while_the_screen_is_hidden_nothing_comes_up_nor_later_instead(steady: Steady) -> None:
    steady.open_as_someone()
    change_settings(steady, **NOON)
    steady.window.acts.hide_screen()
    _at(steady, 12, 30)
    steady.window.ways_out.come_back()
    steady.settle()
    assert not steady.is_there("reminder_note")


def test_switching_off_stops_the_watch_and_takes_the_note_away(steady: Steady) -> None:
    steady.open_as_someone()
    change_settings(steady, **NOON)
    _at(steady, 12, 30)
    change_settings(steady, reminders=False)
    assert not steady.is_there("reminder_note")
    steady.until(lambda: steady.window.findChildren(Reminders) == [])


def test_it_leaves_with_the_person(steady: Steady) -> None:
    steady.open_as_someone()
    change_settings(steady, **NOON)
    steady.window.arrivals.show_who()
    steady.settle()
    steady.until(lambda: steady.window.findChildren(Reminders) == [])


def test_the_tray_says_the_neutral_words_and_nothing_else(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[object, ...]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda self, *words: said.append(words))
    monkeypatch.setattr(type(steady.window), "isActiveWindow", lambda self: False)
    steady.until = lambda condition: None  # type: ignore[method-assign]
    steady.services.people.add("Isla")
    steady.set_up_room()
    steady.window.start(steady.services.people.find("Isla").id)
    steady.window.show()
    steady.qtbot.waitUntil(lambda: steady.window.ready)
    steady.private.unlock("four quiet words here")
    steady.settle()
    change_settings(steady, **NOON)
    _at(steady, 12, 30)
    assert [words[:2] for words in said] == [("Steady", "A note from Steady")]


# Settings


def test_settings_have_a_section_that_is_off(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    assert "nothing is counted, and it does not come back" in steady.words()
    assert not steady.is_there("reminder_day_0")
    assert not steady.is_there("reminder_texts")


def _settings(steady: Steady) -> tuple[bool, str, str, str]:
    session = steady.window.arrivals.session
    assert session is not None
    kept = session.person.settings
    return (kept.reminders, kept.reminder_days, kept.reminder_times, kept.reminder_quiet)


def test_days_times_and_quiet_hours_are_kept_as_they_are_chosen(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    steady.click("reminders_on")
    steady.click("reminder_day_0")
    steady.click("reminder_day_6")
    steady.click("reminder_add_time")
    field = steady.find("reminder_time_1", QTimeEdit)
    assert isinstance(field, QTimeEdit)
    field.setTime(QTime(16, 5))
    field.editingFinished.emit()
    begins = steady.find("reminder_quiet_begins", QTimeEdit)
    assert isinstance(begins, QTimeEdit)
    begins.setTime(QTime(19, 0))
    begins.editingFinished.emit()
    steady.settle()
    assert _settings(steady) == (True, "tue wed thu fri sun", "10:00 16:05", "19:00-08:00")
    steady.click("reminder_time_0_away")
    steady.click("reminder_has_quiet")
    assert _settings(steady) == (True, "tue wed thu fri sun", "16:05", "")


def test_the_last_time_cannot_be_taken_away(steady: Steady) -> None:
    steady.open_as_someone()
    change_settings(steady, **NOON)
    steady.go(Screen.SETTINGS)
    assert steady.is_there("reminder_time_0")
    assert not steady.is_there("reminder_time_0_away")


def test_words_are_written_in_the_open_room_and_are_nowhere_else(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.SETTINGS)
    field = steady.find("reminder_texts", QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("look at the hills\n\n  a glass of water ")
    steady.click("reminder_texts_save")
    assert open_room(steady).reminders.texts() == ("look at the hills", "a glass of water")
    assert field.toPlainText() == "look at the hills\na glass of water"
    steady.lock()
    assert not steady.is_there("reminder_texts")
    for file in steady.services.paths.data.rglob("*"):
        if file.is_file():
            assert b"the hills" not in file.read_bytes(), file


def test_words_being_written_when_the_room_locks_are_kept(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.SETTINGS)
    field = steady.find("reminder_texts", QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.insertPlainText("half a thought")
    steady.lock()
    steady.unlock()
    assert open_room(steady).reminders.texts() == ("half a thought",)
