import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from tiapp.core.errors import AppError
from tiapp.storage.migrate import bring_up_to_date, create_if_missing
from tiapp.storage.plain import connected

REBUILD = """with op.batch_alter_table("parent", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.String))"""


@pytest.fixture
def file(tmp_path, shelf, fill):
    """A file as version 0001 made it."""
    file = tmp_path / "home" / "x.db"
    create_if_missing(file, shelf.kind)
    fill(file)
    return file


def rows(file):
    with closing(sqlite3.connect(file)) as connection:
        return (
            connection.execute("SELECT id, word FROM parent").fetchall(),
            connection.execute("SELECT id, parent_id FROM child").fetchall(),
            connection.execute("SELECT version_num FROM alembic_version").fetchall(),
        )


KEPT = ([(1, "kept")], [(1, 1), (2, 1)])


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private by the user profile")
def test_a_new_file_is_whole_and_for_this_account_alone(tmp_path, shelf):
    previous = os.umask(0)
    try:
        create_if_missing(tmp_path / "new" / "x.db", shelf.kind)
    finally:
        os.umask(previous)

    for made in (tmp_path / "new").iterdir():
        assert stat.S_IMODE(made.stat().st_mode) == 0o600, made
    assert {p.name for p in (tmp_path / "new").iterdir()} == {"x.db", "x.db.lock"}
    bring_up_to_date(tmp_path / "new" / "x.db", shelf.kind)


def test_a_file_that_is_there_is_never_made_anew(file, shelf):
    before = file.read_bytes()

    create_if_missing(file, shelf.kind)

    assert file.read_bytes() == before


def test_what_a_kill_left_of_a_new_file_is_no_hindrance(tmp_path, shelf):
    (tmp_path / "x.db.new").write_bytes(b"half a database")
    (tmp_path / "x.db.new-journal").write_bytes(b"half a journal")

    create_if_missing(tmp_path / "x.db", shelf.kind)

    bring_up_to_date(tmp_path / "x.db", shelf.kind)
    assert list(tmp_path.glob("*.new*")) == []


def test_an_older_file_is_upgraded_after_a_copy_was_made(file, shelf):
    newest = shelf.add(REBUILD)

    bring_up_to_date(file, newest)

    assert rows(file) == (*KEPT, [("0002",)])
    copy = file.parent / "backups" / "x-0001.db"
    assert rows(copy) == (*KEPT, [("0001",)])


def test_rebuilding_a_parent_keeps_its_children(file, shelf):
    """With foreign keys on, the parent's old table is dropped and its children go with it."""
    bring_up_to_date(file, shelf.add(REBUILD))

    with connected(file) as connection:
        assert connection.execute("SELECT count(*) FROM child").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize(
    "trouble",
    [
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        "raise RuntimeError('a phrase that nobody may read')",
        "op.execute(\"INSERT INTO parent VALUES (1, 'twice')\")",
    ],
)
def test_a_failed_upgrade_leaves_the_old_file_exactly(file, shelf, trouble):
    old = shelf.kind
    before = file.read_bytes()
    newest = shelf.add(f'op.execute("CREATE TABLE extra (id INTEGER)")\n    {trouble}')

    with pytest.raises(AppError) as caught:
        bring_up_to_date(file, newest)

    assert caught.value.code in ("upgrade-failed", "damaged")
    assert "nobody may read" not in str(caught.value)
    assert file.read_bytes() == before
    bring_up_to_date(file, old)


def test_a_failed_second_step_takes_back_the_first(file, shelf):
    before = file.read_bytes()
    shelf.add(REBUILD)
    newest = shelf.add("raise RuntimeError")

    with pytest.raises(AppError):
        bring_up_to_date(file, newest)

    assert file.read_bytes() == before


def test_an_upgrade_that_would_leave_an_orphan_is_taken_back(file, shelf):
    before = file.read_bytes()

    with pytest.raises(AppError):
        bring_up_to_date(file, shelf.add('op.execute("DELETE FROM parent")'))

    assert file.read_bytes() == before


@pytest.mark.parametrize("version", ["0002", "9999", "ae1027a6acf"])
def test_a_newer_file_is_left_alone_and_the_person_told(file, shelf, version):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    before = file.read_bytes()

    with pytest.raises(AppError) as caught:
        bring_up_to_date(file, shelf.kind)

    assert caught.value.code == "newer"
    assert "safe" in caught.value.advice
    assert file.read_bytes() == before
    assert not (file.parent / "backups").exists()


@pytest.mark.parametrize("change", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_file_without_its_version_is_damaged(file, shelf, change):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(change)

    with pytest.raises(AppError) as caught:
        bring_up_to_date(file, shelf.kind)
    assert caught.value.code == "damaged"


def test_no_upgrade_happens_without_a_copy(file, shelf):
    before = file.read_bytes()
    (file.parent / "backups").touch()  # a file where the folder should be

    with pytest.raises(AppError):
        bring_up_to_date(file, shelf.add(REBUILD))

    assert file.read_bytes() == before


def test_a_file_of_today_is_opened_without_alembic(file, shelf):
    script = f"""
import sys
from pathlib import Path
from tiapp.storage.migrate import bring_up_to_date
from tiapp.storage.database import FileKind
kind = FileKind("shelf", 0x11223344, "0001", Path({str(shelf.folder)!r}))
bring_up_to_date(Path({str(file)!r}), kind)
print([n for n in ("alembic", "sqlalchemy") if n in sys.modules])
"""
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"


def test_two_programs_that_upgrade_at_once_both_find_it_done(file, shelf):
    shelf.add(REBUILD)
    script = f"""
import sys
from pathlib import Path
from tiapp.storage.migrate import bring_up_to_date
from tiapp.storage.database import FileKind
import alembic.command
kind = FileKind("shelf", 0x11223344, "0002", Path({str(shelf.folder)!r}), ("parent", "child"))
print("ready", flush=True)
sys.stdin.readline()
bring_up_to_date(Path({str(file)!r}), kind)
print("done", flush=True)
"""
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for program in programs:
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    assert [program.communicate()[0] for program in programs] == ["done\n", "done\n"]
    assert rows(file) == (*KEPT, [("0002",)])


KILLER = """
import os, random, signal, sys, time
from pathlib import Path
import alembic.command, sqlalchemy
from tiapp.storage.migrate import bring_up_to_date
from tiapp.storage.database import FileKind
import shutil
file, folder = Path(sys.argv[1]), Path(sys.argv[2])
kind = FileKind("shelf", 0x11223344, "0002", folder, ("parent", "child"))
chance = random.Random(3)
for number in range(20):
    copy = file.parent / str(number) / "x.db"
    copy.parent.mkdir()
    shutil.copyfile(file, copy)
    child = os.fork()
    if child == 0:
        bring_up_to_date(copy, kind)
        os._exit(0)
    until = time.perf_counter() + chance.random() * 0.05
    while time.perf_counter() < until:
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killing loop forks its programs")
def test_a_kill_in_the_middle_of_an_upgrade_leaves_the_old_file_or_the_new_one(file, shelf):
    newest = shelf.add(REBUILD)
    subprocess.run([sys.executable, "-c", KILLER, str(file), str(shelf.folder)], check=True)

    found = set()
    for number in range(20):
        copy = file.parent / str(number) / "x.db"
        with connected(copy):
            pass  # rolls back what was left half done
        *kept, [(version,)] = rows(copy)
        assert tuple(kept) == KEPT
        found.add(version)
        bring_up_to_date(copy, newest)
        assert rows(copy) == (*KEPT, [("0002",)])
    assert found <= {"0001", "0002"}
