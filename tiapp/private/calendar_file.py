"""A plan's steps as a calendar file (iCalendar, RFC 5545) that any calendar can take in.

It is written here because it is one kind of event with six lines; the tests read it back.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from tiapp.private.plan_model import Step

_LINE = 75
"""Octets of a line at most; longer ones are folded (RFC 5545, 3.1)."""


def calendar_file(steps: Iterable[Step], made: datetime) -> bytes:
    """Every step that has a day, as an all-day event; no alarms, and nobody is invited.

    `made` is the local time now. The same step keeps its UID, so that taking the file in twice
    gives one event. What was done or let go is left out.
    """
    stamp = made.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Steady//Plan//EN", "CALSCALE:GREGORIAN"]
    for step in steps:
        if step.open:
            lines += _event(step, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def sentence(step: Step) -> str:
    """The step in one line, as lists and calendars show it."""
    when, then = step.wording.when.strip(), step.wording.then.strip()
    return " ".join((f"{when}: {then}" if when and then else when or then).split())


def _event(step: Step, stamp: str) -> list[str]:
    day = step.wording.on
    if day is None:
        return []
    lines = [
        "BEGIN:VEVENT",
        f"UID:{step.id}@steady",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(sentence(step))}",
    ]
    if step.wording.first_move.strip():
        lines.append(f"DESCRIPTION:{_text(step.wording.first_move.strip())}")
    return [*lines, "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT"]


def _text(words: str) -> str:
    """Escaped (RFC 5545, 3.3.11); control characters, which no calendar expects, become spaces."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c if c == "\n" or c.isprintable() else " " for c in plain)
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """At most 75 octets a line, broken between letters."""
    out: list[str] = []
    room = _LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            out.append("\r\n ")
            room = _LINE - 1
        out.append(letter)
        room -= size
    return "".join(out)
