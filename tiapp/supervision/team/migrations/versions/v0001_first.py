"""People, their keys, what they finished, and what the organisation agreed and chose."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables. `identity` is there already: see storage."""
    op.create_table(
        "turn",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_turn"),
        sa.CheckConstraint("id = 1", name=op.f("ck_turn_one")),
    )
    op.execute("INSERT INTO turn (id, number) VALUES (1, 0)")
    op.create_table(
        "person",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("number_key", sa.String),
        sa.Column("staff_number", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("team", sa.String, nullable=False),
        sa.Column("site", sa.String, nullable=False),
        sa.Column("on_list", sa.Boolean, nullable=False),
        sa.Column("pathway", sa.String, nullable=False),
        sa.Column("starts_on", sa.Date),
        sa.Column("leaves_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("number_key", name="uq_person_number_key"),
    )
    op.create_index("ix_person_site_team", "person", ["site", "team"])
    op.create_table(
        "sender",
        sa.Column("sender", sa.String, nullable=False),
        _person(),
        sa.PrimaryKeyConstraint("sender", name="pk_sender"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_sender_person_id_person"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sender_person_id", "sender", ["person_id"])
    op.create_table(
        "signing_key",
        _person(),
        sa.Column("public_key", sa.String, nullable=False),
        sa.Column("installation", sa.String, nullable=False),
        sa.Column("standing", sa.String, nullable=False),
        sa.Column("first_seen", sa.Date, nullable=False),
        sa.Column("counter", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "public_key", name="pk_signing_key"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_signing_key_person_id_person"
        ),
        sa.CheckConstraint(
            "standing IN ('known', 'waiting', 'refused')", name=op.f("ck_signing_key_standing")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_signing_key_public_key", "signing_key", ["public_key"])
    op.create_table(
        "received",
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        _person(),
        sa.PrimaryKeyConstraint("digest", name="pk_received"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_received_person_id_person"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_received_person_id", "received", ["person_id"])
    op.create_table(
        "waiting",
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        _person(),
        sa.Column("public_key", sa.String, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_waiting"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_waiting_person_id_person"),
    )
    op.create_index("ix_waiting_person_key", "waiting", ["person_id", "public_key"])
    op.create_table(
        "taught",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("module_id", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_taught"),
    )
    op.create_index("uq_taught", "taught", ["module_id", "version", "level", "title"], unique=True)
    op.create_table(
        "completion",
        _person(),
        sa.Column("record_id", sa.String(36), nullable=False),
        sa.Column("taught_id", sa.Integer, nullable=False),
        sa.Column("finished_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "record_id", name="pk_completion"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_completion_person_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["taught_id"], ["taught.id"], name="fk_completion_taught_id_taught"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreement",
        _person(),
        sa.Column("module_id", sa.String, nullable=False),
        sa.Column("how", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "module_id", name="pk_agreement"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_agreement_person_id_person"),
        sa.CheckConstraint(
            "how IN ('not needed', 'agreed otherwise')", name=op.f("ck_agreement_how")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pathway_module",
        sa.Column("pathway", sa.String, nullable=False),
        sa.Column("module_id", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("pathway", "module_id", name="pk_pathway_module"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "choice",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_choice"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "removed",
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("together", sa.String, nullable=False),
        sa.Column("removed_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_removed"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "kept_answer",
        sa.Column("question", sa.String, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("answer", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("question", name="pk_kept_answer"),
    )


def _person() -> "sa.Column[int]":
    return sa.Column("person_id", sa.Integer, nullable=False)
