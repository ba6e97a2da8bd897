"""Earlier versions of the entry that is open: shown, and brought back."""

from PySide6.QtCore import QObject, Signal

from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.private.reflect_at_hand import AtHand
from tiapp.gui.private.reflect_history import HistoryView
from tiapp.private.journal_model import Entry


class Versions(QObject):
    """What is written now is saved first, and is a version itself when an earlier one comes back.

    Signals:
        brought(Entry): the entry is as it was in an earlier version.
    """

    brought = Signal(object)

    def __init__(self, at_hand: AtHand, page: Page) -> None:
        super().__init__(page)
        self._at = at_hand

    def show_all(self) -> None:
        """Lists them in the place of the entry."""
        entry, journal = self._at.entry(), self._at.journal
        if entry is None:
            return
        self._at.autosave.flush()
        self._at.worker.run(self, lambda: journal.versions(entry.id), self._fill)

    def _fill(self, versions: object) -> None:
        assert isinstance(versions, tuple)
        view = HistoryView(versions)
        view.brought.connect(self._bring_back)
        view.left.connect(self._at.panes.back)
        self._at.panes.show_passing(view)

    def _bring_back(self, number: int) -> None:
        entry, journal = self._at.entry(), self._at.journal
        if entry is None:
            return

        def brought(now: Entry) -> None:
            self.brought.emit(now)
            self._at.hub.status.emit(self.tr("The earlier version is back"))

        self._at.worker.run(
            self, lambda: journal.bring_back(entry.id, number), brought, changed=Topic.JOURNAL
        )
