"""Looks for names and numbers in an entry that was just left, and says so quietly."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from tiapp.gui.kit.empty import empty
from tiapp.gui.kit.page import Page
from tiapp.gui.private.left_notice import LeftNotice
from tiapp.gui.private.reflect_at_hand import AtHand
from tiapp.private.identifiable import find
from tiapp.private.journal_model import Entry


class LeftEntries(QObject):
    """One notice at a time, in a place that the page gives.

    Signals:
        look_wanted(str): the person wants to see the places in the entry of that id.
    """

    look_wanted = Signal(str)

    def __init__(self, at_hand: AtHand, place: QVBoxLayout, page: Page) -> None:
        super().__init__(page)
        self._at = at_hand
        self._place = place
        self._page = page

    def look_at(self, entry: Entry) -> None:
        """The entry is left as it stands in the editor now."""
        journal = self._at.journal
        text, today = self._at.view.editor.words(), self._at.now().date()

        def look() -> int:
            return len(find(text, today, journal.names()))

        def say(found: int) -> None:
            now = self._at.entry()
            if found and (now is None or now.id != entry.id or not self._page.isVisible()):
                self._say(entry.id, found)

        self._at.worker.run(self, look, say)

    def _say(self, entry_id: str, found: int) -> None:
        self._forget()
        notice = LeftNotice(found)
        notice.look_wanted.connect(lambda: self.look_wanted.emit(entry_id))
        notice.look_wanted.connect(self._forget)
        notice.closed.connect(self._forget)
        self._place.addWidget(notice)

    def _forget(self) -> None:
        empty(self._place)
