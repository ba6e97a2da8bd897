"""Backups of the vault: made, thinned, tried out and put back. They are as encrypted as it is.

A backup is a folder with vault.db and vault.json in it, a whole vault of its own. It is opened by
the passphrase and the code of the time it was made.
"""

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.private import folders, troubles
from tiapp.private.file import VAULT, Places, VaultFolder
from tiapp.private.key_file import KeyFile
from tiapp.private.recovery_code import RecoveryCode
from tiapp.storage.atomic import sync_file, sync_folder
from tiapp.storage.backup import copy_open
from tiapp.storage.database import check_identity, check_whole, count_rows
from tiapp.storage.encrypted import Encrypted
from tiapp.storage.faults import calmly, in_words
from tiapp.storage.paths import make_private_folder

_NAME = re.compile(r"(\d{4}-\d\d-\d\d-\d{6})(-\d+)?")
_UNFINISHED = "-making"
_DAYS, _WEEKS, _MONTHS = 7, 5, 12


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as its folder tells it. Whether it is sound only `test` can say."""

    path: Path
    made: datetime
    size: int
    """Bytes of its database."""

    @property
    def name(self) -> str:
        """What its folder is called; in order of time."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Tested:
    """A backup that was really restored, into a scratch place, and read through."""

    backup: Backup
    rows: dict[str, int]
    """How many rows each table has: as many as when the backup was made."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup was put in place; the person unlocks it as ever."""

    kept: Path | None
    """Where the vault is that was there before; None when there was none."""


class Backups:
    """The backups of one vault. None of this needs an open vault; making one does: see Room."""

    def __init__(self, places: Places, clock: Clock) -> None:
        """Nothing is read yet."""
        self._places = places
        self._clock = clock

    def list(self) -> tuple[Backup, ...]:
        """All there are, newest first. AppError when their folder can't be read."""
        with calmly(self._places.backups):
            if not self._places.backups.exists():
                return ()
            found = [_backup(path) for path in self._places.backups.iterdir()]
        return tuple(
            sorted((one for one in found if one is not None), key=lambda b: b.name, reverse=True)
        )

    @staticmethod
    def at(path: Path) -> Backup:
        """A backup that lies anywhere, by its folder or its vault.db. AppError when it is none."""
        folder = path.parent if path.name == "vault.db" else path
        with calmly(folder):
            file = VaultFolder(folder).database
            if not file.is_file():
                raise troubles.no_backup(path)
            facts = file.stat()
        known = _backup(folder)
        # in another place its name may be another
        moment = datetime.fromtimestamp(facts.st_mtime)
        return known or Backup(Path(os.path.abspath(folder)), moment, facts.st_size)

    def newest_of(self, vault_id: str) -> Backup | None:
        """The newest backup of that vault; of others there may be some, too."""
        for backup in self.list():
            try:
                if folders.read_keys(VaultFolder(backup.path)).vault_id == vault_id:
                    return backup
            except AppError:
                continue
        return None

    def is_due(self) -> bool:
        """Whether the last day has none."""
        now = self._clock.now()
        return not any(now - timedelta(days=1) < one.made <= now for one in self.list())

    def test(self, backup: Backup, secret: str | RecoveryCode) -> Tested:
        """Restore it into a scratch place, read it through and compare; nothing else is touched.

        `secret` is the passphrase or code of its time. AppError "passphrase-differs",
        "backup-damaged", "vault-open-elsewhere" ...
        """
        with folders.locked(self._places):
            return try_out(self._places, backup, secret)

    def restore(self, backup: Backup, secret: str | RecoveryCode | None = None) -> Restored:
        """Put it in place of the vault, which is kept. The vault must not be open.

        With the passphrase or code of its time it is opened and read through first, and refused
        when it is not sound; without, only its keys and its size are looked at. AppError, and
        then nothing was changed.
        """
        with folders.locked(self._places):

            def make(folder: VaultFolder) -> None:
                if secret is not None:
                    try_out(self._places, backup, secret)
                _copy(backup, folder)

            kept = folders.put_in_place(self._places, make, self._clock.now(), keep_old=True)
            return Restored(kept)

    def delete(self, backup: Backup) -> None:
        """Delete one that the person no longer wants. The vault must not be open."""
        with folders.locked(self._places):
            self.remove(backup)

    def remove(self, backup: Backup) -> None:
        """Delete one of the app's own backups, while the lock on the vault is held."""
        if backup.path.parent != self._places.backups:
            raise troubles.no_backup(backup.path)
        with calmly(backup.path):
            # under a name that the next backup clears away, should this be stopped half-way
            going = backup.path.with_name(backup.name + _UNFINISHED)
            folders.remove(going)
            os.rename(backup.path, going)
            folders.erase_keys(VaultFolder(going))
            folders.remove(going)

    def make(
        self, connection: sqlite3.Connection, key: bytes, keys: KeyFile, *, thin: bool = True
    ) -> Backup:
        """Room does this: back up what that connection has open. Outside of any transaction.

        Copied by SQLite itself and never as a file, which would lack what is still in the log;
        then opened again and checked before it counts.
        """
        live = self._places.live.database
        with calmly(self._places.backups):
            make_private_folder(self._places.backups)
            for path in self._places.backups.iterdir():
                if path.name.endswith(_UNFINISHED):
                    folders.remove(path)
            now = self._clock.now()
            path = folders.unused(self._places.backups, folders.stamp(now))
            making = VaultFolder(path.with_name(path.name + _UNFINISHED))
            make_private_folder(making.path)
            try:
                _note(connection, path.name)
                copy_open(connection, live, making.database, VAULT, Encrypted(key))
                folders.write_keys(making, keys)
                os.rename(making.path, path)
            except BaseException:
                folders.remove(making.path)
                raise
            sync_folder(self._places.backups)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if thin:
            self.thin(spare=path.name)
        backup = _backup(path)
        assert backup is not None
        return backup

    def thin(self, spare: str = "") -> None:
        """Remove what `to_keep` does not keep; never the one of that name.

        With a clock that was ahead for long, the one just made would look like the oldest.
        """
        backups = self.list()
        keep = to_keep([one.made for one in backups])
        for one in backups:
            if one.made not in keep and one.name != spare:
                self.remove(one)


