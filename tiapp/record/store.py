"""The tables of record.db and every question asked of them. Rows in, plain values out.

Only this file of `record` knows SQLAlchemy. `reached` keeps part ids alone: read, summary and skip
are not told apart, and it keeps no order. Nothing says at what hour somebody learned; `turn` only
tells which module was open last.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    UniqueConstraint,
    func,
    insert,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from tiapp.learning.model import Module
from tiapp.record.model import (
    Attempt,
    CarryOn,
    Completion,
    Details,
    ModuleProgress,
    ModuleState,
    Place,
)
from tiapp.storage.database import READS_ONLY
from tiapp.storage.plain import open_engine


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


class AttemptRow(Base):
    """One attempt, and all that Home shows of it. The part columns describe the place's part."""

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("module_id", "number"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("block >= 0", name="block"),
        CheckConstraint('"into" >= 0 AND "into" <= 1', name="into"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    module_id: Mapped[str]
    number: Mapped[int]
    version: Mapped[int]
    turn: Mapped[int] = mapped_column(index=True)
    title: Mapped[str]
    part_id: Mapped[str]
    part_title: Mapped[str]
    part_number: Mapped[int]
    part_count: Mapped[int]
    minutes: Mapped[int]
    block: Mapped[int]
    into: Mapped[float]
    reached_count: Mapped[int]


class ReachedRow(Base):
    """A part that was reached in an attempt."""

    __tablename__ = "reached"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own shape

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    part_id: Mapped[str] = mapped_column(primary_key=True)


class CompletionRow(Base):
    """A completion. The file refuses to change or delete one (triggers in migration 0001)."""

    __tablename__ = "completion"

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(String(36), unique=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), unique=True)
    module_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    version: Mapped[int]
    level: Mapped[str]
    finished_on: Mapped[date]


class ElsewhereRow(Base):
    """A completion from another computer, taken from one's own file; kept as the others are."""

    __tablename__ = "elsewhere"

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(String(36), unique=True)
    module_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    version: Mapped[int]
    level: Mapped[str]
    finished_on: Mapped[date]


class DetailsRow(Base):
    """How the person stands in a summary, and the folder they last saved one in. One row."""

    __tablename__ = "details"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    staff_number: Mapped[str]
    team: Mapped[str]
    site: Mapped[str]
    folder: Mapped[str]


class SigningRow(Base):
    """The key that signs summaries here, and how many files it has signed. One row."""

    __tablename__ = "signing"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    seed: Mapped[bytes] = mapped_column(LargeBinary(32))
    exported: Mapped[int]


class Store:
    """An open record.db. Each `reading` or `writing` block is one transaction."""

    def __init__(self, file: Path) -> None:
        """The file must be there and up to date: see storage.migrate."""
        self._engine = open_engine(file)
        self._reads = self._engine.execution_options(**{READS_ONLY: True})

    @contextmanager
    def reading(self) -> Iterator["Rows"]:
        """Ask questions; all answers are of the same moment."""
        with Session(self._reads) as session, session.begin():
            yield Rows(session)

    @contextmanager
    def writing(self) -> Iterator["Rows"]:
        """Change things: all of it is on the disk when the block ends, or none of it."""
        with Session(self._engine) as session, session.begin():
            yield Rows(session)

    def close(self) -> None:
        """Close the file. The store is of no use afterwards."""
        self._engine.dispose()


@contextmanager
def _sound() -> Iterator[None]:
    """What is no day or number any more is damage to the file, not a bug."""
    try:
        yield
    except (ValueError, TypeError) as error:
        raise sqlite3.DatabaseError("malformed row") from error


class Rows:
    """The questions and changes, inside one transaction."""

    def __init__(self, session: Session) -> None:
        """Made by Store only."""
        self._session = session

    @_sound()
    def latest(self, module_id: str) -> Attempt | None:
        """The attempt begun last, finished or not; None when there is none."""
        found = self._session.execute(
            select(AttemptRow, CompletionRow.id.is_not(None))
            .outerjoin(CompletionRow, CompletionRow.attempt_id == AttemptRow.id)
            .where(AttemptRow.module_id == module_id)
            .order_by(AttemptRow.number.desc())
            .limit(1)
        ).first()
        if found is None:
            return None
        row, finished = found
        return Attempt(
            id=row.id,
            module_id=row.module_id,
            number=row.number,
            version=row.version,
            place=Place(row.part_id, row.block, row.into),
            finished=bool(finished),
        )

    def reached(self, attempt: Attempt) -> frozenset[str]:
        """The parts reached in that attempt, of whatever version."""
        return frozenset(
            self._session.scalars(
                select(ReachedRow.part_id).where(ReachedRow.attempt_id == attempt.id)
            )
        )

    def start(self, module: Module, number: int) -> Attempt:
        """A new attempt at the top of the module, with nothing reached."""
        first = module.parts[0]
        row = AttemptRow(
            module_id=module.id,
            number=number,
            version=module.entry.version,
            turn=self._next_turn(),
            title=module.entry.title,
            part_id=first.id,
            part_title=first.title,
            part_number=1,
            part_count=len(module.parts),
            minutes=first.minutes,
            block=0,
            into=0.0,
            reached_count=0,
        )
        self._session.add(row)
        self._session.flush()
        place = Place(first.id)
        return Attempt(row.id, module.id, number, module.entry.version, place, finished=False)

    def add_reached(self, attempt: Attempt, part_id: str) -> None:
        """Note a part as reached; it must not be there yet."""
        self._session.execute(insert(ReachedRow).values(attempt_id=attempt.id, part_id=part_id))

    def keep_place(
        self, attempt: Attempt, module: Module, place: Place, *, reached_count: int, version: int
    ) -> None:
        """Where the person is now, and all that Home shows of it."""
        row = self._session.get_one(AttemptRow, attempt.id)
        part = module.parts[module.part_number(place.part_id) - 1]
        row.version = version
        row.title = module.entry.title
        row.part_id = place.part_id
        row.part_title = part.title
        row.part_number = module.part_number(place.part_id)
        row.part_count = len(module.parts)
        row.minutes = part.minutes
        row.block = place.block
        row.into = place.into
        row.reached_count = reached_count
        latest_turn = self._next_turn() - 1
        if row.turn != latest_turn:
            row.turn = latest_turn + 1

    def add_completion(self, attempt: Attempt, completion: Completion) -> None:
        """Write a completion, for good."""
        self._session.add(
            CompletionRow(
                record_id=completion.record_id,
                attempt_id=attempt.id,
                module_id=completion.module_id,
                title=completion.title,
                version=completion.version,
                level=completion.level,
                finished_on=completion.finished_on,
            )
        )

    @_sound()
    def completion_of(self, attempt: Attempt) -> Completion | None:
        """What that attempt ended with, if it has ended."""
        row = self._session.scalars(
            select(CompletionRow).where(CompletionRow.attempt_id == attempt.id)
        ).first()
        return _completion(row) if row is not None else None

    @_sound()
    def completions(self) -> tuple[Completion, ...]:
        """All completions, those from other computers among them, oldest first."""
        here = self._session.scalars(select(CompletionRow).order_by(CompletionRow.id))
        elsewhere = self._session.scalars(select(ElsewhereRow).order_by(ElsewhereRow.id))
        found = [*map(_completion, here), *map(_completion, elsewhere)]
        return tuple(sorted(found, key=lambda done: done.finished_on))

    @_sound()
    def states(self) -> dict[str, ModuleProgress]:
        """A line for each module begun here or finished anywhere, in three questions."""
        elsewhere = self._finished_on(ElsewhereRow)
        finished_on = elsewhere | {
            module_id: max(day, elsewhere.get(module_id, day))
            for module_id, day in self._finished_on(CompletionRow).items()
        }
        latest = (
            select(AttemptRow.module_id, func.max(AttemptRow.number).label("number"))
            .group_by(AttemptRow.module_id)
            .subquery()
        )
        rows = self._session.execute(
            select(AttemptRow.module_id, AttemptRow.reached_count, CompletionRow.id.is_not(None))
            .join(
                latest,
                (latest.c.module_id == AttemptRow.module_id)
                & (latest.c.number == AttemptRow.number),
            )
            .outerjoin(CompletionRow, CompletionRow.attempt_id == AttemptRow.id)
            .order_by(AttemptRow.module_id)
        )
        lines = {
            module_id: ModuleProgress(module_id, ModuleState.FINISHED, 0, day)
            for module_id, day in elsewhere.items()
        }
        for module_id, reached, finished in rows:
            state = ModuleState.FINISHED if finished else ModuleState.STARTED
            lines[module_id] = ModuleProgress(module_id, state, reached, finished_on.get(module_id))
        return dict(sorted(lines.items()))

    @_sound()
    def carry_on(self) -> CarryOn | None:
        """The unfinished attempt that was open last."""
        row = self._session.scalars(
            select(AttemptRow)
            .outerjoin(CompletionRow, CompletionRow.attempt_id == AttemptRow.id)
            .where(CompletionRow.id.is_(None))
            .order_by(AttemptRow.turn.desc())
            .limit(1)
        ).first()
        if row is None:
            return None
        return CarryOn(
            module_id=row.module_id,
            title=row.title,
            part_id=row.part_id,
            part_title=row.part_title,
            part_number=row.part_number,
            part_count=row.part_count,
            reached=row.reached_count,
            minutes=row.minutes,
            place=Place(row.part_id, row.block, row.into),
        )

    @_sound()
    def details(self) -> tuple[Details, str]:
        """How the person stands in a summary, and the folder of the last one."""
        row = self._session.get(DetailsRow, 1)
        if row is None:
            return Details(), ""
        return Details(row.name, row.staff_number, row.team, row.site), row.folder

    def keep_details(self, details: Details, folder: str) -> None:
        """Keep both."""
        self._session.merge(
            DetailsRow(
                id=1,
                name=details.name,
                staff_number=details.staff_number,
                team=details.team,
                site=details.site,
                folder=folder,
            )
        )

    def signing(self) -> tuple[bytes, int] | None:
        """The seed of the key, and how many files it has signed; None before the first."""
        row = self._session.get(SigningRow, 1)
        return (row.seed, row.exported) if row is not None else None

    def keep_signing(self, seed: bytes, exported: int) -> None:
        """Keep the key, or one more file."""
        self._session.merge(SigningRow(id=1, seed=seed, exported=exported))

    def known_records(self) -> frozenset[str]:
        """The record ids of all completions."""
        both = (select(kind.record_id) for kind in (CompletionRow, ElsewhereRow))
        return frozenset(record_id for ask in both for record_id in self._session.scalars(ask))

    def add_elsewhere(self, completion: Completion) -> None:
        """Write a completion from another computer, for good."""
        self._session.add(
            ElsewhereRow(
                record_id=completion.record_id,
                module_id=completion.module_id,
                title=completion.title,
                version=completion.version,
                level=completion.level,
                finished_on=completion.finished_on,
            )
        )

    def _finished_on(self, kind: type[CompletionRow] | type[ElsewhereRow]) -> dict[str, date]:
        latest = select(kind.module_id, func.max(kind.finished_on)).group_by(kind.module_id)
        return {module_id: day for module_id, day in self._session.execute(latest)}

    def _next_turn(self) -> int:
        return self._session.scalars(select(func.coalesce(func.max(AttemptRow.turn), 0))).one() + 1


def _completion(row: CompletionRow | ElsewhereRow) -> Completion:
    return Completion(
        record_id=row.record_id,
        module_id=row.module_id,
        title=row.title,
        version=row.version,
        level=row.level,
        finished_on=row.finished_on,
    )
