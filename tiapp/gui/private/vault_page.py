"""The private room itself: setting it up, and what can be done with it, a calm step at a time.

Each task has a name, which a Destination carries in `term`; Settings leads to them.
"""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private.code_steps import CodeSteps
from tiapp.gui.private.erase_steps import EraseSteps
from tiapp.gui.private.key_steps import KeySteps
from tiapp.gui.private.restore_steps import RestoreSteps
from tiapp.gui.private.set_up_steps import SetUpSteps
from tiapp.gui.private.told_view import ToldView
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.gui.private.view_page import ViewPage
from tiapp.private.vault import VaultState


class Task(StrEnum):
    """What a person comes here for. The values stand in Destinations."""

    SET_UP = ""
    CONFIRM_CODE = "confirm-code"
    NEW_CODE = "new-code"
    PASSPHRASE = "passphrase"
    NEW_KEY = "new-key"
    RESTORE = "restore"
    """`item` is the name of the backup; empty lists them."""
    ERASE = "erase"


OPEN_ONLY = frozenset({Task.CONFIRM_CODE, Task.NEW_CODE, Task.PASSPHRASE, Task.NEW_KEY})
"""Tasks that need an open room; the door comes first when it is locked."""


class VaultPage(ViewPage):
    """Signals: back_wanted(): the task is done or left; back to where the person came from."""

    back_wanted = Signal()
    topics = frozenset({Topic.ROOM})

    def __init__(self, tools: VaultTools, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your private room"), "vault_page", parent)
        self._tools = tools
        self._there = Destination(Screen.VAULT)
        self._begun = False

    def open(self, destination: Destination) -> None:
        """Begins the task named in the destination anew."""
        self._there = destination
        self._begun = False
        self.outlives_lock = destination.term in (Task.ERASE, Task.RESTORE)

    def refresh(self) -> None:
        """Draws only what was asked for anew: a task in the middle is not to be disturbed."""
        if not self._begun:
            self._begun = True
            self._begin(Task(self._there.term))

    def escape(self) -> bool:
        """Leaves the task."""
        self.back_wanted.emit()
        return True

    def _begin(self, task: Task) -> None:
        state = self._tools.state()
        if task is Task.ERASE:
            EraseSteps(self, self._tools).begin()
        elif task is Task.RESTORE:
            RestoreSteps(self, self._tools, self._there.item).begin()
        elif state is VaultState.UNAVAILABLE:
            self._tell_unavailable()
        elif state is VaultState.NONE:
            SetUpSteps(self, self._tools).begin()
        elif task in (Task.CONFIRM_CODE, Task.NEW_CODE):
            CodeSteps(self, self._tools).begin(anew=task is Task.NEW_CODE)
        elif task in (Task.PASSPHRASE, Task.NEW_KEY):
            KeySteps(self, self._tools).begin(new_key=task is Task.NEW_KEY)
        else:
            self._tell_it_is_here()

    def _tell_it_is_here(self) -> None:
        view = ToldView(
            self.tr("Your private room"),
            "vault_here",
            self.tr("You have a private room"),
            self.tr(
                "Reflect, Check-in and Plan are in it. You can look after the room itself "
                "in Settings, under Privacy and lock."
            ),
            self.tr("Open settings"),
            kind="info",
        )
        view.go_on.connect(lambda: self.go.emit(Destination(Screen.SETTINGS)))
        self.show_view(view)

    def _tell_unavailable(self) -> None:
        from tiapp.gui.private.trouble_views import unavailable_view

        self.show_view(unavailable_view(self.go.emit))
