"""The tables of the plan and of reminders' own words, and every question asked of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import CheckConstraint, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiapp.learning.model import PromptRef
from tiapp.private.plan_model import Step, StepState, Wording
from tiapp.private.store.base import Base


class StepRow(Base):
    """A step. The prompt's columns are empty when it was not written in a module."""

    __tablename__ = "plan_step"
    __table_args__ = (CheckConstraint("state IN ('open', 'done', 'let-go')", name="state"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    place: Mapped[int]
    when_if: Mapped[str]
    then: Mapped[str]
    first_move: Mapped[str]
    planned_on: Mapped[date | None]
    come_back_on: Mapped[date | None]
    begun_on: Mapped[date]
    closed_on: Mapped[date | None]
    helped: Mapped[str]
    prompt_pack: Mapped[str]
    prompt_module: Mapped[str]
    prompt_part: Mapped[str]
    prompt_block: Mapped[str]
    prompt_text: Mapped[str]


class ReminderTextRow(Base):
    """Words that a person gave a reminder, in their order."""

    __tablename__ = "reminder_text"

    place: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]


def steps(session: Session) -> tuple[Step, ...]:
    """All of them, in the person's order."""
    rows = session.scalars(select(StepRow).order_by(StepRow.place, StepRow.id))
    return tuple(_step(row) for row in rows)


def step(session: Session, step_id: str) -> Step | None:
    """One step."""
    row = session.get(StepRow, step_id)
    return _step(row) if row is not None else None


def of_prompt(session: Session, prompt: PromptRef) -> tuple[Step, ...]:
    """The steps that were written at that prompt, whatever its wording was then."""
    rows = session.scalars(
        select(StepRow)
        .where(
            StepRow.prompt_pack == prompt.pack,
            StepRow.prompt_module == prompt.module,
            StepRow.prompt_block == prompt.block,
        )
        .order_by(StepRow.place, StepRow.id)
    )
    return tuple(_step(row) for row in rows)


def next_place(session: Session) -> int:
    """The place after the last."""
    return session.scalars(select(func.coalesce(func.max(StepRow.place), 0))).one() + 1


def keep(session: Session, kept: Step) -> None:
    """Write a step whole; what stood under its id before is gone."""
    session.execute(delete(StepRow).where(StepRow.id == kept.id))
    wording, prompt = kept.wording, kept.prompt or PromptRef("", "", "", "", "")
    session.execute(
        insert(StepRow).values(
            id=kept.id,
            state=kept.state.value,
            place=kept.place,
            when_if=wording.when,
            then=wording.then,
            first_move=wording.first_move,
            planned_on=wording.on,
            come_back_on=wording.come_back_on,
            begun_on=kept.begun_on,
            closed_on=kept.closed_on,
            helped=kept.helped,
            prompt_pack=prompt.pack,
            prompt_module=prompt.module,
            prompt_part=prompt.part,
            prompt_block=prompt.block,
            prompt_text=prompt.text,
        )
    )


def put_in_order(session: Session, ids: Iterable[str]) -> None:
    """Number the steps in that order; those not named keep their place."""
    for place, step_id in enumerate(ids, start=1):
        session.execute(update(StepRow).where(StepRow.id == step_id).values(place=place))


def remove(session: Session, step_id: str) -> None:
    """Delete one step."""
    session.execute(delete(StepRow).where(StepRow.id == step_id))


def texts(session: Session) -> tuple[str, ...]:
    """The reminders' words, in order."""
    return tuple(
        session.scalars(select(ReminderTextRow.words).order_by(ReminderTextRow.place)).all()
    )


def keep_texts(session: Session, words: Sequence[str]) -> None:
    """Put these in the place of all that were there."""
    session.execute(delete(ReminderTextRow))
    rows = [{"place": place, "words": text} for place, text in enumerate(words, start=1)]
    if rows:
        session.execute(insert(ReminderTextRow), rows)


def _step(row: StepRow) -> Step:
    prompt = PromptRef(
        row.prompt_pack, row.prompt_module, row.prompt_part, row.prompt_block, row.prompt_text
    )
    return Step(
        id=row.id,
        wording=Wording(
            when=row.when_if,
            then=row.then,
            first_move=row.first_move,
            on=row.planned_on,
            come_back_on=row.come_back_on,
        ),
        state=StepState(row.state),
        place=row.place,
        begun_on=row.begun_on,
        closed_on=row.closed_on,
        helped=row.helped,
        prompt=prompt if prompt.block else None,
    )
