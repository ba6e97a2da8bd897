"""A reader for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.learning.reader_window import Reader


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    """A reader that has opened nothing yet."""
    made = Reader(qtbot, tmp_path)
    yield made
    made.close()
