"""Learn by pathway: its modules in its order, what it prepares for, and what it does not."""

from PySide6.QtWidgets import QComboBox, QWidget

from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.learning.module_row import ModuleRow
from tiapp.gui.shell.commands import commands


def _choose(steady: Steady, words: str) -> None:
    box = steady.find("learn_pathway", QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(words))
    steady.settle()


def _in_order(steady: Steady) -> list[str]:
    rows = [row for row in steady.page.findChildren(ModuleRow) if row.isVisible()]
    return [row.entry.id for row in sorted(rows, key=lambda row: row.y())]


def test_a_pathway_shows_its_modules_in_its_order_and_only_those(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.LEARN)
    for route in steady.services.library.pathways().routes:
        _choose(steady, route.title)
        wanted = [module.id for module in route.modules]
        steady.qtbot.waitUntil(lambda wanted=wanted: _in_order(steady) == wanted)  # type: ignore[misc]


def test_a_pathway_says_what_it_does_and_does_not_prepare_for(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.LEARN)
    assert not steady.is_there("pathway_card")
    _choose(steady, "The core")
    words = steady.words()
    assert "use five principles in ordinary contact" in words
    assert "does not replace your local training" in words
    hours, minutes = divmod(steady.services.library.pathways().routes[0].minutes, 60)
    assert f"about {hours} hours and {minutes} minutes" in words
    assert "Specialist" in words and "Steady does not teach it" in words


def test_every_module_comes_back_in_the_order_of_the_library(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.LEARN)
    _choose(steady, "Leading the change")
    _choose(steady, "Every module")
    assert not steady.is_there("pathway_card")
    ids = [entry.id for entry in steady.services.library.entries()]
    steady.qtbot.waitUntil(lambda: _in_order(steady) == ids)


def test_the_choice_is_still_there_when_one_comes_back(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.LEARN)
    _choose(steady, "Looking after each other")
    steady.go(Screen.HOME)
    steady.go(Screen.LEARN)
    box = steady.find("learn_pathway", QComboBox)
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Looking after each other"
    assert len(_in_order(steady)) == 4


def test_practice_tools_and_resources_are_a_step_away(steady: Steady) -> None:
    steady.open_as_someone()
    for name, screen in (("learn_tools", Screen.TOOLS), ("learn_resources", Screen.RESOURCES)):
        steady.go(Screen.LEARN)
        steady.click(name)
        assert steady.screen is screen
        assert isinstance(steady.page, QWidget)


def test_the_menu_and_quick_search_know_them_too(steady: Steady) -> None:
    steady.open_as_someone()
    steady.window.acts.show_tools()
    steady.settle()
    assert steady.screen is Screen.TOOLS
    steady.window.acts.show_resources()
    steady.settle()
    assert steady.screen is Screen.RESOURCES
    names = {command.name for command in commands() if command.in_search}
    assert {"show_tools", "show_resources"} <= names
