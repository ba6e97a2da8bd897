"""What the vault keeps about itself."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Make the table with its one row to be."""
    op.create_table(
        "vault",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("vault_id", sa.String, nullable=False),
        sa.Column("code_confirmed", sa.Boolean, nullable=False),
        sa.Column("asked_group", sa.Integer, nullable=False),
        sa.Column("asked_letters", sa.String, nullable=False),
        sa.Column("backed_up", sa.String, nullable=False),
        sa.Column("counts", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vault"),
        sa.CheckConstraint("id = 1", name=op.f("ck_vault_id")),
    )
