import pytest

from tests.private.words import read, write
from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError
from tiapp.private import key_file
from tiapp.private.vault import VaultState
from tiapp.private.wrapping import unwrap_with_passphrase
from tiapp.storage.encrypted import Encrypted

NEW = "another four calm words"


# --- A new key ----------------------------------------------------------------------------


def test_a_new_key_keeps_everything_and_the_room_stays_open(room, vault):
    write(room, "one", "two")
    code = room.new_data_key(NEW)

    assert read(room) == ["one", "two"]
    write(room, "three")
    assert not room.code_confirmed
    assert room.confirm_code(1, code.groups[0])
    room.close()

    again = vault.unlock(NEW)
    assert read(again) == ["one", "two", "three"]
    again.close()
    vault.unlock_with_code(str(code)).close()
    with pytest.raises(AppError):
        vault.unlock(PASSPHRASE)


def test_the_old_key_opens_nothing_of_the_new_vault(room, home):
    write(room, "one")
    old_keys = key_file.read(home / "vault" / "vault.json")
    room.new_data_key(NEW)
    room.close()

    key = unwrap_with_passphrase(old_keys, PASSPHRASE)
    with pytest.raises(AppError), Encrypted(key).connected(home / "vault" / "vault.db"):
        pass
    assert {path.name for path in home.iterdir()} == {"vault", "vault.lock"}


def test_backups_from_before_the_new_key_need_their_own_passphrase(room, vault):
    backup = room.back_up()
    room.new_data_key(NEW)
    with pytest.raises(AppError) as caught:
        room.test_backup(backup)
    assert caught.value.code == "backup-other-key"
    room.close()
    vault.backups.test(backup, PASSPHRASE)


def test_a_new_key_that_could_not_be_made_changes_nothing(room, vault, home, monkeypatch):
    write(room, "one")

    def trouble(*_):
        raise OSError(28, "no room")

    monkeypatch.setattr("tiapp.private.room.encrypt_anew", trouble)
    with pytest.raises(AppError) as caught:
        room.new_data_key(NEW)
    assert caught.value.code == "disk-full"

    write(room, "two")
    room.close()
    again = vault.unlock(PASSPHRASE)
    assert read(again) == ["one", "two"]
    again.close()
    assert {path.name for path in home.iterdir()} == {"vault", "vault.lock"}


# --- Erasing ------------------------------------------------------------------------------


def test_erasing_leaves_nothing_private(room, vault, home):
    write(room, "one")
    backup = room.back_up()
    room.close()
    vault.backups.restore(backup)
    (home / "record.db").write_bytes(b"somebody's completions")

    erased = vault.erase()

    assert (erased.vault, erased.backups, erased.kept) == (True, 1, 1)
    assert {path.name for path in home.iterdir()} == {"record.db", "vault.lock"}
    assert vault.state() is VaultState.NONE


def test_erasing_closes_the_room_first(room, vault):
    vault.erase()
    assert room.closed


def test_erasing_that_was_killed_is_finished_at_the_next_start(room, vault, home):
    room.back_up()
    room.close()
    (home / "vault-erasing").mkdir()

    assert vault.state() is VaultState.NONE
    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)

    assert caught.value.code == "vault-none"
    assert {path.name for path in home.iterdir()} == {"vault.lock"}


def test_erasing_waits_for_nobody_who_has_it_open(room, make_vault, home):
    with pytest.raises(AppError) as caught:
        make_vault().erase()
    assert caught.value.code == "vault-open-elsewhere"
    assert (home / "vault" / "vault.db").exists()


def test_the_keys_are_overwritten_before_they_go(room, home, monkeypatch):
    from tiapp.private import folders

    room.close()
    before = (home / "vault" / "vault.json").read_bytes()
    seen = []
    monkeypatch.setattr(
        "pathlib.Path.unlink", lambda self, **_: seen.append(self.read_bytes()) or None
    )
    folders.erase_keys(folders.VaultFolder(home / "vault"))
    assert len(seen) == 2
    assert all(len(data) == len(before) and data != before for data in seen)
