"""Kills a program at work on a vault, again and again, and looks what is left.

    python kill_loops.py LOOP FOLDER KILLS

Run by test_kills.py. LOOP is one of `LOOPS`. Before each step the work says what it is about to do,
and after it that it is done; what was done must be there, and a step that was begun is done whole
or not at all.
"""

import json
import random
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import alembic.command  # noqa: F401 - so that no child has to
import cryptography.hazmat.primitives.kdf.argon2
import sqlalchemy.orm  # noqa: F401

from tests.killing import Said, Say, kill
from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.clock import SystemClock
from tiapp.core.errors import AppError
from tiapp.private import backups, room, vault
from tiapp.private.file import VAULT
from tiapp.private.importers.records import Record
from tiapp.private.journal_model import Draft
from tiapp.private.room import Room
from tiapp.private.vault import Vault, VaultState


@dataclass
class Tally:
    """What a loop counts. `hot` are the kills that came at an awkward moment."""

    kills: int = 0
    acknowledged: int = 0
    hot: int = 0
    wrong: list[str] | None = None


def vault_in(folder: Path) -> Vault:
    return Vault(folder, SystemClock(), cost=QUICK)


def save(open_room: Room, words: str) -> None:
    """One entry, as the editor saves it, and beside it a row of another table."""
    open_room.journal.begin(Draft(body=f"{words} lighthouse"))


def bodies(open_room: Room) -> set[str]:
    return {entry.body.removesuffix(" lighthouse") for entry in open_room.journal.every()}


def look(open_room: Room, expected: set[str], allowed: set[str]) -> list[str]:
    """What is wrong with an open room that must have `expected`, and may have `allowed` too."""
    there = bodies(open_room)
    wrong = [f"lost {words}" for words in sorted(expected - there)]
    wrong += [f"made up {words}" for words in sorted(there - expected - allowed)]
    found = open_room.journal.find("lighthouse", most=1_000_000).lines
    if len(found) != len(there):
        wrong.append(f"{len(there)} entries and {len(found)} in the index")
    try:
        open_room.verify()
    except AppError as error:
        wrong.append(f"not whole: {error.code}")
    return wrong


# --- Writing ------------------------------------------------------------------------------


def writing(folder: Path, kills: int, tally: Tally) -> None:
    """Save entry after entry; every tenth kill comes while the vault is being set up."""
    home, known, maybe = folder, set[str](), set[str]()
    for number in range(kills):
        at_birth = number % 10 == 0
        if at_birth:
            home, known, maybe = folder / str(number), set(), set()

        def work(say: Say, home: Path = home, number: int = number) -> None:
            mine = vault_in(home)
            if mine.state() is VaultState.NONE:
                opened = mine.create(PASSPHRASE).room
            else:
                opened = mine.unlock(PASSPHRASE)
            say("open")
            for step in range(100_000):
                words = f"entry{number}x{step}"
                say("begin", words)
                save(opened, words)
                say("done", words)

        lines = 0 if at_birth else random.Random(number).randrange(1, 30)
        said = kill(work, number, lines=lines, within=0.25 if at_birth else 0.006)
        tally.acknowledged += sum(one[0] == "done" for one in said)
        tally.hot += (home / "vault" / "vault.db-wal").exists() or not (home / "vault").exists()
        known |= {str(one[1]) for one in said if one[0] == "done"}
        maybe |= {str(one[1]) for one in said if one[0] == "begin"}
        tally.kills += 1
        mine = vault_in(home)
        if mine.state() is VaultState.NONE:
            if said:
                tally.wrong.append("a vault that had been set up is gone")
            continue
        opened = mine.unlock(PASSPHRASE)
        tally.wrong += look(opened, known, maybe)
        opened.close()


# --- Steps that take a vault from one state to another ------------------------------------


def each_from_the_same(
    folder: Path,
    kills: int,
    tally: Tally,
    *,
    prepare: Callable[[Path], None],
    work: Callable[[Path, Say], None],
    check: Callable[[Path, Said], list[str]],
    within: float,
) -> None:
    """Prepare a person's folder once; then copy it, let the work begin, kill it, and look."""
    first = folder / "first"
    prepare(first)
    before = {path.relative_to(first) for path in first.rglob("*")}
    for number in range(kills):
        home = folder / str(number)
        shutil.copytree(first, home)
        said = kill(lambda say, home=home: work(home, say), number, lines=1, within=within)
        tally.kills += 1
        tally.acknowledged += sum(one[0] == "done" for one in said)
        tally.hot += {path.relative_to(home) for path in home.rglob("*")} != before
        tally.wrong += [f"{number}: {words}" for words in check(home, said)]
        shutil.rmtree(home)


def opens(home: Path, secret: str) -> Room | None:
    try:
        return vault_in(home).unlock(secret)
    except AppError as error:
        if error.code not in ("passphrase-differs", "vault-none"):
            raise
        return None


