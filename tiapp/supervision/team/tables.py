"""The tables of a team store, the same on SQLite and on PostgreSQL.

Ids of people and modules are given by Steady, not by the database: whoever writes holds the turn
(see store.py), so that counting on is safe and both databases do the same.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What all tables share: constraint names that migrations can rely on."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


_NO_ROWID = {"sqlite_with_rowid": False}


class TurnRow(Base):
    """One row. Whoever writes locks it and adds one, so kept answers know when they are old."""

    __tablename__ = "turn"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]


class PersonRow(Base):
    """Somebody of the team. `number_key` is the staff number as it is compared; "" has none.

    While somebody is on the staff list, the list says how they are called and where they work;
    else their newest file does.
    """

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_site_team", "site", "team"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number_key: Mapped[str | None] = mapped_column(unique=True)
    staff_number: Mapped[str]
    name: Mapped[str]
    team: Mapped[str]
    site: Mapped[str]
    on_list: Mapped[bool]
    pathway: Mapped[str]
    starts_on: Mapped[date | None]
    leaves_on: Mapped[date | None]


class SenderRow(Base):
    """A person id as completion files carry it, and whose it is."""

    __tablename__ = "sender"
    __table_args__ = _NO_ROWID

    sender: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class KeyRow(Base):
    """A signing key of somebody: one for each computer. `standing` is known, waiting or refused."""

    __tablename__ = "signing_key"
    __table_args__ = (
        CheckConstraint("standing IN ('known', 'waiting', 'refused')", name="standing"),
        _NO_ROWID,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    public_key: Mapped[str] = mapped_column(primary_key=True, index=True)
    installation: Mapped[str]
    standing: Mapped[str]
    first_seen: Mapped[date]
    counter: Mapped[int]


class ReceivedRow(Base):
    """A file that was taken in, by the SHA-256 of its bytes: seen again, it changes nothing."""

    __tablename__ = "received"
    __table_args__ = _NO_ROWID

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class WaitingRow(Base):
    """A verified file whose key is new: kept until a person has decided about the key."""

    __tablename__ = "waiting"
    __table_args__ = (Index("ix_waiting_person_key", "person_id", "public_key"),)

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    public_key: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class TaughtRow(Base):
    """A module as it was when somebody finished it."""

    __tablename__ = "taught"
    __table_args__ = (Index("uq_taught", "module_id", "version", "level", "title", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    module_id: Mapped[str]
    version: Mapped[int]
    level: Mapped[str]
    title: Mapped[str]


class CompletionRow(Base):
    """Somebody finished a module on a day. A record id counts once for a person."""

    __tablename__ = "completion"
    __table_args__ = _NO_ROWID

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    record_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    taught_id: Mapped[int] = mapped_column(ForeignKey("taught.id"))
    finished_on: Mapped[date]


class AgreementRow(Base):
    """A module that somebody is not expected to finish. Why is nobody's business here."""

    __tablename__ = "agreement"
    __table_args__ = (
        CheckConstraint("how IN ('not needed', 'agreed otherwise')", name="how"),
        _NO_ROWID,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    module_id: Mapped[str] = mapped_column(primary_key=True)
    how: Mapped[str]


class PathwayRow(Base):
    """The modules of each pathway, as the content on the computer that wrote last has them."""

    __tablename__ = "pathway_module"
    __table_args__ = _NO_ROWID

    pathway: Mapped[str] = mapped_column(primary_key=True)
    module_id: Mapped[str] = mapped_column(primary_key=True)


class ChoiceRow(Base):
    """What the organisation chose: how long a completion holds, how long it is kept ..."""

    __tablename__ = "choice"
    __table_args__ = _NO_ROWID

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class RemovedRow(Base):
    """Somebody whose data was removed, as hashes: so that old files do not bring it back.

    The hashes of one person have one value of `together`, which says nothing besides.
    """

    __tablename__ = "removed"
    __table_args__ = _NO_ROWID

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    together: Mapped[str]
    removed_on: Mapped[date]


class KeptRow(Base):
    """An answer worked out once, and the turn of which it is true."""

    __tablename__ = "kept_answer"

    question: Mapped[str] = mapped_column(primary_key=True)
    turn: Mapped[int]
    answer: Mapped[bytes] = mapped_column(LargeBinary)
