"""Where the points of a chart lie."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tiapp.gui.private.chart_shape import Span, apart, nearest, spots, ticks
from tiapp.private.trend import Line, Point

SPAN = Span.of_days(date(2026, 3, 1), date(2026, 3, 10), left=10, width=100)


def _points(count: int, step: timedelta, height: float = 0.5) -> list[Point]:
    begins = datetime(2026, 3, 1)
    return [Point(begins + step * n, height, 1, n > 0) for n in range(count)]


def test_the_first_word_of_a_scale_is_at_the_bottom_and_the_last_at_the_top():
    points = [Point(datetime(2026, 3, 1), height, 1, False) for height in (0.0, 1.0)]
    assert [spot.y for spot in spots(points, SPAN, top=5, bottom=205)] == [205, 5]


def test_time_goes_from_one_edge_to_the_other():
    assert SPAN.x(datetime(2026, 3, 1)) == 10
    assert SPAN.x(datetime(2026, 3, 6)) == 60
    assert SPAN.x(datetime(2026, 3, 11)) == 110


def test_a_week_that_began_before_the_period_is_drawn_at_its_edge():
    assert SPAN.x(datetime(2026, 2, 27)) == 10


def test_few_points_are_drawn_as_they_are():
    assert len(spots(_points(10, timedelta(days=1)), SPAN, 0, 100)) == 10


def test_more_points_than_can_be_seen_are_averaged():
    drawn = spots(_points(1825, timedelta(minutes=7)), SPAN, 0, 100)
    assert len(drawn) <= 52
    assert all(spot.y == 50 for spot in drawn)


def test_averaging_keeps_gaps():
    points = _points(400, timedelta(minutes=30))
    points[200] = Point(points[200].start + timedelta(hours=1), 0.5, 1, False)
    assert [spot.joined for spot in spots(points, SPAN, 0, 100)].count(False) >= 1


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_labels_never_lie_over_one_another(wanted: list[float]):
    placed = sorted(apart(wanted, 20, 0, 300))
    assert all(0 <= y <= 300 for y in placed)
    assert all(b - a >= 19.99 for a, b in pairwise(placed))


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8, unique=True))
def test_labels_stay_in_the_order_of_their_lines(wanted: list[float]):
    placed = apart(wanted, 20, 0, 300)
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    assert order == sorted(range(len(wanted)), key=lambda n: placed[n])


def test_labels_that_are_far_apart_stay_where_their_lines_end():
    assert apart([10, 100, 200], 20, 0, 300) == [10, 100, 200]


def test_too_many_labels_are_spread_evenly():
    assert apart([50, 50, 50], 200, 0, 100) == [0, 50, 100]


def test_up_and_down_go_to_the_point_nearest_in_time():
    line = Line("energy", tuple(_points(10, timedelta(days=1))))
    assert nearest(line, datetime(2026, 3, 4, 20)) == 4


def test_the_days_below_begin_and_end_with_the_period():
    days = ticks(date(2026, 3, 1), date(2026, 3, 31), 5)
    assert (days[0], days[-1], len(days)) == (date(2026, 3, 1), date(2026, 3, 31), 5)
    assert ticks(date(2026, 3, 1), date(2026, 3, 1), 5) == [date(2026, 3, 1)]
    assert len(ticks(date(2026, 3, 1), date(2026, 3, 3), 7)) == 3
