"""When a reminder comes, and when it does not."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiapp.core.settings import Settings
from tiapp.private.reminder_rules import Quiet, ReminderTimes, ReminderWatch, clock_times

TUESDAY = datetime(2026, 3, 10, 9, 30)
NOON = ReminderTimes(on=True, days=frozenset({0, 1, 2, 3, 4}), times=(time(12, 30),))


def _at(hour: int, minute: int = 0, day: int = 10) -> datetime:
    return datetime(2026, 3, day, hour, minute)


def test_nothing_comes_until_it_is_switched_on():
    assert not ReminderTimes.of(Settings()).on
    watch = ReminderWatch(TUESDAY)
    assert not watch.look(ReminderTimes.of(Settings()), _at(12, 30))


def test_it_comes_at_its_time():
    watch = ReminderWatch(TUESDAY)
    assert not watch.look(NOON, _at(12, 29))
    assert watch.look(NOON, _at(12, 30))


def test_it_comes_once():
    watch = ReminderWatch(TUESDAY)
    assert [watch.look(NOON, _at(12, minute)) for minute in (30, 31, 32)] == [True, False, False]


def test_it_stays_away_on_other_days():
    watch = ReminderWatch(_at(9, day=14))
    assert not watch.look(NOON, _at(13, day=14))


def test_one_that_came_while_the_computer_slept_a_little_is_shown_on_waking():
    assert ReminderWatch(TUESDAY).look(NOON, _at(12, 50))


def test_one_that_nobody_could_see_is_let_go():
    watch = ReminderWatch(TUESDAY)
    assert not watch.look(NOON, _at(16))
    assert not watch.look(NOON, _at(16, 1))


def test_weeks_of_sleep_bring_one_reminder_at_most():
    watch = ReminderWatch(TUESDAY)
    assert watch.look(NOON, datetime(2026, 4, 28, 12, 31))
    assert not watch.look(NOON, datetime(2026, 4, 28, 12, 32))


def test_starting_steady_after_its_time_brings_nothing():
    watch = ReminderWatch(_at(12, 31))
    assert not watch.look(NOON, _at(12, 32))


def test_nothing_comes_in_quiet_hours():
    quiet = replace(NOON, quiet=Quiet(time(12), time(14)))
    watch = ReminderWatch(TUESDAY)
    assert not any(watch.look(quiet, _at(hour, 30)) for hour in (12, 13, 14, 15))


@pytest.mark.parametrize(
    ("begins", "ends", "at", "quiet"),
    [
        (22, 7, 23, True),
        (22, 7, 6, True),
        (22, 7, 7, False),
        (22, 7, 12, False),
        (12, 14, 13, True),
        (12, 14, 14, False),
        (9, 9, 9, False),
    ],
)
def test_quiet_hours_may_go_over_midnight(begins: int, ends: int, at: int, quiet: bool):
    assert Quiet(time(begins), time(ends)).holds(time(at)) is quiet


def test_later_brings_it_back_in_an_hour_and_once():
    watch = ReminderWatch(TUESDAY)
    assert watch.look(NOON, _at(12, 30))
    assert watch.snooze(_at(12, 40)) == _at(13, 40)
    looks = [watch.look(NOON, at) for at in (_at(13, 39), _at(13, 40), _at(13, 41))]
    assert looks == [False, True, False]


def test_later_waits_until_quiet_hours_are_over():
    quiet = replace(NOON, quiet=Quiet(time(13), time(15)))
    watch = ReminderWatch(TUESDAY)
    assert watch.look(quiet, _at(12, 30))
    watch.snooze(_at(12, 30))
    assert [watch.look(quiet, _at(hour)) for hour in (14, 15)] == [False, True]


def test_switching_off_also_forgets_what_was_put_off():
    watch = ReminderWatch(TUESDAY)
    watch.look(NOON, _at(12, 30))
    watch.snooze(_at(12, 30))
    watch.look(replace(NOON, on=False), _at(13))
    assert not watch.look(NOON, _at(13, 30))


def test_the_hour_that_summer_time_gives_back_brings_no_second_one():
    # 25 October 2026: 02:00 becomes 01:00.
    night = ReminderTimes(on=True, days=frozenset({6}), times=(time(1, 30),))
    watch = ReminderWatch(datetime(2026, 10, 25, 1, 0))
    seen = [
        watch.look(night, datetime(2026, 10, 25, hour, minute))
        for hour, minute in ((1, 29), (1, 30), (1, 59), (1, 0), (1, 30), (2, 0))
    ]
    assert seen.count(True) == 1


def test_a_time_in_the_hour_that_summer_time_takes_is_not_lost():
    # 29 March 2026: 01:00 becomes 02:00.
    night = ReminderTimes(on=True, days=frozenset({6}), times=(time(1, 45),))
    watch = ReminderWatch(datetime(2026, 3, 29, 0, 59))
    assert watch.look(night, datetime(2026, 3, 29, 2, 0))


def test_a_clock_that_was_wrong_and_is_put_right_brings_reminders_again():
    watch = ReminderWatch(datetime(2031, 3, 11, 12, 0))
    assert watch.look(NOON, datetime(2031, 3, 11, 12, 30))
    assert not watch.look(NOON, _at(12, 0))
    assert watch.look(NOON, _at(12, 30))


@given(
    st.sets(st.integers(0, 6)),
    st.sets(st.times().map(lambda t: t.replace(second=0, microsecond=0)), max_size=6),
    st.one_of(st.none(), st.tuples(st.times(), st.times())),
    st.booleans(),
)
def test_choices_come_back_from_the_settings_as_they_went_in(days, times, hours, on):
    quiet = Quiet(*(h.replace(second=0, microsecond=0) for h in hours)) if hours else None
    chosen = ReminderTimes(on, frozenset(days), tuple(sorted(times)), quiet)
    assert ReminderTimes.of(chosen.into(Settings())) == chosen


@given(st.text(), st.text(), st.text())
def test_settings_that_somebody_spoilt_never_stop_the_program(days: str, times: str, quiet: str):
    spoilt = Settings(
        reminders=True, reminder_days=days, reminder_times=times, reminder_quiet=quiet
    )
    ReminderWatch(TUESDAY).look(ReminderTimes.of(spoilt), TUESDAY + timedelta(hours=9))


@pytest.mark.parametrize("words", ["25:00", "9", "9:60", "::", "a:b", "-1:30", "²:30", "12:30:00"])
def test_what_is_no_time_is_left_out(words: str):
    assert clock_times([words]) == []


@given(st.lists(st.integers(-200, 600), max_size=60))
def test_a_reminder_is_never_shown_in_quiet_hours_whatever_the_clock_does(steps: list[int]):
    times = replace(NOON, times=(time(8), time(12, 30), time(21)), quiet=Quiet(time(20), time(9)))
    watch, now = ReminderWatch(TUESDAY), TUESDAY
    for step in steps:
        now += timedelta(minutes=step)
        if watch.look(times, now):
            assert not times.is_quiet(now)
            watch.snooze(now)
