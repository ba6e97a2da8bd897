"""What a plan shows where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiapp.private.plan_model import Step, StepState, Wording
from tiapp.private.plan_rules import (
    closed_steps,
    moved,
    next_steps,
    open_steps,
    to_come_back_to,
    when_of,
)

TODAY = date(2026, 3, 10)


def _step(
    name: str,
    place: int = 0,
    state: StepState = StepState.OPEN,
    on: date | None = None,
    come_back_on: date | None = None,
    closed_on: date | None = None,
) -> Step:
    wording = Wording(then=name, on=on, come_back_on=come_back_on)
    return Step(name, wording, state, place, date(2026, 3, 1), closed_on)


def _names(steps: tuple[Step, ...]) -> list[str]:
    return [step.id for step in steps]


def test_open_steps_stand_in_the_persons_own_order():
    assert _names(open_steps([_step("b", 2), _step("a", 1)])) == ["a", "b"]


def test_done_and_let_go_stand_side_by_side_the_latest_first():
    steps = [
        _step("done", state=StepState.DONE, closed_on=date(2026, 3, 3)),
        _step("let go", state=StepState.LET_GO, closed_on=date(2026, 3, 5)),
        _step("open"),
    ]
    assert _names(closed_steps(steps)) == ["let go", "done"]


def test_home_shows_two_those_with_a_day_first():
    steps = [_step("some time", 1), _step("May", 2, on=date(2026, 5, 1)), _step("third", 3)]
    assert _names(next_steps(steps)) == ["May", "some time"]


def test_a_day_that_has_passed_takes_nothing_away():
    assert _names(next_steps([_step("then", on=date(2020, 1, 1))])) == ["then"]


def test_a_step_is_come_back_to_from_its_day_on_and_not_before():
    steps = [_step("now", come_back_on=TODAY), _step("later", come_back_on=date(2026, 3, 11))]
    assert _names(to_come_back_to(steps, TODAY)) == ["now"]


def test_what_is_closed_is_not_come_back_to():
    assert to_come_back_to([_step("a", state=StepState.LET_GO, come_back_on=TODAY)], TODAY) == ()


@given(st.permutations(["a", "b", "c", "d"]), st.sampled_from("abcd"), st.integers(-9, 9))
def test_moving_a_step_keeps_all_the_others_in_order(order: list[str], which: str, by: int):
    after = moved(order, which, by)
    assert sorted(after) == sorted(order)
    assert [o for o in after if o != which] == [o for o in order if o != which]
    assert after.index(which) == min(max(order.index(which) + by, 0), 3)


@pytest.mark.parametrize(
    ("prompt", "when"),
    [
        ("If I need a pause, then I will ...", "I need a pause"),
        (
            "If I am about to begin, and it is late, then I will ...",
            "I am about to begin, and it is late",
        ),
        ("If ..., then I will ...", ""),
        ("If it is ... (a day and a time), then I will find ...", ""),
        ("If someone says …, then I will …", ""),
        ("One fact to share", ""),
        ("", ""),
    ],
)
def test_the_moment_that_a_prompt_names_is_taken_over(prompt: str, when: str):
    assert when_of(prompt) == when
