"""Plan: written as one goes, done and let go as equals, in the person's own order."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPlainTextEdit, QWidget

from tests.gui.private.rooms import open_room
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.private import step_form
from tiapp.gui.private.plain_warning import PlainWarning
from tiapp.gui.private.step_card import ClosedStep, OpenStep
from tiapp.private.plan import Plan
from tiapp.private.plan_model import StepState, Wording
from tiapp.private.plan_rules import open_steps


@pytest.fixture
def three(steady: Steady) -> Iterator[Steady]:
    """Three open steps: a, b and c."""
    steady.open_with_room()
    for name in "abc":
        open_room(steady).plan.add(Wording(then=name))
    steady.go(Screen.PLAN)
    yield steady


def _plan(steady: Steady) -> Plan:
    return open_room(steady).plan


def _order(steady: Steady) -> list[str]:
    return [step.wording.then for step in open_steps(_plan(steady).steps())]


def _shown(steady: Steady, kind: type[QWidget]) -> list[QWidget]:
    return [card for card in steady.page.findChildren(kind) if card.isVisible()]


def _press(steady: Steady, card: QWidget, name: str) -> None:
    button = card.findChild(QWidget, name)
    assert button is not None
    button.setFocus()
    steady.keys(Qt.Key.Key_Space)


def _write(steady: Steady, field: str, words: str) -> None:
    text = steady.find(field, QPlainTextEdit)
    text.setFocus()
    QTest.keyClicks(text, words)


def test_without_steps_it_says_how_one_begins(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.PLAN)
    assert "No steps yet" in steady.words()
    assert not steady.is_there("plan_takeaway")


def test_a_step_is_written_and_kept_by_keyboard(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.PLAN)
    steady.keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _write(steady, "step_when", "a call was hard")
    steady.keys(Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "step_then"
    _write(steady, "step_then", "I fill a glass of water")
    steady.keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (step,) = _plan(steady).steps()
    assert (step.wording.when, step.wording.then) == ("a call was hard", "I fill a glass of water")
    assert not steady.is_there("plan_form_card")
    assert "If or when: a call was hard" in steady.words()


def test_a_day_and_a_day_to_come_back_can_be_chosen(
    steady: Steady,
) -> None:
    steady.open_with_room()
    steady.go(Screen.PLAN)
    steady.click("plan_add")
    _write(steady, "step_then", "ring the school")
    for name, row in (("step_on", 2), ("step_come_back", 3)):
        box = steady.find(name, QComboBox)
        assert isinstance(box, QComboBox)
        box.setFocus()
        for _ in range(row):
            steady.keys(Qt.Key.Key_Down)
    steady.click("plan_finish")
    today = date(2026, 3, 10)
    (step,) = _plan(steady).steps()
    assert step.wording.on == today + timedelta(days=1)
    assert step.wording.come_back_on == today + timedelta(days=42)


def test_it_is_kept_while_it_is_being_written(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_form, "SAVED_AFTER_MS", 1)
    steady.open_with_room()
    steady.go(Screen.PLAN)
    steady.click("plan_add")
    _write(steady, "step_then", "begun")
    steady.until(lambda: [s.wording.then for s in _plan(steady).steps()] == ["begun"])


def test_locking_in_the_middle_of_a_sentence_keeps_it(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.PLAN)
    steady.click("plan_add")
    _write(steady, "step_then", "half a sent")
    steady.lock()
    assert "half a sent" not in steady.words()
    steady.unlock()
    assert [s.wording.then for s in _plan(steady).steps()] == ["half a sent"]


def test_putting_it_away_keeps_nothing(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.PLAN)
    steady.click("plan_add")
    _write(steady, "step_then", "no")
    steady.click("plan_away")
    assert _plan(steady).steps() == ()


def test_leaving_a_change_as_it_was_brings_the_old_words_back(three: Steady) -> None:
    _press(three, _shown(three, OpenStep)[0], "step_change")
    _write(three, "step_then", " and more")
    three.click("plan_away")
    assert _order(three) == ["a", "b", "c"]


def test_done_and_let_go_are_equally_large_and_take_one_press_each(three: Steady) -> None:
    cards = _shown(three, OpenStep)
    done, let_go = (cards[0].findChild(QWidget, n) for n in ("step_done", "step_let_go"))
    assert done is not None and let_go is not None
    assert done.size() == let_go.size()
    _press(three, cards[0], "step_done")
    _press(three, _shown(three, OpenStep)[0], "step_let_go")
    states = {step.wording.then: step.state for step in _plan(three).steps()}
    assert states == {"a": StepState.DONE, "b": StepState.LET_GO, "c": StepState.OPEN}
    assert "Let go on 10 March 2026" in three.words()
    assert "Done on 10 March 2026" in three.words()


def test_done_asks_what_helped_and_takes_no_answer_for_an_answer(three: Steady) -> None:
    _press(three, _shown(three, OpenStep)[0], "step_done")
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "step_helped"
    QTest.keyClicks(focus, "a quiet corner")
    three.click("step_keep_helped")
    assert "What helped: a quiet corner" in three.words()
    _press(three, _shown(three, OpenStep)[0], "step_done")
    three.click("step_leave_helped")
    assert not three.is_there("step_helped")


def test_what_helped_is_kept_when_the_page_is_left_without_a_button(three: Steady) -> None:
    _press(three, _shown(three, OpenStep)[0], "step_done")
    _write(three, "step_helped", "tea")
    three.go(Screen.HOME)
    assert {step.helped for step in _plan(three).steps()} == {"", "tea"}


def test_letting_go_asks_nothing(three: Steady) -> None:
    _press(three, _shown(three, OpenStep)[0], "step_let_go")
    assert not three.is_there("step_helped")


def test_a_closed_step_comes_back(three: Steady) -> None:
    _press(three, _shown(three, OpenStep)[1], "step_let_go")
    _press(three, _shown(three, ClosedStep)[0], "step_bring_back")
    assert _order(three) == ["a", "b", "c"]


def test_steps_are_put_in_order_by_keyboard_and_the_focus_goes_along(three: Steady) -> None:
    button = _shown(three, OpenStep)[0].findChild(QWidget, "step_done")
    assert button is not None
    button.setFocus()
    three.keys(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _order(three) == ["b", "a", "c"]
    three.keys(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _order(three) == ["b", "c", "a"]
    three.keys(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _order(three) == ["b", "a", "c"]


def test_the_arrows_do_the_same(three: Steady) -> None:
    _press(three, _shown(three, OpenStep)[2], "step_up")
    assert _order(three) == ["a", "c", "b"]
    first = _shown(three, OpenStep)[0].findChild(QWidget, "step_up")
    assert first is not None and not first.isEnabled()


def test_a_step_is_come_back_to_on_its_day_and_not_called_late(steady: Steady) -> None:
    steady.open_with_room()
    _plan(steady).add(Wording(then="walk", on=date(2026, 1, 1), come_back_on=date(2026, 3, 1)))
    steady.go(Screen.PLAN)
    assert "You wanted to come back to this about now." in steady.words()
    assert "late" not in steady.words().lower().replace("later", "")
    steady.click("step_later")
    (step,) = _plan(steady).steps()
    assert step.wording.come_back_on == date(2026, 3, 24)
    assert not steady.is_there("step_later")


def test_no_need_to_come_back_is_one_press_too(steady: Steady) -> None:
    steady.open_with_room()
    _plan(steady).add(Wording(then="walk", come_back_on=date(2026, 3, 1)))
    steady.go(Screen.PLAN)
    steady.click("step_no_need")
    (step,) = _plan(steady).steps()
    assert step.wording.come_back_on is None


def test_a_deleted_step_can_be_put_back_until_the_page_is_left(three: Steady) -> None:
    _press(three, _shown(three, OpenStep)[0], "step_let_go")
    _press(three, _shown(three, ClosedStep)[0], "step_delete")
    assert len(_plan(three).steps()) == 2
    three.click("plan_put_back")
    assert len(_plan(three).steps()) == 3
    _press(three, _shown(three, ClosedStep)[0], "step_delete")
    three.go(Screen.HOME)
    three.go(Screen.PLAN)
    assert not three.is_there("plan_put_back")
    assert len(_plan(three).steps()) == 2


def test_nothing_leaves_the_room_before_the_warning_was_read(three: Steady) -> None:
    three.click("plan_print")
    assert "Anyone who can open the file can read it" in three.words()
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "plain_keep"
    three.click("plain_keep")
    assert not three.is_there("plain_warning")
    assert three.is_there("plan_print")


def _save_to(steady: Steady, file: Path) -> None:
    steady.click("plain_go_on")
    dialog = steady.window.findChild(QFileDialog)
    assert dialog is not None
    warning = steady.find("plain_warning")
    assert isinstance(warning, PlainWarning)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    steady.settle()


def test_the_page_to_print_is_a_tagged_document_with_the_open_steps(
    three: Steady, tmp_path: Path
) -> None:
    three.click("plan_print")
    _save_to(three, tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").stat().st_mode & 0o077 == 0
    with pikepdf.open(tmp_path / "plan.pdf") as document:
        assert document.Root.MarkInfo.Marked
        assert document.docinfo["/Title"] == "My plan"
    assert not three.is_there("plain_warning")


def test_the_calendar_holds_the_steps_that_have_a_day(steady: Steady, tmp_path: Path) -> None:
    steady.open_with_room()
    _plan(steady).add(Wording(then="ring the school", on=date(2026, 3, 12)))
    _plan(steady).add(Wording(then="some day"))
    steady.go(Screen.PLAN)
    steady.click("plan_calendar")
    _save_to(steady, tmp_path / "plan.ics")
    text = (tmp_path / "plan.ics").read_text("utf-8")
    assert "SUMMARY:ring the school" in text
    assert "some day" not in text


def test_without_a_day_anywhere_there_is_nothing_for_a_calendar(three: Steady) -> None:
    assert not three.find("plan_calendar").isEnabled()


def test_home_shows_the_next_two_while_the_room_is_open(three: Steady) -> None:
    three.go(Screen.HOME)
    three.until(lambda: three.is_there("next_steps_card"))
    words = three.words()
    assert "Your next steps\na\nNo day chosen\nb" in words
    assert "\nc\n" not in words
    three.lock()
    assert not three.is_there("next_steps_card")


def test_home_has_no_card_without_steps(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.HOME)
    assert not steady.is_there("next_steps_card")


def _go_to_prompt(steady: Steady) -> None:
    module = steady.services.library.module("starting-safely")
    part = next(
        p.id for p in module.parts if any(getattr(b, "id", "") == "pause-plan" for b in p.blocks)
    )
    steady.go(Screen.MODULE, "starting-safely", part)
    steady.until(lambda: steady.is_there("plan_pause-plan"))
    steady.settle()


def test_a_modules_plan_is_written_where_it_asks_and_found_in_the_plan(steady: Steady) -> None:
    steady.open_with_room()
    _go_to_prompt(steady)
    steady.click("write_step_pause-plan")
    _write(steady, "step_then", "I fill the kettle")
    steady.click("reader_step_finish")
    assert "I fill the kettle" in steady.words()
    (step,) = _plan(steady).steps()
    assert step.wording.when == "I need a pause"  # taken over from the prompt
    assert step.prompt is not None
    assert (step.prompt.module, step.prompt.block) == ("starting-safely", "pause-plan")
    steady.go(Screen.PLAN)
    assert "I fill the kettle" in steady.words()
    steady.click("step_module")
    assert steady.screen is Screen.MODULE


def test_what_is_being_written_in_a_module_is_kept_when_the_room_locks(steady: Steady) -> None:
    steady.open_with_room()
    _go_to_prompt(steady)
    steady.click("write_step_pause-plan")
    _write(steady, "step_then", "half")
    steady.lock()
    assert not steady.is_there("step_form")
    steady.unlock()
    assert [s.wording.then for s in _plan(steady).steps()] == ["half"]


def test_while_the_room_is_locked_a_plan_prompt_takes_no_words(steady: Steady) -> None:
    steady.open_with_room()
    steady.lock()
    _go_to_prompt(steady)
    assert not steady.is_there("write_step_pause-plan")
    assert steady.is_there("copy_pause-plan")
