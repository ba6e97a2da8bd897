"""A window at the Author screen, with answers in place of the system's file dialogs."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.authoring.packs import MODULE, SUPPORT, pack_with
from tests.gui.authoring.desk import Desk
from tests.window import Steady


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of two modules that passes the check."""
    second = MODULE.replace("a-calm-start", "another-start").replace("A calm start", "Another")
    return pack_with(tmp_path / "packs" / "ours", MODULE, second, support=SUPPORT)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """The Author screen, nothing open."""
    steady = Steady(qtbot, tmp_path / "data")
    steady.services.clock.set(datetime(2026, 11, 27, 9))  # type: ignore[attr-defined]
    yield Desk(steady)
    steady.close()
