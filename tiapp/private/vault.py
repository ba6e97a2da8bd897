"""One person's vault: sets it up, opens it, and knows what to do when it can't be opened."""

import secrets
import shutil
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.private import folders, key_file, troubles
from tiapp.private.file import Places, VaultFolder
from tiapp.private.key_file import Cost, KeyFile
from tiapp.private.memory import keep_out_others
from tiapp.private.recovery_code import RecoveryCode
from tiapp.private.waiting import Waiting
from tiapp.storage.faults import calmly
from tiapp.storage.locks import FileLock, try_lock

if TYPE_CHECKING:
    from tiapp.private.backups import Backups
    from tiapp.private.erase import Erased
    from tiapp.private.rescue import Rescued
    from tiapp.private.room import Room
    from tiapp.storage.encrypted import Versions

_ROOM_TO_OPEN = 64 * 1024 * 1024


class VaultState(StrEnum):
    """Where one stands with it."""

    NONE = "none"
    LOCKED = "locked"
    OPEN = "open"
    UNAVAILABLE = "unavailable"
    """What it needs is not installed here."""


@dataclass(frozen=True, slots=True)
class Created:
    """A new, open vault, and the code that is shown this once."""

    room: "Room"
    code: RecoveryCode


class Vault:
    """One person's. Making this object, and asking its state, touches and imports nothing heavy.

    Every other method may raise AppError, and then nothing was changed. It holds no secret; what
    does is the Room that it hands out, one at a time.
    """

    def __init__(self, folder: Path, clock: Clock, *, cost: Cost | None = None) -> None:
        """`folder` is the person's. `cost` is lower in tests alone."""
        self._places = Places(folder)
        self._clock = clock
        self._cost = cost or key_file.USUAL_COST
        self._room: Room | None = None
        self.waiting = Waiting(clock)
        """How long until the next try at passphrase or code; `unlock` holds to it."""

    def state(self) -> VaultState:
        """Where one stands with it now."""
        if self._room is not None and not self._room.closed:
            return VaultState.OPEN
        if find_spec("sqlcipher3") is None or find_spec("cryptography") is None:
            return VaultState.UNAVAILABLE
        return VaultState.LOCKED if self._places.a_vault_is_here() else VaultState.NONE

    def is_open_elsewhere(self) -> bool:
        """Whether another window or command has it open now."""
        if self.state() is not VaultState.LOCKED:
            return False
        lock = try_lock(self._places.lock)
        if lock is not None:
            lock.release()
        return lock is None

    def create(self, passphrase: str) -> Created:
        """Set one up. Its code opens it too, and can be had only from the answer."""
        from tiapp.private.passphrase import check_new
        from tiapp.private.wrapping import wrap_for_code, wrap_for_passphrase

        keep_out_others()
        check_new(passphrase)
        lock = folders.take_lock(self._places)
        try:
            folders.settle(self._places)
            if self._places.a_vault_is_here():
                raise troubles.here_already()
            self._check_space()
            code, key = RecoveryCode.fresh(), secrets.token_bytes(32)
            vault_id = str(uuid.uuid4())
            keys = KeyFile(
                vault_id,
                (
                    wrap_for_passphrase(vault_id, key, passphrase, self._cost),
                    wrap_for_code(vault_id, key, code),
                ),
            )

            def make(folder: VaultFolder) -> None:
                from tiapp.private.making import make_database

                make_database(folder, key, vault_id, code)
                folders.write_keys(folder, keys)

            folders.put_in_place(self._places, make, self._clock.now(), keep_old=False)
            return Created(self._opened(key, keys, lock, code), code)
        except BaseException:
            lock.release()
            raise

    def unlock(self, passphrase: str) -> "Room":
        """Open it. AppError "passphrase-differs", "vault-wait", "vault-open-elsewhere" ..."""
        from tiapp.private.wrapping import unwrap_with_passphrase

        return self._unlock(lambda keys: unwrap_with_passphrase(keys, passphrase))

    def unlock_with_code(self, code: str) -> "Room":
        """Open it with the recovery code as typed. AppError "code-mistyped", "code-differs" ..."""
        from tiapp.private.wrapping import unwrap_with_code

        whole = RecoveryCode.read(code)
        return self._unlock(lambda keys: unwrap_with_code(keys, whole))

    @cached_property
    def backups(self) -> "Backups":
        """Its backups: to list, test and restore without an open vault."""
        from tiapp.private.backups import Backups

        return Backups(self._places, self._clock)

    def rescue(self, secret: str | RecoveryCode) -> "Rescued":
        """Save what can still be read of a damaged vault into a fresh one, which takes its place.

        For after the last good backup was offered. The same passphrase and code open it; the
        damaged one is kept. AppError "vault-beyond-rescue" when nothing can be read.
        """
        from tiapp.private.making import make_database
        from tiapp.private.rescue import Rescued, copy_readable
        from tiapp.private.wrapping import unwrap

        found = (0, 0)
        with folders.locked(self._places):
            if not self._places.live.path.exists():
                raise troubles.none_here()
            keys = folders.read_keys(self._places.live)
            key = unwrap(keys, secret)

            def make(folder: VaultFolder) -> None:
                nonlocal found
                # its own row, with the code's group, is among those that are copied
                make_database(folder, key, keys.vault_id, RecoveryCode.fresh())
                found = copy_readable(self._places, key, folder)
                folders.write_keys(folder, keys)

            kept = folders.put_in_place(self._places, make, self._clock.now(), keep_old=True)
        assert kept is not None
        return Rescued(*found, kept)

    def erase(self) -> "Erased":
        """Erase everything private that Steady made here: vault, backups, kept ones, keys.

        The room is closed first. What was exported is out of reach: see `erase.OUT_OF_REACH`.
        """
        from tiapp.private.erase import erase

        self.close()
        with folders.locked(self._places):
            return erase(self._places)

    def start_afresh(self) -> Path:
        """Make way for a new vault. The old one, with its backups, is kept; returns where."""
        self.close()
        with folders.locked(self._places), calmly(self._places.live.path):
            if not self._places.live.path.exists():
                raise troubles.none_here()
            name = folders.stamp(self._clock.now())
            if self._places.backups.exists():
                # they go first: were they left behind, a later one would push them out
                (self._places.backups).rename(self._places.live.path / "backups")
            return folders.keep(self._places, self._places.live, name)

    def close(self) -> None:
        """Close the room, if it is open. Safe to repeat."""
        if self._room is not None:
            self._room.close()
            self._room = None

    def _unlock(self, unwrap: Callable[[KeyFile], bytes]) -> "Room":
        keep_out_others()  # the passphrase is in memory already
        wait = self.waiting.left()
        if wait:
            raise troubles.too_soon(wait)
        lock = folders.take_lock(self._places)
        try:
            folders.settle(self._places)
            if not self._places.live.path.exists():
                raise troubles.none_here()
            keys = folders.read_keys(self._places.live)
            self._check_space()
            try:
                key = unwrap(keys)
            except AppError as error:
                if error.code in ("passphrase-differs", "code-differs"):
                    self.waiting.missed()
                raise
            self.waiting.met()
            return self._opened(key, keys, lock, None)
        except BaseException:
            lock.release()
            raise

    def _opened(
        self, key: bytes, keys: KeyFile, lock: FileLock, code: RecoveryCode | None
    ) -> "Room":
        from tiapp.private.room import Room

        self._room = Room(self._places, self._clock, self._cost, key, keys, lock, code)
        return self._room

    def _check_space(self) -> None:
        # on a disk without room SQLite could not even put right what a kill left
        with calmly(self._places.folder):
            free = shutil.disk_usage(self._places.folder).free
        if free < _ROOM_TO_OPEN:
            raise troubles.no_room_on_disk(self._places.folder)


def cipher_versions() -> "Versions | None":
    """What does the encrypting, so that somebody can tell whether it is up to date."""
    from tiapp.storage.encrypted import versions

    try:
        return versions()
    except AppError:
        return None
