"""Full disks, folders that are read-only, flipped bits, a log that was cut off."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from tests.private.words import read, write
from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError

pytestmark = pytest.mark.torture

# --- A disk without room ------------------------------------------------------------------

FULL_DISK = """
import json, os, resource, sys
from pathlib import Path
from tests.private.words import read, write
from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.clock import SystemClock
from tiapp.core.errors import AppError
from tiapp.private.vault import Vault

def room_for(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

home, seed = Path(sys.argv[1]), int(sys.argv[2])
room = Vault(home, SystemClock(), cost=QUICK).unlock(PASSPHRASE)
saved, codes = [], []
size = (home / "vault" / "vault.db").stat().st_size
room_for(8192 * (seed % 40 + 1))
for number in range(100):
    word = f"word {number} " * 50
    try:
        write(room, word)
        saved.append(word)
    except AppError as error:
        codes.append(error.code)
        break
for step in (room.back_up, lambda: room.change_passphrase("another four calm words")):
    room_for(100)
    try:
        step()
    except AppError as error:
        codes.append(error.code)
try:
    assert read(room) == saved  # reading goes on
except AppError as error:
    codes.append(error.code)
room_for(resource.RLIM_INFINITY)
write(room, "there is room again")
saved.append("there is room again")
room.back_up()
room.close()
room = Vault(home, SystemClock(), cost=QUICK).unlock(PASSPHRASE)
print(json.dumps({"kept": read(room) == saved, "codes": codes, "saved": len(saved)}))
room.verify()
room.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="file size limits are the system's")
def test_a_full_disk_loses_nothing_that_was_saved(room, home, rounds, tmp_path):
    room.close()
    shutil.copytree(home, tmp_path / "first")
    for seed in range(rounds(3, 80)):
        shutil.rmtree(home)
        shutil.copytree(tmp_path / "first", home)
        done = subprocess.run(
            [sys.executable, "-c", FULL_DISK, str(home), str(seed * 13)],
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        assert told["kept"]
        assert len(told["codes"]) >= 2
        assert set(told["codes"]) <= {"disk-full", "disk-trouble"}
        left = [path.name for path in home.rglob("*") if path.name.endswith((".new", "-making"))]
        assert left == []


def test_an_almost_full_disk_is_said_before_anything_is_opened(vault, room, home, monkeypatch):
    room.close()
    before = {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9, 63 * 1024 * 1024))

    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)

    assert caught.value.code == "vault-space"
    assert {file: file.read_bytes() for file in home.rglob("*") if file.is_file()} == before
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 0, 10**9))
    vault.unlock(PASSPHRASE).close()


# --- A folder in which nothing may be written ---------------------------------------------

