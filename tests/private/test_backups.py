import sqlite3
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.private.words import read, write
from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError
from tiapp.private.backups import to_keep
from tiapp.private.vault import VaultState

NEW = "another four calm words"


def contents(folder):
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def flip(file, place):
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)


# --- Making -------------------------------------------------------------------------------


def test_a_backup_is_a_whole_vault_of_its_own(room, vault, home, make_vault):
    write(room, "one", "two")
    backup = room.back_up()
    write(room, "three")
    room.close()
    (home / "vault").rename(home / "lost")

    assert vault.state() is VaultState.NONE
    assert vault.backups.list() == (backup,)
    assert vault.backups.restore(backup).kept is None

    again = make_vault().unlock(PASSPHRASE)
    assert read(again) == ["one", "two"]
    again.close()


def test_a_backup_holds_what_is_still_in_the_log(room, vault):
    """The database file alone would lack it."""
    write(room, *(f"word {number}" for number in range(50)))
    tested = room.test_backup(room.back_up())
    assert tested.rows["reminder_text"] == 50


def test_a_backup_is_for_nobody_elses_eyes(room, home):
    write(room, "a phrase that nobody may read")
    room.back_up()
    for data in contents(home).values():
        assert b"nobody may read" not in data
        assert b"SQLite format" not in data


def test_a_backup_is_made_at_unlocking_when_the_last_is_a_day_old(room, vault, fixed_clock):
    first = room.back_up_if_due()
    assert first is not None
    fixed_clock.move(hours=23)
    assert room.back_up_if_due() is None
    fixed_clock.move(hours=2)
    assert room.back_up_if_due() is not None
    assert len(vault.backups.list()) == 2


def test_a_clock_that_was_ahead_does_not_put_off_backups_for_ever(room, vault, fixed_clock):
    fixed_clock.move(days=400)
    room.back_up()
    fixed_clock.move(days=-400)
    assert room.back_up_if_due() is not None


def test_what_a_kill_left_of_a_backup_is_removed_by_the_next(room, vault, home):
    half = home / "vault-backups" / "2026-01-01-000000-making"
    half.mkdir(parents=True)
    (half / "vault.db.new").write_bytes(b"half")
    assert vault.backups.list() == ()
    room.back_up()
    assert not half.exists()


def test_backups_are_thinned_as_they_are_made(room, vault, fixed_clock):
    for _ in range(20):
        room.back_up()
        fixed_clock.move(hours=12)
    days = {backup.made.date() for backup in vault.backups.list()}
    assert len(vault.backups.list()) == len(days)
    assert len(days) < 10


def test_a_clock_that_is_put_back_does_not_look_like_something_lost(room, vault, fixed_clock):
    """As it does each autumn, in the middle of a night shift."""
    room.back_up()
    fixed_clock.move(hours=-1)
    room.back_up()
    room.close()
    again = vault.unlock(PASSPHRASE)
    assert again.newer_backup is None
    again.close()


def test_the_backup_just_made_stays_however_far_ahead_the_clock_was(room, vault, fixed_clock):
    for _ in range(13):
        fixed_clock.move(days=32)
        room.back_up()
    fixed_clock.move(days=-13 * 32)
    assert room.back_up() in vault.backups.list()


def test_two_backups_in_one_second_are_two(room, vault):
    assert room.back_up().path != room.back_up().path


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), min_size=1))
def test_thinning_keeps_the_newest_and_is_done_after_one_round(moments):
    kept = to_keep(moments)
    assert max(moments) in kept
    assert kept <= set(moments)
    assert to_keep(list(kept)) == kept
    assert len(kept) <= 24


def test_thinning_keeps_days_weeks_and_months():
    newest = datetime(2026, 3, 10, 9, 30)
    kept = to_keep([newest - timedelta(days=day) for day in range(400)])
    ages = sorted((newest - moment).days for moment in kept)
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert sum(age > 6 for age in ages) >= 12
    assert max(ages) > 300


# --- Trying out ---------------------------------------------------------------------------


def test_trying_out_a_backup_restores_it_and_changes_nothing(room, vault, home):
    write(room, "one")
    backup = room.back_up()
    room.close()
    before = contents(home)

    tested = vault.backups.test(backup, PASSPHRASE)

    assert tested.rows["reminder_text"] == 1
    assert contents(home) == before


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_backup_with_one_flipped_bit_is_found_out(room, vault, share):
    write(room, *(f"word {number}" * 40 for number in range(60)))
    backup = room.back_up()
    room.close()
    file = backup.path / "vault.db"
    flip(file, int(share * file.stat().st_size))

    with pytest.raises(AppError) as caught:
        vault.backups.test(backup, PASSPHRASE)
    assert caught.value.code == "backup-damaged"


