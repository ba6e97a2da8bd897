"""The private room: an open vault, and what can be done while it is open."""

import secrets
from contextlib import closing
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.private import folders, troubles
from tiapp.private.backups import Backup, Backups, Tested, try_out
from tiapp.private.file import VAULT, Places, VaultFolder
from tiapp.private.key_file import Cost, KeyFile
from tiapp.private.making import encrypt_anew
from tiapp.private.memory import keep_out_others
from tiapp.private.own_row import read_own_row, write_own_row
from tiapp.private.recovery_code import GROUPS, RecoveryCode, tidied
from tiapp.private.sessions import Sessions
from tiapp.private.wrapping import unwrap_with_passphrase, wrap_for_code, wrap_for_passphrase
from tiapp.storage.backup import copy_open
from tiapp.storage.database import check_whole, count_rows
from tiapp.storage.encrypted import Encrypted
from tiapp.storage.locks import FileLock
from tiapp.storage.migrate import bring_up_to_date

if TYPE_CHECKING:
    from tiapp.private.check_ins import CheckIns
    from tiapp.private.journal import Journal
    from tiapp.private.plan import Plan
    from tiapp.private.reminders import ReminderTexts


class Room:
    """An open vault. Hands out its services; call it from one thread at a time.

    Every method may raise AppError, and then nothing was changed by it. After `close` all of them
    do.
    """

    def __init__(
        self,
        places: Places,
        clock: Clock,
        cost: Cost,
        key: bytes,
        keys: KeyFile,
        lock: FileLock,
        code: RecoveryCode | None,
    ) -> None:
        """Made by Vault only, which hands over the lock. Opens the database."""
        keep_out_others()
        self._places = places
        self._clock = clock
        self._cost = cost
        self._key = key
        self._keys = keys
        self._code = code
        self._backups = Backups(places, clock)
        self._opener = Encrypted(key)
        database = places.live.database
        if database.is_file() and database.stat().st_size == 0:
            # it would open as a new one, and be written to
            raise troubles.damaged(database)
        try:
            bring_up_to_date(database, VAULT, self._opener, keep_copy=self._copy_first)
            self.sessions = Sessions(self._opener, database)
            """The one door to the database, for the services below."""
        except AppError as error:
            raise self._in_our_words(error) from error
        try:
            self.newer_backup = self._look_at_itself()
            """A backup that knows more than the vault: the last entries may be lost. Or None."""
            folders.heal_keys(places.live, keys)
        except BaseException:
            self.sessions.close()
            raise
        self._lock: FileLock | None = lock

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._lock is None

    @cached_property
    def journal(self) -> "Journal":
        """What was written."""
        from tiapp.private.journal import Journal

        return Journal(self.sessions, self._clock)

    @cached_property
    def check_ins(self) -> "CheckIns":
        """The check-ins that were kept, and their picture."""
        from tiapp.private.check_ins import CheckIns

        return CheckIns(self.sessions, self._clock)

    @cached_property
    def plan(self) -> "Plan":
        """The steps of the plan."""
        from tiapp.private.plan import Plan

        return Plan(self.sessions, self._clock)

    @cached_property
    def reminders(self) -> "ReminderTexts":
        """The words that the person gave their reminders."""
        from tiapp.private.reminders import ReminderTexts

        return ReminderTexts(self.sessions, self._clock)

    def is_passphrase(self, passphrase: str) -> bool:
        """Whether that is the passphrase now: to be asked before it is changed."""
        self._check_open()
        try:
            unwrap_with_passphrase(self._keys, passphrase)
        except AppError as error:
            if error.code == "passphrase-differs":
                return False
            raise
        return True

    def change_passphrase(self, new: str) -> None:
        """Let another passphrase open it, from now on the only one. The data is not rewritten.

        Backups made before are still opened by the passphrase of their time.
        """
        from tiapp.private.passphrase import check_new

        self._check_open()
        check_new(new)
        slot = wrap_for_passphrase(self._keys.vault_id, self._key, new, self._cost)
        self._save_keys(self._keys.with_slot(slot))

    def new_recovery_code(self) -> RecoveryCode:
        """Make a new code; the one before opens it no longer. It is shown this once."""
        self._check_open()
        code = RecoveryCode.fresh()
        self._save_keys(self._keys.with_slot(wrap_for_code(self._keys.vault_id, self._key, code)))
        asked = secrets.randbelow(GROUPS) + 1
        with self.sessions.plain() as connection:
            row = replace(
                read_own_row(connection),
                code_confirmed=False,
                asked_group=asked,
                asked_letters=code.groups[asked - 1],
            )
            write_own_row(connection, row)
        self._code = code
        return code

    @property
    def code_confirmed(self) -> bool:
        """Whether the person has shown that they wrote the code down."""
        with self.sessions.plain(reads_only=True) as connection:
            return read_own_row(connection).code_confirmed

    @property
    def asked_group(self) -> int:
        """Which group of the code to ask for, 1 to 8. The other groups are kept nowhere."""
        with self.sessions.plain(reads_only=True) as connection:
            return read_own_row(connection).asked_group

    def confirm_code(self, group: int, typed: str) -> bool:
        """Whether that group of the code was typed; if so, the code counts as confirmed.

        Right after the code was made any group may be asked for, later only `asked_group`.
        """
        with self.sessions.plain() as connection:
            row = read_own_row(connection)
            if self._code is not None and 1 <= group <= GROUPS:
                letters = self._code.groups[group - 1]
            elif group == row.asked_group:
                letters = row.asked_letters
            else:
                return False
            if not secrets.compare_digest(tidied(typed).encode(), letters.encode()):
                return False
            write_own_row(connection, replace(row, code_confirmed=True))
            return True

    def back_up(self) -> Backup:
        """Make a backup now, checked by opening it again; older ones are thinned out.

        It takes seconds with a large journal. What could not be read is never backed up.
        """
        self._check_open()
        with self.sessions.driver() as connection:
            return self._backups.make(connection, self._key, self._keys)

    def back_up_if_due(self) -> Backup | None:
        """The same when the last day has none. To be called after unlocking, in the background."""
        self._check_open()
        return self.back_up() if self._backups.is_due() else None

    def test_backup(self, backup: Backup) -> Tested:
        """Restore it into a scratch place, read it through and compare.

        AppError "backup-other-key" when it is from before the key was changed: then ask for the
        passphrase of that time and use `Backups.test`, with the room closed.
        """
        self._check_open()
        return try_out(self._places, backup, self._key)

    def verify(self) -> dict[str, int]:
        """Read everything through. Returns how many rows each table has. AppError when damaged."""
        database = self._places.live.database
        with self.sessions.driver() as connection:
            check_whole(connection, database, quick=True)
            if connection.execute("PRAGMA cipher_integrity_check").fetchall():
                raise troubles.damaged(database)
            return count_rows(connection, VAULT)

    def new_data_key(self, passphrase: str) -> RecoveryCode:
        """Encrypt everything anew, with a new key, passphrase and code. The code is shown once.

        For when the passphrase became known: whoever copied the old files and knows it could
        otherwise still work out the key. Backups made before keep the old key; one with the new
        key is due afterwards.
        """
        from tiapp.private.passphrase import check_new

        self._check_open()
        check_new(passphrase)
        key, code = secrets.token_bytes(32), RecoveryCode.fresh()
        vault_id = self._keys.vault_id
        keys = KeyFile(
            vault_id,
            (
                wrap_for_passphrase(vault_id, key, passphrase, self._cost),
                wrap_for_code(vault_id, key, code),
            ),
        )
        asked = secrets.randbelow(GROUPS) + 1

        def make(folder: VaultFolder) -> None:
            with self.sessions.driver() as connection:
                copy_open(
                    connection, self._places.live.database, folder.database, VAULT, self._opener
                )
            encrypt_anew(folder.database, self._key, key, (asked, code.groups[asked - 1]))
            folders.write_keys(folder, keys)
            self.sessions.rest()

        folders.put_in_place(self._places, make, self._clock.now(), keep_old=False)
        self._key, self._keys, self._code = key, keys, code
        self._opener = Encrypted(key)
        self.sessions.rest(self._opener)
        return code

    def close(self) -> None:
        """Close the database, let go of the key, and let others have the vault. Safe twice."""
        if self._lock is None:
            return
        self.sessions.close()
        self._key, self._code = b"", None
        self._lock.release()
        self._lock = None

    def _save_keys(self, keys: KeyFile) -> None:
        folders.write_keys(self._places.live, keys)
        self._keys = keys

    def _check_open(self) -> None:
        if self._lock is None:
            raise troubles.locked()

    def _look_at_itself(self) -> Backup | None:
        """Whether the database belongs to the keys, and is not older than its own backups.

        A log that was cut off, or an older folder put back, shows in nothing else. It is said
        once; after a backup was restored, it is no news.
        """
        live = self._places.live
        with self.sessions.plain(reads_only=True) as connection:
            row = read_own_row(connection)
            if row.vault_id != self._keys.vault_id:
                raise troubles.damaged(live.database)
        newest = self._backups.newest_of(self._keys.vault_id)
        if newest is None or newest.name <= row.backed_up:
            live.restored.unlink(missing_ok=True)
            return None
        with self.sessions.plain() as connection:
            write_own_row(connection, replace(row, backed_up=newest.name))
        if live.restored.exists():
            live.restored.unlink()
            return None
        return newest

    def _copy_first(self) -> Path:
        """Before an upgrade. It is not thinned out by it."""
        with closing(self._opener.connect(self._places.live.database)) as connection:
            return self._backups.make(connection, self._key, self._keys, thin=False).path

    def _in_our_words(self, error: AppError) -> AppError:
        """The storage layer's advice fits a record, which can be begun anew; this cannot."""
        database = self._places.live.database
        if error.code in ("damaged", "empty", "not-ours"):
            return troubles.damaged(database)
        if not database.exists():
            return troubles.database_missing(database)
        return error
