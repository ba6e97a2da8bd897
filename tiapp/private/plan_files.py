"""Takes a plan out of the vault, as a page to print or a calendar. Only the person asks for it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tiapp.private.calendar_file import calendar_file
from tiapp.private.plan_model import Step
from tiapp.private.plan_rules import open_steps
from tiapp.storage.atomic import write_private


def save_calendar(file: Path, steps: Sequence[Step], now: datetime) -> int:
    """Write the open steps that have a day as a calendar file; how many there were.

    AppError when it can't be written; what stood there before is still there then.
    """
    write_private(file, calendar_file(open_steps(steps), now))
    return sum(1 for step in open_steps(steps) if step.wording.on is not None)


def save_page(
    file: Path, steps: Sequence[Step], resources: Path, now: datetime, words: dict[str, str]
) -> None:
    """Write the open steps as a tagged PDF. `words` are the page's own, see `print/plan.typ`.

    AppError when it can't be laid out or written.
    """
    from tiapp.printing.typeset import typeset

    data = {
        "words": words,
        "steps": [
            {
                "when": step.wording.when.strip(),
                "then": step.wording.then.strip(),
                "first_move": step.wording.first_move.strip(),
                "on": _day(step),
            }
            for step in open_steps(steps)
        ],
    }
    write_private(file, typeset(resources, "plan", data, now.date()))


def _day(step: Step) -> str:
    day = step.wording.on
    return f"{day.day} {day:%B %Y}" if day is not None else ""
