"""The private room as people meet it: set up, locked, opened, forgotten, hidden, erased."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from tests.vaults import PASSPHRASE
from tests.window import Steady
from tiapp.gui.kit import clipboard
from tiapp.gui.kit.places import Screen
from tiapp.private.vault import VaultState
from tiapp.record.model import ModuleState

M2 = "what-trauma-is"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _groups(steady: Steady) -> list[str]:
    """The recovery code as it stands on the screen."""
    card = steady.find("code_groups")
    labels = [label for label in card.findChildren(QLabel) if label.property("textRole") == "h3"]
    return [label.text() for label in labels]


def _ready(steady: Steady) -> Steady:
    """Isla, past the first steps, with a locked room that opens quickly."""
    steady.services.people.add("Isla")
    steady.set_up_room()
    return steady.open("Isla")


def _type(words: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, words)


def test_first_use_with_a_private_room_by_keyboard_alone(steady: Steady) -> None:
    steady.open()
    steady.press_by_key("welcome_skip_all")
    steady.keys(Qt.Key.Key_3, CTRL)
    assert steady.screen is Screen.REFLECT
    steady.press_by_key("vault_set_up")
    steady.press_by_key("about_room_continue")
    steady.tab_to("use_offered")
    steady.keys(Qt.Key.Key_Down)
    steady.tab_to("own_passphrase")
    _type("my own three lamps")
    steady.tab_to("own_passphrase_again")
    _type("my own three lamps")
    steady.press_by_key("choose_do_it")
    steady.until(lambda: steady.private.is_open)
    steady.settle()
    groups = _groups(steady)
    assert len(groups) == 8
    steady.press_by_key("code_written")
    labels = [label for label in steady.page.findChildren(QLabel) if label.isVisible()]
    asked = next(label.text() for label in labels if "Gro&up" in label.text())
    number = int(asked[-1])
    steady.tab_to("code_group")
    _type("nope")
    steady.keys(Qt.Key.Key_Return)
    said = steady.find("code_asked_words", QLabel)
    assert isinstance(said, QLabel) and "not this group" in said.text()
    _type(groups[number - 1].lower())
    steady.keys(Qt.Key.Key_Return)
    steady.press_by_key("code_confirmed_go_on")
    assert steady.screen is Screen.REFLECT, "where the person had been heading"
    assert steady.page.objectName() != "door_page"
    assert steady.private.room is not None and steady.private.room.code_confirmed


def test_the_first_steps_can_lead_to_a_private_room_and_back_home(steady: Steady) -> None:
    steady.open()
    for _ in range(2):
        steady.click("welcome_continue")
    steady.click("welcome_private_room")
    steady.click("welcome_continue")
    assert steady.is_there("about_room")
    steady.click("about_room_not_now")
    assert steady.screen is Screen.HOME


def test_leaving_set_up_half_way_leaves_nothing_behind(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.REFLECT)
    steady.click("vault_set_up")
    steady.click("about_room_continue")
    offered = steady.find("offered_words", QLabel)
    assert isinstance(offered, QLabel) and len(offered.text().split()) == 4
    steady.click("offer_others")
    steady.click("nav_home")
    assert steady.private.state is VaultState.NONE
    folder = steady.services.people.folder(steady.services.people.find("Isla").id)
    assert not (folder / "vault").exists()


def test_lock_and_unlock_by_keyboard_alone(steady: Steady) -> None:
    _ready(steady)
    steady.keys(Qt.Key.Key_3, CTRL)
    _type(PASSPHRASE)
    steady.keys(Qt.Key.Key_Return)
    steady.until(lambda: steady.private.is_open)
    assert steady.screen is Screen.REFLECT and steady.page.objectName() == "reflect_page"
    steady.keys(Qt.Key.Key_L, CTRL)
    assert steady.page.objectName() == "door_page"
    steady.settle()
    _type(PASSPHRASE)
    steady.keys(Qt.Key.Key_Return)
    steady.until(lambda: steady.private.is_open)
    assert steady.page.objectName() == "reflect_page"


def test_the_recovery_code_opens_it_when_the_passphrase_is_forgotten(steady: Steady) -> None:
    steady.open_with_room()
    assert steady.private.room is not None
    code = str(steady.private.room.new_recovery_code())
    steady.lock()
    steady.go(Screen.REFLECT)
    steady.click("unlock_use_code")
    QTest.keyClicks(steady.find("unlock_code"), code.lower().replace("-", " "))
    steady.click("unlock_by_code")
    steady.until(lambda: steady.private.is_open)
    assert steady.page.objectName() == "reflect_page"


def test_forgotten_both_begins_afresh_and_keeps_the_old_room(steady: Steady) -> None:
    _ready(steady)
    steady.go(Screen.REFLECT)
    steady.press_by_key("unlock_forgotten")
    words = steady.words()
    assert "It happens to many people" in words and "nobody can open this room" in words
    assert not steady.is_there("message"), "to forget is no error"
    folder = steady.services.people.folder(steady.services.people.find("Isla").id)
    before = (folder / "vault" / "vault.db").read_bytes()
    steady.press_by_key("start_afresh")
    kept = list(folder.rglob("vault.db"))
    assert len(kept) == 1 and kept[0].read_bytes() == before
    steady.press_by_key("afresh_go_on")
    assert steady.is_there("about_room")


@pytest.mark.parametrize("way", ["hide", "lock", "switch", "minimise-and-idle"])
def test_words_half_typed_are_saved_before_everything_goes(steady: Steady, way: str) -> None:
    steady.open_with_room()
    steady.go(Screen.REFLECT)
    steady.click("reflect_new")
    editor = next(e for e in steady.page.findChildren(QPlainTextEdit) if e.isVisible())
    QTest.keyClicks(editor, "half a sent")
    clipboard.put_private("half")
    private = steady.private
    acts: dict[str, Callable[[], None]] = {
        "hide": steady.window.acts.hide_screen,
        "lock": steady.window.acts.lock_room,
        "switch": steady.window.acts.switch_person,
        "minimise-and-idle": private.lock,
    }
    acts[way]()
    assert not private.is_open
    assert QApplication.clipboard().text() == ""
    steady.settle()
    steady.settle()
    assert private.vault.state() is VaultState.LOCKED
    assert not any("half a sent" in e.toPlainText() for e in _editors(steady))
    if way == "switch":
        steady.window.arrivals.enter(steady.services.people.find("Isla").id)
    elif way == "hide":
        steady.click("hidden_back")
        assert steady.page.objectName() == "door_page"
    steady.unlock()
    assert steady.private.room is not None
    assert [entry.body for entry in steady.private.room.journal.every()] == ["half a sent"]


def _editors(steady: Steady) -> list[QPlainTextEdit]:
    QApplication.sendPostedEvents(None, 52)  # what is to be deleted goes now
    return steady.window.findChildren(QPlainTextEdit)


@pytest.mark.parametrize("is_open", [True, False])
def test_erase_takes_the_word_and_then_everything(steady: Steady, is_open: bool) -> None:
    steady.open_with_room()
    assert steady.private.room is not None
    steady.private.room.back_up()
    if not is_open:
        steady.lock()
    steady.go(Screen.SETTINGS)
    steady.press_by_key("settings_erase")
    steady.click("erase")
    assert steady.private.state is not VaultState.NONE, "nothing without the word"
    QTest.keyClicks(steady.find("erase_word"), "Erase")
    steady.click("erase")
    steady.until(lambda: steady.is_there("erased"))
    assert "1 backup that Steady had made." in steady.words()
    assert steady.private.state is VaultState.NONE
    folder = steady.services.people.folder(steady.services.people.find("Isla").id)
    left = {path.name for path in folder.rglob("vault*")}
    assert left <= {"vault.lock"}, "an empty file that keeps two programs apart"
    steady.click("erased_go_on")
    assert steady.screen is Screen.HOME


def test_a_damaged_room_offers_its_last_backup_and_the_original_is_kept(steady: Steady) -> None:
    steady.open_with_room()
    assert steady.private.room is not None
    steady.private.room.back_up()
    steady.lock()
    folder = steady.services.people.folder(steady.services.people.find("Isla").id)
    file = folder / "vault" / "vault.db"
    damaged = bytearray(file.read_bytes())
    damaged[:4096] = bytes(4096)
    file.write_bytes(damaged)
    steady.go(Screen.REFLECT)
    QTest.keyClicks(steady.find("unlock_passphrase"), PASSPHRASE)
    steady.click("unlock")
    steady.until(lambda: steady.is_there("damaged_restore"))
    assert file.read_bytes() == damaged, "nothing was written to it"
    steady.click("damaged_restore")
    QTest.keyClicks(steady.find("restore_passphrase"), PASSPHRASE)
    steady.click("restore_do_it")
    steady.until(lambda: steady.is_there("restored"))
    assert any(kept.read_bytes() == damaged for kept in folder.rglob("vault.db"))
    steady.click("restored_go_on")
    QTest.keyClicks(steady.find("unlock_passphrase"), PASSPHRASE)
    steady.click("unlock")
    steady.until(lambda: steady.private.is_open)


def test_a_room_that_is_open_elsewhere_says_so_and_can_be_tried_again(steady: Steady) -> None:
    from tests.vaults import QUICK
    from tiapp.private.vault import Vault

    _ready(steady)
    person = steady.services.people.find("Isla")
    other = Vault(steady.services.people.folder(person.id), steady.services.clock, cost=QUICK)
    other.unlock(PASSPHRASE)
    steady.go(Screen.REFLECT)
    QTest.keyClicks(steady.find("unlock_passphrase"), PASSPHRASE)
    steady.click("unlock")
    steady.until(lambda: steady.is_there("vault_elsewhere"))
    other.close()
    steady.click("vault_elsewhere_go_on")
    QTest.keyClicks(steady.find("unlock_passphrase"), PASSPHRASE)
    steady.click("unlock")
    steady.until(lambda: steady.private.is_open)


def _hide_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    from tiapp.private import vault

    real = vault.find_spec
    monkeypatch.setattr(
        vault, "find_spec", lambda name: None if name == "sqlcipher3" else real(name)
    )


@pytest.mark.parametrize("room", ["none", "locked", "damaged", "unavailable"])
def test_learning_and_support_work_fully_whatever_becomes_of_the_room(
    steady: Steady, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    steady.services.people.add("Isla")
    if room != "none":
        steady.set_up_room()
    folder = steady.services.people.folder(steady.services.people.find("Isla").id)
    if room == "damaged":
        (folder / "vault" / "vault.db").write_bytes(b"no database at all" * 400)
        (folder / "vault" / "vault.json").write_bytes(b"{")
    if room == "unavailable":
        _hide_the_library(monkeypatch)
    steady.open("Isla")
    steady.go(Screen.REFLECT)
    assert steady.is_there("vault_unavailable") == (room == "unavailable")
    steady.keys(Qt.Key.Key_F2)
    assert "999" in steady.words()
    steady.go(Screen.MODULE, M2)
    for _ in range(40):
        if steady.is_there("closing_page"):
            break
        names = ("note_skip", "skip_part", "finish_module")
        steady.click(next(name for name in names if steady.is_there(name)))
    assert steady.window.arrivals.session is not None
    states = steady.window.arrivals.session.person.progress.states()
    assert states[M2].state is ModuleState.FINISHED
    steady.go(Screen.SETTINGS)
    assert steady.is_there("privacy_card")


def test_the_code_is_asked_for_quietly_until_it_is_confirmed_or_put_off(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tiapp.gui.shell import room_care

    monkeypatch.setattr(room_care, "CARE_AFTER_MS", 0)
    steady.open_with_room()
    steady.go(Screen.PLAN)
    steady.until(lambda: steady.is_there("code_reminder"))
    steady.go(Screen.HOME)
    assert not steady.is_there("code_reminder"), "on private pages alone"
    steady.go(Screen.PLAN)
    steady.click("code_reminder_later")
    assert not steady.is_there("code_reminder")


def test_immediate_help_is_one_key_away_from_the_locked_door(steady: Steady) -> None:
    _ready(steady)
    steady.go(Screen.REFLECT)
    steady.keys(Qt.Key.Key_F2)
    assert steady.screen is Screen.SUPPORT
    steady.keys(Qt.Key.Key_Escape)
    assert steady.page.objectName() == "door_page"
