"""Makes the vault's database: new and empty, or the same encrypted anew."""

import secrets
import sqlite3
from pathlib import Path

from tiapp.private.file import VAULT, VaultFolder
from tiapp.private.recovery_code import GROUPS, RecoveryCode
from tiapp.storage import faults
from tiapp.storage.atomic import sync_file
from tiapp.storage.database import check_identity, check_whole, count_rows
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


def encrypt_anew(file: Path, old: bytes, new: bytes, asked: tuple[int, str]) -> None:
    """Encrypt a vault.db that nobody uses with another key, and check that it can be read.

    `asked` is the group of the new code that may be asked for, and its letters.
    """
    with Encrypted(old).connected(file) as connection:
        rows = count_rows(connection, VAULT)
        connection.execute(f"PRAGMA rekey=\"x'{new.hex()}'\"").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE vault SET code_confirmed = 0, asked_group = ?, asked_letters = ?", asked
        )
        connection.execute("COMMIT")
    with Encrypted(new).connected(file) as connection:
        check_identity(connection, file, VAULT)
        check_whole(connection, file, quick=True)
        if count_rows(connection, VAULT) != rows:
            raise faults.damaged(file)
    sync_file(file)
