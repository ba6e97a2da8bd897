"""Check-ins over time, as lines."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiapp.private.check_in_model import Reading
from tiapp.private.trend import Grain, Lean, Period, Trend, between, first_day, trend

TODAY = date(2026, 3, 10)


def _daily(heights: list[float], item: str = "energy", last: date = TODAY) -> list[Reading]:
    """One reading a day, the last of them today."""
    begins = datetime(last.year, last.month, last.day, 9) - timedelta(days=len(heights) - 1)
    return [Reading(begins + timedelta(days=n), item, h) for n, h in enumerate(heights)]


def _made(readings: list[Reading], period: Period = Period.MONTH) -> Trend:
    return trend(readings, ("energy", "settled"), period, TODAY)


def test_each_question_has_a_line_of_its_own_in_the_order_asked_for():
    readings = _daily([0.5], "settled") + _daily([1.0], "energy")
    assert [line.item for line in _made(readings).lines] == ["energy", "settled"]


def test_a_question_that_was_left_blank_has_no_line():
    assert [line.item for line in _made(_daily([0.5])).lines] == ["energy"]


def test_nothing_is_added_up_over_questions():
    made = _made(_daily([0.0], "energy") + _daily([1.0], "settled"))
    assert [line.points[0].height for line in made.lines] == [0.0, 1.0]


def test_a_week_shows_each_check_in_by_itself():
    noon = datetime(2026, 3, 10, 12)
    readings = [Reading(noon, "energy", 0.0), Reading(noon + timedelta(hours=2), "energy", 1.0)]
    made = _made(readings, Period.WEEK)
    assert made.grain is Grain.CHECK_IN
    assert [point.height for point in made.lines[0].points] == [0.0, 1.0]


def test_several_a_day_become_that_days_average_in_a_month():
    noon = datetime(2026, 3, 10, 12)
    readings = [Reading(noon, "energy", 0.0), Reading(noon + timedelta(hours=2), "energy", 1.0)]
    (point,) = _made(readings).lines[0].points
    assert (point.height, point.count) == (0.5, 2)


def test_a_year_is_averaged_by_weeks_that_begin_on_monday():
    made = _made(_daily([0.5] * 300), Period.YEAR)
    assert made.grain is Grain.WEEK
    assert {point.start.weekday() for point in made.lines[0].points} == {0}


@pytest.mark.parametrize(
    ("days", "grain"), [(20, Grain.DAY), (400, Grain.WEEK), (1825, Grain.MONTH)]
)
def test_the_whole_history_is_averaged_to_what_can_be_read(days: int, grain: Grain):
    made = _made(_daily([0.5] * days), Period.ALL)
    assert made.grain is grain
    assert len(made.lines[0].points) <= 110


def test_five_years_leave_no_day_out():
    made = _made(_daily([0.5] * 1825), Period.ALL)
    assert sum(point.count for point in made.lines[0].points) == 1825


def test_a_period_begins_where_it_says_and_ends_today():
    readings = _daily([0.5] * 60)
    made = _made(readings, Period.MONTH)
    assert (made.first, made.last) == (date(2026, 2, 8), TODAY)
    assert made.lines[0].points[0].start.date() == made.first


def test_what_lies_after_today_is_not_shown():
    # The clock was wrong once, or was set back.
    readings = [*_daily([0.5]), Reading(datetime(2027, 1, 1), "energy", 1.0)]
    for period in Period:
        assert sum(p.count for p in _made(readings, period).lines[0].points) == 1


def test_a_line_does_not_bridge_a_long_gap():
    old = _daily([0.5], last=TODAY - timedelta(days=20))
    joined = [p.joined for p in _made(old + _daily([0.5, 0.5])).lines[0].points]
    assert joined == [False, False, True]


def test_without_any_check_in_there_is_nothing_to_draw():
    for period in Period:
        made = _made([], period)
        assert (made.lines, made.starts, made.check_ins) == ((), (), 0)


def test_the_rows_of_the_table_are_the_points_of_the_lines():
    made = _made(_daily([0.5, 0.5], "energy") + _daily([1.0], "settled"))
    assert made.starts == (datetime(2026, 3, 9), datetime(2026, 3, 10))


def test_the_summary_says_where_a_line_mostly_was_and_how_far_it_went():
    (summary,) = _made(_daily([0.0, 0.5, 0.5, 0.5, 1.0])).summaries
    assert (summary.usual, summary.lowest, summary.highest) == (0.5, 0.0, 1.0)


@pytest.mark.parametrize(
    ("heights", "lean"),
    [
        ([0.0, 0.0, 0.0, 1.0, 1.0, 1.0], Lean.LAST),
        ([1.0, 1.0, 1.0, 0.0, 0.0, 0.0], Lean.FIRST),
        ([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], Lean.NEITHER),
        ([0.0, 1.0, 1.0, 1.0], Lean.NEITHER),  # too few to speak of halves
    ],
)
def test_a_lean_is_spoken_of_only_when_there_is_enough_to_go_by(heights: list[float], lean: Lean):
    assert _made(_daily(heights)).summaries[0].lean is lean


@pytest.mark.parametrize(
    ("height", "steps"),
    [(0.0, (0, 0)), (0.5, (2, 2)), (0.62, (2, 3)), (0.99, (4, 4)), (1.0, (4, 4)), (9.0, (4, 4))],
)
def test_an_average_is_a_word_or_lies_between_two(height: float, steps: tuple[int, int]):
    assert between(height, 5) == steps


_READINGS = st.lists(
    st.builds(
        Reading,
        st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1)),
        st.sampled_from(["energy", "settled", "unknown"]),
        st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]),
    ),
    max_size=60,
)


@given(_READINGS, st.sampled_from(Period))
def test_whatever_was_answered_the_lines_stay_within_it(readings: list[Reading], period: Period):
    made = trend(readings, ("energy", "settled"), period, TODAY)
    begins = first_day(period, TODAY) or date.min
    for line in made.lines:
        inside = [
            r.height for r in readings if r.item == line.item and begins <= r.at.date() <= TODAY
        ]
        assert sum(point.count for point in line.points) == len(inside)
        assert all(min(inside) - 1e-9 <= p.height <= max(inside) + 1e-9 for p in line.points)
        starts = [point.start for point in line.points]
        assert starts == sorted(starts)


@given(_READINGS)
def test_the_order_in_which_check_ins_come_makes_no_difference(readings: list[Reading]):
    one_way = trend(readings, ("energy",), Period.ALL, TODAY)
    other = trend(sorted(readings, reverse=True), ("energy",), Period.ALL, TODAY)
    assert [line.item for line in one_way.lines] == [line.item for line in other.lines]
    for line, same in zip(one_way.lines, other.lines, strict=True):
        assert [(p.start, p.count) for p in line.points] == [
            (p.start, p.count) for p in same.points
        ]
