"""The private room at the window: it opens, it locks, and nothing of it stays behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.vaults import PASSPHRASE
from tests.window import Steady
from tiapp.core.errors import AppError
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.slots import Go
from tiapp.gui.shell import private_pages, room_worker

CTRL = Qt.KeyboardModifier.ControlModifier


class WritingPage(Page):
    """A private page with something to save, in the way each of them does it."""

    def __init__(self, worker, saved: list[str], fails: list[bool]) -> None:
        super().__init__("Reflect", "reflect_page")
        self._worker = worker
        self._saved = saved
        self._fails = fails
        self.words = "half a sentence"

    def leaving(self) -> bool:
        words = self.words

        def save() -> None:
            if self._fails:
                raise AppError("The disk is full.", "Make some room.", code="disk-full")
            self._saved.append(words)

        self._worker.run(self, save)
        return True


@pytest.fixture
def saved() -> list[str]:
    return []


@pytest.fixture
def fails() -> list[bool]:
    return []


@pytest.fixture
def writing(steady: Steady, monkeypatch, saved, fails) -> Steady:
    """A window whose Reflect is the page above, with the room open and the page in view."""

    def build(screen, session, room):
        return WritingPage(session.private.worker, saved, fails)

    monkeypatch.setattr(private_pages, "build_private", build)
    steady.open_with_room()
    steady.go(Screen.REFLECT)
    assert steady.page.objectName() == "reflect_page"
    return steady


def test_without_a_room_a_private_screen_makes_a_calm_offer(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.REFLECT)
    assert steady.page.objectName() == "door_page"
    assert steady.is_there("vault_set_up")
    assert "without it" in steady.words()


def test_the_passphrase_leads_to_where_one_was_heading(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.set_up_room()
    steady.open("Isla")
    steady.go(Screen.CHECK_IN)
    assert not steady.private.is_open
    QTest.keyClicks(steady.find("unlock_passphrase"), PASSPHRASE)
    steady.keys(Qt.Key.Key_Return)
    steady.until(lambda: steady.private.is_open)
    assert steady.screen is Screen.CHECK_IN
    assert steady.page.objectName() != "door_page"


def test_another_passphrase_opens_nothing_and_blames_nobody(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.set_up_room()
    steady.open("Isla")
    steady.go(Screen.REFLECT)
    QTest.keyClicks(steady.find("unlock_passphrase"), "another one altogether")
    steady.click("unlock")
    assert not steady.private.is_open
    said = steady.find("opening_words", QLabel)
    assert isinstance(said, QLabel) and "Take your time" in said.text()
    assert not steady.is_there("message"), "no message in the colour of errors"


def test_locking_saves_first_and_leaves_the_door(writing: Steady, saved: list[str]) -> None:
    page = writing.page
    gone: list[object] = []
    page.destroyed.connect(lambda: gone.append(True))
    writing.lock()
    assert saved == ["half a sentence"]
    assert writing.page.objectName() == "door_page"
    writing.until(lambda: bool(gone))
    assert not writing.window.findChildren(QWidget, "reflect_page")


def test_the_lock_button_is_in_view_only_while_there_is_something_to_lock(writing: Steady) -> None:
    assert writing.is_there("lock_room")
    writing.click("lock_room")
    assert not writing.private.is_open
    assert not writing.is_there("lock_room")


@pytest.mark.parametrize("way", ["lock_room", "hide_screen", "switch_person", "close"])
def test_every_way_out_locks_and_saves(writing: Steady, saved: list[str], way: str) -> None:
    private = writing.private
    writing.window.acts.do(way)
    assert not private.is_open
    if way == "close":
        writing.until(lambda: not writing.window.isVisible())
        writing.worker.stop()
    else:
        writing.settle()
        writing.settle()
    assert saved == ["half a sentence"]
    assert private.vault.state() == "locked"


def test_what_could_not_be_saved_is_kept_until_it_is(
    writing: Steady, saved: list[str], fails: list[bool]
) -> None:
    fails.append(True)
    private = writing.private
    with writing.qtbot.waitSignal(private.held):
        private.lock()
    assert not private.is_open
    assert private.trouble is not None and private.trouble.code == "disk-full"
    fails.clear()
    with writing.qtbot.waitSignal(private.closed):
        private.try_again()
    assert saved == ["half a sentence"]
    assert private.trouble is None


def test_the_door_says_what_is_not_saved_yet_and_tries_again(
    writing: Steady, saved: list[str], fails: list[bool]
) -> None:
    fails.append(True)
    private = writing.private
    private.lock()
    writing.until(lambda: writing.is_there("held_again"))
    assert "half a sentence" not in writing.words(), "kept, and not shown"
    writing.click("held_again")
    writing.settle()
    assert writing.is_there("held_again"), "the disk is still full"
    fails.clear()
    writing.click("held_again")
    writing.until(lambda: writing.is_there("unlock"))
    assert saved == ["half a sentence"]


@pytest.mark.parametrize("way", ["close", "switch_person"])
def test_nobody_leaves_while_their_words_cannot_be_saved(
    writing: Steady, saved: list[str], fails: list[bool], way: str
) -> None:
    fails.append(True)
    here = writing.window.arrivals.session
    for _ in range(2):
        writing.window.acts.do(way)
        writing.settle()
        assert writing.window.isVisible()
        assert writing.window.arrivals.session is here
        assert writing.is_there("held_again"), "they choose what becomes of the words"
    fails.clear()
    writing.click("held_again")
    writing.until(lambda: writing.is_there("unlock"))
    assert saved == ["half a sentence"]
    writing.window.acts.do(way)
    assert writing.window.arrivals.session is None
    assert writing.window.isVisible() is (way == "switch_person")


def test_the_window_closes_without_the_words_once_they_are_let_go_of(
    writing: Steady, fails: list[bool]
) -> None:
    fails.append(True)
    writing.window.close()
    writing.until(lambda: writing.is_there("held_let_go"))
    writing.click("held_let_go")
    writing.until(lambda: writing.is_there("unlock"))
    writing.window.close()
    assert not writing.window.isVisible()


def test_closing_a_hidden_screen_brings_it_back_when_words_cannot_be_saved(
    writing: Steady, fails: list[bool]
) -> None:
    fails.append(True)
    writing.window.acts.hide_screen()
    writing.settle()
    assert not writing.is_there("held_again")
    writing.window.close()
    writing.until(lambda: writing.is_there("held_again"))
    assert not writing.window.ways_out.is_hidden


def _say(saved: list[str], fails: list[bool], words: str):
    def save() -> None:
        if fails:
            raise AppError("The disk is full.", "Make some room.", code="disk-full")
        saved.append(words)

    return save


def test_words_of_a_page_that_was_left_are_kept_until_they_are_saved(
    writing: Steady, saved: list[str], fails: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_worker, "AGAIN_MS", 1)
    writing.lock()
    writing.unlock()
    saved.clear()
    gone = QWidget()
    fails.append(True)
    writing.private.worker.run(gone, _say(saved, fails, "a thought"), keep="entry")
    gone.deleteLater()
    del gone
    writing.settle()
    fails.clear()
    writing.until(lambda: saved == ["a thought"])


def test_older_words_never_take_the_place_of_newer_ones(
    writing: Steady, saved: list[str], fails: list[bool]
) -> None:
    worker = writing.private.worker
    fails.append(True)
    worker.run(writing.page, _say(saved, fails, "a thought"), keep="entry")
    writing.settle()
    fails.clear()
    worker.run(writing.page, _say(saved, fails, "a thought, and another"), keep="entry")
    writing.lock()
    assert saved == ["a thought, and another", "half a sentence"]


def test_what_waits_to_be_saved_when_the_room_locks_is_held(
    writing: Steady, saved: list[str], fails: list[bool]
) -> None:
    private = writing.private
    fails.append(True)
    private.worker.run(writing.page, _say(saved, fails, "a thought"), keep="entry")
    writing.settle()
    with writing.qtbot.waitSignal(private.held):
        private.lock()
    fails.clear()
    with writing.qtbot.waitSignal(private.closed):
        private.try_again()
    assert sorted(saved) == ["a thought", "half a sentence"]


def test_what_was_on_its_way_when_the_room_locked_is_held(
    writing: Steady, saved: list[str], fails: list[bool]
) -> None:
    private = writing.private
    fails.append(True)
    private.worker.run(writing.page, _say(saved, fails, "a thought"), keep="entry")
    with writing.qtbot.waitSignal(private.held):
        private.lock()
    fails.clear()
    with writing.qtbot.waitSignal(private.closed):
        private.try_again()
    assert sorted(saved) == ["a thought", "half a sentence"]


def test_a_late_answer_after_a_lock_is_never_shown(writing: Steady) -> None:
    shown: list[object] = []
    worker, page = writing.private.worker, writing.page
    worker.run(page, lambda: "found", shown.append)
    writing.lock()
    assert shown == []
    worker.run(page, lambda: shown.append("asked of a locked room"))
    writing.settle()
    assert shown == []


def test_a_key_that_is_still_being_derived_opens_nothing_after_a_lock(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.set_up_room()
    steady.open("Isla")
    steady.go(Screen.REFLECT)
    steady.private.unlock(PASSPHRASE)
    steady.window.acts.hide_screen()
    steady.settle()
    steady.settle()
    assert not steady.private.is_open
    assert steady.private.vault.state() == "locked"


def test_whoever_unlocks_at_once_after_a_lock_comes_in(writing: Steady) -> None:
    writing.private.lock()
    writing.private.unlock(PASSPHRASE)
    writing.until(lambda: writing.private.is_open)
    assert writing.page.objectName() == "reflect_page"


def test_the_windows_title_does_not_tell_that_somebody_writes(writing: Steady) -> None:
    assert writing.window.windowTitle() == "Steady"


class _Card:
    def home_card(self, go: Go) -> QWidget | None:
        card = QLabel("from the open room")
        card.setObjectName("private_card")
        return card


def test_what_the_room_adds_to_other_pages_goes_when_it_locks(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        private_pages, "fill_slots", lambda slots, session, room: slots.home.append(_Card())
    )
    steady.open_with_room()
    assert steady.screen is Screen.HOME
    assert steady.is_there("private_card")
    steady.lock()
    assert not steady.is_there("private_card")


def test_ctrl_l_locks(writing: Steady) -> None:
    QTest.keyClick(writing.window, Qt.Key.Key_L, CTRL)
    assert not writing.private.is_open
