"""Support: immediate help first, honest about old numbers, and a pause that can be left."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.window import Steady
from tiapp.authoring.installed import InstalledPacks
from tiapp.authoring.local_pack import make_local_pack
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.places import Screen
from tiapp.learning.model import LocalContact


def _cards(steady: Steady) -> list[str]:
    cards = steady.page.findChildren(Card)
    return [card.objectName() for card in cards if card.objectName().startswith("contact_")]


def test_999_then_111_then_116_123_come_first(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    numbers = [contact.number for contact in steady.services.library.support().contacts]
    assert numbers[:3] == ["999", "111", "116 123"]
    words = steady.words()
    places = [words.index(f": {number}") for number in numbers[:3]]
    assert places == sorted(places)
    assert len(_cards(steady)) == len(numbers)


def test_every_number_says_when_it_was_checked(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    contacts = steady.services.library.support().contacts
    assert steady.words().count("Number last checked on 22 November 2026") == len(contacts)


def test_after_twelve_months_it_says_that_numbers_may_have_changed(steady: Steady) -> None:
    steady.services.clock.set(datetime(2027, 11, 22))  # type: ignore[attr-defined]
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    assert "Some numbers may have changed" not in steady.words()
    steady.services.clock.set(datetime(2027, 11, 23))  # type: ignore[attr-defined]
    steady.go(Screen.HOME)
    steady.go(Screen.SUPPORT)
    assert "Some numbers may have changed" in steady.words()


def test_empty_local_fields_are_hidden_behind_ask_your_manager(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    words = steady.words()
    assert "Ask your manager" in words
    local = steady.services.library.support().local
    assert local and all(contact.name in words for contact in local)
    assert not any(steady.is_there(f"local_{contact.id}") for contact in local)


def test_local_details_that_were_installed_stand_in_their_place_with_their_day(
    steady: Steady, tmp_path: Path
) -> None:
    lead = LocalContact(
        "protection-lead", "Protection lead", "A worry.", "Room 4", "", date(2026, 11, 1)
    )
    make_local_pack("Northshire Council", [lead], 1, tmp_path / "local.tipack")
    paths = steady.services.paths
    InstalledPacks(paths.packs, paths.content).install(tmp_path / "local.tipack")
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    assert steady.is_there("local_protection-lead")
    assert "Room 4" in steady.words()
    assert "Last checked on 1 November 2026" in steady.words()


def test_a_number_can_be_copied_and_the_status_line_says_so(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    steady.click("copy_samaritans")
    assert QGuiApplication.clipboard().text() == "116 123"
    status = steady.find("status", QLabel)
    assert isinstance(status, QLabel) and "Copied" in status.text()


def test_the_pause_goes_step_by_step_and_can_be_left_at_once(steady: Steady) -> None:
    pause = steady.services.library.support().pause
    assert pause is not None

    def words() -> str:
        label = steady.find("pause_words", QLabel)
        assert isinstance(label, QLabel)
        return label.text()

    steady.open_as_someone()
    steady.go(Screen.SUPPORT)
    steady.click("pause_next")
    assert words() == pause.steps[0]
    steady.click("pause_leave")
    assert words() == pause.leave
    for step in pause.steps:
        steady.click("pause_next")
        assert words() == step
    steady.click("pause_next")
    assert words() == pause.leave
