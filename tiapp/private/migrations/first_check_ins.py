"""The first tables of check-ins."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Make them."""
    op.create_table(
        "check_in",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("draft", sa.Boolean, nullable=False),
        sa.Column("instrument", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_check_in"),
    )
    op.create_index("ix_check_in_at", "check_in", ["at"])
    op.create_table(
        "check_in_answer",
        sa.Column("check_in_id", sa.String, nullable=False),
        sa.Column("item", sa.String, nullable=False),
        sa.Column("step", sa.Integer, nullable=True),
        sa.Column("steps", sa.Integer, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("check_in_id", "item", name="pk_check_in_answer"),
        sa.ForeignKeyConstraint(
            ["check_in_id"],
            ["check_in.id"],
            name="fk_check_in_answer_check_in_id_check_in",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            "step IS NULL OR (step >= 0 AND step < steps)", name=op.f("ck_check_in_answer_step")
        ),
        sqlite_with_rowid=False,
    )
