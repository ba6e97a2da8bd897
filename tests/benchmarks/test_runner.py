"""The arithmetic of the benchmark. Figures are made up, so nothing here depends on time."""

from collections.abc import Callable

import pytest

from benchmarks.report import table
from benchmarks.runner import CannotRun, Case, Result, Runner, Spread, judge, paired, unsure


def _figures(*figures: float) -> Callable[[], float]:
    """Gives one after the other, then the last one again and again."""
    left = list(figures)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


def _case(
    floor: Callable[[], float],
    subject: Callable[[], float],
    *,
    goal: float = 1.25,
    limit: float = 1.6,
    weight: int = 1,
) -> Case:
    return Case("P0", "A case", "a floor", floor, subject, goal, limit, weight=weight)


def test_the_spread_of_figures_is_median_extremes_and_quartiles():
    assert Spread.of([4, 1, 3, 2, 5]) == Spread(median=3, low=1, high=5, q1=2, q3=4)


def test_the_spread_of_a_single_figure_is_that_figure():
    assert Spread.of([7]) == Spread(7, 7, 7, 7, 7)


def test_each_subject_is_compared_with_the_floor_of_its_own_pair():
    assert paired([100, 200], [150, 300]) == [1.5, 1.5]


def test_what_slows_both_of_a_pair_does_not_change_the_ratio():
    result = Runner(5).run(_case(_figures(9, 1, 2, 4, 8, 16), _figures(9, 2, 4, 8, 16, 32)))
    assert result.ratio == Spread(2, 2, 2, 2, 2)


def test_the_first_pair_is_dropped():
    result = Runner(3).run(_case(_figures(1000, 10), _figures(5000, 11)))
    assert (result.floors, result.subjects) == ((10, 10, 10), (11, 11, 11))


def test_floor_and_subject_take_turns():
    order: list[str] = []

    def noted(name: str) -> Callable[[], float]:
        def measure() -> float:
            order.append(name)
            return 1

        return measure

    Runner(3).run(_case(noted("F"), noted("S")))
    assert "".join(order) == "FS" * 4


@pytest.mark.parametrize(
    ("ratio", "verdict"),
    [
        (1.0, "meets the goal"),
        (1.25, "meets the goal"),
        (1.26, "above the goal"),
        (1.6, "above the goal"),
        (1.61, "above the limit"),
    ],
)
def test_the_verdict_looks_at_the_median_ratio(ratio: float, verdict: str):
    assert judge(ratio, 1.25, 1.6) == verdict


def test_quartiles_on_both_sides_of_the_limit_or_the_goal_leave_one_unsure():
    case = _case(_figures(1), _figures(1))
    assert unsure(Spread(1.6, 1, 2, 1.5, 1.7), case)
    assert unsure(Spread(1.2, 1, 2, 1.1, 1.3), case)
    assert not unsure(Spread(1.4, 1, 2, 1.3, 1.5), case)


def test_an_unsure_case_is_measured_as_often_again_but_only_once():
    wavering = _figures(*([1, 3] * 20))
    result = Runner(4).run(_case(_figures(1), wavering, goal=2, limit=4))
    assert len(result.subjects) == 8
    assert result.doubled


def test_a_sure_case_is_not_measured_again():
    result = Runner(4).run(_case(_figures(1), _figures(1)))
    assert len(result.subjects) == 4
    assert not result.doubled


def test_a_heavy_case_takes_fewer_rounds_drops_none_and_is_not_doubled():
    result = Runner(9).run(_case(_figures(1), _figures(*([1, 3] * 20)), goal=2, weight=3))
    assert result.subjects == (1, 3, 1)
    assert Runner(5).run(_case(_figures(1), _figures(1), weight=3)).subjects == (1, 1, 1)


def test_a_case_that_cannot_run_says_why_and_the_others_go_on():
    def fails() -> float:
        raise CannotRun("there is no display")

    runner = Runner(3)
    broken = runner.run(_case(_figures(1), fails))
    fine = runner.run(_case(_figures(1), _figures(1)))
    assert (broken.verdict, broken.error) == ("could not run", "there is no display")
    assert fine.verdict == "meets the goal"
    assert runner.results == [broken, fine]


def test_the_table_is_aligned_and_names_every_case():
    results = [
        Result("P1", "Start", "bare window", "ms", 1.25, 1.6, (100.0, 100.0), (110.0, 130.0)),
        Result("P2", "Home", "bare window", "ms", 1.6, 2.0, error="no display"),
    ]
    head, line, first, second, why = table(results).splitlines()
    assert line == "-" * len(line)
    assert head.index("ratio") == first.index("1.20")
    assert "120 (110-130) ms" in first
    assert "could not run" in second
    assert why.strip() == "no display"
