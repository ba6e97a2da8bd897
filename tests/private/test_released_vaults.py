"""Every vault that was ever released opens for ever. See tests/data/databases/make_vault.py."""

import importlib.util
import re
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.vaults import QUICK
from tiapp.learning.model import PromptRef
from tiapp.private.check_in_model import Answer
from tiapp.private.file import VAULT
from tiapp.private.plan_model import StepState
from tiapp.private.vault import Vault

KEPT = Path(__file__).parents[1] / "data" / "databases"
PASSPHRASE = "kept for ever and a day"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-TRKM"
MOMENT = datetime(2026, 3, 7, 18, 45)
PROMPT = PromptRef("steady", "trust", "one", "first", "What helps you trust somebody?")


def test_there_is_a_kept_vault_for_every_version():
    assert (KEPT / f"vault-{VAULT.head}" / "vault.db").is_file()


@pytest.mark.parametrize("name", sorted(path.name for path in KEPT.glob("vault-*")))
@pytest.mark.parametrize("way", ["passphrase", "code"])
def test_a_released_vault_opens_with_everything_in_it(name, way, tmp_path, fixed_clock):
    shutil.copytree(KEPT / name, tmp_path / "vault")
    vault = Vault(tmp_path, fixed_clock, cost=QUICK)

    room = vault.unlock(PASSPHRASE) if way == "passphrase" else vault.unlock_with_code(CODE)

    reply, first = room.journal.find("").lines
    assert (first.heading, first.written.replace(tzinfo=None)) == ("A title", MOMENT)
    entry = room.journal.entry(first.id)
    assert entry.body == "A first line.\n\nÜber *alles* Mögliche."
    assert entry.tags == ("calm",)
    assert room.journal.entry(reply.id).asked.ref == PROMPT
    assert [line.id for line in room.journal.find("listened").lines] == [reply.id]
    assert [line.heading for line in room.journal.deleted()] == ["Written and deleted."]
    assert room.journal.names() == ("Alex Example",)
    (check_in,) = room.check_ins.latest()
    assert check_in.note == "A long shift."
    assert set(check_in.answers) == {
        Answer("energy", 3, 5),
        Answer("own", None, 0, "Tired, and glad to be home."),
    }
    done, asked = sorted(room.plan.steps(), key=lambda step: step.state)
    assert (done.state, done.helped) == (StepState.DONE, "leaving five minutes earlier")
    assert done.wording.on == date(2026, 3, 9)
    assert asked.prompt == PROMPT
    assert room.reminders.texts() == ("A quiet minute?",)
    assert not room.code_confirmed
    room.verify()
    room.close()


def test_the_kept_vault_has_the_tables_that_are_made_now(room, tmp_path, fixed_clock):
    """While version 0001 is not released it may still change: then the kept one is made anew."""
    shutil.copytree(KEPT / f"vault-{VAULT.head}", tmp_path / "kept" / "vault")
    kept = Vault(tmp_path / "kept", fixed_clock, cost=QUICK).unlock(PASSPHRASE)
    layouts = []
    for one in (room, kept):
        with one.sessions.plain(reads_only=True) as connection:
            layouts.append(set(connection.execute("SELECT name, sql FROM sqlite_master")))
    kept.close()
    assert layouts[0] == layouts[1]


def test_the_script_that_made_it_still_fits():
    """So that the next one can be made by it."""
    spec = importlib.util.spec_from_file_location("make_vault", KEPT / "make_vault.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PASSPHRASE == PASSPHRASE
    assert CODE.startswith(module.CODE)


def test_the_head_is_the_newest_migration():
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(VAULT.migrations))
    assert scripts.get_heads() == [VAULT.head]


def test_the_migrations_make_exactly_the_tables_that_the_classes_describe(room):
    """But for the vault's own row and the indexes of words, which no class describes."""
    from sqlalchemy import create_engine

    from tiapp.private.store import check_ins, journal, plan  # noqa: F401
    from tiapp.private.store.base import Base

    described = create_engine("sqlite://")
    Base.metadata.create_all(described)
    question = (
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
    )

    def tidy(rows):
        # the order of the constraints is left to whoever wrote them down
        return {
            name: sorted(re.sub("([(),])", r" \1 ", sql).replace(" , ", " ").split())
            for name, sql in rows
        }

    with described.connect() as connection:
        wanted = tidy(connection.exec_driver_sql(question))
    with room.sessions.plain(reads_only=True) as connection:
        made = tidy(connection.execute(question))
    assert len(wanted) > 5
    assert {name: made.get(name) for name in wanted} == wanted
    others = {name for name in set(made) - set(wanted) if not name.startswith("journal_")}
    assert others == {"identity", "alembic_version", "vault"}
    described.dispose()
