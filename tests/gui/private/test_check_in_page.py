"""Check-in: off until it is wanted, nothing has to be answered, and support follows always."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from tests.gui.private.rooms import change_settings, check_in, open_room
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.private import check_in_page
from tiapp.gui.private.step_scale import StepScale


def _open(steady: Steady, *, history: bool = True) -> None:
    steady.open_with_room()
    change_settings(steady, check_in=True, check_in_history=history)
    steady.go(Screen.CHECK_IN)


def _scale(steady: Steady, item: str) -> StepScale:
    scale = steady.find(f"item_{item}")
    assert isinstance(scale, StepScale)
    return scale


def test_it_asks_before_anything_can_be_answered(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.CHECK_IN)
    assert steady.is_there("check_in_offer")
    assert not steady.is_there("check_in_form")
    words = steady.words()
    assert "Would you like a check-in?" in words
    assert "Nobody reads this, and Steady does not look for signs of danger." in words
    assert "This is not a case record." in words


def test_not_now_leaves_everything_as_it_was(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.CHECK_IN)
    steady.click("check_in_not_now")
    assert steady.screen is Screen.HOME
    session = steady.window.arrivals.session
    assert session is not None and not session.person.settings.check_in


def test_switching_it_on_keeps_no_history_unless_that_is_chosen_too(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.CHECK_IN)
    steady.click("check_in_switch_on")
    assert steady.is_there("check_in_form")
    assert "No history is kept" in steady.words()
    steady.click("item_energy_2")
    steady.click("check_in_save")
    assert "Nothing was kept." in steady.words()
    assert open_room(steady).check_ins.count() == 0


def test_not_today_is_as_large_as_save(steady: Steady) -> None:
    _open(steady)
    save, not_today = steady.find("check_in_save"), steady.find("check_in_not_today")
    assert save.size() == not_today.size()


def test_what_is_answered_is_kept_when_a_history_is_wanted(steady: Steady) -> None:
    _open(steady)
    steady.click("item_energy_2")
    steady.click("check_in_save")
    (kept,) = open_room(steady).check_ins.latest()
    assert [(a.item, a.step, a.steps) for a in kept.answers] == [("energy", 1, 5)]


def test_everything_may_be_left_blank(steady: Steady) -> None:
    _open(steady)
    steady.click("check_in_save")
    assert steady.is_there("check_in_after")
    assert open_room(steady).check_ins.count() == 1


def test_a_whole_check_in_takes_a_few_keys(steady: Steady) -> None:
    _open(steady)
    steady.tab_to("item_energy_1")
    pressed = 0
    for figure in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_4):
        steady.keys(figure)
        pressed += 1
        focus = QApplication.focusWidget()
        while focus is not None and focus.parent() is not None:
            steady.keys(Qt.Key.Key_Tab)
            pressed += 1
            focus = QApplication.focusWidget()
            assert focus is not None
            if not focus.objectName().endswith("_clear"):
                break
    steady.keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed <= 20
    (kept,) = open_room(steady).check_ins.latest()
    assert {a.item: a.step for a in kept.answers} == {
        "energy": 1,
        "settledness": 2,
        "work-at-home": 0,
        "backed-up": 4,
        "moment-to-think": 3,
    }


def test_arrows_choose_and_delete_makes_blank(steady: Steady) -> None:
    _open(steady)
    scale = _scale(steady, "energy")
    steady.tab_to("item_energy_1")
    steps = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Delete):
        steady.keys(key)
        steps.append(scale.step)
    assert steps == [1, 2, 1, None]


def test_tab_stops_once_at_each_scale(steady: Steady) -> None:
    _open(steady)
    steady.tab_to("item_energy_1")
    steady.keys(Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "item_settledness_1"


def test_an_answer_can_be_taken_back_with_the_mouse(steady: Steady) -> None:
    _open(steady)
    assert not steady.is_there("item_energy_clear")
    steady.click("item_energy_4")
    steady.click("item_energy_clear")
    assert _scale(steady, "energy").step is None


def test_a_scale_is_a_named_group_of_radio_buttons_for_assistive_technology(
    steady: Steady,
) -> None:
    _open(steady)
    button = QAccessible.queryAccessibleInterface(steady.find("item_energy_1"))
    assert button.role() == QAccessible.Role.RadioButton
    assert button.text(QAccessible.Text.Name) == "Running on empty"
    group = QAccessible.queryAccessibleInterface(steady.find("item_energy_1").parentWidget())
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "How much energy have you got?"


def _support_words(steady: Steady) -> list[str]:
    card = steady.find("check_in_support")
    return [w.accessibleName() or w.text() for w in card.findChildren(QAbstractButton)] + [
        w.text() for w in card.findChildren(QWidget) if hasattr(w, "text")
    ]


def test_the_same_support_follows_whatever_was_answered(steady: Steady) -> None:
    _open(steady)
    seen = []
    for answers in (["item_energy_1", "item_backed-up_1"], ["item_energy_5"], []):
        for answer in answers:
            steady.click(answer)
        steady.click("check_in_save")
        seen.append(_support_words(steady))
        steady.click("check_in_again")
    steady.click("check_in_not_today")
    seen.append(_support_words(steady))
    assert all(words == seen[0] for words in seen)
    assert any("999" in word for word in seen[0])


def test_the_picture_is_a_link_and_never_comes_by_itself(steady: Steady) -> None:
    _open(steady)
    steady.click("item_energy_2")
    steady.click("check_in_save")
    assert steady.screen is Screen.CHECK_IN
    assert not steady.is_there("trend_chart")
    steady.click("check_in_picture")
    assert steady.screen is Screen.TRENDS


def test_not_today_keeps_nothing(steady: Steady) -> None:
    _open(steady)
    steady.click("item_energy_2")
    steady.click("check_in_not_today")
    assert "That is fine. Nothing was kept." in steady.words()
    assert open_room(steady).check_ins.count() == 0
    assert open_room(steady).check_ins.draft() is None


def _write_note(steady: Steady, words: str) -> None:
    note = steady.find("check_in_note", QPlainTextEdit)
    note.setFocus()
    QTest.keyClicks(note, words)


def test_what_was_begun_is_there_again_after_locking(steady: Steady) -> None:
    _open(steady)
    steady.click("item_energy_3")
    _write_note(steady, "not finished")
    steady.lock()
    steady.unlock()
    steady.until(lambda: steady.is_there("check_in_form"))
    steady.settle()
    assert _scale(steady, "energy").step == 2
    assert steady.find("check_in_note", QPlainTextEdit).toPlainText() == "not finished"
    assert "You began this on 10 March 2026 at 09:30." in steady.words()


def test_it_is_kept_a_moment_after_typing_without_leaving(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_in_page, "DRAFT_AFTER_MS", 1)
    _open(steady)
    _write_note(steady, "begun")

    def kept() -> bool:
        draft = open_room(steady).check_ins.draft()
        return draft is not None and draft.note == "begun"

    steady.until(kept)


def test_leaving_the_page_and_coming_back_loses_nothing(steady: Steady) -> None:
    _open(steady)
    _write_note(steady, "still here")
    steady.go(Screen.HOME)
    steady.go(Screen.CHECK_IN)
    assert steady.find("check_in_note", QPlainTextEdit).toPlainText() == "still here"


def test_pressing_save_twice_keeps_one(steady: Steady) -> None:
    _open(steady)
    save = steady.find("check_in_save", QAbstractButton)
    assert isinstance(save, QAbstractButton)
    save.click()
    save.click()
    steady.settle()
    assert open_room(steady).check_ins.count() == 1


def test_switching_off_asks_again_and_offers_to_delete_what_is_kept(steady: Steady) -> None:
    _open(steady)
    open_room(steady).check_ins.add(check_in(steady.services.clock.now(), energy=1))
    steady.click("check_in_switch_off")
    assert steady.is_there("check_in_offer")
    steady.click("delete_all_check_ins")
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "delete_all_keep"
    steady.click("delete_all_really")
    assert open_room(steady).check_ins.count() == 0
    assert not steady.is_there("delete_check_ins")


def test_without_a_history_from_before_nothing_speaks_of_deleting(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.CHECK_IN)
    assert not steady.is_there("delete_check_ins")


def test_home_has_a_card_only_once_it_is_switched_on_and_only_while_open(steady: Steady) -> None:
    steady.open_with_room()
    assert not steady.is_there("check_in_card")
    change_settings(steady, check_in=True)
    steady.go(Screen.LEARN)
    steady.go(Screen.HOME)
    assert steady.is_there("check_in_card")
    steady.lock()
    assert not steady.is_there("check_in_card")


def test_the_words_of_a_scale_stand_below_one_another_where_there_is_no_room(
    steady: Steady,
) -> None:
    _open(steady)
    first, second = steady.find("item_energy_1"), steady.find("item_energy_2")
    assert first.y() == second.y() and first.x() < second.x()
    change_settings(steady, text_size=200)
    steady.window.resize(1024, 640)
    steady.until(lambda: first.x() == second.x() and first.y() < second.y())
    scale = _scale(steady, "energy")
    assert all(
        scale.rect().contains(b.mapTo(scale, QPoint(b.width() - 1, b.height() - 1)))
        for b in scale.findChildren(QAbstractButton)
        if b.isVisible()
    )


def test_copied_words_are_gone_from_the_clipboard_after_locking(steady: Steady) -> None:
    _open(steady)
    _write_note(steady, "only mine")
    note = steady.find("check_in_note", QPlainTextEdit)
    assert isinstance(note, QPlainTextEdit)
    note.selectAll()
    note.copy()
    assert QApplication.clipboard().text() == "only mine"
    steady.lock()
    assert QApplication.clipboard().text() == ""
