from datetime import datetime

from tiapp.core.clock import SystemClock


def test_the_computers_clock_tells_local_time_without_a_zone():
    before = datetime.now()
    told = SystemClock().now()
    after = datetime.now()

    assert before <= told <= after
    assert told.tzinfo is None


def test_the_day_is_the_day_of_that_moment():
    clock = SystemClock()
    before, day, after = clock.now().date(), clock.today(), clock.now().date()

    assert before <= day <= after


def test_a_clock_of_a_test_stands_still_until_it_is_moved(fixed_clock):
    assert fixed_clock.now() == fixed_clock.now()
    fixed_clock.move(days=1)
    assert fixed_clock.today().isoformat() == "2026-03-11"
