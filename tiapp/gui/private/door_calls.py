"""What the door asks of the private room behind it, and how it hears what became of that."""

from collections.abc import Callable
from dataclasses import dataclass

from tiapp.core.errors import AppError
from tiapp.gui.kit.run import Runner
from tiapp.private.vault import Vault, VaultState

Failed = Callable[[AppError], None]


@dataclass(frozen=True, slots=True)
class DoorCalls:
    """Each answers at once, or by calling back in the interface thread.

    unlock(passphrase, failed), unlock_with_code(code, failed): the door learns of success by
        being replaced by the page behind it.
    wait_left(): seconds until the next try is taken.
    trouble(): why a draft is still held in memory instead of being saved, or None.
    try_again(), let_go(): what becomes of that draft.
    """

    state: Callable[[], VaultState]
    vault: Vault
    worker: Runner
    unlock: Callable[[str, Failed], None]
    unlock_with_code: Callable[[str, Failed], None]
    wait_left: Callable[[], int]
    trouble: Callable[[], AppError | None]
    try_again: Callable[[], None]
    let_go: Callable[[], None]
