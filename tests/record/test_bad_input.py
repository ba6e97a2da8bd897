"""Real faults, none of them pretended: each is said calmly, and nothing saved before is lost."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tiapp.core.errors import AppError
from tiapp.record.first_screen import read_first_screen
from tiapp.record.progress import Progress

SECRET = "a phrase that nobody may read"


def everything(progress, module):
    """Each thing a person can ask of a record, by name."""
    return {
        "resume": lambda: progress.resume(module),
        "reach": lambda: progress.reach(module, "one"),
        "finish": lambda: progress.finish(module),
        "take_again": lambda: progress.take_again(module),
        "states": progress.states,
        "completions": progress.completions,
    }


def expect(code, ask):
    with pytest.raises(AppError) as caught:
        ask()
    error = caught.value
    assert error.code == code
    assert error.title.endswith(".")
    assert error.advice.endswith(".")
    assert SECRET not in str(error)
    return error


@pytest.fixture
def learned(file, fixed_clock, make_module) -> Path:
    """A record with one module finished and one under way."""
    progress = Progress(file, fixed_clock)
    done = make_module("one", id="done", title=SECRET)
    progress.reach(done, "one")
    progress.finish(done)
    progress.reach(make_module("one", "two", title=SECRET), "one")
    progress.close()
    return file


# --- files that are not what they should be -----------------------------------------------


def _no_database(file: Path) -> None:
    file.write_bytes(SECRET.encode() * 1000)


def _cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def _only_a_header(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100])


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _another_database(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE notes (word TEXT)")
        connection.execute("INSERT INTO notes VALUES (?)", (SECRET,))


def _from_the_future(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")


def _table_missing(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE reached")
        connection.execute("DROP TABLE completion")


def _day_that_is_none(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TRIGGER completion_keeps_update")
        connection.execute("UPDATE completion SET finished_on = ?", (SECRET,))


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (_no_database, "damaged"),
        (_cut_off, "damaged"),
        (_only_a_header, "damaged"),
        (_emptied, "empty"),
        (_another_database, "not-ours"),
        (_from_the_future, "newer"),
    ],
)
def test_a_file_that_cannot_be_opened_is_left_exactly_as_it_is(
    learned, fixed_clock, make_module, damage, code
):
    damage(learned)
    before = learned.read_bytes()
    progress = Progress(learned, fixed_clock)

    expect(code, lambda: read_first_screen(learned))
    for ask in everything(progress, make_module("one", "two")).values():
        expect(code, ask)
    progress.close()

    assert learned.read_bytes() == before


@pytest.mark.parametrize("damage", [_table_missing, _day_that_is_none])
def test_damage_inside_is_said_calmly_too(learned, fixed_clock, damage):
    damage(learned)
    before = learned.read_bytes()
    progress = Progress(learned, fixed_clock)

    expect("damaged", lambda: read_first_screen(learned))
    expect("damaged", progress.completions)
    progress.close()

    assert learned.read_bytes() == before


def test_a_bit_that_flips_anywhere_is_never_a_traceback(
    learned, fixed_clock, make_module, tmp_path
):
    whole = learned.read_bytes()
    chance = random.Random(11)
    found = 0
    for number in range(150):
        flipped = bytearray(whole)
        for at in (chance.randrange(len(whole)) for _ in range(8)):
            flipped[at] ^= 1 << chance.randrange(8)
        file = tmp_path / "flipped" / str(number) / "record.db"
        file.parent.mkdir(parents=True)
        file.write_bytes(flipped)
        progress = Progress(file, fixed_clock)
        asked = [lambda file=file: read_first_screen(file)]
        asked += everything(progress, make_module("one", "two")).values()
        for ask in asked:
            try:
                ask()
            except AppError as error:
                found += error.code not in ("", "parts-ahead")
                assert SECRET not in str(error)
        progress.close()
    assert found > 100


def test_a_folder_in_the_place_of_the_record_is_said_calmly(file, fixed_clock, module):
    file.mkdir(parents=True)
    progress = Progress(file, fixed_clock)

    expect("unreachable", lambda: progress.reach(module, "one"))
    expect("unreachable", lambda: read_first_screen(file))


# --- folders that go away -----------------------------------------------------------------


def test_a_people_folder_that_goes_missing_is_noticed_before_anything_is_called_saved(
    learned, fixed_clock, make_module, tmp_path
):
    progress = Progress(learned, fixed_clock)
    module = make_module("one", "two")
    progress.resume(module)
    shutil.move(tmp_path / "people", tmp_path / "elsewhere")

    for name, ask in everything(progress, module).items():
        error = expect("unreachable", ask)
        assert "safe" in error.advice, name
    assert not (tmp_path / "people").exists()

    shutil.move(tmp_path / "elsewhere", tmp_path / "people")
    progress.reach(module, "two")
    assert progress.resume(module).reached == {"one", "two"}
    progress.close()


def test_a_record_that_is_moved_away_is_noticed(learned, fixed_clock, make_module, tmp_path):
    """On most systems the open file goes on living, and what is written in it is lost."""
    progress = Progress(learned, fixed_clock)
    module = make_module("one", "two")
    progress.reach(module, "one")
    learned.rename(tmp_path / "moved.db")

    expect("unreachable", lambda: progress.reach(module, "two"))
    progress.close()


def test_a_missing_people_folder_at_the_start_means_that_nothing_was_begun(
    file, fixed_clock, module
):
    progress = Progress(file, fixed_clock)

    assert progress.states() == {}
    progress.reach(module, "one")
    assert progress.resume(module).reached == {"one"}
    progress.close()


# --- folders that may not be written ------------------------------------------------------

READ_ONLY = """
import json, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from conftest import build_module
import alembic.command
from tiapp.core.clock import SystemClock
from tiapp.core.errors import AppError
from tiapp.core.settings import Installation, Settings
from tiapp.services import Services, warm_up
from tiapp.storage.one_instance import ask_to_show, take_window_lock
from tiapp.storage.paths import Paths
# all of it now: the other account may not read this checkout
import tiapp.record.first_screen, tiapp.record.progress, uuid
warm_up()
data = Path(sys.argv[1])
paths = Paths.under(data)
if os.getuid() == 0:
    import pwd
    nobody = pwd.getpwnam("nobody")
    os.setgroups([])
    os.setgid(nobody.pw_gid)
    os.setuid(nobody.pw_uid)
