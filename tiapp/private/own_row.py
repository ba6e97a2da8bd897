"""What the vault keeps about itself: one row, read and changed through the driver alone.

Unlocking reads it, and must not wait for SQLAlchemy.
"""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Which vault this is, whether its code was asked back, and when it was last backed up."""

    vault_id: str
    code_confirmed: bool
    asked_group: int
    """One of the code's eight groups, so that it can be asked for later."""
    asked_letters: str
    """That group; the others are kept nowhere."""
    backed_up: str
    """The name of the last backup."""


def read_own_row(connection: sqlite3.Connection) -> OwnRow:
    """The one row. Its absence is damage, which the driver's error says."""
    row = connection.execute(
        "SELECT vault_id, code_confirmed, asked_group, asked_letters, backed_up"
        " FROM vault WHERE id = 1"
    ).fetchone()
    if row is None:
        raise sqlite3.DatabaseError("malformed: the row of the vault is gone")
    return OwnRow(row[0], bool(row[1]), row[2], row[3], row[4])


def write_own_row(connection: sqlite3.Connection, row: OwnRow) -> None:
    """Put that in its place."""
    connection.execute(
        "UPDATE vault SET vault_id = ?, code_confirmed = ?, asked_group = ?, asked_letters = ?,"
        " backed_up = ? WHERE id = 1",
        (row.vault_id, row.code_confirmed, row.asked_group, row.asked_letters, row.backed_up),
    )
