"""A team store for tests: each of them runs on a file and on a real PostgreSQL server."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import FixedClock
from tests.postgres import CannotStart, Server
from tests.supervision.team.people import MODULES, PATHWAYS
from tiapp.supervision.team.place import TeamPlace
from tiapp.supervision.team.team import Taught, Team


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL of the tests' own. Where there is none, these tests say so and are skipped."""
    try:
        made = Server()
    except CannotStart as reason:
        pytest.skip(f"NOT TESTED ON POSTGRESQL: {reason}")
    yield made
    made.stop()


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> TeamPlace:
    """Where the team store of this test is: new and empty."""
    url = request.getfixturevalue("server").url() if request.param == "server" else ""
    return TeamPlace(tmp_path / "team" / "team.db", url)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 23, 14, 2))


@pytest.fixture
def team(place: TeamPlace, clock: FixedClock) -> Iterator[Team]:
    """The team of that store."""
    made = Team(place, clock, lambda: Taught(MODULES, PATHWAYS))
    yield made
    made.close()


@pytest.fixture
def share(tmp_path: Path) -> Callable[..., Path]:
    """`share(file, file)` is a new folder with these files; `share(name=file)` names them."""
    numbers = count(1)

    def make(*files: bytes, **named: bytes) -> Path:
        folder = tmp_path / f"share-{next(numbers)}"
        folder.mkdir()
        for number, data in enumerate(files, start=1):
            (folder / f"file-{number:05}.json").write_bytes(data)
        for name, data in named.items():
            (folder / f"{name}.json").write_bytes(data)
        return folder

    return make
