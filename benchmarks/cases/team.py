"""The team store: importing many signed files, roll-ups, and how both grow."""

import gc
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from benchmarks import team_data
from benchmarks.cases.setting import Setting
from benchmarks.floors import summaries as floors
from benchmarks.floors import team as sql
from benchmarks.runner import CannotRun, Case

VALID_MONTHS = 24


class _Day:
    """A clock that stands still."""

    def now(self) -> datetime:
        return datetime.combine(self.today(), datetime.min.time())

    def today(self):  # type: ignore[no-untyped-def]
        return team_data.TODAY


def cases(setting: Setting) -> list[Case]:
    """Imports into a new store each time; roll-ups of one that is filled once."""
    files = 1_000 if setting.quick else 10_000
    people = 2_000 if setting.quick else 20_000
    small, large = (300, 3_000) if setting.quick else (1_000, 20_000)

    @cache
    def handed_over(count: int, completions: int) -> Path:
        folder = setting.folder / f"handed-over-{count}-{completions}"
        team_data.write_files(folder, team_data.people(count, completions))
        return folder

    def taken_in(count: int, completions: int) -> float:
        folder = handed_over(count, completions)
        with _new_team(setting) as team, _no_garbage():
            begun = time.perf_counter()
            report = team.importing([folder]).run()
            taken = (time.perf_counter() - begun) * 1000
        if (report.taken, report.completions) != (count, count * completions):
            raise CannotRun(f"{report.taken} of {count} files were taken in")
        return taken

    def verified(count: int, completions: int) -> float:
        folder = handed_over(count, completions)
        with _no_garbage():
            return _timed(lambda: floors.verify(folder))

    def importing(completions: int, goal: float, limit: float) -> Case:
        return Case(
            f"P12-import-{completions}",
            f"{files:,} signed files of {completions} completions taken into a new team store",
            "reading and verifying them",
            lambda: verified(files, completions),
            lambda: taken_in(files, completions),
            goal,
            limit,
            weight=3,
        )

    @cache
    def filled() -> Path:
        file = setting.folder / "team-filled" / "team.db"
        _fill(file, people)
        return file

    def first() -> float:
        """The kept answers are thrown away before, as a change in the store would."""
        with _team(filled()) as team:
            team.teams(_scope())
            connection = sqlite3.connect(filled())
            connection.execute("DELETE FROM kept_answer")
            connection.commit()
            connection.close()
            return _timed(lambda: team.teams(_scope()))

    def again() -> float:
        with _team(filled()) as team:
            team.teams(_scope())
            return _timed(lambda: team.teams(_scope()))

    def by_hand() -> float:
        return _timed(lambda: sql.team_counts(filled(), team_data.TODAY, VALID_MONTHS))

    rolled = f"Roll-up of {people:,} people and 16 modules by team"
    return [
        importing(16, 2.0, 2.6),
        importing(40, 3.0, 3.9),
        Case(
            "P12-scaling",
            f"Import, a file of {large:,}",
            f"a file of {small:,}",
            lambda: taken_in(small, 16) / small,
            lambda: taken_in(large, 16) / large,
            1.2,
            1.5,
            weight=3,
        ),
        Case("P15-first", f"{rolled}, first", "hand-written SQL", by_hand, first, 1.2, 1.5),
        Case("P15-kept", f"{rolled}, kept", "hand-written SQL", by_hand, again, 0.05, 0.1),
    ]


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


@contextmanager
def _no_garbage() -> Iterator[None]:
    """As in the window and in `tiapp team import`: nothing looks for cycles meanwhile."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _new_team(setting: Setting):  # type: ignore[no-untyped-def]
    folder = setting.folder / "team-new"
    shutil.rmtree(folder, ignore_errors=True)
    with _team(folder / "team.db") as team:
        team.choices()
        team.choose(team.choices())  # makes the file, which an import would do once in its life
        yield team


@contextmanager
def _team(file: Path):  # type: ignore[no-untyped-def]
    from tiapp.supervision.team.model import PathwayModules
    from tiapp.supervision.team.place import TeamPlace
    from tiapp.supervision.team.team import Taught, Team

    titles = {module: module for module in team_data.MODULES}
    pathways = (PathwayModules("everyone", "Everyone", team_data.MODULES),)
    team = Team(TeamPlace(file), _Day(), lambda: Taught(titles, pathways))
    try:
        yield team
    finally:
        team.close()


def _scope():  # type: ignore[no-untyped-def]
    from tiapp.supervision.team.scope import Scope

    return Scope()


def _fill(file: Path, people: int) -> None:
    """Straight into the tables: a store of that size, on the staff list, most modules finished."""
    from tiapp.supervision.team.care import Choices

    with _team(file) as team:
        team.choose(Choices(valid_months=VALID_MONTHS))
        team.teams(_scope())
    random = Random(team_data.SEED)
    teams = max(1, people // 12)
    connection = sqlite3.connect(file)
    connection.executemany(
        "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, 1, 'everyone', NULL, NULL)",
        (
            (n, f"{n:06}", f"{n:06}", f"Person {n}", f"Team {n % teams}", f"Site {n % teams // 5}")
            for n in range(1, people + 1)
        ),
    )
    connection.executemany(
        "INSERT INTO taught VALUES (?, ?, 1, 'informed', ?)",
        ((n, module, module) for n, module in enumerate(team_data.MODULES, start=1)),
    )
    connection.executemany(
        "INSERT INTO completion VALUES (?, ?, ?, ?)",
        (
            (
                person,
                f"{random.getrandbits(128):032x}",
                module,
                (team_data.TODAY - timedelta(days=random.randrange(900))).isoformat(),
            )
            for person in range(1, people + 1)
            for module in range(1, 17)
            if random.random() < 0.9
        ),
    )
    connection.execute("UPDATE turn SET number = number + 1")
    connection.commit()
    connection.close()
