"""The private room: an open vault, and what can be done while it is open."""

import secrets
from functools import cached_property
from typing import TYPE_CHECKING

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.private import folders, troubles
from tiapp.private.file import VAULT, Places
from tiapp.private.key_file import Cost, KeyFile
from tiapp.private.memory import keep_out_others
from tiapp.private.recovery_code import GROUPS, RecoveryCode, tidied
from tiapp.private.store.base import Sessions
from tiapp.private.store.vault_row import vault_row
from tiapp.private.wrapping import unwrap_with_passphrase, wrap_for_code, wrap_for_passphrase
from tiapp.storage.encrypted import Encrypted
from tiapp.storage.locks import FileLock
from tiapp.storage.migrate import bring_up_to_date

if TYPE_CHECKING:
    from tiapp.private.check_ins import CheckIns
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
        database = places.live.database
        opener = Encrypted(key)
        try:
            bring_up_to_date(database, VAULT, opener)
            self.sessions = Sessions(opener.open_engine(database), database)
            """The one door to the database, for the services below."""
            self._check_it_is_this_vault()
        except AppError as error:
            raise self._in_our_words(error) from error
        self._lock: FileLock | None = lock
        folders.heal_keys(places.live, keys)

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._lock is None

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
        with self.sessions() as session:
            row = vault_row(session)
            row.code_confirmed = False
            row.asked_group, row.asked_letters = asked, code.groups[asked - 1]
        self._code = code
        return code

    @property
    def code_confirmed(self) -> bool:
        """Whether the person has shown that they wrote the code down."""
        with self.sessions.reading() as session:
            return vault_row(session).code_confirmed

    @property
    def asked_group(self) -> int:
        """Which group of the code to ask for, 1 to 8. The other groups are kept nowhere."""
        with self.sessions.reading() as session:
            return vault_row(session).asked_group

    def confirm_code(self, group: int, typed: str) -> bool:
        """Whether that group of the code was typed; if so, the code counts as confirmed.

        Right after the code was made any group may be asked for, later only `asked_group`.
        """
        with self.sessions() as session:
            row = vault_row(session)
            if self._code is not None and 1 <= group <= GROUPS:
                letters = self._code.groups[group - 1]
            elif group == row.asked_group:
                letters = row.asked_letters
            else:
                return False
            if not secrets.compare_digest(tidied(typed).encode(), letters.encode()):
                return False
            row.code_confirmed = True
            return True

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

    def _check_it_is_this_vault(self) -> None:
        with self.sessions.reading() as session:
            if vault_row(session).vault_id != self._keys.vault_id:
                raise troubles.damaged(self._places.live.database)

    def _in_our_words(self, error: AppError) -> AppError:
        """The storage layer's advice fits a record, which can be begun anew; this cannot."""
        database = self._places.live.database
        if error.code in ("damaged", "empty", "not-ours"):
            return troubles.damaged(database)
        if not database.exists():
            return troubles.database_missing(database)
        return error
