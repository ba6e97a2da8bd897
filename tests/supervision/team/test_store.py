"""The store as a file and on a server: its tables, its age, damage, and kills."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.supervision.team.people import MODULES, PATHWAYS, Somebody, done
from tiapp.core.errors import AppError
from tiapp.supervision.team.care import Choices
from tiapp.supervision.team.file import TEAM
from tiapp.supervision.team.place import TeamPlace
from tiapp.supervision.team.scope import Scope
from tiapp.supervision.team.store import TeamStore
from tiapp.supervision.team.tables import Base
from tiapp.supervision.team.team import Taught, Team

ROOT = Path(__file__).parents[3]
KEPT = ROOT / "tests" / "data" / "databases"


def team_at(place, clock) -> Team:
    return Team(place, clock, lambda: Taught(MODULES, PATHWAYS))


def test_the_newest_migration_is_the_head_that_files_are_compared_with():
    assert ScriptDirectory(str(TEAM.migrations)).get_heads() == [TEAM.head]


def test_the_migrations_make_the_very_tables_of_the_models(place):
    store = TeamStore(place)
    with store.reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    store.close()
    # `identity` and Alembic's own table belong to the storage
    assert [
        change
        for change in found
        if not (change[0] == "remove_table" and change[1].name in ("identity", "alembic_version"))
    ] == []


def test_a_store_is_found_as_it_was_when_it_is_opened_again(place, clock, share):
    team = team_at(place, clock)
    team.importing([share(Somebody().file(done("safety")))]).run()
    team.close()
    again = team_at(place, clock)
    assert again.sheet(Scope()).rows == 1
    again.close()


@pytest.mark.parametrize("name", sorted(file.name for file in KEPT.glob("team-*.db")))
def test_a_released_store_opens_with_everything_in_it(name, tmp_path, fixed_clock):
    file = tmp_path / "team.db"
    shutil.copyfile(KEPT / name, file)
    team = team_at(TeamPlace(file), fixed_clock)
    assert {line.name: line.completions for line in team.people(Scope())} == {
        "Eilidh Nowak": 1,
        "Isla Reid": 2,
    }
    assert [question.name for question in team.key_questions()] == ["Isla Reid"]
    assert team.choices() == Choices(valid_months=24, keep_months=72)
    assert team.let_in_again("1002")
    team.close()


def test_there_is_a_kept_store_for_every_version():
    assert (KEPT / f"team-{TEAM.head}.db").is_file()


@pytest.mark.parametrize("how", ["empty", "noise", "foreign", "newer", "folder"])
def test_a_file_that_is_no_store_of_ours_is_left_alone_and_said(tmp_path, clock, how):
    file = tmp_path / "team.db"
    if how == "folder":
        file.mkdir()
    elif how in ("empty", "noise"):
        file.write_bytes(b"" if how == "empty" else os.urandom(9000))
    else:
        TeamStore(TeamPlace(file)).close()
        with closing(sqlite3.connect(file)) as connection:
            if how == "foreign":
                connection.execute("PRAGMA application_id=1")
            else:
                connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.commit()
    before = None if how == "folder" else file.read_bytes()
    team = team_at(TeamPlace(file), clock)
    with pytest.raises(AppError):
        team.people(Scope())
    assert how == "folder" or file.read_bytes() == before


def test_a_newer_store_on_a_server_is_left_alone(server, clock, tmp_path):
    place = TeamPlace(tmp_path / "x.db", server.url())
    store = TeamStore(place)
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(AppError, match="made by a newer version"):
        team_at(place, clock).people(Scope())


def test_a_server_that_cannot_be_reached_is_said_without_its_address(tmp_path, clock):
    url = "postgresql://steady:secret@127.0.0.1:1/none?connect_timeout=1"
    with pytest.raises(AppError) as raised:
        team_at(TeamPlace(tmp_path / "x.db", url), clock).people(Scope())
    assert "secret" not in str(raised.value)
    assert raised.value.__suppress_context__


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("kills", [6])
def test_an_import_that_is_killed_is_in_whole_or_not_at_all(place, clock, share, kills):
    team = team_at(place, clock)
    folders = []
    for round_number in range(kills):
        people = (Somebody(f"P {n}", f"{round_number}-{n}") for n in range(60))
        folders.append(share(*(p.file(*map(done, MODULES)) for p in people)))
    expected = {0}
    for number, folder in enumerate(folders):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.supervision.team.importer", str(place.file), place.url,
             str(folder)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stdin is not None
            process.stdout.readline()
            process.stdin.write("\n")
            process.stdin.flush()
            time.sleep(0.02 * (number + 1) ** 2)  # somewhere in the import, not a wait for it
            process.send_signal(signal.SIGKILL)
        team.close()
        rows = team.sheet(Scope()).rows
        assert rows % (60 * len(MODULES)) == 0
        expected.add(rows)
    team.close()
    again = team_at(place, clock)
    again.importing(folders).run()
    assert again.sheet(Scope()).rows == kills * 60 * len(MODULES)
    again.close()
