"""Measures cases and judges them by ratios. Plain arithmetic: no Qt, nothing of the program.

Machines differ, and the same machine differs from hour to hour. So a case is always a pair: the
program's time, and a floor measured right before it. The two take turns (F S F S ...), the first
pair is dropped (it fills caches), and what counts is the median of the pairs' ratios.
"""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

ROUNDS = 9
QUICK_ROUNDS = 5


class CannotRun(Exception):
    """A case could not be measured here; the message says why."""


@dataclass(frozen=True, slots=True)
class Case:
    """Something worth measuring.

    `floor` and `subject` each give one figure in `unit`. `goal` is what we want; `limit` is where
    the verdict turns from "above the goal" to "above the limit". A case that fills a whole run by
    itself takes fewer rounds: `weight` 3 means a third of them, and it drops none.
    """

    id: str
    what: str
    against: str
    floor: Callable[[], float]
    subject: Callable[[], float]
    goal: float
    limit: float
    unit: str = "ms"
    weight: int = 1
    notes: Callable[[], Sequence[str]] = tuple

    def rounds(self, wanted: int) -> int:
        """How many pairs count."""
        return max(3, wanted // self.weight) if self.weight > 1 else wanted


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some figures, and how far they spread."""

    median: float
    low: float
    high: float
    q1: float
    q3: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> "Spread":
        """At least one figure."""
        if len(figures) == 1:
            return cls(*(figures[0],) * 5)
        q1, median, q3 = statistics.quantiles(figures, n=4, method="inclusive")
        return cls(median, min(figures), max(figures), q1, q3)


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured. Without figures, `error` says why."""

    id: str
    what: str
    against: str
    unit: str
    goal: float
    limit: float
    floors: tuple[float, ...] = ()
    subjects: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""
    doubled: bool = False

    @property
    def ratio(self) -> Spread:
        """Of the pairs, not of the medians: what disturbs a moment disturbs both of a pair."""
        return Spread.of(paired(self.floors, self.subjects))

    @property
    def verdict(self) -> str:
        """In words, for the table."""
        if self.error:
            return "could not run"
        return judge(self.ratio.median, self.goal, self.limit)


def paired(floors: Sequence[float], subjects: Sequence[float]) -> list[float]:
    """Each subject by the floor measured right before it."""
    return [subject / floor for floor, subject in zip(floors, subjects, strict=True)]


def judge(ratio: float, goal: float, limit: float) -> str:
    """The verdict on a median ratio."""
    if ratio <= goal:
        return "meets the goal"
    return "above the goal" if ratio <= limit else "above the limit"


def unsure(ratio: Spread, case: Case) -> bool:
    """Whether more rounds could change the verdict: the quartiles lie on both sides of a line."""
    return any(ratio.q1 <= line < ratio.q3 for line in (case.goal, case.limit))


@dataclass
class Runner:
    """Runs cases one after the other. `say` gets a line now and then while people wait."""

    rounds: int = ROUNDS
    say: Callable[[str], None] = lambda words: None
    results: list[Result] = field(default_factory=list)

    def run(self, case: Case) -> Result:
        """Measures one case. A case that cannot run gives a Result that says why."""
        result = Result(case.id, case.what, case.against, case.unit, case.goal, case.limit)
        try:
            result = self._measured(case, result)
        except CannotRun as reason:
            result = replace(result, error=str(reason), floors=(), subjects=())
        self.results.append(result)
        return result

    def _measured(self, case: Case, result: Result) -> Result:
        wanted = case.rounds(self.rounds)
        if case.weight == 1:
            case.floor()
            case.subject()
        result = self._more(case, result, wanted)
        # Heavy cases are not doubled: they would take minutes, and their notes name each stall.
        if case.weight == 1 and unsure(result.ratio, case):
            self.say(f"{case.id}: too close to call, measuring as often again")
            result = replace(self._more(case, result, wanted), doubled=True)
        return replace(result, notes=tuple(case.notes()))

    def _more(self, case: Case, result: Result, rounds: int) -> Result:
        floors, subjects = list(result.floors), list(result.subjects)
        for _ in range(rounds):
            floors.append(case.floor())
            subjects.append(case.subject())
        return replace(result, floors=tuple(floors), subjects=tuple(subjects))
