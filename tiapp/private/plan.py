"""Keeps the plan in the open vault: steps are written, changed, done or let go, and put in order.

Done and let go cost the same: one call. Nothing is counted and nothing becomes late.
"""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.learning.model import PromptRef
from tiapp.private.plan_model import Step, StepState, Wording
from tiapp.private.plan_rules import moved, open_steps
from tiapp.private.sessions import Sessions
from tiapp.private.store import plan as store


class Plan:
    """Made by Room. Every method may raise AppError, and then nothing has changed."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def steps(self) -> tuple[Step, ...]:
        """Every step, open or closed, in the person's order."""
        with self._sessions.reading() as session:
            return store.steps(session)

    def of_prompt(self, prompt: PromptRef) -> tuple[Step, ...]:
        """The steps that were written at a module's prompt."""
        with self._sessions.reading() as session:
            return store.of_prompt(session, prompt)

    def add(self, wording: Wording, prompt: PromptRef | None = None) -> Step:
        """A new open step, after all the others. AppError when nothing was written."""
        return self.write(new_id(), wording, prompt)

    def write(self, step_id: str, wording: Wording, prompt: PromptRef | None = None) -> Step:
        """Keep a step as it is being written: made when it is not there yet, else changed.

        Safe to repeat. `new_id` gives an id to begin with. AppError when nothing was written.
        """
        _something(wording)
        with self._sessions() as session:
            before = store.step(session, step_id)
            written = (
                replace(before, wording=wording)
                if before is not None
                else Step(
                    id=step_id,
                    wording=wording,
                    state=StepState.OPEN,
                    place=store.next_place(session),
                    begun_on=self._clock.today(),
                    prompt=prompt,
                )
            )
            store.keep(session, written)
        return written

    def change(self, step_id: str, wording: Wording) -> Step:
        """Other words or days for a step."""
        _something(wording)
        return self._changed(step_id, lambda step: replace(step, wording=wording))

    def done(self, step_id: str, helped: str = "") -> Step:
        """The step is done. `helped` may say what helped."""
        today = self._clock.today()
        return self._changed(
            step_id,
            lambda step: replace(step, state=StepState.DONE, closed_on=today, helped=helped),
        )

    def say_what_helped(self, step_id: str, words: str) -> Step:
        """Note what helped with a step; empty words take the note away."""
        return self._changed(step_id, lambda step: replace(step, helped=words))

    def let_go(self, step_id: str) -> Step:
        """The step is let go. That is as good an end as done."""
        today = self._clock.today()
        return self._changed(
            step_id, lambda step: replace(step, state=StepState.LET_GO, closed_on=today)
        )

    def bring_back(self, step_id: str) -> Step:
        """Open again, where it stood."""
        return self._changed(
            step_id, lambda step: replace(step, state=StepState.OPEN, closed_on=None)
        )

    def move(self, step_id: str, by: int) -> tuple[Step, ...]:
        """An open step further down, or up when negative; the open steps in their new order."""
        with self._sessions() as session:
            order = [step.id for step in open_steps(store.steps(session))]
            if step_id not in order:
                raise _gone()
            store.put_in_order(session, moved(order, step_id, by))
            return open_steps(store.steps(session))

    def delete(self, step_id: str) -> Step | None:
        """Delete a step; it comes back so that `put_back` can undo it."""
        with self._sessions() as session:
            gone = store.step(session, step_id)
            store.remove(session, step_id)
        return gone

    def put_back(self, step: Step) -> None:
        """Undo a change or `delete`: the step as it was."""
        with self._sessions() as session:
            store.keep(session, step)

    def forget_deleted(self) -> None:
        """Nothing that was deleted is to be put back any more: leave no trace of it."""
        self._sessions.forget_deleted()

    def _changed(self, step_id: str, how: Callable[[Step], Step]) -> Step:
        with self._sessions() as session:
            before = store.step(session, step_id)
            if before is None:
                raise _gone()
            after = how(before)
            store.keep(session, after)
        return after


def new_id() -> str:
    """An id for a step to be."""
    return uuid4().hex


def _something(wording: Wording) -> None:
    if wording.blank:
        raise AppError(
            "There is nothing to save yet.",
            "Write what the step is, or when it is for. Everything else may stay empty.",
            code="step-empty",
        )


def _gone() -> AppError:
    return AppError(
        "This step is no longer there.",
        "It may have been deleted. Your other steps are safe.",
        code="step-gone",
    )
