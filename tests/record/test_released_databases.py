"""Every database that was ever released opens for ever. See tests/data/databases/make.py."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tiapp.record.file import RECORD
from tiapp.record.first_screen import read_first_screen
from tiapp.record.model import ModuleProgress, ModuleState, Place
from tiapp.record.progress import Progress

KEPT = Path(__file__).parents[1] / "data" / "databases"


def test_there_is_a_kept_database_for_every_version():
    assert (KEPT / f"record-{RECORD.head}.db").is_file()


@pytest.mark.parametrize("name", sorted(file.name for file in KEPT.glob("record-*.db")))
def test_a_released_database_opens_with_everything_in_it(name, tmp_path, fixed_clock, make_module):
    file = tmp_path / "record.db"
    shutil.copyfile(KEPT / name, file)

    screen = read_first_screen(file)
    progress = Progress(file, fixed_clock)

    assert screen.carry_on is not None
    assert (screen.carry_on.title, screen.carry_on.place) == ("Trust", Place("two", 3, 0.25))
    assert progress.states() == {
        "choice": ModuleProgress("choice", ModuleState.STARTED, 1, None),
        "safety": ModuleProgress("safety", ModuleState.FINISHED, 2, date(2026, 2, 6)),
        "trust": ModuleProgress("trust", ModuleState.STARTED, 2, date(2026, 3, 7)),
    }
    assert [
        (c.module_id, c.title, c.version, c.level, c.finished_on) for c in progress.completions()
    ] == [
        ("safety", "Feeling safe — über Sicherheit", 2, "informed", date(2026, 1, 5)),
        ("safety", "Feeling safe — über Sicherheit", 2, "informed", date(2026, 2, 6)),
        ("trust", "Trust", 1, "skilled", date(2026, 3, 7)),
    ]
    trust = make_module("one", "two", "three", id="trust")
    progress.reach(trust, "three")
    assert progress.finish(trust).finished_on == date(2026, 3, 10)
    progress.close()
