"""The journal's first tables, and its two full-text indexes: see docs/decisions/008-journal.md.

Triggers keep the indexes right: no way of changing an entry can forget them, and what a kill cuts
short is taken back together with the entry.
"""

import sqlalchemy as sa
from alembic import op

_COLUMNS = "title, body, tags, tag_words"
_INDEXES = (("journal_words", 0), ("journal_fresh", 1))
"""Each with the value of `fresh` of the entries that it holds. Deleted entries are in neither."""


def make() -> None:
    """Make them."""
    _make_entries()
    _make_history()
    _make_names()
    for index, _ in _INDEXES:
        _make_index(index)
    # takes the words of a deleted entry out of the index itself, instead of noting them as gone
    op.execute("INSERT INTO journal_words (journal_words, rank) VALUES ('secure-delete', 1)")
    _make_triggers()


def _make_entries() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("moment", sa.Integer, nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("written", sa.String, nullable=False),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("tags", sa.String, nullable=False),
        sa.Column("tag_words", sa.String, nullable=False),
        sa.Column("asked", sa.String, nullable=False),
        sa.Column("prompt_id", sa.String, nullable=False),
        sa.Column("pack_id", sa.String, nullable=False),
        sa.Column("module_id", sa.String, nullable=False),
        sa.Column("part_id", sa.String, nullable=False),
        sa.Column("block_id", sa.String, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("changed", sa.String, nullable=False),
        sa.Column("deleted", sa.String, nullable=True),
        sa.Column("fresh", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("moment", name="pk_journal_entry"),
        sa.UniqueConstraint("id", name="uq_journal_entry_id"),
    )
    for name, columns, rows in (
        ("ix_journal_entry_deleted", ["deleted"], "deleted IS NOT NULL"),
        ("ix_journal_entry_fresh", ["fresh"], "fresh"),
        ("ix_journal_entry_origin", ["origin"], "origin != ''"),
        ("ix_journal_entry_reply", ["module_id", "block_id"], "module_id != ''"),
    ):
        op.create_index(name, "journal_entry", columns, sqlite_where=sa.text(rows))
    op.create_table(
        "journal_tag",
        sa.Column("key", sa.String, nullable=False),
        sa.Column("moment", sa.Integer, nullable=False),
        sa.Column("tag", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("key", "moment", name="pk_journal_tag"),
        sa.ForeignKeyConstraint(
            ["moment"],
            ["journal_entry.moment"],
            name="fk_journal_tag_moment_journal_entry",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_journal_tag_moment", "journal_tag", ["moment"])


def _make_history() -> None:
    op.create_table(
        "journal_history",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("entry_id", sa.String(36), nullable=False),
        sa.Column("until", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("tags", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_journal_history"),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["journal_entry.id"],
            name="fk_journal_history_entry_id_journal_entry",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_journal_history_entry_id", "journal_history", ["entry_id"])
    op.create_index("ix_journal_history_until", "journal_history", ["until"])


def _make_names() -> None:
    op.create_table(
        "journal_name",
        sa.Column("name", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_journal_name"),
        sqlite_with_rowid=False,
    )


def _make_index(index: str) -> None:
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({_COLUMNS}, content='journal_entry',"
        " content_rowid='moment', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
    )


def _make_triggers() -> None:
    op.execute(
        "CREATE TRIGGER journal_entry_added AFTER INSERT ON journal_entry BEGIN "
        + "".join(map(_enter, _INDEXES))
        + "END"
    )
    op.execute(
        "CREATE TRIGGER journal_entry_gone AFTER DELETE ON journal_entry BEGIN "
        + "".join(map(_leave, _INDEXES))
        + "END"
    )
    # one trigger for both halves: the old words have to go before the new ones come
    op.execute(
        f"CREATE TRIGGER journal_entry_changed AFTER UPDATE OF moment, {_COLUMNS}, deleted, fresh"
        " ON journal_entry BEGIN "
        + "".join(map(_leave, _INDEXES))
        + "".join(map(_enter, _INDEXES))
        + "END"
    )


def _enter(index: tuple[str, int]) -> str:
    name, fresh = index
    return (
        f"INSERT INTO {name} (rowid, {_COLUMNS}) SELECT new.moment, {_of('new')}"
        f" WHERE new.deleted IS NULL AND new.fresh = {fresh}; "
    )


def _leave(index: tuple[str, int]) -> str:
    name, fresh = index
    return (
        f"INSERT INTO {name} ({name}, rowid, {_COLUMNS}) SELECT 'delete', old.moment, {_of('old')}"
        f" WHERE old.deleted IS NULL AND old.fresh = {fresh}; "
    )


def _of(row: str) -> str:
    return ", ".join(f"{row}.{column}" for column in _COLUMNS.split(", "))
