"""The tables of the journal. The full-text indexes and their triggers are the migration's."""

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from tiapp.private.store.base import Base

ID = String(36)


class EntryRow(Base):
    """An entry.

    `moment` is its place in time: see private.moments. `written` is the time with its offset.
    `tags` are lines; `tag_words` are the same as the index knows them. `fresh` says that it is
    being written: its words are then in `journal_fresh` instead of `journal_words`.
    """

    __tablename__ = "journal_entry"
    __table_args__ = (
        Index("ix_journal_entry_deleted", "deleted", sqlite_where=text("deleted IS NOT NULL")),
        Index("ix_journal_entry_fresh", "fresh", sqlite_where=text("fresh")),
        Index("ix_journal_entry_origin", "origin", sqlite_where=text("origin != ''")),
        Index(
            "ix_journal_entry_reply", "module_id", "block_id", sqlite_where=text("module_id != ''")
        ),
    )

    moment: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(ID, unique=True)
    written: Mapped[str]
    zone: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    tags: Mapped[str]
    tag_words: Mapped[str]
    asked: Mapped[str]
    prompt_id: Mapped[str]
    pack_id: Mapped[str]
    module_id: Mapped[str]
    part_id: Mapped[str]
    block_id: Mapped[str]
    origin: Mapped[str]
    changed: Mapped[str]
    deleted: Mapped[str | None]
    fresh: Mapped[bool]


class TagRow(Base):
    """A tag on an entry that is not deleted. `key` is the tag without capitals and accents."""

    __tablename__ = "journal_tag"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own shape

    key: Mapped[str] = mapped_column(primary_key=True)
    moment: Mapped[int] = mapped_column(
        ForeignKey("journal_entry.moment", onupdate="CASCADE", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    )
    tag: Mapped[str]


class VersionRow(Base):
    """How an entry read before a change."""

    __tablename__ = "journal_history"

    number: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[str] = mapped_column(
        ID, ForeignKey("journal_entry.id", ondelete="CASCADE"), index=True
    )
    until: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    body: Mapped[str]
    tags: Mapped[str]


class NameRow(Base):
    """A name of the person's own list, for the check of identifiable details."""

    __tablename__ = "journal_name"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own shape

    name: Mapped[str] = mapped_column(primary_key=True)
