import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tiapp.core.errors import AppError
from tiapp.record.first_screen import read_first_screen
from tiapp.record.model import CarryOn, FirstScreen, Place
from tiapp.record.progress import Progress
from tiapp.record.store import Store
from tiapp.storage import plain


def test_before_anything_was_begun_there_is_nothing_to_show(file):
    assert read_first_screen(file) == FirstScreen()
    assert not file.parent.exists()


def test_home_offers_to_carry_on_where_the_person_was_last(progress, file, make_module):
    first = make_module("a", "b", id="first", title="The first")
    second = make_module("a", "b", "c", id="second", title="The second")
    progress.reach(second, "a")
    progress.reach(first, "a")
    progress.reach(second, "c")
    progress.remember(second, Place("c", 4, 0.75))

    screen = read_first_screen(file)

    assert screen.carry_on == CarryOn(
        module_id="second",
        title="The second",
        part_id="c",
        part_title="Part c",
        part_number=3,
        part_count=3,
        reached=2,
        minutes=3,
        place=Place("c", 4, 0.75),
    )


def test_a_finished_module_is_not_offered_again(progress, file, make_module):
    only = make_module("a")
    progress.reach(only, "a")
    progress.finish(only)

    screen = read_first_screen(file)

    assert screen.carry_on is None
    assert screen.finished_ids == {"m1"}


def test_home_says_the_same_as_the_mapped_classes(progress, file, make_module):
    chance = random.Random(7)
    modules = [make_module(*"abcde"[: n % 5 + 1], id=f"m{n:02}") for n in range(12)]
    for _ in range(150):
        module = chance.choice(modules)
        part = chance.choice(module.parts)
        match chance.randrange(6):
            case 0:
                progress.remember(module, Place(part.id, chance.randrange(9), chance.random()))
            case 1:
                try:
                    progress.finish(module)
                except AppError:
                    pass
            case 2 if progress.resume(module).looking_again:
                progress.take_again(module)
            case _:
                progress.reach(module, part.id)
    screen = read_first_screen(file)

    store = Store(file)
    with store.reading() as rows:
        assert screen.carry_on == rows.carry_on()
        assert screen.states == tuple(rows.states().values())
    store.close()
    assert screen.carry_on is not None
    assert 0 < len(screen.finished_ids) < 12


def test_reading_the_first_screen_imports_no_sqlalchemy_and_changes_no_byte(progress, file, module):
    progress.reach(module, "one")
    progress.close()
    before = file.read_bytes()

    script = (
        "import sys; from pathlib import Path;"
        "from tiapp.record.first_screen import read_first_screen;"
        "print(read_first_screen(Path(sys.argv[1])).carry_on.part_id);"
        "print([n for n in ('sqlalchemy', 'alembic', 'asyncio') if n in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, text=True, check=True
    )

    assert answer.stdout.splitlines() == ["one", "[]"]
    assert file.read_bytes() == before


def test_what_a_killed_program_left_half_done_is_rolled_back_first(progress, file, module):
    """A hot journal: a database opened read-only could not be read at all."""
    progress.reach(module, "one")
    progress.close()
    script = """
import os, sys
from pathlib import Path
from tiapp.storage.plain import connect
connection = connect(Path(sys.argv[1]))
connection.execute("PRAGMA cache_size=1")
connection.execute("PRAGMA cache_spill=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE attempt SET title = ?", ("x" * 400000,))
connection.execute("UPDATE attempt SET part_title = ?", ("y" * 400000,))
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", script, str(file)], check=False)
    assert file.with_name("record.db-journal").exists()

    screen = read_first_screen(file)

    assert screen.carry_on is not None
    assert screen.carry_on.title == "A made-up module"


# --- how many questions are asked ---------------------------------------------------------


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement sent to SQLite by a connection opened after this."""
    sent: list[str] = []
    connect = plain.Plain.connect

    def traced(opener: plain.Plain, file: Path) -> sqlite3.Connection:
        connection = connect(opener, file)
        connection.set_trace_callback(sent.append)
        return connection

    monkeypatch.setattr(plain.Plain, "connect", traced)
    return sent


@pytest.fixture
def record_of(
    tmp_path: Path, fixed_clock, make_module: Callable[..., object]
) -> Callable[[int], Path]:
    """A record with that many modules, every other one finished."""

    def build(count: int) -> Path:
        file = tmp_path / f"with-{count}" / "record.db"
        progress = Progress(file, fixed_clock)
        for number in range(count):
            module = make_module("a", "b", "c", id=f"m{number:03}")
            progress.reach(module, "a")
            if number % 2:
                progress.reach(module, "b")
                progress.reach(module, "c")
                progress.finish(module)
        progress.close()
        return file

    return build


def _questions(sent: list[str]) -> list[str]:
    return [statement for statement in sent if statement.lstrip().upper().startswith("SELECT")]


@pytest.mark.parametrize("ask", ["states", "resume", "completions"])
def test_the_number_of_questions_does_not_grow_with_the_modules(
    record_of, statements, fixed_clock, make_module, ask
):
    counts = []
    for size in (2, 40):
        progress = Progress(record_of(size), fixed_clock)
        progress.states()  # the file is open now
        statements.clear()
        if ask == "resume":
            progress.resume(make_module("a", "b", "c", id="m000"))
        else:
            getattr(progress, ask)()
        counts.append(len(_questions(statements)))
        progress.close()

    assert counts[0] == counts[1] <= 3


def test_the_first_screen_asks_two_questions_of_the_record(record_of, statements):
    file = record_of(10)
    statements.clear()
    read_first_screen(file)

    about = [s for s in _questions(statements) if "attempt" in s]
    assert len(about) == 2


def test_no_question_reads_through_all_reached_parts(
    record_of, statements, fixed_clock, make_module
):
    file = record_of(10)
    progress = Progress(file, fixed_clock)
    statements.clear()
    module = make_module("a", "b", "c", id="m000")
    progress.states()
    progress.resume(module)
    progress.reach(module, "b")
    progress.completions()
    read_first_screen(file)
    progress.close()

    asked = [s for s in statements if s.lstrip().upper().startswith(("SELECT", "UPDATE"))]
    assert any("reached" in statement for statement in asked)
    connection = sqlite3.connect(file)
    for statement in asked:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert not [step for step in plan if step.startswith("SCAN reached")], statement
    connection.close()
