"""A window on a temporary folder for every GUI test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window import Steady


@pytest.fixture
def steady(qtbot: QtBot, tmp_path: Path) -> Iterator[Steady]:
    """A window that is not shown yet, on an empty data folder with the shipped content."""
    made = Steady(qtbot, tmp_path / "data")
    yield made
    made.close()
