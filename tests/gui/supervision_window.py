"""The Team screen in a real window, with answers in place of the system's file dialogs."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.conftest import FixedClock
from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.supervision.team_files import TeamFiles
from tiapp.gui.supervision.team_page import TeamPage


class Answers(TeamFiles):
    """What a person would choose in the dialogs."""

    def __init__(self) -> None:
        self.chosen: Path | None = None
        self.asked: list[str] = []

    def folder(self, parent: QWidget, title: str) -> Path | None:
        self.asked.append(title)
        return self.chosen

    def completion_files(self, parent: QWidget, title: str) -> list[Path]:
        self.asked.append(title)
        return [self.chosen] if self.chosen else []

    def staff_list(self, parent: QWidget, title: str) -> Path | None:
        self.asked.append(title)
        return self.chosen

    def new_file(self, parent: QWidget, title: str, name: str) -> Path | None:
        self.asked.append(name)
        return self.chosen / name if self.chosen else None


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
