"""Makes, keeps and exchanges vault folders, so that no kill leaves half a one.

A new vault is made whole under another name. Renaming it to `vault-next` is the one moment that
counts: before it nothing has happened, and after it whoever comes next carries on (`settle`).
Everything here is called while the lock on the vault is held.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.private import key_file, troubles
from tiapp.private.file import Places, VaultFolder
from tiapp.private.key_file import KeyFile
from tiapp.storage.atomic import sync_folder
from tiapp.storage.faults import calmly
from tiapp.storage.locks import FileLock, try_lock
from tiapp.storage.paths import make_private_folder


def take_lock(places: Places) -> FileLock:
    """The right to touch the vault. AppError when another window or command has it."""
    lock = try_lock(places.lock)
    if lock is None:
        raise troubles.open_elsewhere()
    return lock


@contextmanager
def locked(places: Places) -> Iterator[None]:
    """Hold that right inside the block, with everything settled that a kill left undone."""
    lock = take_lock(places)
    try:
        settle(places)
        yield
    finally:
        lock.release()


def settle(places: Places) -> Path | None:
    """Finish what was decided before a kill, and remove what was never finished.

    Returns where the vault is kept that another took the place of, if that happened here.
    """
    kept: Path | None = None
    with calmly(places.live.path):
        if places.erasing.exists():
            from tiapp.private.erase import finish_erasing

            finish_erasing(places)
        remove(places.making.path)
        remove(places.scratch.path)
        if places.next.path.exists():
            if places.live.path.exists():
                if places.next.replaces.exists():
                    kept = keep(places, places.live, _when(places.next))
                else:
                    remove(places.past.path)
                    os.rename(places.live.path, places.past.path)
            os.rename(places.next.path, places.live.path)
            sync_folder(places.folder)
            if places.live.replaces.exists():
                os.replace(places.live.replaces, places.live.restored)
        erase_keys(places.past)
        remove(places.past.path)
    return kept


def put_in_place(
    places: Places, make: Callable[[VaultFolder], None], now: datetime, *, keep_old: bool
) -> Path | None:
    """Make a vault by `make` and let it take the live one's place, which is kept or removed.

    When it returns it is in place and on the disk; it returns where the old one is kept, if there
    was one to keep. When it fails, nothing has changed.
    """
    with calmly(places.live.path):
        remove(places.making.path)
        make_private_folder(places.making.path)
        try:
            make(places.making)
            if keep_old:
                handle = os.open(places.making.replaces, os.O_WRONLY | os.O_CREAT, 0o600)
                with os.fdopen(handle, "w", encoding="ascii") as out:
                    out.write(stamp(now))
            sync_folder(places.making.path)
            os.rename(places.making.path, places.next.path)
        except BaseException:
            remove(places.making.path)
            raise
        sync_folder(places.folder)
        return settle(places)


def keep(places: Places, folder: VaultFolder, name: str) -> Path:
    """Move a vault folder to the kept ones. Returns where it is now."""
    make_private_folder(places.kept)
    kept = unused(places.kept, name)
    os.rename(folder.path, kept)
    sync_folder(places.kept)
    sync_folder(places.folder)
    return kept


def unused(folder: Path, name: str) -> Path:
    """A place in `folder` that nothing has yet: `name`, or `name-2` and so on."""
    number, place = 1, folder / name
    while place.exists():
        number += 1
        place = folder / f"{name}-{number}"
    return place


def stamp(now: datetime) -> str:
    """A moment as the name of a folder, in order of time."""
    return f"{now:%Y-%m-%d-%H%M%S}"


def remove(folder: Path) -> None:
    """Remove a folder and all in it, if it is there. OSError when it can't be removed."""
    if folder.exists():
        shutil.rmtree(folder)


def erase_keys(folder: VaultFolder) -> None:
    """Overwrite and remove the keys of a vault that is to go: without them it can't be read.

    Overwriting reaches the old bytes on some disks and not on others; it costs nothing.
    """
    for file in (folder.keys, folder.keys_twin, *_half_saved(folder)):
        with suppress(FileNotFoundError):
            handle = os.open(file, os.O_WRONLY)
            with os.fdopen(handle, "wb") as out:
                out.write(os.urandom(file.stat().st_size))
                out.flush()
                os.fsync(out.fileno())
            file.unlink()


def _half_saved(folder: VaultFolder) -> list[Path]:
    """Keys that a kill left before they got their name: they may be of an older passphrase."""
    return [
        file
        for keys in (folder.keys, folder.keys_twin)
        for file in folder.path.glob(f"{keys.name}.*.new")
    ]


def read_keys(folder: VaultFolder) -> KeyFile:
    """The keys, from the twin when the first is missing or damaged. AppError when both are."""
    try:
        return key_file.read(folder.keys)
    except AppError as first:
        if first.code == "newer":
            raise
        try:
            return key_file.read(folder.keys_twin)
        except AppError:
            raise first from None


def write_keys(folder: VaultFolder, keys: KeyFile) -> None:
    """Save both. When it returns, nothing of older keys is left in the folder."""
    key_file.write(folder.keys, keys)
    key_file.write(folder.keys_twin, keys)
    with calmly(folder.path):
        for file in _half_saved(folder):
            file.unlink(missing_ok=True)


def heal_keys(folder: VaultFolder, keys: KeyFile) -> None:
    """After the vault was opened with `keys`: let both files hold just them."""
    if any(not _holds(file, keys) for file in (folder.keys, folder.keys_twin)):
        write_keys(folder, keys)


def _holds(file: Path, keys: KeyFile) -> bool:
    try:
        return key_file.read(file) == keys
    except AppError:
        return False


def _when(folder: VaultFolder) -> str:
    """The moment noted when the exchange was decided."""
    try:
        noted = folder.replaces.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        noted = ""
    return noted if noted.replace("-", "").isdigit() else "earlier"
