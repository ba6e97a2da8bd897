"""Turning parts: saved before drawn, skipped freely, found again, finished."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from tests.gui.learning.reader_window import MODULE, PARTS, Reader
from tiapp.core.errors import AppError
from tiapp.core.settings import Settings
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.reading import Reading
from tiapp.learning.model import PromptRef
from tiapp.record.model import Place
from tiapp.record.progress import Progress

FULL = AppError("The disk is full.", "What you did before is safe. Make room.", code="disk-full")


def test_a_module_opens_at_its_first_part_and_saves_it(reader: Reader) -> None:
    reader.open()
    assert reader.part == "part-1"
    assert reader.reached() == {"part-1"}
    assert reader.page.title.text() == "A module"
    assert reader.focus() == "part_heading"
    assert "Part 1 of 4" in reader.words()


def test_next_is_saved_before_the_next_part_is_drawn(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open()
    seen: list[tuple[str, set[str]]] = []
    draw = reader.page.frame.show_part

    def look_first(reading: Reading, context: BlockContext, place: Place) -> None:
        seen.append((place.part_id, reader.reached()))
        draw(reading, context, place)

    monkeypatch.setattr(reader.page.frame, "show_part", look_first)
    reader.click("next_part")
    assert seen == [("part-2", {"part-1", "part-2"})]
    assert Topic.PROGRESS in reader.topics


def test_next_pressed_twice_turns_one_part(reader: Reader) -> None:
    reader.open()
    reader.page.turn(1)
    reader.page.turn(1)
    reader.settle()
    assert reader.part == "part-2"


def test_back_and_the_list_of_parts_lead_everywhere(reader: Reader) -> None:
    reader.open().click("part_part-3")
    assert reader.part == "part-3"
    reader.click("previous_part")
    assert reader.part == "part-2"
    assert "reached" in reader.find("part_part-3").accessibleName()
    assert "you are here" in reader.find("part_part-2").accessibleName()
    assert "not reached yet" in reader.find("part_part-4").accessibleName()


def test_the_shell_turns_parts_by_key_and_stops_at_the_ends(reader: Reader) -> None:
    reader.open()
    reader.page.turn(-1)
    reader.settle()
    assert reader.part == "part-1"
    for _ in range(6):
        reader.page.turn(1)
        reader.settle()
    assert reader.part == "part-4"
    assert reader.progress.completions() == ()


def test_everything_can_be_skipped_and_the_module_finished(reader: Reader) -> None:
    reader.open()
    reader.click("skip_part").click("note_skip").click("skip_part").click("skip_part")
    assert reader.is_there("closing_page")
    assert [c.module_id for c in reader.progress.completions()] == [MODULE]


def test_by_keyboard_alone_from_start_to_end(reader: Reader) -> None:
    reader.open().press("next_part").press("note_summary").press("summary_next")
    assert reader.part == "part-3"
    reader.press("skip_part").press("finish_module")
    assert reader.is_there("closing_page")
    reader.press("closing_learn")
    assert [there.screen for there in reader.went] == [Screen.LEARN]


def test_finishing_with_parts_left_asks_kindly_and_may_leave_them_out(reader: Reader) -> None:
    reader.open("part-4").click("finish_module")
    assert reader.is_there("finish_question")
    assert reader.progress.completions() == ()
    reader.click("go_to_part-1")
    assert reader.part == "part-1"
    reader.click("part_part-4").click("finish_module").click("skip_and_finish")
    assert reader.is_there("closing_page")
    assert reader.reached() == {"part-1", "part-2", "part-3", "part-4"}


def test_esc_on_the_question_goes_back_to_the_part(reader: Reader) -> None:
    reader.open("part-4").click("finish_module")
    assert reader.page.escape()
    reader.settle()
    assert reader.part == "part-4"
    assert not reader.page.escape()


def test_resume_is_exact_after_the_place_came_to_rest_and_a_kill(reader: Reader) -> None:
    reader.open("part-2").click("note_continue")
    reader.scroll_to(1234)
    assert reader.scrolled == 1234
    with reader.qtbot.waitSignal(reader.page.view.came_to_rest, timeout=5000):
        pass
    reader.settle()
    reader.restart(leave=False).open(resume=True)
    assert reader.part == "part-2"
    assert reader.scrolled == 1234


def test_leaving_keeps_the_place_at_once(reader: Reader) -> None:
    reader.open("part-2").click("note_continue")
    reader.scroll_to(777)
    reader.restart().open(resume=True)
    assert reader.scrolled == 777


def test_at_another_size_the_same_words_are_at_the_top(reader: Reader) -> None:
    reader.open("part-2").click("note_continue")
    reader.scroll_to(1500)
    block, into = reader.page.view.place()
    reader.window.resize(640, 560)
    reader.settle()
    assert reader.page.view.place()[0] == block
    assert reader.page.view.place()[1] == pytest.approx(into, abs=0.02)


def test_opening_again_without_scrolling_keeps_the_kept_place(reader: Reader) -> None:
    reader.open("part-2").click("note_continue")
    reader.scroll_to(900)
    reader.restart().open(resume=True)
    reader.restart().open(resume=True)
    assert reader.scrolled == 900


def test_an_update_keeps_the_place_and_says_what_is_new(reader: Reader) -> None:
    reader.open("part-3")
    reader.write(
        *PARTS,
        "A part that is new.",
        version="2",
        more='[[changes]]\nversion = 2\nwhat = "A part about the phone."',
    )
    reader.restart().open(resume=True)
    assert reader.part == "part-3"
    words = reader.words()
    assert "This module has been updated" in words
    assert "Your place is kept." in words
    assert "A part about the phone." in words
    reader.click("next_part")
    assert "This module has been updated" not in reader.words()


def test_a_save_that_fails_keeps_the_part_says_so_and_can_be_tried_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open()

    def full(self: Progress, *_: object, **__: object) -> None:
        raise FULL

    with monkeypatch.context() as broken:
        broken.setattr(Progress, "reach", full)
        reader.click("next_part")
        assert reader.part == "part-1"
        assert "The disk is full." in reader.words()
        assert "Make room." in reader.words()
        assert reader.focus() == "problem_try_again"
    reader.click("problem_try_again")
    assert reader.part == "part-2"
    assert not reader.is_there("reader_problem")


def test_a_place_that_cannot_be_kept_is_told_without_taking_the_focus(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open("part-2").click("note_continue")

    def full(self: Progress, *_: object, **__: object) -> None:
        raise FULL

    focus = reader.focus()
    with monkeypatch.context() as broken:
        broken.setattr(Progress, "remember", full)
        reader.scroll_to(400)
        reader.page.leaving()
        reader.until(lambda: reader.is_there("reader_problem"))
    assert reader.focus() == focus
    assert reader.scrolled == 400
    assert reader.page.escape()
    assert not reader.is_there("reader_problem")


def test_a_finish_that_fails_stays_and_can_be_tried_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open("part-4").click("finish_module")

    def full(self: Progress, *_: object, **__: object) -> None:
        raise FULL

    with monkeypatch.context() as broken:
        broken.setattr(Progress, "finish", full)
        reader.click("skip_and_finish")
        assert not reader.is_there("closing_page")
    reader.click("problem_try_again")
    assert reader.is_there("closing_page")


def test_a_module_that_is_not_there_says_where_to_go(reader: Reader) -> None:
    reader.write(*PARTS, module_id="another-module")
    reader.restart()
    reader.open()
    assert reader.is_there("reader_problem")
    reader.click("back_to_learn")
    assert reader.went[-1].screen is Screen.LEARN
    reader.write(*PARTS)
    reader.library.refresh()
    reader.click("open_again")
    assert reader.part == "part-1"


def test_slow_opening_is_told_calmly(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    go_on = Event()
    read = reader.library.module

    def slow(module_id: str):
        go_on.wait(20)
        return read(module_id)

    monkeypatch.setattr(reader.library, "module", slow)

    reader.page.open(Destination(Screen.MODULE, MODULE))
    reader.until(lambda: "Your module is being opened." in reader.words())
    go_on.set()
    reader.settle()
    assert reader.part == "part-1"


def test_looking_again_changes_nothing_and_can_become_a_new_attempt(reader: Reader) -> None:
    reader.clock.set(datetime(2026, 11, 12, 9, 0))
    reader.open()
    reader.click("next_part").click("note_skip").click("next_part").click("finish_module")
    reader.restart().open(resume=True)
    assert reader.part == "part-1"
    assert "You finished this on 12 November 2026. Looking again changes nothing." in reader.words()
    reader.click("next_part")
    assert len(reader.progress.completions()) == 1
    reader.click("take_again")
    assert reader.part == "part-1"
    assert not reader.is_there("looking_again")
    assert reader.reached() == {"part-1"}


def test_the_closing_page_settles_gives_one_action_and_leads_to_support(reader: Reader) -> None:
    reader.open()
    reader.click("next_part").click("note_skip").click("next_part").click("finish_module")
    words = reader.words()
    assert "You have reached the end" in words
    assert "Look up from the screen for a moment." in words
    assert "If I need a pause, then I will" in words
    assert "It is not a test" in words
    reader.click("closing_open_support").click("closing_home")
    assert [there.screen for there in reader.went] == [Screen.SUPPORT, Screen.HOME]
    reader.click("about_module")
    assert "Not yet reviewed by trauma specialists or people with lived experience." in (
        reader.words()
    )
    reader.click("closing_look_again")
    assert reader.part == "part-1"


def test_there_is_nowhere_to_type_in_the_whole_reader(reader: Reader) -> None:
    reader.open()
    for name in ("next_part", "note_continue", "next_part", "next_part", "finish_module"):
        for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
            assert reader.page.findChildren(kind) == []
        reader.click(name)
    assert reader.is_there("closing_page")


def test_everything_that_takes_the_focus_has_a_name(reader: Reader) -> None:
    reader.open()
    for name in ("next_part", "note_continue", "next_part", "next_part", "finish_module"):
        for widget in reader.page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                spoken = QAccessible.queryAccessibleInterface(widget)
                assert spoken.text(QAccessible.Text.Name).strip(), widget
        reader.click(name)


def test_tab_goes_through_the_page_as_it_is_read(reader: Reader) -> None:
    reader.open("part-3")
    seen: list[str] = []
    for _ in range(40):
        reader.key(Qt.Key.Key_Tab)
        name = reader.focus()
        if name in seen:
            break
        seen.append(name)
    wanted = [
        "check_answer",
        "check_skip",
        "choice_1",
        "scenario_skip",
        "previous_part",
        "next_part",
    ]
    assert [name for name in seen if name in wanted] == wanted


def test_with_little_room_the_parts_fold_away_above_the_text(reader: Reader) -> None:
    reader.open()
    assert reader.is_there("part_part-2")
    reader.window.resize(700, 600)
    reader.until(lambda: not reader.is_there("part_part-2"))
    reader.click("toggle_parts")
    assert reader.is_there("part_part-2")
    assert reader.page.escape()
    assert not reader.is_there("part_part-2")
    reader.click("toggle_parts").click("part_part-3")
    assert reader.part == "part-3"
    assert not reader.is_there("part_part-2")


def test_the_list_beside_the_text_can_be_folded_away(reader: Reader) -> None:
    reader.open().click("toggle_parts")
    assert not reader.is_there("part_part-2")
    reader.click("next_part")
    assert not reader.is_there("part_part-2")
    reader.click("toggle_parts")
    assert reader.is_there("part_part-2")


def test_keys_scroll_the_part_from_its_title(reader: Reader) -> None:
    reader.open("part-2").click("note_continue")
    reader.key(Qt.Key.Key_PageDown)
    assert reader.scrolled > 0
    reader.key(Qt.Key.Key_End)
    assert reader.scrolled == reader.page.view.verticalScrollBar().maximum()
    reader.key(Qt.Key.Key_Home)
    assert reader.scrolled == 0


def test_carrying_on_in_the_middle_puts_the_focus_there(reader: Reader) -> None:
    reader.open("part-2").click("note_continue")
    reader.scroll_to(1234)
    reader.restart().open(resume=True)
    block = reader.page.view.place()[0]
    assert block > 0
    assert reader.page.view.block_at(block).hasFocus()


def test_larger_letters_keep_the_same_words_at_the_top(reader: Reader) -> None:
    reader.open("part-2").click("note_continue")
    reader.scroll_to(1530)
    place = pytest.approx(reader.page.view.place(), abs=0.05)
    height = reader.page.view.widget().height()
    theme().apply(reader.app, Settings(text_size=150))
    reader.until(lambda: reader.page.view.widget().height() > 1.3 * height)
    reader.until(lambda: reader.page.view.place() == place)


def test_back_from_the_question_the_place_is_where_it_was(reader: Reader) -> None:
    reader.write(PARTS[0], PARTS[1].split("////\n\n")[1])
    reader.restart().open("part-2")
    reader.scroll_to(321)
    reader.click("finish_module").click("finish_stay")
    assert reader.part == "part-2"
    assert reader.scrolled == 321


def test_a_slot_adds_to_prompts_and_goes_without_a_trace(reader: Reader) -> None:
    class Slot:
        def widget_for(self, prompt: PromptRef) -> QWidget | None:
            asked.append(prompt)
            made = QWidget()
            made.setObjectName("from_the_private_room")
            made.setMinimumHeight(20)
            return made

    asked: list[PromptRef] = []
    reader.open("part-4")
    reader.slots.replace(lambda slots: setattr(slots, "reader", Slot()))
    reader.settle()
    assert len(reader.page.findChildren(QWidget, "from_the_private_room")) == 2
    assert asked[0].text == "What did you assume before today?"
    assert (asked[0].module, asked[0].part, asked[0].block) == (MODULE, "part-4", "assumed-before")
    reader.slots.replace(lambda _: None)
    reader.until(lambda: not reader.page.findChildren(QWidget, "from_the_private_room"))


def test_another_module_asked_for_meanwhile_wins(reader: Reader) -> None:
    reader.page.open(Destination(Screen.MODULE, MODULE))
    reader.page.open(Destination(Screen.MODULE, MODULE, part_id="part-3"))
    reader.settle()
    assert reader.part == "part-3"
