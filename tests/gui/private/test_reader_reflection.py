"""A question in a module: written there, found again in Reflect, and printed without a room."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.window import Steady
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private import reflect_autosave
from tiapp.gui.private.reader_shut import ReaderShut
from tiapp.learning.blocks import Reflect
from tiapp.learning.questions import questions_of


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reflect_autosave, "BEHIND_MS", 0)


def to_a_question(steady: Steady) -> str:
    """Goes to the first question of the shipped modules; its block id."""
    library = steady.services.library
    for entry in library.entries():
        for part in library.module(entry.id).parts:
            for block in part.blocks:
                if isinstance(block, Reflect):
                    steady.go(Screen.MODULE, entry.id, part.id)
                    if steady.is_there("note_continue"):
                        steady.click("note_continue")
                    steady.until(lambda name=f"reflect_{block.id}": steady.is_there(name))
                    steady.settle()
                    return block.id
    raise AssertionError("no module asks anything")


def bodies(steady: Steady) -> list[str]:
    steady.settle()
    assert steady.private.room is not None
    return [entry.body for entry in steady.private.room.journal.every()]


def test_a_reply_is_written_in_the_reader_and_found_in_reflect(steady: Steady) -> None:
    steady.open_with_room()
    block = to_a_question(steady)
    module = steady.screen
    steady.click(f"write_reply_{block}")
    assert "does not look for signs of danger" in steady.words()
    QTest.keyClicks(steady.find(f"reply_words_{block}"), "What I assumed")
    steady.until(lambda: bodies(steady) == ["What I assumed"])
    steady.click("reply_done")
    assert "What I assumed" in steady.words()
    steady.click(f"reply_open_{block}")
    assert steady.screen is Screen.REFLECT
    steady.until(lambda: steady.is_there("prompt_module"))
    steady.click("prompt_module")
    assert steady.screen is module


def test_going_on_writes_into_the_same_entry(steady: Steady) -> None:
    steady.open_with_room()
    block = to_a_question(steady)
    for words in ("one", " two"):
        steady.click(f"write_reply_{block}")
        QTest.keyClicks(steady.find(f"reply_words_{block}"), words)
        steady.click("reply_done")
    assert bodies(steady) == ["one two"]


def test_leaving_the_part_or_locking_keeps_the_last_letters(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reflect_autosave, "BEHIND_MS", 3_600_000)
    steady.open_with_room()
    block = to_a_question(steady)
    steady.click(f"write_reply_{block}")
    QTest.keyClicks(steady.find(f"reply_words_{block}"), "left")
    steady.go(Screen.HOME)
    assert bodies(steady) == ["left"]
    to_a_question(steady)
    steady.click(f"write_reply_{block}") if steady.is_there(f"write_reply_{block}") else None
    QTest.keyClicks(steady.find(f"reply_words_{block}"), " and locked")
    steady.lock()
    assert not steady.is_there(f"reply_words_{block}")
    steady.unlock()
    assert bodies(steady) == ["left and locked"]


def test_without_a_room_there_is_no_field_and_three_ways_on(steady: Steady, tmp_path) -> None:
    steady.open_as_someone()
    block = to_a_question(steady)
    shut = steady.find(f"reader_shut_{block}", ReaderShut)
    assert isinstance(shut, ReaderShut)
    assert steady.is_there("shut_set_up") and not steady.is_there("shut_unlock")
    shut.save_pdf(str(tmp_path / "questions.pdf"))
    steady.settle()
    assert (tmp_path / "questions.pdf").read_bytes().startswith(b"%PDF")
    assert "The questions are saved" in steady.words()
    steady.click("shut_set_up")
    assert steady.screen is Screen.VAULT


def test_a_locked_room_offers_to_unlock(steady: Steady) -> None:
    steady.services.people.add("Isla")
    steady.set_up_room()
    steady.open("Isla")
    to_a_question(steady)
    assert steady.is_there("shut_unlock") and not steady.is_there("shut_set_up")


def test_every_module_that_asks_has_its_questions_to_print(steady: Steady) -> None:
    library = steady.services.library
    asked = [questions_of(library.module(entry.id)) for entry in library.entries()]
    assert any(asked)
    assert all(question.words for questions in asked for question in questions)


def test_quick_search_finds_entries_only_while_the_room_is_open(steady: Steady) -> None:
    from tiapp.private.journal_model import Draft

    steady.open_with_room()
    assert steady.private.room is not None
    entry = steady.private.room.journal.begin(Draft("xylophone lesson\n\nsecret middle"))
    slots = steady.window.arrivals.session.slots  # type: ignore[union-attr]
    (found,) = [item for source in slots.search for item in source.find("xyloph")]
    assert found.words == "xylophone lesson"
    assert found.there == Destination(Screen.REFLECT, item=entry.id)
    assert not any(isinstance(w, QDialog) for w in steady.window.children())
    steady.lock()
    assert slots.search == []
