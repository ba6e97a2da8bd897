"""Deleting the entry that is open, bringing a deleted one back, and deleting for good."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.private.reflect_at_hand import AtHand
from tiapp.gui.private.reflect_history import DeletedView
from tiapp.gui.private.reflect_start import StartView
from tiapp.private.journal_model import Entry


class Deleting(QObject):
    """What is deleted stays for a while, and is offered at once where the person is.

    Signals:
        deleted(): the open entry is deleted; nothing is open any more.
        undeleted(Entry): an entry is back.
    """

    deleted = Signal()
    undeleted = Signal(object)

    def __init__(self, at_hand: AtHand, start: StartView, page: Page) -> None:
        super().__init__(page)
        self._at = at_hand
        self._start = start
        start.undo_wanted.connect(self._undelete)
        start.removed.connect(self._remove)

    def delete(self) -> None:
        """Deletes the open entry; its last words are saved first. A blank one goes unsaid."""
        entry, journal = self._at.entry(), self._at.journal
        if entry is None:
            return
        draft = self._at.view.draft()
        blank = draft.blank
        self._at.autosave.flush()
        self._at.autosave.forget()
        heading = Entry("", entry.written, draft.body, draft.title).heading

        def deleted(until: date) -> None:
            self.deleted.emit()
            self._at.panes.back()
            self._at.panes.want_list(blank)
            if not blank:
                button = self._start.say_deleted(entry.id, heading, until)
                button.setFocus()
                self._at.hub.status.emit(self.tr("Deleted. It can be brought back for 90 days."))

        self._at.worker.run(self, lambda: journal.delete(entry.id), deleted, changed=Topic.JOURNAL)

    def show_deleted(self) -> None:
        """Lists the deleted entries in the place of the open one."""
        self._at.worker.run(self, self._at.journal.deleted, self._fill)

    def _fill(self, lines: object) -> None:
        assert isinstance(lines, tuple)
        view = DeletedView(lines)
        view.undeleted.connect(self._undelete)
        view.removed.connect(self._remove)
        view.left.connect(self._at.panes.back)
        self._at.panes.show_passing(view)

    def _undelete(self, entry_id: str) -> None:
        journal = self._at.journal
        self._start.forget_deleted()

        def back(entry: Entry) -> None:
            self.undeleted.emit(entry)
            self._at.hub.status.emit(self.tr("The entry is back"))

        self._at.worker.run(self, lambda: journal.undelete(entry_id), back, changed=Topic.JOURNAL)

    def _remove(self, entry_id: str) -> None:
        journal = self._at.journal
        self._start.forget_deleted()
        listing = isinstance(self._at.panes.passing, DeletedView)

        def gone(_: object) -> None:
            self._at.hub.status.emit(self.tr("Deleted for good"))
            if listing:
                self.show_deleted()

        self._at.worker.run(
            self, lambda: journal.delete_for_good(entry_id), gone, changed=Topic.JOURNAL
        )
