"""Where the points of a chart lie, as plain numbers: no painting, and nothing of Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tiapp.private.trend import Line, Point


@dataclass(frozen=True, slots=True)
class Span:
    """The time that a chart shows, across `width` pixels from `left` on."""

    begins: datetime
    ends: datetime
    left: float
    width: float

    @classmethod
    def of_days(cls, first: date, last: date, left: float, width: float) -> "Span":
        """Whole days, both counted."""
        begins = datetime.combine(first, time.min)
        return cls(begins, datetime.combine(last, time.min) + timedelta(days=1), left, width)

    def x(self, at: datetime) -> float:
        """Where a moment is. What lies a little before the first day is drawn at its edge."""
        whole = (self.ends - self.begins).total_seconds()
        part = (at - self.begins).total_seconds() / whole
        return self.left + self.width * min(max(part, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a line as it is drawn."""

    x: float
    y: float
    joined: bool


def spots(points: Sequence[Point], span: Span, top: float, bottom: float) -> list[Spot]:
    """The points in pixels: one for every two pixels at most, averaged where there are more."""
    made = [
        Spot(span.x(point.start), bottom - (bottom - top) * point.height, point.joined)
        for point in points
    ]
    return made if len(made) <= span.width / 2 else _thinned(made)


def _thinned(made: Sequence[Spot]) -> list[Spot]:
    out: list[Spot] = []
    xs = ys = 0.0
    count, column, joined = 0, 0, False
    for spot in made:
        if count and int(spot.x) // 2 != column:
            out.append(Spot(xs / count, ys / count, joined))
            xs = ys = 0.0
            count = 0
        if not count:
            column, joined = int(spot.x) // 2, spot.joined
        xs += spot.x
        ys += spot.y
        count += 1
    out.append(Spot(xs / count, ys / count, joined))
    return out


def apart(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Heights for labels near the wanted ones, none closer to another than `gap`.

    Where there is too little room for all of them they are spread evenly.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    room = bottom - top
    gap = min(gap, room / max(1, len(wanted) - 1)) if len(wanted) > 1 else gap
    placed: list[float] = []
    for n in order:
        least = placed[-1] + gap if placed else top
        placed.append(max(wanted[n], least))
    limit = bottom
    for at in reversed(range(len(placed))):
        placed[at] = min(placed[at], limit)
        limit = placed[at] - gap
    found = [0.0] * len(wanted)
    for n, y in zip(order, placed, strict=True):
        found[n] = y
    return found


def nearest(line: Line, at: datetime) -> int:
    """Which point of a line is closest to a moment."""
    return min(range(len(line.points)), key=lambda n: abs(line.points[n].start - at), default=0)


def ticks(first: date, last: date, most: int) -> list[date]:
    """Days to write below the chart: the first, the last, and evenly spaced ones between."""
    days = (last - first).days
    count = min(most, days + 1)
    if count <= 1:
        return [first]
    return unique(first + timedelta(days=round(days * n / (count - 1))) for n in range(count))


def unique(days: Iterable[date]) -> list[date]:
    """Each once, in their order."""
    return list(dict.fromkeys(days))