def filled(home: Path) -> None:
    opened = vault_in(home).create(PASSPHRASE).room
    for number in range(40):
        save(opened, f"entry{number}")
    opened.close()


FILLED = {f"entry{number}" for number in range(40)}


def passphrases(folder: Path, kills: int, tally: Tally) -> None:
    """Change the passphrase again and again: the last one that took opens it, or the next."""

    def work(home: Path, say: Say) -> None:
        opened = vault_in(home).unlock(PASSPHRASE)
        say("open")
        for number in range(1000):
            say("begin", f"passphrase number {number}")
            opened.change_passphrase(f"passphrase number {number}")
            say("done", f"passphrase number {number}")

    def check(home: Path, said: Said) -> list[str]:
        done = [str(one[1]) for one in said if one[0] == "done"]
        begun = [str(one[1]) for one in said if one[0] == "begin"]
        possible = {done[-1] if done else PASSPHRASE, begun[-1] if begun else PASSPHRASE}
        fitting = []
        for secret in dict.fromkeys([PASSPHRASE, *done[-2:], *begun[-1:]]):
            opened = opens(home, secret)
            if opened is not None:
                fitting.append(secret)
                wrong = look(opened, FILLED, set())
                opened.close()
                if wrong:
                    return wrong
        if len(fitting) != 1 or fitting[0] not in possible:
            return [f"{fitting} open it, and {possible} should"]
        return []

    each_from_the_same(folder, kills, tally, prepare=filled, work=work, check=check, within=0.12)


def backing_up(folder: Path, kills: int, tally: Tally) -> None:
    """Make backup after backup: each that is listed is whole, and the vault is untouched."""

    def work(home: Path, say: Say) -> None:
        opened = vault_in(home).unlock(PASSPHRASE)
        say("open")
        for number in range(1000):
            say("begin", number)
            backup = opened.back_up()
            say("done", backup.name)

    def check(home: Path, said: Said) -> list[str]:
        mine = vault_in(home)
        wrong = []
        listed = mine.backups.list()
        done = [one[1] for one in said if one[0] == "done"]
        # all of one day, so thinning leaves the last
        if done and not any(backup.name >= str(done[-1]) for backup in listed):
            wrong.append("a backup that was made is gone")
        opened = mine.unlock(PASSPHRASE)
        wrong += look(opened, FILLED, set())
        for backup in listed:
            try:
                if opened.test_backup(backup).rows["journal_entry"] != len(FILLED):
                    wrong.append("a backup lacks entries")
            except AppError as error:
                wrong.append(f"a backup is {error.code}")
        opened.back_up()
        left = {path.name for path in (home / "vault-backups").iterdir()}
        if left != {backup.name for backup in mine.backups.list()}:
            wrong.append(f"left over: {left}")
        opened.close()
        return wrong

    each_from_the_same(folder, kills, tally, prepare=filled, work=work, check=check, within=0.12)


def new_keys(folder: Path, kills: int, tally: Tally) -> None:
    """Encrypt everything anew: the old passphrase opens it all, or the new one does."""
    new = "a passphrase for the new key"

    def work(home: Path, say: Say) -> None:
        opened = vault_in(home).unlock(PASSPHRASE)
        say("open")
        opened.new_data_key(new)
        say("done")

    def check(home: Path, said: Said) -> list[str]:
        fitting = []
        wrong = []
        for secret in (PASSPHRASE, new):
            opened = opens(home, secret)
            if opened is not None:
                fitting.append(secret)
                wrong += look(opened, FILLED, set())
                opened.close()
        if len(fitting) != 1 or (["done"] in said and fitting != [new]):
            wrong.append(f"{fitting} open it")
        left = {path.name for path in home.iterdir()} - {"vault", "vault.lock"}
        return wrong + [f"left over: {left}"] * bool(left)

    each_from_the_same(folder, kills, tally, prepare=filled, work=work, check=check, within=0.06)


def restoring(folder: Path, kills: int, tally: Tally) -> None:
    """Put a backup in place: the vault is as it was, or as the backup; and neither is lost."""
    later = {*FILLED, "later"}

    def prepare(home: Path) -> None:
        filled(home)
        opened = vault_in(home).unlock(PASSPHRASE)
        opened.back_up()
        save(opened, "later")
        opened.close()

    def work(home: Path, say: Say) -> None:
        mine = vault_in(home)
        say("open")
        mine.backups.restore(mine.backups.list()[0], PASSPHRASE)
        say("done")

    def check(home: Path, said: Said) -> list[str]:
        opened = vault_in(home).unlock(PASSPHRASE)
        there = bodies(opened)
        wrong = look(opened, FILLED, {"later"})
        opened.close()
        if ["done"] in said and there != FILLED:
            wrong.append("the backup was not put in place")
        if there == FILLED:
            kept = list((home / "vault-kept").iterdir())
            other = home / "other"
            other.mkdir()
            shutil.copytree(kept[0], other / "vault")
            opened = vault_in(other).unlock(PASSPHRASE)
            wrong += look(opened, later, set())
            opened.close()
        return wrong

    each_from_the_same(folder, kills, tally, prepare=prepare, work=work, check=check, within=0.08)


