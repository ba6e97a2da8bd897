"""What a summary needs: details, a signing key, and modules finished on another computer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add three tables; none that is there is touched."""
    op.create_table(
        "details",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("staff_number", sa.String, nullable=False),
        sa.Column("team", sa.String, nullable=False),
        sa.Column("site", sa.String, nullable=False),
        sa.Column("folder", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_details"),
        sa.CheckConstraint("id = 1", name=op.f("ck_details_one")),
    )
    op.create_table(
        "signing",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("seed", sa.LargeBinary(32), nullable=False),
        sa.Column("exported", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signing"),
        sa.CheckConstraint("id = 1", name=op.f("ck_signing_one")),
    )
    op.create_table(
        "elsewhere",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("record_id", sa.String(36), nullable=False),
        sa.Column("module_id", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("finished_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_elsewhere"),
        sa.UniqueConstraint("record_id", name="uq_elsewhere_record_id"),
    )
    op.create_index("ix_elsewhere_module_id", "elsewhere", ["module_id"])
    # a completion is for good, wherever it was written first
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER elsewhere_keeps_{what.lower()} BEFORE {what} ON elsewhere "
            "BEGIN SELECT RAISE(ABORT, 'a completion is for good'); END"
        )