READ_ONLY = """
import os, sys
from pathlib import Path
import sqlalchemy.orm, alembic.command
from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.clock import SystemClock
from tiapp.core.errors import AppError
from tiapp.private.vault import Vault

home = Path(sys.argv[1])
vault = Vault(home, SystemClock(), cost=QUICK)
vault.create(PASSPHRASE).room.close()
for path in (home / "vault", home):
    path.chmod(0o500)
if os.geteuid() == 0:  # nothing is read-only to root
    os.chown(home, 65534, 65534)
    for path in home.rglob("*"):
        os.chown(path, 65534, 65534)
    os.setuid(65534)
before = [file.read_bytes() for file in sorted(home.rglob("*")) if file.is_file()]
try:
    vault.unlock(PASSPHRASE)
except AppError as error:
    print(error.code)
after = [file.read_bytes() for file in sorted(home.rglob("*")) if file.is_file()]
print(before == after)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_read_only_folder_is_said_and_nothing_is_changed(tmp_path_factory):
    import tempfile

    # where another user may go, if the tests run as root
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(place / "home")],
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.split() == ["read-only", "True"]
    finally:
        for path in (place / "home", place / "home" / "vault"):
            path.chmod(0o700)
        shutil.rmtree(place)


# --- Damage -------------------------------------------------------------------------------

WORDS = [f"word {number} " * 40 for number in range(120)]


@pytest.fixture
def filled(room, home):
    """A closed vault over a hundred pages or so."""
    with room.sessions.plain() as connection:
        connection.executemany(
            "INSERT INTO reminder_text (place, words) VALUES (?, ?)", list(enumerate(WORDS))
        )
    room.close()
    return home / "vault" / "vault.db"


def test_every_flipped_byte_is_found_and_no_wrong_word_is_read(filled, vault, rounds):
    good = filled.read_bytes()
    for seed in range(rounds(30, 300)):
        spoiled = bytearray(good)
        place = random.Random(seed).randrange(len(good))
        spoiled[place] ^= 1 + seed % 255
        filled.write_bytes(spoiled)
        found = False
        try:
            room = vault.unlock(PASSPHRASE)
        except AppError as error:
            assert error.code == "vault-damaged"
            assert filled.read_bytes() == bytes(spoiled)
            continue
        try:
            assert read(room) == WORDS
        except AppError as error:
            assert error.code == "vault-damaged"
            found = True
        if not found:
            with pytest.raises(AppError) as caught:
                room.verify()
            assert caught.value.code == "vault-damaged"
        room.close()
        assert filled.read_bytes() == bytes(spoiled)


def test_a_log_that_was_cut_keeps_all_that_stands_before_the_cut(
    room, vault, home, tmp_path, rounds
):
    for number in range(60):
        write(room, f"word {number}")
    shutil.copytree(home / "vault", tmp_path / "moment")  # as a kill leaves it
    room.close()
    log = (tmp_path / "moment" / "vault.db-wal").read_bytes()
    counts = set()
    for seed in range(rounds(10, 100)):
        chance = random.Random(seed)
        shutil.rmtree(home / "vault")
        shutil.copytree(tmp_path / "moment", home / "vault")
        cut = bytearray(log)
        if seed % 2:
            del cut[chance.randrange(len(log)) :]
        else:
            cut[chance.randrange(len(log))] ^= 0x40
        (home / "vault" / "vault.db-wal").write_bytes(cut)

        room = vault.unlock(PASSPHRASE)
        there = read(room)
        room.verify()
        room.close()
        assert there == [f"word {number}" for number in range(len(there))]
        counts.add(len(there))
    assert len(counts) > 3


def test_a_damaged_vault_is_told_apart_from_a_wrong_passphrase(filled, vault):
    filled.write_bytes(b"\x00" * len(filled.read_bytes()))
    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.code == "vault-damaged"
    with pytest.raises(AppError) as caught:
        vault.unlock("not the passphrase")
    assert caught.value.code == "passphrase-differs"


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(4080), b"x" * 10_000])
def test_another_file_in_its_place_is_damage_and_left_alone(filled, vault, content):
    filled.write_bytes(content)
    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.code == "vault-damaged"
    assert filled.read_bytes() == content


def test_a_missing_database_is_said_and_none_is_made(filled, vault):
    filled.unlink()
    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.code == "vault-missing"
    assert not filled.exists()


def test_the_database_of_another_vault_is_not_opened_as_this_one(
    filled, vault, home, room, fixed_clock
):
    """Even with its own key: here an older vault under keys that were made anew."""
    from dataclasses import replace

    from tests.vaults import QUICK
    from tiapp.private import folders, key_file
    from tiapp.private.file import VaultFolder
    from tiapp.private.wrapping import unwrap_with_passphrase, wrap_for_passphrase

    folder = VaultFolder(home / "vault")
    keys = key_file.read(folder.keys)
    key = unwrap_with_passphrase(keys, PASSPHRASE)
    other = "3f1f3c2e-0000-4000-8000-000000000000"
    slot = wrap_for_passphrase(other, key, PASSPHRASE, QUICK)
    folders.write_keys(folder, replace(keys, vault_id=other, slots=(slot,)))
    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.code == "vault-damaged"


@pytest.mark.parametrize("which", ["vault.json", "vault-twin.json"])
@pytest.mark.parametrize("how", ["missing", "damaged", "empty"])
def test_either_copy_of_the_keys_is_enough_and_makes_the_other_anew(
    filled, vault, home, which, how
):
    file = home / "vault" / which
    good = file.read_bytes()
    if how == "missing":
        file.unlink()
    else:
        file.write_bytes(good[:-90] if how == "damaged" else b"")
    vault.unlock(PASSPHRASE).close()
    assert file.read_bytes() == good


def test_without_any_keys_it_is_said_what_helps(filled, vault, home):
    for file in (home / "vault").glob("*.json"):
        file.unlink()
    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.code == "vault-keys-missing"
    assert "backup" in caught.value.advice
    for name in ("vault.json", "vault-twin.json"):
        (home / "vault" / name).write_bytes(b"{}")
    with pytest.raises(AppError) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.code == "vault-keys-damaged"


# --- Without what it needs ----------------------------------------------------------------


@pytest.mark.parametrize("missing", ["sqlcipher3", "cryptography"])
def test_without_its_libraries_the_room_stays_closed_and_nothing_is_written(
    home, vault, missing, monkeypatch
):
    monkeypatch.setattr(
        "tiapp.private.vault.find_spec", lambda name: None if name == missing else object()
    )
    assert vault.state() == "unavailable"
    monkeypatch.setitem(sys.modules, missing, None)
    if missing == "cryptography":
        for name in [n for n in sys.modules if n.startswith("cryptography")]:
            monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(AppError) as caught:
        vault.create(PASSPHRASE)
    assert caught.value.code == "vault-unavailable"
    assert [file for file in home.rglob("*") if file.is_file() and file.name != "vault.lock"] == []