def erasing(folder: Path, kills: int, tally: Tally) -> None:
    """Erase everything: nothing has happened, or nothing private is left."""

    def prepare(home: Path) -> None:
        filled(home)
        opened = vault_in(home).unlock(PASSPHRASE)
        opened.back_up()
        opened.close()

    def work(home: Path, say: Say) -> None:
        mine = vault_in(home)
        say("open")
        mine.erase()
        say("done")

    def check(home: Path, said: Said) -> list[str]:
        mine = vault_in(home)
        state = mine.state()
        opened = opens(home, PASSPHRASE)
        if opened is not None:
            wrong = look(opened, FILLED, set())
            opened.close()
            if ["done"] in said or not mine.backups.list():
                wrong.append("it was erased in part")
            return wrong
        left = {path.name for path in home.iterdir()} - {"vault.lock"}
        return [f"left over: {left}, {state}"] * bool(left)

    each_from_the_same(folder, kills, tally, prepare=prepare, work=work, check=check, within=0.01)


def importing(folder: Path, kills: int, tally: Tally) -> None:
    """Bring in another journal: all of it or nothing; and a second time adds what is missing."""
    begun = datetime(2020, 1, 1, 9).astimezone()
    coming = [
        Record(f"{number}.md", begun + timedelta(days=number), f"other{number} lighthouse")
        for number in range(400)
    ]
    brought = {f"other{number}" for number in range(400)}

    def work(home: Path, say: Say) -> None:
        opened = vault_in(home).unlock(PASSPHRASE)
        say("open")
        opened.journal.bring_in(coming)
        say("done")
        time.sleep(10)

    def check(home: Path, said: Said) -> list[str]:
        opened = vault_in(home).unlock(PASSPHRASE)
        there = bodies(opened)
        wrong = look(opened, FILLED, brought)
        if there not in (FILLED, FILLED | brought):
            wrong.append(f"brought in {len(there - FILLED)} of {len(brought)}")
        if ["done"] in said and not brought <= there:
            wrong.append("what was brought in is gone")
        opened.journal.bring_in(coming)
        wrong += look(opened, FILLED | brought, set())
        opened.close()
        return wrong

    each_from_the_same(folder, kills, tally, prepare=filled, work=work, check=check, within=0.12)


STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{number}", "{before}"
def upgrade():
    with op.batch_alter_table("journal_entry", recreate="never") as batch:
        batch.add_column(sa.Column("colour", sa.String, nullable=False, server_default="blue"))
    with op.batch_alter_table("check_in", recreate="always") as batch:
        batch.add_column(sa.Column("place", sa.String))
"""


def migrating(folder: Path, kills: int, tally: Tally) -> None:
    """Upgrade the tables: they are as they were, or all new; and the next start finishes it."""
    steps = folder / "migrations"
    shutil.copytree(VAULT.migrations, steps)
    newest = f"{int(VAULT.head) + 1:04}"
    (steps / "versions" / f"v{newest}.py").write_text(
        STEP.format(number=newest, before=VAULT.head), encoding="utf-8"
    )
    newer = replace(VAULT, head=newest, migrations=steps)

    def adopt() -> None:
        for module in (room, backups):
            module.VAULT = newer  # type: ignore[misc]

    def work(home: Path, say: Say) -> None:
        adopt()
        say("open")
        vault_in(home).unlock(PASSPHRASE)
        say("done")

    def check(home: Path, said: Said) -> list[str]:
        opened = vault_in(home).unlock(PASSPHRASE)
        wrong = look(opened, FILLED, set())
        with opened.sessions.plain(reads_only=True) as connection:
            columns = {row[1] for row in connection.execute("PRAGMA table_info(journal_entry)")}
            (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        opened.close()
        if "colour" not in columns or version != newest:
            wrong.append("the next start did not finish it")
        return wrong

    first = folder / "made"
    filled(first)
    adopt()  # from here on: the older vault was made before
    each_from_the_same(
        folder,
        kills,
        tally,
        prepare=lambda home: shutil.copytree(first, home) and None,
        work=work,
        check=check,
        within=0.2,
    )


LOOPS = {
    "writing": writing,
    "passphrases": passphrases,
    "backing-up": backing_up,
    "new-keys": new_keys,
    "restoring": restoring,
    "erasing": erasing,
    "importing": importing,
    "migrating": migrating,
}


def main(loop: str, folder: Path, kills: int) -> None:
    """Run that loop and print what it counted."""
    assert cryptography and vault
    tally = Tally(wrong=[])
    LOOPS[loop](folder, kills, tally)
    sys.stdout.write(json.dumps(tally.__dict__))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
