"""The menus and keys, made from the list of commands: every action is in a menu."""

from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from tiapp.gui.shell.actions import Actions
from tiapp.gui.shell.commands import commands, menu_names
from tiapp.gui.shell.navigation import LAST_NUMBERED, entries

ALWAYS = {
    "hide_screen",
    "close",
    "larger",
    "smaller",
    "standard_size",
    "immediate_help",
    "main_action",
    "use_light",
    "use_dark",
    "use_system",
}
"""Commands that also work before anybody has said who they are."""

GO_BEGINS_WITH = "quick_search"
"""The sections come before this command, at the top of their menu."""


class Menus:
    """A window's menu bar and keys; the commands' names are methods of `acts`.

    The bar is there at once, so that nothing moves later. What is in it comes with `fill`, after
    the first paint: nobody opens a menu before.
    """

    def __init__(self, window: QMainWindow, acts: Actions) -> None:
        self._window = window
        self._acts = acts
        self._in_main = False
        self._actions: dict[str, QAction] = {}
        self._sections: list[QAction] = []
        self._menus = {words: window.menuBar().addMenu(words) for words in menu_names()}

    def fill(self) -> None:
        """Puts every command into its menu and its keys in force. Safe to repeat."""
        if self._actions:
            return
        for command in commands():
            menu = self._menus[command.menu]
            if command.name == GO_BEGINS_WITH:
                self._add_sections(menu)
            action = menu.addAction(command.words)
            action.setObjectName(f"action_{command.name}")
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.triggered.connect(getattr(self._acts, command.name))
            # Also on the window itself: the keys work while the menu bar is hidden.
            self._window.addAction(action)
            self._actions[command.name] = action
        self.enable(in_main=self._in_main)

    def enable(self, *, in_main: bool) -> None:
        """Switches off what needs a person while nobody is known."""
        self._in_main = in_main
        for name, action in self._actions.items():
            action.setEnabled(in_main or name in ALWAYS)
        for action in self._sections:
            action.setEnabled(in_main)

    def _add_sections(self, menu: QMenu) -> None:
        for number, entry in enumerate(entries(), start=1):
            action = menu.addAction(entry.words)
            if number <= LAST_NUMBERED:
                action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(partial(self._go, number))
            self._window.addAction(action)
            self._sections.append(action)
        menu.addSeparator()

    def _go(self, number: int, _checked: bool = False) -> None:
        self._acts.go_to_section(number)