assert not os.access(data, os.W_OK)
services = Services(paths, SystemClock())
(person,) = services.people.all()
mine = services.for_person(person)
module = build_module("one", "two")
said = {}
def attempt(name, do):
    try:
        said[name] = ["fine", repr(do())]
    except AppError as error:
        said[name] = [error.code, str(error)]
attempt("first_screen", lambda: mine.first_screen().carry_on.part_id)
attempt("resume", lambda: mine.progress.resume(module).place.part_id)
attempt("completions", lambda: len(mine.progress.completions()))
attempt("reach", lambda: mine.progress.reach(module, "two"))
attempt("finish", lambda: mine.progress.finish(build_module("one", id="almost")))
attempt("save_settings", lambda: mine.save_settings(Settings(text_size=125)))
attempt("save_installation", lambda: services.save_installation(Installation(True)))
attempt("add", lambda: services.people.add("Ben"))
attempt("rename", lambda: services.people.rename(person.id, "Ben"))
attempt("window", lambda: take_window_lock(data))
attempt("show", lambda: ask_to_show(data))
print(json.dumps(said))
"""


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that another account can reach: pytest's own cannot be."""
    folder = Path(tempfile.mkdtemp(prefix="steady-read-only-"))
    folder.chmod(0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="read-only folders are made by POSIX modes here")
