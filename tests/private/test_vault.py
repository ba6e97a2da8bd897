import os
import stat
import subprocess
import sys

import pytest

from tests.private.words import read, write
from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError
from tiapp.private.recovery_code import RecoveryCode
from tiapp.private.vault import Vault, VaultState


def code_of(caught):
    return caught.value.code


# --- Setting up and opening ---------------------------------------------------------------


def test_a_vault_that_was_never_set_up_touches_nothing(vault, home):
    assert vault.state() is VaultState.NONE
    assert not home.exists()


def test_setting_up_gives_an_open_room_and_a_code(vault):
    made = vault.create(PASSPHRASE)

    assert vault.state() is VaultState.OPEN
    assert not made.room.code_confirmed
    assert len(made.code.groups) == 8
    made.room.close()
    assert vault.state() is VaultState.LOCKED


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private by the user profile")
def test_every_file_is_for_this_account_alone(vault, home):
    previous = os.umask(0)
    try:
        room = vault.create(PASSPHRASE).room
        write(room, "a word")
        for made in home.rglob("*"):
            assert stat.S_IMODE(made.stat().st_mode) == (0o700 if made.is_dir() else 0o600), made
        room.close()
    finally:
        os.umask(previous)


def test_what_was_written_is_there_after_locking_and_unlocking(vault, make_vault):
    room = vault.create(PASSPHRASE).room
    write(room, "still here")
    room.close()

    again = make_vault().unlock(PASSPHRASE)

    assert read(again) == ["still here"]
    again.close()


def test_the_code_opens_it_however_it_is_typed(vault):
    made = vault.create(PASSPHRASE)
    made.room.close()
    typed = str(made.code).lower().replace("-", " ").replace("0", "o")

    vault.unlock_with_code(typed).close()


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(vault, home, room):
    room.close()
    before = {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}

    with pytest.raises(AppError) as caught:
        vault.unlock("kettle garden seven lamp")

    assert code_of(caught) == "passphrase-differs"
    assert {file: file.read_bytes() for file in home.rglob("*") if file.is_file()} == before


def test_another_vaults_code_opens_nothing(vault, room):
    room.close()
    with pytest.raises(AppError) as caught:
        vault.unlock_with_code(str(RecoveryCode.fresh()))
    assert code_of(caught) == "code-differs"


def test_a_second_window_is_told_so_and_waits_for_nobody(vault, room, make_vault):
    with pytest.raises(AppError) as caught:
        make_vault().unlock(PASSPHRASE)
    assert code_of(caught) == "vault-open-elsewhere"

    room.close()
    make_vault().unlock(PASSPHRASE).close()


