"""Check-ins over time: a line for each question, averaged to what can be drawn and read.

There is no total over questions, no band and no target, and nothing here calls one end of a scale
better than the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from statistics import fmean, median

from tiapp.private.check_in_model import Reading


class Period(StrEnum):
    """How far back the picture goes."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ALL = "all"


class Grain(StrEnum):
    """What one point stands for: a single check-in, or the average of a day, week or month."""

    CHECK_IN = "check-in"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line. `height` runs from 0, the first word of the scale, to 1, the last."""

    start: datetime
    """When the check-in was, or when the day, week or month of the average begins."""
    height: float
    count: int
    """How many answers it is the average of."""
    joined: bool
    """Whether the line goes on from the point before: long gaps are not bridged."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question over time, oldest point first; never empty."""

    item: str
    points: tuple[Point, ...]


class Lean(StrEnum):
    """To which end of its scale the later half of a line lies, compared with the earlier."""

    NEITHER = "neither"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class LineSummary:
    """What can be said of one line in words. All heights, none of them a judgement."""

    item: str
    count: int
    usual: float
    lowest: float
    highest: float
    lean: Lean


@dataclass(frozen=True, slots=True)
class Trend:
    """What the picture, the table and the words all show: the same data."""

    period: Period
    grain: Grain
    first: date
    last: date
    lines: tuple[Line, ...]
    summaries: tuple[LineSummary, ...]
    check_ins: int
    """How many check-ins there were in the period."""

    @property
    def starts(self) -> tuple[datetime, ...]:
        """Every moment at which some line has a point, oldest first: the rows of the table."""
        return tuple(sorted({point.start for line in self.lines for point in line.points}))


_BRIDGED = {
    Grain.CHECK_IN: timedelta(days=3),
    Grain.DAY: timedelta(days=7),
    Grain.WEEK: timedelta(weeks=4),
    Grain.MONTH: timedelta(days=95),
}
"""The longest gap that a line crosses."""

_DAYS_BY_DAY = 62
_DAYS_BY_WEEK = 731
"""Up to how many days the whole of the history is averaged by day, and by week."""

_HALF_NEEDS = 3
_LEANS_FROM = 0.125
"""A lean is only spoken of with three answers in each half, and from half a step of five on."""


def trend(
    readings: Sequence[Reading],
    items: Iterable[str],
    period: Period,
    today: date,
    check_ins: int | None = None,
) -> Trend:
    """The lines of `items`, in that order, over a period that ends today.

    `readings` may come in any order and reach further back; items that nobody asks for are left
    out, and an item without a reading has no line. `check_ins` is how many check-ins the period
    holds, where that is known better than by counting moments.
    """
    first = _first_day(readings, period, today)
    begins = datetime.combine(first, time.min)
    ends = datetime.combine(today, time.max)
    # By time first: a reading begins with its moment.
    wanted = sorted(reading for reading in readings if begins <= reading.at <= ends)
    grain = _grain(period, (today - first).days + 1)
    by_item: dict[str, list[Reading]] = {}
    for reading in wanted:
        by_item.setdefault(reading.item, []).append(reading)
    present = [item for item in items if item in by_item]
    return Trend(
        period=period,
        grain=grain,
        first=first,
        last=today,
        lines=tuple(Line(item, _points(by_item[item], grain)) for item in present),
        summaries=tuple(_summary(item, by_item[item]) for item in present),
        check_ins=len({reading.at for reading in wanted}) if check_ins is None else check_ins,
    )


def first_day(period: Period, today: date) -> date | None:
    """Where a period begins. None: with the first check-in there is."""
    match period:
        case Period.WEEK:
            return today - timedelta(days=6)
        case Period.MONTH:
            return today - timedelta(days=30)
        case Period.YEAR:
            return today - timedelta(days=365)
        case Period.ALL:
            return None


def between(height: float, steps: int) -> tuple[int, int]:
    """The steps that an average lies between, the same one twice when it is near a step."""
    exact = min(max(height, 0.0), 1.0) * (steps - 1)
    near = round(exact)
    if abs(exact - near) <= 0.25:
        return near, near
    return int(exact), int(exact) + 1


def _first_day(readings: Sequence[Reading], period: Period, today: date) -> date:
    begins = first_day(period, today)
    if begins is not None:
        return begins
    ends = datetime.combine(today, time.max)
    return min((r.at for r in readings if r.at <= ends), default=ends).date()


def _grain(period: Period, days: int) -> Grain:
    match period:
        case Period.WEEK:
            return Grain.CHECK_IN
        case Period.MONTH:
            return Grain.DAY
        case Period.YEAR:
            return Grain.WEEK
    if days <= _DAYS_BY_DAY:
        return Grain.DAY
    return Grain.WEEK if days <= _DAYS_BY_WEEK else Grain.MONTH


def _start(at: datetime, grain: Grain) -> datetime:
    if grain is Grain.CHECK_IN:
        return at
    day = at.date()
    if grain is Grain.WEEK:
        day -= timedelta(days=day.weekday())
    elif grain is Grain.MONTH:
        day = day.replace(day=1)
    return datetime.combine(day, time.min)


def _points(readings: Sequence[Reading], grain: Grain) -> tuple[Point, ...]:
    """Averages of readings that come in order of time."""
    heights: dict[datetime, list[float]] = {}
    at, start = datetime.min, datetime.min
    for reading in readings:
        if grain is Grain.CHECK_IN or reading.at.date() != at.date():
            at, start = reading.at, _start(reading.at, grain)
        heights.setdefault(start, []).append(reading.height)
    points: list[Point] = []
    for start, values in heights.items():
        joined = bool(points) and start - points[-1].start <= _BRIDGED[grain]
        points.append(Point(start, fmean(values), len(values), joined))
    return tuple(points)


def _summary(item: str, readings: Sequence[Reading]) -> LineSummary:
    heights = [reading.height for reading in readings]
    return LineSummary(
        item=item,
        count=len(heights),
        usual=median(heights),
        lowest=min(heights),
        highest=max(heights),
        lean=_lean(heights),
    )


def _lean(heights: Sequence[float]) -> Lean:
    half = len(heights) // 2
    if half < _HALF_NEEDS:
        return Lean.NEITHER
    moved = fmean(heights[-half:]) - fmean(heights[:half])
    if abs(moved) < _LEANS_FROM:
        return Lean.NEITHER
    return Lean.LAST if moved > 0 else Lean.FIRST