def test_a_read_only_folder_can_be_read_and_says_calmly_that_it_cannot_be_written(
    open_to_all, fixed_clock, make_module
):
    from tiapp.services import Services
    from tiapp.storage.paths import Paths

    services = Services(Paths.under(open_to_all), fixed_clock)
    mine = services.for_person(services.people.add("Ana"))
    module = make_module("one", "two")
    mine.progress.reach(module, "one")
    mine.progress.reach(make_module("one", id="almost"), "one")
    mine.progress.reach(module, "one")
    mine.close()
    before = {p: p.read_bytes() for p in open_to_all.rglob("*") if p.is_file()}
    for path in open_to_all.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    open_to_all.chmod(0o555)

    answer = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(open_to_all), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        cwd="/",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )
    if "PermissionError" in answer.stderr and "tiapp" not in answer.stderr:
        pytest.skip("the account `nobody` may not read this checkout or its Python")
    assert answer.returncode == 0, answer.stderr
    said = json.loads(answer.stdout)

    assert said["first_screen"] == ["fine", "'one'"]
    assert said["resume"] == ["fine", "'one'"]
    assert said["completions"] == ["fine", "0"]
    refused = set(said) - {"first_screen", "resume", "completions"}
    assert {name: said[name][0] for name in refused} == dict.fromkeys(refused, "read-only")
    for name in refused:
        assert "safe" in said[name][1]
    assert {p: p.read_bytes() for p in open_to_all.rglob("*") if p.is_file()} == before


# --- disks that are full ------------------------------------------------------------------

FULL = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from conftest import build_module
import alembic.command
from tiapp.core.clock import SystemClock
from tiapp.core.errors import AppError
from tiapp.core.settings import Settings
from tiapp.services import Services, warm_up
from tiapp.storage.paths import Paths
warm_up()
folder, how = Path(sys.argv[1]), sys.argv[2]
services = Services(Paths.under(folder), SystemClock())
mine = services.for_person(services.people.add("Ana"))
mine.save_settings(Settings(text_size=125))
others = services.for_person(services.people.add("Ben"))
saved = []
def learn():
    for number in range(len(saved), 100_000):
        module = build_module("one", id=f"m{number}", title="x" * 2000)
        mine.progress.reach(module, "one")
        mine.progress.finish(module)
        saved.append(module.id)
        if number == 20 and how == "limit":
            limit(300_000)
def limit(size):
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
if how == "disk":
    (folder / "filler").write_bytes(b"x" * 300_000)
codes = []
for _ in range(3):
    try:
        learn()
    except AppError as error:
        codes.append(error.code)
if how == "disk":
    with (folder / "filler2").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"x" * 512)
        except OSError:
            pass
    for do in (
        lambda: mine.save_settings(Settings(text_size=200)),
        lambda: services.people.add("Cem"),
        lambda: others.progress.reach(build_module("one"), "one"),
    ):
        try:
            do()
            codes.append("saved")
        except AppError as error:
            codes.append(error.code)
kept = [c.module_id for c in mine.progress.completions()]
first = len(mine.first_screen().states)
again = Services(Paths.under(folder), SystemClock())
settings = again.for_person(mine.person).settings.text_size
people = len(again.people.all())
if how == "disk":
    (folder / "filler").unlink()
    (folder / "filler2").unlink()
else:
    import resource
    limit(resource.RLIM_INFINITY)
lost = sorted(set(saved) - set(kept))
module = build_module("one", id="afterwards")
mine.progress.reach(module, "one")
mine.progress.finish(module)
mine.close()
leftover = [p.name for p in folder.rglob("*") if ".new" in p.name or "journal" in p.name]
print(json.dumps([codes, len(saved), lost, first, settings, people, leftover]))
"""


def until_full(folder: Path, how: str) -> list[object]:
    answer = subprocess.run(
        [sys.executable, "-c", FULL, str(folder), how, str(Path(__file__).parent)],
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.skipif(os.name == "nt", reason="file-size limits are POSIX")
def test_a_used_up_allowance_loses_nothing_and_goes_on_once_there_is_room(tmp_path):
    codes, saved, lost, first, settings, people, leftover = until_full(tmp_path, "limit")

    assert codes == ["disk-trouble"] * 3
    assert saved > 20
    assert lost == []
    assert first in (saved, saved + 1)
    assert (settings, people, leftover) == (125, 2, [])


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None,
    reason="only root can mount a small disk; the file-size limit is tested all the same",
)
def test_a_full_disk_loses_nothing_and_goes_on_once_there_is_room(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(disk)], capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        codes, saved, lost, first, settings, people, leftover = until_full(disk, "disk")
    finally:
        subprocess.run(["umount", str(disk)], check=True)

    assert codes == ["disk-full"] * 6
    assert saved > 20
    assert lost == []
    assert first in (saved, saved + 1)
    assert (settings, people, leftover) == (125, 3, [])
