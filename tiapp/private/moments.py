"""An entry's place in time as one number, which is its row's key. Plain Python.

The key counts microseconds on the writer's own wall clock, so the order of keys is the order in
which a person sees their days, "on 22 November" is one range of keys, and neither needs an index.
"""

from datetime import date, datetime, time, timedelta

_BEGINNING = datetime(1, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
FIRST = 0
LAST = (datetime.max - _BEGINNING) // _MICROSECOND


def moment_of(written: datetime) -> int:
    """The key of a time, as the clock on the wall showed it."""
    return (written.replace(tzinfo=None) - _BEGINNING) // _MICROSECOND


def first_moment(day: date) -> int:
    """The first key of a day."""
    return moment_of(datetime.combine(day, time.min))


def day_of(moment: int) -> date:
    """The day in which a key lies."""
    return (_BEGINNING + moment * _MICROSECOND).date()


def moments_between(since: date | None, until: date | None) -> tuple[int, int]:
    """The first and last key from the day `since` up to but without `until`; None: no limit."""
    first = FIRST if since is None else first_moment(since)
    last = LAST if until is None else first_moment(until) - 1
    return first, last
