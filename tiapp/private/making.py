"""Makes a new, empty vault database, whole and up to date."""

import secrets
import sqlite3

from tiapp.private.file import VAULT, VaultFolder
from tiapp.private.recovery_code import GROUPS, RecoveryCode
from tiapp.storage.encrypted import Encrypted
from tiapp.storage.migrate import create_if_missing


def make_database(folder: VaultFolder, key: bytes, vault_id: str, code: RecoveryCode) -> None:
    """Make vault.db in that folder. AppError when it can't be made."""
    asked = secrets.randbelow(GROUPS) + 1

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute(
            "INSERT INTO vault (id, vault_id, code_confirmed, asked_group, asked_letters,"
            " backed_up, counts) VALUES (1, ?, 0, ?, ?, '', '')",
            (vault_id, asked, code.groups[asked - 1]),
        )

    create_if_missing(folder.database, VAULT, Encrypted(key), fill=fill)
    # it guarded the making; nobody else can come now
    folder.database.with_name(f"{folder.database.name}.lock").unlink(missing_ok=True)
