"""Every database that was ever released opens for ever. See tests/data/databases/make.py."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tiapp.record.file import RECORD
from tiapp.record.first_screen import read_first_screen
from tiapp.record.model import Details, ModuleProgress, ModuleState, Place
from tiapp.record.progress import Progress
from tiapp.record.sharing import Sharing

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
    states = {id_: line for id_, line in progress.states().items() if id_ != "away"}
    assert states == {
        "choice": ModuleProgress("choice", ModuleState.STARTED, 1, None),
        "safety": ModuleProgress("safety", ModuleState.FINISHED, 2, date(2026, 2, 6)),
        "trust": ModuleProgress("trust", ModuleState.STARTED, 2, date(2026, 3, 7)),
    }
    assert [
        (c.module_id, c.title, c.version, c.level, c.finished_on)
        for c in progress.completions()
        if c.module_id != "away"
    ] == [
        ("safety", "Feeling safe — über Sicherheit", 2, "informed", date(2026, 1, 5)),
        ("safety", "Feeling safe — über Sicherheit", 2, "informed", date(2026, 2, 6)),
        ("trust", "Trust", 1, "skilled", date(2026, 3, 7)),
    ]
    trust = make_module("one", "two", "three", id="trust")
    progress.reach(trust, "three")
    assert progress.finish(trust).finished_on == date(2026, 3, 10)
    progress.close()


@pytest.mark.parametrize(
    "name", sorted(f.name for f in KEPT.glob("record-*.db") if f.name >= "record-0002.db")
)
def test_details_key_and_modules_from_elsewhere_are_still_there(name, tmp_path, fixed_clock):
    file = tmp_path / "record.db"
    shutil.copyfile(KEPT / name, file)

    progress, sharing = Progress(file, fixed_clock), Sharing(file)

    assert progress.states()["away"] == ModuleProgress(
        "away", ModuleState.FINISHED, 0, date(2026, 2, 1)
    )
    assert sharing.details() == Details("Zoë Łukasz", "00417", "Housing advice", "Leith")
    assert sharing.folder() == "/somewhere/shared"
    assert sharing.next_number() == 2
    seed, number = sharing.take_number()
    assert len(seed) == 32 and number == 2
    progress.close()
    sharing.close()
