"""Erasing everything private: what goes, what cannot be reached, a word to type, and it is done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private.erase_view import EraseView
from tiapp.gui.private.told_view import ToldView
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.private.erase import OUT_OF_REACH, Erased

if TYPE_CHECKING:
    from tiapp.gui.private.vault_page import VaultPage


class EraseSteps(QObject):
    """Works with an open room, a locked one, and one that nobody can open any more."""

    def __init__(self, page: "VaultPage", tools: VaultTools) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools

    def begin(self) -> None:
        """Asks, once and clearly."""
        view = EraseView(list(OUT_OF_REACH))
        view.erase_wanted.connect(lambda: self._tools.erase(self._tell, view.did_not))
        view.back_wanted.connect(self._page.back_wanted)
        self._page.show_view(view)

    def _tell(self, erased: Erased) -> None:
        lines = [
            self.tr("Your private room, with every draft, and its keys.")
            if erased.vault
            else self.tr("There was no private room."),
            self.tr("%n backup(s) that Steady had made.", "", erased.backups),
            self.tr("%n earlier room(s) that had been kept.", "", erased.kept),
        ]
        view = ToldView(
            self.tr("Everything private is erased"),
            "erased",
            self.tr("What is gone"),
            self.tr(
                "It cannot be brought back. What you have learned and finished is not "
                "affected. Copies that you exported, printed or kept somewhere else are "
                "still there."
            ),
            self.tr("Go to Home"),
            lines,
        )
        view.go_on.connect(lambda: self._page.go.emit(Destination(Screen.HOME)))
        self._page.show_view(view)
