"""What the vault keeps about itself: one row."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiapp.private.store.base import Base


class VaultRow(Base):
    """Which vault this is, whether its code was asked back, and when it was last backed up.

    `asked_group` and `asked_letters` are one of the code's eight groups, so that it can be asked
    for later; the others are kept nowhere. `backed_up` names the last backup, `counts` is what a
    backup holds (JSON), written into the backup alone.
    """

    __tablename__ = "vault"
    __table_args__ = (CheckConstraint("id = 1", name="id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vault_id: Mapped[str]
    code_confirmed: Mapped[bool]
    asked_group: Mapped[int]
    asked_letters: Mapped[str]
    backed_up: Mapped[str]
    counts: Mapped[str]


def vault_row(session: Session) -> VaultRow:
    """The one row."""
    return session.get_one(VaultRow, 1)
