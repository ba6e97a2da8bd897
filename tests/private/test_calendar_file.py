"""A plan's steps in a calendar's own format."""

import re
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from tiapp.private.calendar_file import calendar_file
from tiapp.private.plan_model import Step, StepState, Wording

MADE = datetime(2026, 3, 10, 9, 30)


def _step(
    then: str = "ring the school",
    when: str = "",
    first: str = "",
    on: date | None = date(2026, 3, 12),
    state: StepState = StepState.OPEN,
) -> Step:
    return Step("0b1c", Wording(when, then, first, on), state, 1, date(2026, 3, 1))


def _read(data: bytes) -> list[tuple[str, str]]:
    """The properties, unfolded and unescaped, as RFC 5545 says a calendar reads them."""
    text = data.decode().replace("\r\n ", "")
    found = []
    for line in text.split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        plain = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value, flags=re.DOTALL)
        found.append((name, plain))
    return found


def test_a_step_with_a_day_becomes_an_event_of_that_whole_day():
    read = dict(_read(calendar_file([_step("ring the school", "On Thursday")], MADE)))
    assert read["SUMMARY"] == "On Thursday: ring the school"
    assert read["DTSTART;VALUE=DATE"] == "20260312"
    assert read["DTEND;VALUE=DATE"] == "20260313"
    assert read["UID"] == "0b1c@steady"


def test_nothing_rings_and_nobody_is_invited():
    text = calendar_file([_step()], MADE).decode()
    assert not re.search("VALARM|ATTENDEE|ORGANIZER", text)


def test_steps_without_a_day_and_closed_ones_are_left_out():
    steps = [_step(on=None), _step(state=StepState.DONE), _step(state=StepState.LET_GO)]
    assert b"VEVENT" not in calendar_file(steps, MADE)


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "))


@given(_WORDS, _WORDS)
def test_a_calendar_reads_back_the_words_as_they_were(then: str, first: str):
    data = calendar_file([_step(then, first=first)], MADE)
    read = dict(_read(data))
    assert read["SUMMARY"] == " ".join(then.split())
    assert read.get("DESCRIPTION", "") == first.strip()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


@given(st.text())
def test_no_words_can_add_a_line_of_their_own(then: str):
    read = _read(calendar_file([_step(then), _step("b\r\nEND:VCALENDAR\r\nX:1")], MADE))
    names = [name for name, _ in read]
    assert names.count("BEGIN") == 3
    assert names.count("END") == 3
    assert "X" not in names
