"""Power cuts, replayed from recorded system calls: see tests/power_cut.py.

A killed program leaves its pages with the system, so kills cannot tell whether anything reached the
disk. These can; and the same under `synchronous=NORMAL` must lose something, or they could not.
"""

import random
import shutil
import sys
from pathlib import Path

import pytest

from tests.power_cut import Disk, can_record, record
from tests.private.power_cut_work import SECOND
from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.errors import AppError
from tiapp.private.vault import Vault, VaultState

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(not can_record(), reason="needs strace, to record system calls"),
]

MANNERS = ("nothing", "everything", "half", "torn")


def recorded(folder: Path, commits: int, synchronous: str) -> Disk:
    home = folder / "person"
    home.mkdir()
    program = Path(__file__).with_name("power_cut_work.py")
    command = [sys.executable, str(program), str(home), str(commits), synchronous]
    return Disk.of(record(command, folder / "calls.txt"), home)


def losses(disk: Disk, images: int, folder: Path, clock) -> list[str]:
    """What was acknowledged and is not there, over that many images."""
    lost = []
    for number in range(images):
        chance = random.Random(number)
        moment = chance.randint(1, disk.moments)
        manner = MANNERS[number % len(MANNERS)]
        image = folder / "image"
        disk.image(moment, manner, chance, image)
        wrong = missing(image, disk.acknowledged(moment), clock)
        lost += [f"image {number} ({manner} at {moment}): {words}" for words in wrong]
        shutil.rmtree(image)
    return lost


def missing(home: Path, said: list[str], clock) -> list[str]:
    vault = Vault(home, clock, cost=QUICK)
    if vault.state() is VaultState.NONE:
        return ["the vault is gone"] if "created" in said else []
    possible = [SECOND] if "changed" in said else [PASSPHRASE, SECOND]
    if "changing" not in said:
        possible = [PASSPHRASE]
    room = None
    for passphrase in possible:
        try:
            room = vault.unlock(passphrase)
            break
        except AppError as error:
            if error.code != "passphrase-differs":
                return [f"it does not open: {error.code}"]
    if room is None:
        return ["no passphrase opens it"]
    try:
        room.verify()
        there = {entry.body for entry in room.journal.every()}
        wrong = [words for words in said if words.startswith("wrote") and words[6:] not in there]
        names = {words[7:] for words in said if words.startswith("backup")}
        listed = {backup.name: backup for backup in vault.backups.list()}
        wrong += [f"backup {name}" for name in names - set(listed)]
        for backup in listed.values():
            room.test_backup(backup)
    except AppError as error:
        wrong = [f"not whole: {error.code}"]
    room.close()
    return wrong


def test_no_power_cut_loses_what_was_acknowledged(tmp_path, rounds, fixed_clock):
    disk = recorded(tmp_path, rounds(30, 150), "FULL")
    assert disk.syncs > 30
    assert len(disk.marks) > 30

    assert losses(disk, rounds(40, 1000), tmp_path, fixed_clock) == []


def test_the_same_without_waiting_for_the_disk_loses_something(tmp_path, rounds, fixed_clock):
    disk = recorded(tmp_path, rounds(60, 150), "NORMAL")

    assert losses(disk, rounds(24, 200), tmp_path, fixed_clock)
