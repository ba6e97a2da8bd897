"""What comes back after the person has gone elsewhere, or into another module."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.window import Steady
from tiapp.core.errors import AppError
from tiapp.core.settings import Settings
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.learning.link_question import LinkQuestion
from tiapp.storage.faults import disk_full

M1 = "starting-safely"
M2 = "what-trauma-is"


def _hold_the_worker(steady: Steady) -> Event:
    hold = Event()
    steady.worker.run(steady.window, hold.wait)
    return hold


@pytest.mark.parametrize("way", ["home", "hide"])
def test_a_hidden_reader_never_takes_the_focus(steady: Steady, way: str) -> None:
    steady.open_as_someone()
    steady.go(Screen.MODULE, M1)
    reader = steady.page
    hold = _hold_the_worker(steady)
    QTest.mouseClick(steady.find("next_part"), Qt.MouseButton.LeftButton)
    assert steady.window.stage is not None
    if way == "home":
        steady.window.stage.go(Destination(Screen.HOME))
    else:
        steady.window.acts.hide_screen()
    hold.set()
    steady.settle()
    focus = QApplication.focusWidget()
    assert focus is None or not reader.isAncestorOf(focus)


def test_a_late_failure_leaves_the_next_module_alone(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.MODULE, M1)
    session = steady.window.arrivals.session
    assert session is not None
    progress = session.person.progress
    reach = progress.reach

    def fails(*_: object, **__: object) -> None:
        progress.reach = reach  # type: ignore[method-assign]
        raise AppError("We could not save.", "Your work is safe.", code="x")

    hold = _hold_the_worker(steady)
    progress.reach = fails  # type: ignore[method-assign]
    QTest.mouseClick(steady.find("next_part"), Qt.MouseButton.LeftButton)
    assert steady.window.stage is not None
    steady.window.stage.go(Destination(Screen.MODULE, module_id=M2, resume=True))
    hold.set()
    steady.settle()
    assert not steady.is_there("reader_problem")
    assert "We could not save." in steady.words()
    steady.click("next_part")
    position = steady.find("part_position", QLabel)
    assert isinstance(position, QLabel) and position.text().startswith("Part 2")


@pytest.mark.parametrize("what", ["problem", "link"])
def test_questions_and_problems_are_never_cut(steady: Steady, what: str) -> None:
    steady.open_as_someone()
    session = steady.window.arrivals.session
    assert session is not None
    session.save_settings(Settings(text_size=200))
    steady.window.resize(1024, 640)
    steady.go(Screen.MODULE, M1)
    page = steady.page
    if what == "problem":
        error = disk_full(Path("/a-long-way/to/local/share/Steady/people") / ("a" * 32))
        page._show_problem(page._reading, error, lambda: None)  # type: ignore[attr-defined]
    else:
        question = LinkQuestion("https://example.org/" + "a-long-way/" * 12)
        page.frame.ask(question, question.title)  # type: ignore[attr-defined]
    strip = steady.find("question_strip")
    labels = [x for x in strip.findChildren(QLabel) if x.isVisible() and x.wordWrap()]
    assert labels
    steady.until(lambda: all(x.height() >= x.heightForWidth(x.width()) for x in labels))
    assert strip.height() <= steady.window.height() // 2 + 1


def test_a_saved_part_says_so_in_the_status_line(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.MODULE, M1)
    steady.click("next_part")
    status = steady.find("status", QLabel)
    assert isinstance(status, QLabel) and status.text() == "Saved at 09:30"


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_three_ways_of_a_note_look_alike(steady: Steady, text_size: int) -> None:
    steady.open_as_someone()
    session = steady.window.arrivals.session
    assert session is not None
    session.save_settings(Settings(text_size=text_size))
    module = steady.services.library.module(M2)
    noted = next(part for part in module.parts if part.note is not None)
    steady.go(Screen.MODULE, M2, noted.id)
    three = [steady.find(name) for name in ("note_continue", "note_summary", "note_skip")]
    steady.until(lambda: len({button.size().toTuple() for button in three}) == 1)
    assert len({b.x() for b in three}) == 1 or len({b.y() for b in three}) == 1
