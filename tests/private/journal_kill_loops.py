"""Kills a program that writes on in entries, or brings in others. Run by test_journal_kills.py.

python journal_kill_loops.py LOOP FOLDER KILLS
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kill_loops import FILLED, Tally, bodies, each_from_the_same, filled, look, vault_in

from tests.killing import Said, Say
from tests.vaults import PASSPHRASE
from tiapp.private.importers.records import Record
from tiapp.private.journal_model import Draft

MANY = 600


def records() -> Iterator[Record]:
    """As an importer hands them over."""
    for number in range(MANY):
        written = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=number)
        yield Record(f"{number}.md", written, f"brought{number} lighthouse", tags=("old",))


BROUGHT = {f"brought{number}" for number in range(MANY)}


def importing(folder: Path, kills: int, tally: Tally) -> None:
    """Bring in a folder: all of it is there or none, and another try adds what is missing."""

    def work(home: Path, say: Say) -> None:
        opened = vault_in(home).unlock(PASSPHRASE)
        say("open")
        opened.journal.bring_in(records())
        say("done")

    def check(home: Path, said: Said) -> list[str]:
        opened = vault_in(home).unlock(PASSPHRASE)
        brought = bool(bodies(opened) & BROUGHT)
        wrong = look(opened, FILLED | (BROUGHT if brought else set()), set())
        if ["done"] in said and not brought:
            wrong.append("what was brought in is gone")
        opened.journal.bring_in(records())
        wrong += look(opened, FILLED | BROUGHT, set())
        opened.close()
        return wrong

    each_from_the_same(folder, kills, tally, prepare=filled, work=work, check=check, within=0.08)


def writing_on(folder: Path, kills: int, tally: Tally) -> None:
    """Autosave, leave, delete and bring back: each entry reads as last acknowledged, or as next."""

    def prepare(home: Path) -> None:
        opened = vault_in(home).create(PASSPHRASE).room
        for number in range(5):
            entry = opened.journal.begin(Draft(f"e{number}v0 lighthouse"), _id(number))
            opened.journal.settle(entry.id)
        opened.close()

    def work(home: Path, say: Say) -> None:
        opened = vault_in(home).unlock(PASSPHRASE)
        journal = opened.journal
        say("open", -1, 0)
        for step in range(1, 10_000):
            number = step // 3 % 5
            say("begin", number, step)
            if step % 3 == 2:
                journal.delete(_id(number))
            journal.save(_id(number), Draft(f"e{number}v{step} lighthouse"))
            if step % 4 == 0:
                journal.settle(_id(number))
            say("done", number, step)

    def check(home: Path, said: Said) -> list[str]:
        reads = dict.fromkeys(range(5), 0)
        may: tuple[int, int] | None = None
        for what, number, step in said:
            if what == "begin":
                may = int(str(number)), int(str(step))
            elif what == "done":
                reads[int(str(number))] = int(str(step))
                may = None
        opened = vault_in(home).unlock(PASSPHRASE)
        opened.journal.tidy()
        there = bodies(opened)
        wrong = look(opened, set(), there)
        for number, step in reads.items():
            fits = {f"e{number}v{step}"}
            under_way = may is not None and may[0] == number
            if under_way and may is not None:
                fits.add(f"e{number}v{may[1]}")
            found = {body for body in there if body.startswith(f"e{number}v")}
            # deleted is where a kill between the two calls of a step leaves it
            if not (found <= fits and (found or under_way)):
                wrong.append(f"entry {number} reads {found}, and {fits} was acknowledged")
        opened.close()
        return wrong

    each_from_the_same(folder, kills, tally, prepare=prepare, work=work, check=check, within=0.15)


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-00000000000{number}"


LOOPS = {"importing": importing, "writing-on": writing_on}


if __name__ == "__main__":
    counted = Tally(wrong=[])
    LOOPS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]), counted)
    sys.stdout.write(json.dumps(counted.__dict__))
