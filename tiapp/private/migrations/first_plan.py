"""The first tables of the plan and the reminders."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Make them."""
    op.create_table(
        "plan_step",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("when_if", sa.String, nullable=False),
        sa.Column("then", sa.String, nullable=False),
        sa.Column("first_move", sa.String, nullable=False),
        sa.Column("planned_on", sa.Date, nullable=True),
        sa.Column("come_back_on", sa.Date, nullable=True),
        sa.Column("begun_on", sa.Date, nullable=False),
        sa.Column("closed_on", sa.Date, nullable=True),
        sa.Column("helped", sa.String, nullable=False),
        sa.Column("prompt_pack", sa.String, nullable=False),
        sa.Column("prompt_module", sa.String, nullable=False),
        sa.Column("prompt_part", sa.String, nullable=False),
        sa.Column("prompt_block", sa.String, nullable=False),
        sa.Column("prompt_text", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan_step"),
        sa.CheckConstraint("state IN ('open', 'done', 'let-go')", name=op.f("ck_plan_step_state")),
    )
    op.create_table(
        "reminder_text",
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_reminder_text"),
    )
