"""Windows on temporary folders for the journeys; each is closed at the end, whatever happened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window import Steady

MakeSteady = Callable[[Path], Steady]


@pytest.fixture
def make_steady(qtbot: QtBot) -> Iterator[MakeSteady]:
    """Makes windows that are not shown yet; the shipped content is in each."""
    made: list[Steady] = []

    def make(data: Path) -> Steady:
        made.append(Steady(qtbot, data))
        return made[-1]

    yield make
    for steady in made:
        steady.close()


@pytest.fixture
def steady(make_steady: MakeSteady, tmp_path: Path) -> Steady:
    """One window, on an empty data folder."""
    return make_steady(tmp_path / "data")
