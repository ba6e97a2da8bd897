"""The Team screen in a real window, with answers in place of the system's file dialogs."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.conftest import FixedClock
from tests.window import Steady
from tiapp.gui.kit.file_choice import Then, ThenMany
from tiapp.gui.kit.places import Screen
from tiapp.gui.supervision.team_page import TeamPage


class Answers:
    """What a person would choose in the dialogs; nothing while `chosen` is None."""

    def __init__(self) -> None:
        self.chosen: Path | None = None
        self.asked: list[str] = []

    def folder(self, owner: QWidget, title: str, begin: Path | None, then: Then) -> None:
        self._answer(title, then)

    def to_open(self, owner: QWidget, title: str, kinds: str, then: Then) -> None:
        self._answer(title, then)

    def to_open_many(self, owner: QWidget, title: str, kinds: str, then: ThenMany) -> None:
        self._answer(title, lambda file: then([file]))

    def to_save(self, owner: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
        assert kinds.endswith(f"(*{Path(name).suffix})")
        self._answer(name, lambda folder: then(folder / name))

    def _answer(self, asked: str, then: Then) -> None:
        self.asked.append(asked)
        if self.chosen is not None:
            then(self.chosen)


def open_team(steady: Steady) -> tuple[TeamPage, Answers]:
    """Switches the screen on in Settings, as a person would, and goes there."""
    clock = steady.services.clock
    assert isinstance(clock, FixedClock)
    clock.set(datetime(2026, 11, 23, 14, 2))  # after the days of the made-up completions
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    steady.click("setting_team")
    steady.click("nav_team")
    page = steady.page
    assert isinstance(page, TeamPage)
    answers = Answers()
    object.__setattr__(page.means, "files", answers)
    return page, answers


def show(steady: Steady, part: str) -> None:
    """Goes to one part of the screen."""
    steady.click(f"team_show_{part}")
    steady.settle()
