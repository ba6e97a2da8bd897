"""A life of a vault, to be recorded: set up, written to, passphrase changed, backed up, written to.

    python power_cut_work.py FOLDER COMMITS FULL|NORMAL

It speaks of every step once that is acknowledged. See tests/power_cut.py.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.power_cut import MARK
from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.clock import SystemClock
from tiapp.private.journal_model import Draft
from tiapp.private.room import Room
from tiapp.private.vault import Vault

SECOND = "the passphrase after the first"


def say(words: str) -> None:
    os.write(1, MARK + words.encode())


def life(folder: Path, commits: int, synchronous: str) -> None:
    vault = Vault(folder, SystemClock(), cost=QUICK)
    room = vault.create(PASSPHRASE).room
    say("created")
    _set(room, synchronous)
    for number in range(commits // 2):
        room.journal.begin(Draft(body=f"entry{number}"))
        say(f"wrote entry{number}")
    say("changing")
    room.change_passphrase(SECOND)
    say("changed")
    backup = room.back_up()
    say(f"backup {backup.name}")
    room.close()
    room = vault.unlock(SECOND)
    _set(room, synchronous)
    for number in range(commits // 2, commits):
        room.journal.begin(Draft(body=f"entry{number}"))
        say(f"wrote entry{number}")
    # left open: the power goes before anybody locks


def _set(room: Room, synchronous: str) -> None:
    with room.sessions.driver() as connection:
        # small, so that the log is often emptied into the file
        connection.execute("PRAGMA wal_autocheckpoint=40").fetchall()
        if synchronous != "FULL":
            connection.execute(f"PRAGMA synchronous={synchronous}").fetchall()


if __name__ == "__main__":
    life(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
    sys.stdout.flush()
    os._exit(0)
