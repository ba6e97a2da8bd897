"""A private room, in a folder of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, QUICK
from tiapp.private.room import Room
from tiapp.private.vault import Vault


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The person's folder."""
    return tmp_path / "people" / "someone"


@pytest.fixture
def make_vault(home: Path, fixed_clock) -> Callable[[], Vault]:
    """Another look at the same vault, as another start of the program has."""
    return lambda: Vault(home, fixed_clock, cost=QUICK)


@pytest.fixture
def vault(make_vault) -> Vault:
    """The person's vault, which nobody has set up yet."""
    return make_vault()


@pytest.fixture
def room(vault: Vault) -> Iterator[Room]:
    """An open private room with nothing in it."""
    made = vault.create(PASSPHRASE)
    yield made.room
    made.room.close()
