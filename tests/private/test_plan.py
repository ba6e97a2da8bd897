"""The plan in the open vault, and the words of reminders."""

from datetime import date

import pytest

from tests.conftest import FixedClock
from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError
from tiapp.learning.model import PromptRef
from tiapp.private.plan import Plan
from tiapp.private.plan_model import StepState, Wording
from tiapp.private.plan_rules import closed_steps, open_steps
from tiapp.private.room import Room

PROMPT = PromptRef("steady", "starting-safely", "pause", "pause-plan", "If I need a pause ...")
WORDS = Wording("If I need a pause", "I fill the kettle", "find the kettle", date(2026, 3, 12))


@pytest.fixture
def plan(room: Room) -> Plan:
    return room.plan


def _then(plan: Plan) -> list[str]:
    return [step.wording.then for step in open_steps(plan.steps())]


def test_a_step_comes_back_as_it_was_written(plan: Plan):
    added = plan.add(WORDS, PROMPT)
    assert plan.steps() == (added,)
    assert (added.wording, added.prompt, added.begun_on) == (WORDS, PROMPT, date(2026, 3, 10))


@pytest.mark.parametrize("wording", [Wording(), Wording("  ", "\n"), Wording(first_move="move")])
def test_a_step_with_neither_if_nor_then_is_not_kept(plan: Plan, wording: Wording):
    with pytest.raises(AppError) as told:
        plan.add(wording)
    assert told.value.code == "step-empty"
    assert plan.steps() == ()


def test_half_a_sentence_is_enough(plan: Plan):
    plan.add(Wording(then="ring the school"))
    plan.add(Wording(when="on Monday"))
    assert len(plan.steps()) == 2


def test_done_and_let_go_are_equals(plan: Plan, fixed_clock: FixedClock):
    done, let_go = plan.add(WORDS), plan.add(WORDS)
    fixed_clock.move(days=2)
    ends = (plan.done(done.id, "a quiet corner"), plan.let_go(let_go.id))
    assert [step.state for step in ends] == [StepState.DONE, StepState.LET_GO]
    assert {step.closed_on for step in ends} == {date(2026, 3, 12)}
    assert len(closed_steps(plan.steps())) == 2
    assert open_steps(plan.steps()) == ()


def test_what_helped_may_be_said_and_need_not_be(plan: Plan):
    assert plan.done(plan.add(WORDS).id).helped == ""
    assert plan.done(plan.add(WORDS).id, "a colleague").helped == "a colleague"


def test_a_closed_step_can_be_brought_back_to_where_it_stood(plan: Plan):
    first = plan.add(Wording(then="first"))
    plan.add(Wording(then="second"))
    plan.let_go(first.id)
    plan.bring_back(first.id)
    assert _then(plan) == ["first", "second"]


def test_words_and_days_can_be_changed(plan: Plan):
    step = plan.add(WORDS, PROMPT)
    plan.change(step.id, Wording(then="something smaller"))
    (found,) = plan.steps()
    assert (found.wording, found.prompt) == (Wording(then="something smaller"), PROMPT)


def test_steps_can_be_put_in_another_order(plan: Plan):
    ids = [plan.add(Wording(then=name)).id for name in "abc"]
    plan.move(ids[2], -2)
    assert _then(plan) == ["c", "a", "b"]
    plan.move(ids[0], 9)
    assert _then(plan) == ["c", "b", "a"]


def test_moving_passes_by_steps_that_are_closed(plan: Plan):
    ids = [plan.add(Wording(then=name)).id for name in "abc"]
    plan.done(ids[1])
    plan.move(ids[2], -1)
    assert _then(plan) == ["c", "a"]


def test_a_new_step_comes_after_all_the_others(plan: Plan):
    ids = [plan.add(Wording(then=name)).id for name in "ab"]
    plan.move(ids[0], 1)
    plan.add(Wording(then="c"))
    assert _then(plan) == ["b", "a", "c"]


def test_a_step_can_be_deleted_and_put_back_as_it_was(plan: Plan):
    step = plan.add(WORDS, PROMPT)
    gone = plan.delete(step.id)
    assert plan.steps() == ()
    assert gone is not None
    plan.put_back(gone)
    assert plan.steps() == (step,)


def test_a_step_that_is_gone_is_spoken_of_calmly(plan: Plan):
    for call in (
        lambda: plan.done("x"),
        lambda: plan.let_go("x"),
        lambda: plan.change("x", WORDS),
        lambda: plan.move("x", 1),
    ):
        with pytest.raises(AppError) as told:
            call()
        assert told.value.code == "step-gone"


def test_the_steps_of_a_prompt_are_found_whatever_its_wording_is_now(plan: Plan):
    mine = plan.add(WORDS, PROMPT)
    plan.add(WORDS)
    reworded = PromptRef("steady", "starting-safely", "another-part", "pause-plan", "New words")
    assert plan.of_prompt(reworded) == (mine,)
    assert plan.of_prompt(PromptRef("steady", "other", "pause", "pause-plan", "")) == ()


def test_reminders_have_no_words_of_their_own_at_first(room: Room):
    assert room.reminders.texts() == ()
    assert room.reminders.for_today() == ""


def test_words_for_reminders_are_kept_tidied_and_in_order(room: Room, make_vault):
    kept = room.reminders.keep(["  look up \n for a moment ", "", "a glass of water"])
    assert kept == ("look up for a moment", "a glass of water")
    room.close()
    again = make_vault().unlock(PASSPHRASE)
    assert again.reminders.texts() == kept
    again.close()


def test_words_for_reminders_take_turns_a_day_each(room: Room, fixed_clock: FixedClock):
    room.reminders.keep(["one", "two"])
    said = []
    for _ in range(4):
        said.append(room.reminders.for_today())
        fixed_clock.move(days=1)
    assert said in (["one", "two"] * 2, ["two", "one"] * 2)


def test_new_words_take_the_place_of_the_old(room: Room):
    room.reminders.keep(["one", "two", "three"])
    room.reminders.keep(["other"])
    assert room.reminders.texts() == ("other",)


def test_no_word_of_a_plan_can_be_read_in_the_files(room: Room, home):
    room.plan.add(Wording("nobody guesses", "nobody guesses"), PROMPT)
    room.reminders.keep(["nobody guesses"])
    room.close()
    for file in home.rglob("*"):
        if file.is_file():
            assert b"nobody guesses" not in file.read_bytes(), file
