"""What a plan shows where, and how its order changes. Nothing counts what was not done."""

import re
from collections.abc import Sequence
from datetime import date

from tiapp.private.plan_model import Step

_IF_THEN = re.compile(r"\s*if\s+(?P<when>[^.…]+?),\s*then\b", re.IGNORECASE)

ON_HOME = 2
"""How many steps Home shows."""


def open_steps(steps: Sequence[Step]) -> tuple[Step, ...]:
    """What is still to be done, in the person's own order."""
    return tuple(sorted((s for s in steps if s.open), key=lambda s: (s.place, s.begun_on, s.id)))


def closed_steps(steps: Sequence[Step]) -> tuple[Step, ...]:
    """What was done or let go, side by side, the latest first."""
    closed = [step for step in steps if not step.open]
    return tuple(sorted(closed, key=lambda s: (s.closed_on or s.begun_on, s.id), reverse=True))


def next_steps(steps: Sequence[Step], most: int = ON_HOME) -> tuple[Step, ...]:
    """What Home shows: steps with a day first, the nearest day before the others.

    A day that has passed changes nothing but the order; nothing is called late.
    """
    ready = sorted(open_steps(steps), key=lambda s: s.wording.on or date.max)
    return tuple(ready[:most])


def to_come_back_to(steps: Sequence[Step], today: date) -> tuple[Step, ...]:
    """Open steps that the person wanted to look at again by now."""
    return tuple(
        step
        for step in open_steps(steps)
        if step.wording.come_back_on is not None and step.wording.come_back_on <= today
    )


def moved(order: Sequence[str], step_id: str, by: int) -> tuple[str, ...]:
    """The ids with that one `by` places further down, or up when negative; never out of the list.

    ValueError when it is not there.
    """
    at = order.index(step_id)
    rest = [other for other in order if other != step_id]
    rest.insert(min(max(at + by, 0), len(rest)), step_id)
    return tuple(rest)


def when_of(prompt: str) -> str:
    """The moment that a module's prompt names, such as "I need a pause".

    Empty where the prompt leaves it open: "If ..., then I will ...".
    """
    found = _IF_THEN.match(prompt)
    return found["when"].strip() if found else ""