def test_damage_in_the_middle_is_not_taken_for_another_key(room):
    write(room, *(f"word {number}" * 40 for number in range(60)))
    backup = room.back_up()
    file = backup.path / "vault.db"
    flip(file, file.stat().st_size // 2)
    with pytest.raises(AppError) as caught:
        room.test_backup(backup)
    assert caught.value.code == "backup-damaged"


def test_a_backup_that_lacks_rows_is_found_out(room, vault, home):
    """An older database under a newer backup's keys opens well; only the counts tell."""
    from tiapp.private.backups import try_out
    from tiapp.storage.encrypted import Encrypted

    write(room, "one", "two")
    backup = room.back_up()
    with Encrypted(room._key).connected(backup.path / "vault.db") as connection:
        connection.execute("DELETE FROM reminder_text WHERE words = 'two'")

    with pytest.raises(AppError) as caught:
        try_out(room._places, backup, room._key)
    assert caught.value.code == "backup-damaged"


def test_a_backup_of_another_passphrase_needs_that_one(room, vault):
    backup = room.back_up()
    room.change_passphrase(NEW)
    room.close()

    with pytest.raises(AppError) as caught:
        vault.backups.test(backup, NEW)
    assert caught.value.code == "passphrase-differs"
    vault.backups.test(backup, PASSPHRASE)


# --- Putting back -------------------------------------------------------------------------


def test_restoring_keeps_what_was_there_whole(room, vault, home, make_vault, fixed_clock):
    from tiapp.private.vault import Vault

    write(room, "one")
    backup = room.back_up()
    write(room, "two")
    room.close()

    kept = vault.backups.restore(backup, PASSPHRASE).kept

    again = make_vault().unlock(PASSPHRASE)
    assert read(again) == ["one"]
    assert again.newer_backup is None
    again.close()
    (home.parent / "another").mkdir()
    kept.rename(home.parent / "another" / "vault")
    old = Vault(home.parent / "another", fixed_clock).unlock(PASSPHRASE)
    assert read(old) == ["one", "two"]
    old.close()


def test_restoring_an_older_backup_is_not_taken_for_a_loss(room, vault, fixed_clock):
    first = room.back_up()
    fixed_clock.move(days=1)
    room.back_up()
    room.close()
    vault.backups.restore(first, PASSPHRASE)
    again = vault.unlock(PASSPHRASE)
    assert again.newer_backup is None
    again.close()


def test_a_backup_that_is_not_sound_takes_nobodys_place(room, vault, home):
    write(room, "one")
    backup = room.back_up()
    room.close()
    flip(backup.path / "vault.db", 9000)
    before = contents(home / "vault")

    with pytest.raises(AppError) as caught:
        vault.backups.restore(backup, PASSPHRASE)

    assert caught.value.code == "backup-damaged"
    assert contents(home / "vault") == before
    assert not (home / "vault-kept").exists()


@pytest.mark.parametrize("spoil", ["empty", "no keys", "cut"])
def test_what_can_be_seen_without_a_passphrase_is_looked_at(room, vault, home, spoil):
    backup = room.back_up()
    room.close()
    file = backup.path / "vault.db"
    if spoil == "empty":
        file.write_bytes(b"")
    elif spoil == "cut":
        file.write_bytes(file.read_bytes()[:-100])
    else:
        for keys in backup.path.glob("*.json"):
            keys.unlink()
    before = contents(home / "vault")

    with pytest.raises(AppError):
        vault.backups.restore(backup)
    assert contents(home / "vault") == before


def test_nothing_is_restored_under_an_open_room(room, vault):
    backup = room.back_up()
    with pytest.raises(AppError) as caught:
        vault.backups.restore(backup, PASSPHRASE)
    assert caught.value.code == "vault-open-elsewhere"


def test_a_backup_is_found_by_its_folder_or_its_file(room, vault, tmp_path):
    backup = room.back_up()
    elsewhere = backup.path.rename(tmp_path / "stick")
    room.close()
    assert vault.backups.at(elsewhere) == vault.backups.at(elsewhere / "vault.db")
    vault.backups.restore(vault.backups.at(elsewhere), PASSPHRASE)
    for wrong in (tmp_path, tmp_path / "nowhere", elsewhere / "vault.json"):
        with pytest.raises(AppError):
            vault.backups.at(wrong)


def test_only_the_apps_own_backups_can_be_removed(room, vault, tmp_path):
    backup = room.back_up()
    elsewhere = backup.path.rename(tmp_path / "stick")
    with pytest.raises(AppError):
        vault.backups.remove(vault.backups.at(elsewhere))
    assert (elsewhere / "vault.db").exists()


# --- A vault that knows less than its backups ---------------------------------------------


def test_an_older_folder_put_back_is_noticed_once(room, vault, home):
    import shutil

    write(room, "one")
    room.close()
    shutil.copytree(home / "vault", home / "copy")
    room = vault.unlock(PASSPHRASE)
    write(room, "two")
    backup = room.back_up()
    room.close()
    shutil.rmtree(home / "vault")
    (home / "copy").rename(home / "vault")

    room = vault.unlock(PASSPHRASE)
    assert room.newer_backup == backup
    room.close()
    room = vault.unlock(PASSPHRASE)
    assert room.newer_backup is None
    room.close()


def test_a_log_that_was_cut_off_is_noticed_by_the_backup(room, vault, home, tmp_path):
    """Nothing in the file itself can tell."""
    import shutil

    write(room, "one")
    room.close()
    room = vault.unlock(PASSPHRASE)
    write(room, "two")
    shutil.copytree(home / "vault", tmp_path / "moment")  # with its log, as a kill leaves it
    backup = room.back_up()
    room.close()
    assert (tmp_path / "moment" / "vault.db-wal").stat().st_size > 0
    shutil.rmtree(home / "vault")
    shutil.copytree(tmp_path / "moment", home / "vault")
    (home / "vault" / "vault.db-wal").unlink()

    room = vault.unlock(PASSPHRASE)
    assert read(room) == ["one"]
    assert room.newer_backup == backup
    room.close()


def test_the_stdlib_driver_sees_no_database_in_a_backup(room):
    backup = room.back_up()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(backup.path / "vault.db").execute("SELECT * FROM sqlite_master")
