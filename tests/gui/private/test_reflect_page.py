"""Reflect at a real window: write, find, leave, come back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.window import Steady
from tiapp.core.errors import AppError
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private import reflect_autosave
from tiapp.gui.private.reflect_page import ReflectPage
from tiapp.private.journal_model import Draft


@pytest.fixture
def reflect(steady: Steady, monkeypatch: pytest.MonkeyPatch) -> Steady:
    """Reflect in view, with an open room."""
    monkeypatch.setattr(reflect_autosave, "BEHIND_MS", 0)
    steady.open_with_room()
    steady.go(Screen.REFLECT)
    return steady


def page(steady: Steady) -> ReflectPage:
    found = steady.page
    assert isinstance(found, ReflectPage)
    return found


def journal(steady: Steady):
    assert steady.private.room is not None
    return steady.private.room.journal


def bodies(steady: Steady) -> list[str]:
    steady.settle()
    return [entry.body for entry in journal(steady).every()]


def write(steady: Steady, words: str) -> None:
    QTest.keyClicks(page(steady).view.editor, words)
    steady.until(lambda: "Saved at" in page(steady).view._saved.text())
    steady.until(lambda: words in "".join(bodies(steady)))


def search(steady: Steady, words: str) -> list[str]:
    entries = page(steady).entries
    entries.search.setText(words)
    steady.until(lambda: not entries._asking and entries.found is not None)
    steady.settle()
    return [line.heading for line in entries.found.lines]


def test_what_is_typed_is_saved_by_itself_and_listed(reflect: Steady) -> None:
    reflect.click("reflect_new")
    write(reflect, "A quiet day.")
    reflect.until(lambda: page(reflect).entries.list.count() == 1)
    assert "A quiet day." in page(reflect).entries.list.item(0).text()


def test_opening_an_entry_and_looking_at_it_saves_nothing(reflect: Steady) -> None:
    entry = journal(reflect).begin(Draft("As it was", tags=("work",)))
    reflect.window.stage.go(Destination(Screen.REFLECT, item=entry.id))
    reflect.settle()
    assert page(reflect).view.editor.words() == "As it was"
    reflect.go(Screen.HOME)
    assert journal(reflect).entry(entry.id).changed == entry.changed
    assert journal(reflect).versions(entry.id) == ()


def test_an_untouched_new_entry_leaves_nothing_behind(reflect: Steady) -> None:
    reflect.click("reflect_new")
    reflect.go(Screen.HOME)
    assert bodies(reflect) == []


def test_leaving_the_page_saves_the_last_letters(reflect: Steady, monkeypatch) -> None:
    monkeypatch.setattr(reflect_autosave, "BEHIND_MS", 3_600_000)
    reflect.click("reflect_new")
    QTest.keyClicks(page(reflect).view.editor, "nearly lost")
    reflect.go(Screen.HOME)
    assert bodies(reflect) == ["nearly lost"]


def test_locking_saves_the_last_letters_and_takes_the_page_away(
    reflect: Steady, monkeypatch
) -> None:
    monkeypatch.setattr(reflect_autosave, "BEHIND_MS", 3_600_000)
    reflect.click("reflect_new")
    QTest.keyClicks(page(reflect).view.editor, "before the lock")
    reflect.lock()
    assert not reflect.is_there("entry_words")
    reflect.unlock()
    assert bodies(reflect) == ["before the lock"]


def test_going_from_one_entry_to_another_saves_both(reflect: Steady, monkeypatch) -> None:
    monkeypatch.setattr(reflect_autosave, "BEHIND_MS", 3_600_000)
    for words in ("first", "second"):
        reflect.click("reflect_new")
        QTest.keyClicks(page(reflect).view.editor, words)
    reflect.go(Screen.HOME)
    assert sorted(bodies(reflect)) == ["first", "second"]


def test_a_disk_that_refuses_leaves_the_words_on_the_screen_and_tries_again(
    reflect: Steady, monkeypatch
) -> None:
    monkeypatch.setattr(reflect_autosave, "AGAIN_MS", 0)
    refusing = [True]
    saving = page(reflect).autosave._save

    def save(entry_id: str, draft: Draft):
        if refusing[0]:
            raise AppError("The disk is full.", "Make some room.", code="disk-full")
        return saving(entry_id, draft)

    page(reflect).autosave._save = save
    reflect.click("reflect_new")
    QTest.keyClicks(page(reflect).view.editor, "kept on screen")
    reflect.until(lambda: "Not saved yet" in page(reflect).view._saved.text())
    assert page(reflect).view.editor.words() == "kept on screen"
    refusing[0] = False
    reflect.until(lambda: "Saved at" in page(reflect).view._saved.text())
    assert bodies(reflect) == ["kept on screen"]


def test_words_of_an_entry_that_was_left_on_a_full_disk_are_not_lost(
    reflect: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    reflect.click("reflect_new")
    write(reflect, "First.")
    full = [True]
    save = journal(reflect).save

    def on_a_full_disk(entry_id: str, draft: Draft):
        if full:
            raise AppError("The disk is full.", "Make some room.", code="disk-full")
        return save(entry_id, draft)

    monkeypatch.setattr(page(reflect).autosave, "_save", on_a_full_disk)
    QTest.keyClicks(page(reflect).view.editor, " Second.")
    reflect.click("reflect_new")
    assert bodies(reflect) == ["First."]
    full.clear()
    reflect.private.lock()
    reflect.until(lambda: reflect.private.vault.state() == "locked")
    reflect.settle()
    reflect.unlock()
    assert bodies(reflect) == ["First. Second."]


def test_a_paste_is_put_in_whole_or_not_at_all(reflect: Steady) -> None:
    reflect.click("reflect_new")
    write(reflect, "Before.")
    editor = page(reflect).view.editor
    QApplication.clipboard().setText("a line of words\n" * 70_000)
    editor.paste()
    assert editor.words() == "Before."
    assert "more than one entry can hold" in page(reflect).view._saved.text()


def test_search_tags_and_calendar_lead_to_an_entry(reflect: Steady) -> None:
    book = journal(reflect)
    book.begin(Draft("Rain on the window", tags=("work",)))
    book.begin(Draft("Sun at last", tags=("home",), day=date(2026, 3, 2)))
    page(reflect).refresh()
    reflect.settle()
    assert search(reflect, "rai") == ["Rain on the window"]
    assert search(reflect, "tag:home ") == ["Sun at last"]
    assert search(reflect, "nothing like it") == []
    assert "Nothing found" in reflect.words()
    search(reflect, "")
    tags = page(reflect).entries.tag
    tags.setCurrentIndex(tags.findData("home"))
    reflect.settle()
    assert page(reflect).entries.list.count() == 1
    tags.setCurrentIndex(0)
    reflect.click("reflect_calendar_switch")
    assert reflect.find("day_2026-03-02").accessibleName() == "2 March 2026, 1 reflection"
    assert not reflect.find("day_2026-03-03").isEnabled()
    reflect.click("day_2026-03-02")
    assert page(reflect).entries.list.count() == 1
    item = page(reflect).entries.list.item(0)
    page(reflect).entries.list.itemActivated.emit(item)
    reflect.settle()
    assert page(reflect).view.editor.words() == "Sun at last"


def test_ctrl_n_and_ctrl_f_work_by_key(reflect: Steady) -> None:
    reflect.go(Screen.HOME)
    reflect.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page(reflect).view.editor
    QTest.keyClicks(page(reflect).view.editor, "one")
    reflect.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page(reflect).view.editor
    assert page(reflect).view.editor.words() == ""
    assert bodies(reflect) == ["one"]
    reflect.keys(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page(reflect).entries.search


def test_tab_leaves_the_editor_and_undo_takes_back(reflect: Steady) -> None:
    reflect.click("reflect_new")
    editor = page(reflect).view.editor
    QTest.keyClicks(editor, "abc")
    reflect.keys(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not editor
    editor.undo()
    assert editor.words() == ""


def test_title_day_and_tags_are_kept(reflect: Steady) -> None:
    reflect.click("reflect_new")
    write(reflect, "Words")
    view = page(reflect).view
    QTest.keyClicks(view.title, "A title")
    QTest.keyClicks(view.tags, "Work, self care, work")
    view.day.setDate(view.day.date().addDays(-3))
    reflect.go(Screen.HOME)
    (entry,) = journal(reflect).every()
    assert (entry.title, entry.tags) == ("A title", ("Work", "self care"))
    assert entry.written.date() == date(2026, 3, 7)


def test_a_day_can_be_changed_and_changed_back(reflect: Steady) -> None:
    reflect.click("reflect_new")
    write(reflect, "Words")
    day = page(reflect).view.day
    day.setDate(day.date().addDays(-3))
    reflect.until(lambda: next(iter(journal(reflect).every())).written.date() == date(2026, 3, 7))
    day.setDate(day.date().addDays(3))
    reflect.go(Screen.HOME)
    (entry,) = journal(reflect).every()
    assert entry.written.date() == date(2026, 3, 10)


def test_delete_can_be_undone_and_says_how_long(reflect: Steady) -> None:
    reflect.click("reflect_new")
    write(reflect, "Not for long")
    reflect.click("entry_delete")
    assert bodies(reflect) == []
    assert "It is kept until 8 June 2026" in reflect.words()
    reflect.click("undo_delete")
    assert bodies(reflect) == ["Not for long"]
    assert page(reflect).view.editor.words() == "Not for long"


def test_delete_for_good_asks_once(reflect: Steady) -> None:
    reflect.click("reflect_new")
    write(reflect, "Gone for good")
    reflect.click("entry_delete")
    reflect.click("delete_for_good")
    reflect.click("keep_it")
    assert len(journal(reflect).deleted()) == 1
    reflect.click("delete_for_good")
    reflect.click("delete_for_good_sure")
    assert journal(reflect).deleted() == ()


def test_deleted_entries_are_listed_and_come_back(reflect: Steady) -> None:
    entry = journal(reflect).begin(Draft("From yesterday"))
    journal(reflect).delete(entry.id)
    reflect.click("reflect_deleted")
    assert "From yesterday" in reflect.words()
    reflect.click("deleted_undelete")
    assert bodies(reflect) == ["From yesterday"]


def test_an_earlier_version_comes_back(reflect: Steady) -> None:
    entry = journal(reflect).begin(Draft("word " * 80))
    journal(reflect).save(entry.id, Draft("short"))
    reflect.window.stage.go(Destination(Screen.REFLECT, item=entry.id))
    reflect.settle()
    reflect.click("entry_history")
    (version,) = journal(reflect).versions(entry.id)
    reflect.click(f"bring_{version.number}")
    assert page(reflect).view.editor.words() == "word " * 80


def test_a_prompt_is_chosen_changed_and_taken_away(reflect: Steady) -> None:
    prompts = reflect.services.library.prompts().prompts
    reflect.click("start_choose")
    reflect.click(f"prompt_{prompts[0].id}")
    assert prompts[0].text in reflect.words()
    write(reflect, "An answer")
    assert next(iter(journal(reflect).every())).asked.id == prompts[0].id
    reflect.click("prompt_another")
    assert prompts[1].text in reflect.words()
    reflect.click("prompt_remove")
    reflect.go(Screen.HOME)
    assert next(iter(journal(reflect).every())).asked is None


def test_a_guided_reflection_walks_its_steps_in_one_entry(reflect: Steady) -> None:
    model = reflect.services.library.guided()[0]
    reflect.click("start_choose")
    reflect.click(f"begin_{model.id}")
    QTest.keyClicks(page(reflect).view.editor, "one")
    reflect.click("prompt_step_next")
    QTest.keyClicks(page(reflect).view.editor, "two")
    reflect.click("prompt_step_back")
    QTest.keyClicks(page(reflect).view.editor, " more")
    reflect.go(Screen.HOME)
    (body,) = bodies(reflect)
    first, second = (f"## {model.steps[n].title}" for n in (0, 1))
    assert body == f"{first}\n\none more\n\n{second}\n\ntwo"


def test_a_guided_reflection_nobody_wrote_in_leaves_nothing(reflect: Steady) -> None:
    model = reflect.services.library.guided()[0]
    reflect.click("start_choose")
    reflect.click(f"begin_{model.id}")
    reflect.go(Screen.HOME)
    assert bodies(reflect) == []


def test_names_and_numbers_are_pointed_out_on_leaving_and_never_in_the_way(
    reflect: Steady,
) -> None:
    journal(reflect).set_names(["Morag"])
    reflect.click("reflect_new")
    write(reflect, "Morag rang from 07700 900123")
    assert not reflect.is_there("left_notice")
    reflect.click("reflect_new")
    reflect.until(lambda: reflect.is_there("left_notice"))
    assert "Morag" not in reflect.find("left_notice").accessibleName()
    reflect.click("left_look")
    reflect.settle()
    assert "2 places could show" in reflect.find("findings").accessibleName()
    reflect.click("finding_1")
    assert page(reflect).view.editor.textCursor().selectedText() == "Morag"
    reflect.click("findings_close")
    assert not reflect.is_there("findings")


def test_an_entry_without_such_details_is_left_in_peace(reflect: Steady) -> None:
    reflect.click("reflect_new")
    write(reflect, "Nothing of the kind")
    reflect.click("reflect_new")
    reflect.settle()
    assert not reflect.is_there("left_notice")


def test_letters_outside_the_first_plane_do_not_shift_the_marks(reflect: Steady) -> None:
    journal(reflect).set_names(["Morag"])
    reflect.click("reflect_new")
    editor = page(reflect).view.editor
    editor.insertPlainText("😀😀 with Morag")
    reflect.click("entry_check")
    reflect.click("finding_1")
    assert editor.textCursor().selectedText() == "Morag"


def test_a_narrow_window_shows_one_pane_at_a_time(reflect: Steady) -> None:
    reflect.window.acts.larger()
    for _ in range(6):
        reflect.window.acts.larger()
    reflect.window.resize(1024, 640)
    reflect.settle()
    assert reflect.is_there("reflect_list") and not reflect.is_there("reflect_start")
    reflect.click("reflect_new")
    assert not reflect.is_there("reflect_list") and reflect.is_there("entry_words")
    reflect.click("reflect_back")
    assert reflect.is_there("reflect_list")


def test_pasting_brings_plain_words_and_copying_is_marked_private(reflect: Steady) -> None:
    reflect.click("reflect_new")
    editor = page(reflect).view.editor
    QTest.keyClicks(editor, "private words")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.selectAll()
    mime = editor.createMimeDataFromSelection()
    assert mime.text() == "private words"
    assert not mime.hasHtml()
    assert mime.hasFormat("x-kde-passwordManagerHint")


def test_the_window_title_never_says_what_is_written(reflect: Steady) -> None:
    reflect.click("reflect_new")
    write(reflect, "secret heading")
    assert "secret" not in reflect.window.windowTitle()


def test_who_watches_and_its_limits_are_said_where_one_writes(reflect: Steady) -> None:
    assert reflect.is_there("who_watches")
    reflect.click("reflect_new")
    assert "Locked with your passphrase. Steady shares it with nobody." in reflect.words()
    assert "does not look for signs of danger" in reflect.words()
    assert isinstance(reflect.find("entry_title"), QLineEdit)
    reflect.click("entry_limits")
    assert reflect.screen is Screen.HELP
