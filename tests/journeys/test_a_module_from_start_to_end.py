"""The first journey: open a module, read, stop anywhere, come back to the very place, finish."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from tests.journeys.conftest import MakeSteady
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.learning.reading_view import ReadingView
from tiapp.record.model import ModuleState

M2 = "what-trauma-is"
ROOT = Path(__file__).resolve().parents[2]


def _position(steady: Steady) -> str:
    label = steady.find("part_position", QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def _progress(data: Path) -> dict[str, object]:
    """What `tiapp progress --json` says, from a process of its own."""
    answer = subprocess.run(
        [sys.executable, "-m", "tiapp", "--data", str(data), "progress", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found = json.loads(answer.stdout)
    assert isinstance(found, dict)
    return found


def _walk_to_the_end(steady: Steady, press: Callable[[str], None]) -> None:
    """Goes on, part after part, answering notes, until the closing page."""
    for _ in range(40):
        if steady.is_there("closing_page"):
            return
        if steady.is_there("note_continue"):
            press("note_continue")
        elif steady.is_there("next_part"):
            press("next_part")
        else:
            press("finish_module")
    raise AssertionError("the module never ends")


def test_first_use_to_finished_by_mouse(steady: Steady) -> None:
    steady.open()
    QTest.keyClicks(steady.find("welcome_name"), "Isla")
    steady.click("welcome_alone")
    for _ in range(3):
        steady.click("welcome_continue")
    assert steady.page.title.text().endswith("Isla")
    steady.click("choose_something_else")
    steady.click(f"open_{M2}")
    assert _position(steady).startswith("Part 1 of 6")
    _walk_to_the_end(steady, steady.click)
    assert _progress(steady.services.paths.data)["completions"], "the command line sees it too"
    steady.click("nav_learn")
    state = steady.find(f"state_{M2}", QLabel)
    assert isinstance(state, QLabel) and state.text() == "Finished on 10 March 2026"


def test_first_use_to_finished_by_keyboard_alone(steady: Steady) -> None:
    steady.open()
    steady.press_by_key("welcome_skip_all")
    assert steady.screen is Screen.HOME
    steady.keys(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    steady.press_by_key(f"open_{M2}")
    _walk_to_the_end(steady, steady.press_by_key)
    steady.keys(Qt.Key.Key_Escape)
    states = steady.window.arrivals.session.person.progress.states()  # type: ignore[union-attr]
    assert states[M2].state is ModuleState.FINISHED


def test_skipping_every_part_finishes_too(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.MODULE, M2)
    for _ in range(40):
        if steady.is_there("closing_page"):
            break
        name = next(n for n in ("note_skip", "skip_part", "finish_module") if steady.is_there(n))
        steady.click(name)
    states = steady.window.arrivals.session.person.progress.states()  # type: ignore[union-attr]
    assert states[M2].state is ModuleState.FINISHED


def test_ctrl_enter_presses_the_main_button_all_the_way(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.MODULE, M2)
    for _ in range(40):
        if steady.is_there("closing_page"):
            break
        steady.keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert steady.is_there("closing_page")


def test_nothing_can_be_typed_anywhere_in_a_module(steady: Steady) -> None:
    steady.open_as_someone()
    for entry in steady.services.library.entries():
        for part in entry.parts:
            steady.go(Screen.MODULE, entry.id, part.id)
            if steady.is_there("note_continue"):
                steady.click("note_continue")
            for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
                fields = [f for f in steady.page.findChildren(kind) if f.isVisible()]
                assert fields == [], f"{entry.id}/{part.id}"


def test_carry_on_comes_back_to_the_very_block(make_steady: MakeSteady, tmp_path: Path) -> None:
    first = make_steady(tmp_path / "data").open_as_someone()
    first.go(Screen.MODULE, M2)
    first.click("next_part")
    first.click("note_continue")
    view = first.page.scroll
    assert isinstance(view, ReadingView)
    bar = view.verticalScrollBar()
    part = first.services.library.module(M2).parts[1]
    first.until(lambda: len(view.blocks) == len(part.blocks))
    bar.setValue(bar.maximum() // 2)
    before = view.place()
    assert before[0] > 0
    first.close()

    again = make_steady(tmp_path / "data").open()
    assert "Part 2 of 6" in again.words()
    again.click("carry_on")
    assert _position(again).startswith("Part 2 of 6")
    view = again.page.scroll
    assert isinstance(view, ReadingView)
    block, into = view.place()
    assert block == before[0]
    assert into == pytest.approx(before[1], abs=0.05)


READS_AND_DIES = """
import os, signal, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QAbstractButton
from tiapp.core.clock import SystemClock
from tiapp.gui.application import start
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.pictures import settle
from tiapp.gui.shell.main_window import MainWindow
from tiapp.services import Services
from tiapp.storage.paths import Paths

paths = Paths.under(Path(sys.argv[1]))
services = Services(paths, SystemClock())
person = services.people.add("Isla")
hub = Hub()
start(paths.resources, hub)
worker = Worker(hub)
window = MainWindow(services, hub, worker)
window.start(person.id)
window.show()
settle(worker)

def press(name):
    for button in window.findChildren(QAbstractButton, name):
        if button.isVisible():
            button.click()
            settle(worker)
            return True
    return False

window.stage.go(Destination(Screen.MODULE, module_id="what-trauma-is", resume=True))
settle(worker)
window.stage.page().findChildren(QAbstractButton, "")
options = [b for b in window.findChildren(QAbstractButton) if b.isCheckable()
           and b.isVisible() and b.objectName().startswith("option")]
options[0].click()
assert press("check_answer")
for _ in range(2):
    assert press("next_part")
    press("note_continue")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL to die by")
def test_a_killed_program_carries_on_where_it_was(make_steady: MakeSteady, tmp_path: Path) -> None:
    data = tmp_path / "data"
    died = subprocess.run(
        [sys.executable, "-c", READS_AND_DIES, str(data)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr
    again = make_steady(data).open()
    assert "Part 3 of 6" in again.words()
    again.click("carry_on")
    assert _position(again).startswith("Part 3 of 6")
    _walk_to_the_end(again, again.click)
    again.settle()
    found = _progress(data)
    [completion] = found["completions"]  # type: ignore[misc]
    assert completion["module_id"] == M2
