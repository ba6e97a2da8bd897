"""The menus and keys, made from the list of commands: every action is in a menu."""

from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from tiapp.gui.shell.actions import Actions
from tiapp.gui.shell.commands import commands
from tiapp.gui.shell.navigation import entries

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


class Menus:
    """Builds a window's menu bar; the commands' names are methods of `acts`."""

    def __init__(self, window: QMainWindow, acts: Actions) -> None:
        self._window = window
        self._acts = acts
        self._actions: dict[str, QAction] = {}
        self._sections: list[QAction] = []
        menus: dict[str, QMenu] = {}
        for command in commands():
            if command.menu not in menus:
                menus[command.menu] = window.menuBar().addMenu(command.menu)
                if len(menus) == 2:
                    self._add_sections(menus[command.menu])
            action = menus[command.menu].addAction(command.words)
            action.setObjectName(f"action_{command.name}")
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.triggered.connect(getattr(acts, command.name))
            # Also on the window itself: the keys work while the menu bar is hidden.
            window.addAction(action)
            self._actions[command.name] = action

    def enable(self, *, in_main: bool) -> None:
        """Switches off what needs a person while nobody is known."""
        for name, action in self._actions.items():
            action.setEnabled(in_main or name in ALWAYS)
        for action in self._sections:
            action.setEnabled(in_main)

    def _add_sections(self, menu: QMenu) -> None:
        for number, entry in enumerate(entries(), start=1):
            action = menu.addAction(entry.words)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(partial(self._go, number))
            self._window.addAction(action)
            self._sections.append(action)
        menu.addSeparator()

    def _go(self, number: int, _checked: bool = False) -> None:
        self._acts.go_to_section(number)
