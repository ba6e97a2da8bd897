"""The tables of check-ins, and every question asked of them."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, delete, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiapp.private.check_in_model import Answer, CheckIn, Reading, height
from tiapp.private.store.base import Base


class CheckInRow(Base):
    """A check-in that was kept, or the one draft, which no list and no picture shows."""

    __tablename__ = "check_in"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    draft: Mapped[bool]
    instrument: Mapped[str]
    version: Mapped[int]
    note: Mapped[str]


class AnswerRow(Base):
    """One answer. What was left blank has no row."""

    __tablename__ = "check_in_answer"
    __table_args__ = (
        CheckConstraint("step IS NULL OR (step >= 0 AND step < steps)", name="step"),
        {"sqlite_with_rowid": False},
    )

    check_in_id: Mapped[str] = mapped_column(
        ForeignKey("check_in.id", ondelete="CASCADE"), primary_key=True
    )
    item: Mapped[str] = mapped_column(primary_key=True)
    step: Mapped[int | None]
    steps: Mapped[int]
    words: Mapped[str]


def keep(session: Session, check_in: CheckIn, *, draft: bool) -> None:
    """Write a check-in whole; what stood under its id before is gone."""
    session.execute(delete(CheckInRow).where(CheckInRow.id == check_in.id))
    session.execute(
        insert(CheckInRow).values(
            id=check_in.id,
            at=check_in.at,
            draft=draft,
            instrument=check_in.instrument,
            version=check_in.version,
            note=check_in.note,
        )
    )
    rows = [
        {
            "check_in_id": check_in.id,
            "item": answer.item,
            "step": answer.step,
            "steps": answer.steps,
            "words": answer.words,
        }
        for answer in check_in.said()
    ]
    if rows:
        session.execute(insert(AnswerRow), rows)


def draft(session: Session) -> CheckIn | None:
    """What was begun and not yet saved."""
    ids = session.scalars(select(CheckInRow.id).where(CheckInRow.draft.is_(True))).all()
    found = _whole(session, ids)
    return found[0] if found else None


def drop_draft(session: Session) -> bool:
    """Forget it; whether there was one."""
    ids = session.scalars(select(CheckInRow.id).where(CheckInRow.draft.is_(True))).all()
    session.execute(delete(CheckInRow).where(CheckInRow.draft.is_(True)))
    return bool(ids)


def latest(session: Session, most: int, skip: int) -> tuple[CheckIn, ...]:
    """Kept check-ins, the latest first."""
    ids = session.scalars(
        select(CheckInRow.id)
        .where(CheckInRow.draft.is_(False))
        .order_by(CheckInRow.at.desc(), CheckInRow.id)
        .limit(most)
        .offset(skip)
    ).all()
    return _whole(session, ids)


def get(session: Session, check_in_id: str) -> CheckIn | None:
    """One kept check-in."""
    found = _whole(session, [check_in_id])
    return found[0] if found else None


def count(session: Session, first: date | None = None, last: date | None = None) -> int:
    """How many are kept between two days, both counted."""
    wanted = select(func.count()).select_from(CheckInRow).where(CheckInRow.draft.is_(False))
    if first is not None:
        wanted = wanted.where(CheckInRow.at >= datetime.combine(first, time.min))
    if last is not None:
        wanted = wanted.where(CheckInRow.at < datetime.combine(_after(last), time.min))
    return session.scalars(wanted).one()


def readings(session: Session, first: date | None) -> list[Reading]:
    """Every answer on a scale from a day on, for the picture; oldest first."""
    wanted = (
        select(CheckInRow.at, AnswerRow.item, AnswerRow.step, AnswerRow.steps)
        .join(AnswerRow, AnswerRow.check_in_id == CheckInRow.id)
        .where(CheckInRow.draft.is_(False), AnswerRow.step.is_not(None))
        .order_by(CheckInRow.at)
    )
    if first is not None:
        wanted = wanted.where(CheckInRow.at >= datetime.combine(first, time.min))
    found: list[Reading] = []
    for at, item, step, steps in session.execute(wanted):
        where = height(step, steps)
        if where is not None:
            found.append(Reading(at, item, where))
    return found


def remove(session: Session, check_in_id: str) -> None:
    """Delete one; its answers go with it."""
    session.execute(delete(CheckInRow).where(CheckInRow.id == check_in_id))


def remove_all(session: Session) -> None:
    """Delete every check-in, the draft as well."""
    session.execute(delete(CheckInRow))


def _whole(session: Session, ids: Iterable[str]) -> tuple[CheckIn, ...]:
    """Those check-ins with their answers, in the order of the ids: two questions for all."""
    wanted = list(ids)
    if not wanted:
        return ()
    answers: dict[str, list[Answer]] = {}
    for row in session.scalars(
        select(AnswerRow).where(AnswerRow.check_in_id.in_(wanted)).order_by(AnswerRow.item)
    ):
        answers.setdefault(row.check_in_id, []).append(
            Answer(row.item, row.step, row.steps, row.words)
        )
    by_id = {
        row.id: CheckIn(
            at=row.at,
            instrument=row.instrument,
            version=row.version,
            answers=tuple(answers.get(row.id, ())),
            note=row.note,
            id=row.id,
        )
        for row in session.scalars(select(CheckInRow).where(CheckInRow.id.in_(wanted)))
    }
    return tuple(by_id[wanted_id] for wanted_id in wanted if wanted_id in by_id)


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
