"""What stands in the place of a private page as long as the room is not open."""

from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private.code_view import CodeView
from tiapp.gui.private.door_calls import DoorCalls, Failed
from tiapp.gui.private.offer_view import OfferView
from tiapp.gui.private.unlock_view import UnlockView
from tiapp.gui.private.view_page import ViewPage
from tiapp.private.vault import VaultState


class DoorPage(ViewPage):
    """Says what is there, and what can be done next. It holds nothing private itself."""

    topics = frozenset({Topic.ROOM})

    def __init__(self, calls: DoorCalls, parent: QWidget | None = None) -> None:
        super().__init__("", "door_page", parent)
        self._calls = calls
        self._there = Destination(Screen.REFLECT)
        self._drawn: tuple[VaultState, Screen] | None = None

    def open(self, destination: Destination) -> None:
        """Keeps where the person is heading."""
        self._there = destination
        self._drawn = None

    def refresh(self) -> None:
        """Shows what fits the room's state. As long as that is the same, what is typed stays."""
        now = (self._calls.state(), self._there.screen)
        if now == self._drawn:
            return
        self._drawn = now
        match now[0]:
            case VaultState.NONE:
                self.show_view(OfferView(self._there.screen, self.go.emit))
            case _:
                self._ask_for_passphrase()

    def _ask_for_passphrase(self) -> None:
        view = UnlockView(self._where(), self._calls, self._seen)
        view.code_wanted.connect(self._ask_for_code)
        self.show_view(view)

    def _ask_for_code(self) -> None:
        view = CodeView(self._calls, self._seen)
        view.passphrase_wanted.connect(self._ask_for_passphrase)
        self.show_view(view)

    def _seen(self, failed: Failed) -> Failed:
        """Some answers are a state of their own; the rest goes back to who asked."""

        def answer(error: AppError) -> None:
            failed(error)

        return answer

    def _where(self) -> str:
        return {
            Screen.CHECK_IN: self.tr("Check-in"),
            Screen.TRENDS: self.tr("Trends"),
            Screen.PLAN: self.tr("Plan"),
        }.get(self._there.screen, self.tr("Reflect"))
