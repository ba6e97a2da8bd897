"""Erases everything private that Steady made here, and says what it cannot reach."""

import os
from dataclasses import dataclass
from pathlib import Path

from tiapp.private import folders
from tiapp.private.file import Places, VaultFolder
from tiapp.storage.atomic import sync_folder
from tiapp.storage.faults import calmly
from tiapp.storage.paths import make_private_folder

OUT_OF_REACH = (
    "Anything you exported or printed.",
    "Copies of backups on a memory stick, another disk or another computer.",
    "Backups of whole folders made by this computer, your service or its IT provider.",
    "Traces that the disk itself may keep for a while. They are encrypted, and the key is gone.",
)
"""To be said whenever something is erased: a promise kept in part is not kept."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What was removed. What is out of reach is `OUT_OF_REACH`."""

    vault: bool
    """Whether there was a vault."""
    backups: int
    kept: int
    """Earlier vaults that had been kept when a backup or a new one took their place."""


def erase(places: Places) -> Erased:
    """Erase it all, the keys first. Once begun it is finished, if need be at the next start.

    Called while the lock on the vault is held.
    """
    with calmly(places.erasing):
        erased = Erased(
            vault=places.a_vault_is_here(),
            backups=_count(places.backups),
            kept=_count(places.kept),
        )
        make_private_folder(places.erasing)
        sync_folder(places.folder)
        finish_erasing(places)
        return erased


def finish_erasing(places: Places) -> None:
    """Carry on where a kill stopped it. OSError when something can't be removed."""
    everything = [
        places.live.path,
        places.next.path,
        places.past.path,
        places.making.path,
        places.scratch.path,
        *_inside(places.kept),
        *_inside(places.backups),
        *(inner for kept in _inside(places.kept) for inner in _inside(kept / "backups")),
    ]
    for path in everything:
        folders.erase_keys(VaultFolder(path))
    for path in (*everything, places.kept, places.backups):
        folders.remove(path)
    folders.remove(places.erasing)
    sync_folder(places.folder)


def _count(folder: Path) -> int:
    return len(_inside(folder))


def _inside(folder: Path) -> list[Path]:
    return [Path(entry.path) for entry in os.scandir(folder)] if folder.is_dir() else []