def test_a_second_program_is_told_so(home, room):
    script = """
import sys
from pathlib import Path
from tiapp.core.clock import SystemClock
from tiapp.core.errors import AppError
from tiapp.private.vault import Vault
try:
    Vault(Path(sys.argv[1]), SystemClock()).unlock("whatever it may be")
except AppError as error:
    print(error.code)
"""
    answer = subprocess.run(
        [sys.executable, "-c", script, str(home)], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "vault-open-elsewhere"


def test_setting_up_never_takes_the_place_of_a_vault(vault, room, make_vault):
    room.close()
    with pytest.raises(AppError) as caught:
        make_vault().create("another four calm words")
    assert code_of(caught) == "vault-exists"
    vault.unlock(PASSPHRASE).close()


def test_asking_its_state_imports_nothing_heavy():
    script = """
import sys
from pathlib import Path
from tiapp.core.clock import SystemClock
from tiapp.private.vault import Vault
Vault(Path("nowhere"), SystemClock()).state()
heavy = ("sqlcipher3", "cryptography", "sqlalchemy", "alembic", "ctypes")
print([name for name in heavy if name in sys.modules])
"""
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"


# --- Locked -------------------------------------------------------------------------------


def test_a_closed_room_does_nothing_more(room):
    sessions = room.sessions
    room.close()
    room.close()

    for ask in (
        lambda: room.change_passphrase("another four calm words"),
        room.new_recovery_code,
        lambda: room.code_confirmed,
        lambda: room.is_passphrase(PASSPHRASE),
        lambda: sessions().__enter__(),
        lambda: sessions.reading().__enter__(),
    ):
        with pytest.raises(AppError) as caught:
            ask()
        assert code_of(caught) == "vault-locked"


def test_closing_leaves_no_log_beside_the_database(room, home):
    write(room, "a word")
    room.close()
    assert {file.name for file in (home / "vault").iterdir()} == {
        "vault.db",
        "vault.json",
        "vault-twin.json",
    }


# --- Passphrase and code ------------------------------------------------------------------


def test_a_new_passphrase_takes_the_place_of_the_old_one(vault, room):
    before = (room.asked_group, read(room))
    room.change_passphrase("another four calm words")
    assert room.is_passphrase("another four calm words")
    assert not room.is_passphrase(PASSPHRASE)
    room.close()

    with pytest.raises(AppError):
        vault.unlock(PASSPHRASE)
    again = vault.unlock("another four calm words")
    assert (again.asked_group, read(again)) == before
    again.close()


def test_changing_the_passphrase_never_rewrites_the_data(vault, home):
    vault.create(PASSPHRASE).room.close()
    room = vault.unlock(PASSPHRASE)
    room.change_passphrase("another four calm words")
    room.close()
    before = (home / "vault" / "vault.db").read_bytes()

    room = vault.unlock("another four calm words")
    room.change_passphrase(PASSPHRASE)
    room.close()

    assert (home / "vault" / "vault.db").read_bytes() == before


def test_the_old_passphrase_opens_no_file_that_is_left(vault, home):
    """A forgotten copy of the old keys would keep it alive."""
    from tiapp.private import key_file
    from tiapp.private.wrapping import unwrap_with_passphrase

    room = vault.create(PASSPHRASE).room
    room.change_passphrase("another four calm words")
    room.close()

    for file in home.rglob("*.json*"):
        with pytest.raises(AppError):
            unwrap_with_passphrase(key_file.read(file), PASSPHRASE)


def test_keys_that_a_kill_left_half_saved_do_not_outlive_a_change(vault, home):
    room = vault.create(PASSPHRASE).room
    keys = home / "vault" / "vault.json"
    for name in ("vault.json.123-456.new", "vault-twin.json.123-456.new"):
        keys.with_name(name).write_bytes(keys.read_bytes())
    room.change_passphrase("another four calm words")
    room.close()
    assert {file.name for file in keys.parent.iterdir()} == {
        "vault.db",
        "vault.json",
        "vault-twin.json",
    }


def test_the_code_still_opens_it_after_the_passphrase_changed(vault):
    made = vault.create(PASSPHRASE)
    made.room.change_passphrase("another four calm words")
    made.room.close()
    vault.unlock_with_code(str(made.code)).close()


def test_a_short_passphrase_is_refused_and_nothing_is_made(vault, home):
    with pytest.raises(AppError) as caught:
        vault.create("eleven char")
    assert code_of(caught) == "passphrase-short"
    assert not home.exists()


def test_a_new_code_takes_the_place_of_the_old_one(vault):
    made = vault.create(PASSPHRASE)
    assert made.room.confirm_code(2, made.code.groups[1])
    new = made.room.new_recovery_code()
    assert not made.room.code_confirmed
    made.room.close()

    with pytest.raises(AppError):
        vault.unlock_with_code(str(made.code))
    vault.unlock_with_code(str(new)).close()


def test_the_code_is_asked_back_by_one_group(vault):
    made = vault.create(PASSPHRASE)
    assert not made.room.confirm_code(3, made.code.groups[3])
    assert not made.room.confirm_code(9, made.code.groups[7])
    assert not made.room.code_confirmed
    assert made.room.confirm_code(3, made.code.groups[2].lower())
    assert made.room.code_confirmed
    made.room.close()


def test_the_code_can_be_confirmed_on_another_day_by_the_group_that_is_asked(vault):
    made = vault.create(PASSPHRASE)
    made.room.close()

    room = vault.unlock(PASSPHRASE)
    asked = room.asked_group
    other = asked % 8 + 1
    assert not room.confirm_code(other, made.code.groups[other - 1])  # it is kept nowhere
    assert room.confirm_code(asked, made.code.groups[asked - 1])
    room.close()


# --- Waiting ------------------------------------------------------------------------------


def test_tries_that_open_nothing_are_slowed_down_and_never_more(vault, room, fixed_clock):
    room.close()
    waits = []
    for _ in range(10):
        with pytest.raises(AppError):
            vault.unlock("not the passphrase")
        wait = vault.waiting.left()
        waits.append(wait)
        if wait:
            with pytest.raises(AppError) as caught:
                vault.unlock(PASSPHRASE)
            assert code_of(caught) == "vault-wait"
        fixed_clock.move(minutes=1)

    assert waits == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    vault.unlock(PASSPHRASE).close()
    assert vault.waiting.left() == 0


# --- Starting afresh ----------------------------------------------------------------------


def test_starting_afresh_keeps_the_old_one_whole(vault, room, home, fixed_clock):
    write(room, "of old")
    room.close()

    kept = vault.start_afresh()

    assert vault.state() is VaultState.NONE
    vault.create("another four calm words").room.close()
    # a kept folder is a vault like any other
    (home.parent / "another").mkdir()
    kept.rename(home.parent / "another" / "vault")
    old = Vault(home.parent / "another", fixed_clock).unlock(PASSPHRASE)
    assert read(old) == ["of old"]
    old.close()
