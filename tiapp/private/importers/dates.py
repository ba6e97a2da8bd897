"""Reads the dates that people and programs write. Plain Python; a day comes before its month."""

import re
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

NOON = time(12)
"""The time of an entry that has a day alone: no change of zone makes another day of it."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAYS = (
    re.compile(r"(?P<year>\d{4})[-_./ ](?P<month>\d{1,2})[-_./ ](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d{1,2}(?!\d))"),
    re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})(?!\d)"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})", re.I),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.I),
)
_CLOCK = re.compile(
    r"[ T_,-]*(?:at )?(?P<hour>\d{1,2})(?P<sep>[:.h-]?)(?P<minute>\d{2})"
    r"(?:(?P=sep)(?P<second>\d{2}))?"
    r"(?:[.,]\d+)?(?:\s?(?P<half>[ap]m))?(?!\d)",
    re.I,
)
_OFFSET = re.compile(r"\s*(?:(?P<utc>Z|UTC|GMT)|(?P<sign>[+-])(?P<h>\d{2}):?(?P<m>\d{2}))(?![\w:])")


def read_moment(text: str, zone: str = "") -> datetime | None:
    """The day and time that a text begins with, with its offset; None when it is no date.

    Without an offset it is of the zone named, or else of this computer's. Without a time it is
    noon.
    """
    found = _beginning_day(text.strip())
    if found is None:
        return None
    day, rest = found
    clock, rest = _clock(rest)
    moment = datetime.combine(day, clock)
    offset = _OFFSET.match(rest)
    if offset is not None and rest:
        return moment.replace(tzinfo=_zone_of(offset))
    return placed(moment, zone)


def day_in_name(name: str) -> tuple[datetime, str] | None:
    """The day (and time) that a file's name begins or ends with, and what is left of the name."""
    found = _beginning_day(name)
    if found is not None:
        day, rest = found
        clock, after = _clock(rest)
        return placed(datetime.combine(day, clock)), after.strip(" -_.,")
    for pattern in _DAYS:
        for match in pattern.finditer(name):
            day_there = _day(match)
            if day_there is not None and match.end() == len(name):
                rest = name[: match.start()].strip(" -_.,")
                return placed(datetime.combine(day_there, NOON)), rest
    return None


def placed(moment: datetime, zone: str = "") -> datetime:
    """A time on the wall with its offset, in the zone named or this computer's."""
    try:
        if zone:
            return moment.replace(tzinfo=ZoneInfo(zone))
    except (ValueError, OSError, LookupError):
        pass
    try:
        return moment.astimezone()
    except (ValueError, OverflowError, OSError):  # years that the system's clock does not know
        return moment.replace(tzinfo=timezone(timedelta(0)))


def _beginning_day(text: str) -> tuple[date, str] | None:
    for pattern in _DAYS:
        match = pattern.match(text)
        if match is not None and (day := _day(match)) is not None:
            return day, text[match.end() :]
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    name = parts.get("name")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["month"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _clock(rest: str) -> tuple[time, str]:
    match = _CLOCK.match(rest)
    if match is None:
        return NOON, rest
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "pm" else 0)
    try:
        return time(hour, int(match["minute"]), int(match["second"] or 0)), rest[match.end() :]
    except ValueError:
        return NOON, rest


def _zone_of(offset: re.Match[str]) -> timezone:
    if offset["utc"]:
        return timezone(timedelta(0))
    apart = timedelta(hours=int(offset["h"]), minutes=int(offset["m"]))
    if apart >= timedelta(hours=24):
        return timezone(timedelta(0))
    return timezone(-apart if offset["sign"] == "-" else apart)
