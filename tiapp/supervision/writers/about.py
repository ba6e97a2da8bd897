"""What every table says about itself, whichever form it takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tiapp.supervision.summary import FINISHED_MEANS, PURPOSE

Cell = str | int | None
"""A day is text as 2026-11-22; None is an empty cell."""

Rows = Iterable[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class About:
    """A title, the day it is written, the line on what *finished* means, and what it is for.

    `facts` are further lines for a reader: what it is called, and what it is.
    """

    title: str
    written: date
    purpose: str = PURPOSE
    notes: tuple[tuple[str, str], ...] = ()
    """What columns mean, for forms that have room for it."""
    finished_means: str = FINISHED_MEANS
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        """Both lines as one, for where there is room for one."""
        return f"{self.finished_means} {self.purpose}"