def to_keep(moments: Sequence[datetime]) -> set[datetime]:
    """The newest of each of the last 7 days, 5 weeks and 12 months that have any.

    Counted in backups and not from today, so that a clock set wrong removes nothing.
    """
    keep: set[datetime] = set()
    newest_first = sorted(moments, reverse=True)
    for most, span in (
        (_DAYS, lambda m: m.date()),
        (_WEEKS, lambda m: m.isocalendar()[:2]),
        (_MONTHS, lambda m: (m.year, m.month)),
    ):
        seen: dict[object, datetime] = {}
        for moment in newest_first:
            seen.setdefault(span(moment), moment)
        keep.update(list(seen.values())[:most])
    return keep


def try_out(places: Places, backup: Backup, secret: str | RecoveryCode | bytes) -> Tested:
    """Restore it into the scratch place and compare. `secret` may be the data key itself."""
    from tiapp.private.wrapping import unwrap

    scratch = places.scratch
    with calmly(scratch.path):
        folders.remove(scratch.path)
        make_private_folder(scratch.path)
        try:
            keys = _copy(backup, scratch)
            key = secret if isinstance(secret, bytes) else unwrap(keys, secret)
            rows = _read_through(scratch, key, keys)
        except AppError as error:
            if isinstance(secret, bytes) and not _begins_with(secret, scratch.database):
                raise troubles.other_key(backup.path) from error
            if error.code in ("damaged", "empty", "not-ours"):
                raise troubles.backup_unsound(backup.path) from error
            raise
        finally:
            folders.remove(scratch.path)
    return Tested(backup, rows)


def _read_through(folder: VaultFolder, key: bytes, keys: KeyFile) -> dict[str, int]:
    with Encrypted(key).connected(folder.database) as connection:
        check_identity(connection, folder.database, VAULT)
        check_whole(connection, folder.database, quick=True)
        row = connection.execute("SELECT vault_id, counts FROM vault WHERE id = 1").fetchone()
        rows = count_rows(connection, VAULT)
    try:
        promised = json.loads(row[1]) if row[1] else rows
    except (ValueError, TypeError) as error:
        raise troubles.backup_unsound(folder.path) from error
    if row[0] != keys.vault_id or promised != rows:
        raise troubles.backup_unsound(folder.path)
    return rows


def _begins_with(key: bytes, file: Path) -> bool:
    """Whether the first page of a database is authentic under that key."""
    try:
        with closing(Encrypted(key).connect_to_read(file)):
            return True
    except Exception as error:
        if in_words(error, file) is None:
            raise
        return False


def _note(connection: sqlite3.Connection, name: str) -> None:
    """Write into the vault, and so into its copy, when it was backed up and what it holds."""
    rows = json.dumps(count_rows(connection, VAULT))
    connection.execute("BEGIN IMMEDIATE")
    try:
        # the later one: a clock put back, as each autumn, must not look like something lost
        connection.execute(
            "UPDATE vault SET backed_up = max(backed_up, ?), counts = ? WHERE id = 1", (name, rows)
        )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _copy(backup: Backup, folder: VaultFolder) -> KeyFile:
    """Copy its two files, as files: nobody has it open. AppError when it can't be a vault."""
    source = VaultFolder(backup.path)
    keys = folders.read_keys(source)
    with calmly(source.database):
        size = source.database.stat().st_size
        if size == 0 or size % 512:
            raise troubles.backup_unsound(backup.path)
        os.close(os.open(folder.database, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        shutil.copyfile(source.database, folder.database)
        log = source.database.with_name("vault.db-wal")
        if log.exists():
            # left by another program that looked into the backup; it belongs to it
            shutil.copyfile(log, folder.database.with_name("vault.db-wal"))
        sync_file(folder.database)
        folders.write_keys(folder, keys)
    return keys


def _backup(path: Path) -> Backup | None:
    """What that folder is, if it is one of the app's own backups."""
    fits = _NAME.fullmatch(path.name)
    folder = VaultFolder(path)
    if fits is None or not folder.database.is_file() or not folder.keys.is_file():
        return None
    try:
        made = datetime.strptime(fits[1], "%Y-%m-%d-%H%M%S")
    except ValueError:
        return None
    return Backup(path, made, folder.database.stat().st_size)
