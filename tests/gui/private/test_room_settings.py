"""Settings of the private room: open, locked and without one."""

from PySide6.QtWidgets import QComboBox, QLabel

from tests.vaults import PASSPHRASE, QUICK
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.private.vault import Vault


def _said(steady: Steady) -> str:
    label = steady.find("backup_said", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def test_without_a_room_settings_offer_one_and_nothing_more(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    assert steady.is_there("settings_set_up")
    assert not steady.is_there("private_data_card")
    steady.click("settings_set_up")
    assert steady.is_there("about_room")


def test_the_minutes_can_be_chosen_while_the_room_is_locked(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.set_up_room()
    steady.open("Isla")
    steady.go(Screen.SETTINGS)
    box = steady.find("setting_lock_after_minutes", QComboBox)
    assert isinstance(box, QComboBox) and box.currentData() == 5
    box.setCurrentIndex(box.findData(15))
    saved = steady.services.for_person(steady.services.people.find("Isla")).settings
    assert saved.lock_after_minutes == 15


def test_what_needs_the_key_asks_for_it_first_and_then_goes_on(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.set_up_room()
    steady.open("Isla")
    steady.go(Screen.SETTINGS)
    steady.click("settings_passphrase")
    assert steady.page.objectName() == "door_page"
    steady.unlock()
    assert steady.is_there("change_passphrase")


def test_a_backup_is_made_listed_and_really_tried_out(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.SETTINGS)
    steady.click("test_backup")
    assert "Choose Back up now to make the first" in _said(steady)
    steady.click("back_up_now")
    steady.settle()
    assert "made and checked" in _said(steady)
    assert "10 March 2026 at 09:30" in steady.words()
    steady.click("test_backup")
    assert "is sound" in _said(steady)


def test_a_backup_that_is_not_whole_is_told_calmly(steady: Steady) -> None:
    steady.open_with_room()
    room = steady.private.room
    assert room is not None
    backup = room.back_up()
    file = backup.path / "vault.db"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    steady.go(Screen.SETTINGS)
    steady.click("test_backup")
    assert "not complete" in _said(steady)


def test_settings_lead_to_bringing_in_and_taking_out(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.SETTINGS)
    steady.click("settings_moving")
    assert steady.screen is Screen.REFLECT
    assert steady.is_there("moving_view")


def test_locking_changes_what_settings_offer(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.SETTINGS)
    assert steady.is_there("back_up_now")
    steady.lock()
    assert not steady.is_there("back_up_now")
    assert steady.is_there("settings_restore")


def test_a_backup_is_deleted_only_after_asking_once(steady: Steady) -> None:
    steady.open_with_room()
    room = steady.private.room
    assert room is not None
    room.back_up()
    kept = room.back_up()
    backups = steady.private.vault.backups
    newest, oldest = backups.list()
    assert newest == kept
    steady.lock()
    steady.go(Screen.SETTINGS)
    steady.click("settings_restore")
    steady.until(lambda: steady.is_there("backup_2"))
    steady.click("backup_2")
    steady.click("delete_this_backup")
    steady.click("delete_backup_keep")
    assert len(backups.list()) == 2
    steady.click("delete_this_backup")
    steady.click("delete_backup_really")
    assert [one.name for one in backups.list()] == [newest.name]
    assert not oldest.path.exists()
    assert steady.is_there("backup_1") and not steady.is_there("backup_2")


def test_a_backup_that_cannot_be_deleted_now_says_why(steady: Steady) -> None:
    steady.open_with_room()
    room = steady.private.room
    assert room is not None
    room.back_up()
    steady.lock()
    steady.go(Screen.SETTINGS)
    steady.click("settings_restore")
    steady.until(lambda: steady.is_there("backup_1"))
    steady.click("backup_1")
    steady.click("delete_this_backup")
    elsewhere = Vault(
        steady.services.people.folder(steady.services.people.find("Isla").id),
        steady.services.clock,
        cost=QUICK,
    )
    elsewhere.unlock(PASSPHRASE)
    steady.click("delete_backup_really")
    said = steady.find("restore_words", QLabel)
    assert isinstance(said, QLabel) and "open in another Steady window" in said.text()
    elsewhere.close()
    assert len(steady.private.vault.backups.list()) == 1
