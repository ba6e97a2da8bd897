"""Setting up a private room: two calm steps, then the recovery code."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tiapp.gui.private.about_room_view import AboutRoomView
from tiapp.gui.private.choose_view import ChooseView
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.private.strength import suggest
from tiapp.private.vault import Created

if TYPE_CHECKING:
    from tiapp.gui.private.vault_page import VaultPage


class SetUpSteps(QObject):
    """Nothing is made before the last press; leaving at any point leaves nothing behind."""

    def __init__(self, page: "VaultPage", tools: VaultTools) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools
        self._choose: ChooseView | None = None

    def begin(self) -> None:
        """What it is, before anything is asked."""
        view = AboutRoomView(self._page.go.emit)
        view.next_wanted.connect(self._ask_for_passphrase)
        view.not_now.connect(self._page.back_wanted)
        self._page.show_view(view)

    def _ask_for_passphrase(self) -> None:
        view = ChooseView(
            self.tr("Choose a passphrase"),
            "choose_passphrase",
            suggest,
            step=self.tr("Step 2 of 2"),
            do_it=self.tr("Set up the private room"),
            back=self.tr("Back"),
        )
        view.chosen.connect(self._create)
        view.back_wanted.connect(self.begin)
        self._choose = view
        self._page.show_view(view)

    def _create(self, passphrase: str, _present: str) -> None:
        assert self._choose is not None
        self._choose.begin_work(self.tr("One moment, your private room is being set up."))
        self._tools.create(passphrase, self._made, self._choose.did_not)

    def _made(self, created: Created) -> None:
        from tiapp.gui.private.code_steps import CodeSteps

        CodeSteps(self._page, self._tools).show(created.code)
