"""Attempts, reached parts and completions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables. `identity` is there already: see storage.plain."""
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("module_id", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("part_id", sa.String, nullable=False),
        sa.Column("part_title", sa.String, nullable=False),
        sa.Column("part_number", sa.Integer, nullable=False),
        sa.Column("part_count", sa.Integer, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("block", sa.Integer, nullable=False),
        sa.Column("into", sa.Double, nullable=False),
        sa.Column("reached_count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.UniqueConstraint("module_id", "number", name="uq_attempt_module_id_number"),
        sa.CheckConstraint("number >= 1", name=op.f("ck_attempt_number")),
        sa.CheckConstraint("block >= 0", name=op.f("ck_attempt_block")),
        sa.CheckConstraint('"into" >= 0 AND "into" <= 1', name=op.f("ck_attempt_into")),
    )
    op.create_index("ix_attempt_turn", "attempt", ["turn"])
    op.create_table(
        "reached",
        sa.Column("attempt_id", sa.Integer, nullable=False),
        sa.Column("part_id", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "part_id", name="pk_reached"),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_reached_attempt_id_attempt"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "completion",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("record_id", sa.String(36), nullable=False),
        sa.Column("attempt_id", sa.Integer, nullable=False),
        sa.Column("module_id", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("finished_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_completion"),
        sa.UniqueConstraint("record_id", name="uq_completion_record_id"),
        sa.UniqueConstraint("attempt_id", name="uq_completion_attempt_id"),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_completion_attempt_id_attempt"
        ),
    )
    op.create_index("ix_completion_module_id", "completion", ["module_id"])
    # a completion is for good: the file itself refuses to change or lose one
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER completion_keeps_{what.lower()} BEFORE {what} ON completion "
            "BEGIN SELECT RAISE(ABORT, 'a completion is for good'); END"
        )
