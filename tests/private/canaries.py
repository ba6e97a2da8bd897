"""A private room with a phrase that stands nowhere else in every field that a person can fill.

    python canaries.py FOLDER

Fills it, passes through everything that rewrites files, and is killed in the middle of writing.
"""

import os
import signal
import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.clock import SystemClock
from tiapp.learning.model import PromptRef
from tiapp.private.check_in_model import Answer, CheckIn
from tiapp.private.journal_model import Asked, Draft
from tiapp.private.plan_model import Wording
from tiapp.private.room import Room
from tiapp.private.vault import Vault

NEW_PASSPHRASE = "canary-passphrase-second"

FIELDS = (
    "title",
    "body",
    "tag",
    "question",
    "earlier",
    "deleted",
    "name",
    "note",
    "answer",
    "draft",
    "when",
    "then",
    "first-move",
    "helped",
    "reminder",
)


def canary(field: str) -> str:
    return f"canary{field.replace('-', '')}zq"


def plant(room: Room) -> None:
    """Every field, through the services that fill it for a person."""
    prompt = PromptRef("pack", "module", "part", "block", canary("question"))
    asked = Asked(canary("question"), prompt)
    entry = room.journal.begin(Draft(canary("earlier"), canary("title"), (canary("tag"),), asked))
    room.journal.save(entry.id, Draft(canary("body"), canary("title"), (canary("tag"),), asked))
    room.journal.settle(entry.id)
    gone = room.journal.begin(Draft(canary("deleted")))
    room.journal.delete(gone.id)
    room.journal.set_names([canary("name")])
    answers = (Answer("own", None, 0, canary("answer")),)
    moment = datetime(2026, 3, 10, 9, 30)
    room.check_ins.add(CheckIn(moment, "items", 1, answers, canary("note")))
    room.check_ins.keep_draft(CheckIn(moment, "items", 1, answers, canary("draft")))
    wording = Wording(canary("when"), canary("then"), canary("first-move"))
    step = room.plan.add(wording, prompt)
    room.plan.done(step.id, canary("helped"))
    room.reminders.keep([canary("reminder")])


def life(folder: Path) -> None:
    vault = Vault(folder, SystemClock(), cost=QUICK)
    made = vault.create(PASSPHRASE)
    room, code = made.room, made.code
    plant(room)
    backup = room.back_up()
    room.test_backup(backup)
    # what is secret is looked for as well
    sys.stdout.write(f"{code}\n{code.letters}\n{room._key.hex()}\n")
    room.change_passphrase(NEW_PASSPHRASE)
    sys.stdout.write(f"{room.new_data_key(NEW_PASSPHRASE)}\n{room._key.hex()}\n")
    room.back_up()
    room.close()
    vault.backups.restore(vault.backups.list()[0], NEW_PASSPHRASE)
    vault.rescue(NEW_PASSPHRASE)
    room = vault.unlock(NEW_PASSPHRASE)
    for field in FIELDS:
        room.journal.begin(Draft(canary(field) * 50))
    sys.stdout.flush()
    with room.sessions.plain() as connection:
        connection.execute("PRAGMA cache_size=2")  # so that half a transaction is written out
        rows = [(1000 + number, canary("reminder") * 400) for number in range(200)]
        connection.executemany("INSERT INTO reminder_text (place, words) VALUES (?, ?)", rows)
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    life(Path(sys.argv[1]))
