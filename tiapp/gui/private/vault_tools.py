"""What the page about the private room itself may do. Handed over by the shell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.run import Runner
from tiapp.private.erase import Erased
from tiapp.private.room import Room
from tiapp.private.vault import Created, Vault, VaultState

Failed = Callable[[AppError], None]


@dataclass(frozen=True, slots=True)
class VaultTools:
    """Calls answer in the interface thread.

    state(): what there is, as the window sees it.
    room(): the open room, or None.
    worker(): the way to it while it is open, else the window's own.
    create(passphrase, then, failed), lock(), erase(then, failed): through the shell, which opens
        and locks the room for every page.
    """

    vault: Vault
    hub: Hub
    resources: Path
    today: Callable[[], date]
    state: Callable[[], VaultState]
    room: Callable[[], Room | None]
    worker: Callable[[], Runner]
    create: Callable[[str, Callable[[Created], None], Failed], None]
    lock: Callable[[], None]
    erase: Callable[[Callable[[Erased], None], Failed], None]
