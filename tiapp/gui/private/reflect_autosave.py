"""Saves what is being written, a second behind the typing, without ever holding it up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.run import Runner
from tiapp.private.journal_model import Draft, Entry

BEHIND_MS = 1000
"""The first letter starts the clock and later ones do not put it off: no more than two seconds of
typing are ever at risk, the time that the disk takes included."""
AGAIN_MS = 5000


class Autosave(QObject):
    """Watches over one entry at a time.

    Signals:
        saved(Entry): it is on the disk.
        not_saved(AppError): it is not, and is tried again in a moment. The words stay where they
            are.
    """

    saved = Signal(object)
    not_saved = Signal(object)

    def __init__(
        self,
        save: Callable[[str, Draft], Entry],
        settle: Callable[[str], None],
        worker: Runner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._settle = settle
        self._worker = worker
        self._entry_id = ""
        self._read: Callable[[], Draft] = Draft
        self._kept = Draft()
        """What is known to be on the disk."""
        self._written = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.flush)

    def watch(self, entry_id: str, read: Callable[[], Draft], *, written: bool) -> None:
        """From now on it is this entry; `read` tells what the editor holds.

        `written` says that the entry is on the disk as it stands in the editor now.
        """
        self._soon.stop()
        self._entry_id = entry_id
        self._read = read
        self._kept = read()
        self._written = written

    def touched(self) -> None:
        """Something was typed or chosen."""
        if self._entry_id and not self._soon.isActive():
            self._soon.start(BEHIND_MS)

    def flush(self) -> None:
        """Saves now what is not known to be saved. Safe to repeat."""
        self._soon.stop()
        draft = self._unsaved()
        if draft is None:
            return
        entry_id, save = self._entry_id, self._save
        self._worker.run(
            self,
            lambda: save(entry_id, draft),
            lambda entry: self._on_saved(entry, draft),
            failed=self._on_failed,
            changed=Topic.JOURNAL,
            keep=entry_id,
        )

    def leave(self, *, stay: bool = False) -> bool:
        """The entry is left: save what is to be saved, then index it for good.

        With `stay` it is watched on, as it is still in view. True when there is an entry that was
        written in.
        """
        draft = self._unsaved()
        self._soon.stop()
        entry_id, save, settle = self._entry_id, self._save, self._settle
        there = bool(entry_id) and (self._written or draft is not None)
        if not stay:
            self._entry_id = ""
        if not there:
            return False

        def last() -> None:
            if draft is not None:
                save(entry_id, draft)
            settle(entry_id)

        # should it not go, the room's worker keeps the words: here they may be gone by then
        self._worker.run(
            self,
            last,
            changed=Topic.JOURNAL,
            keep=entry_id if draft is not None else "",
        )
        return True

    def forget(self) -> None:
        """The entry is deleted: nothing of it is to be saved any more."""
        self._soon.stop()
        self._entry_id = ""

    def _unsaved(self) -> Draft | None:
        if not self._entry_id:
            return None
        draft = self._read()
        if not self._written and draft.blank:
            return None
        return draft if draft != self._kept or not self._written else None

    def _on_saved(self, entry: Entry, draft: Draft) -> None:
        if entry.id != self._entry_id:
            return
        self._kept = draft
        self._written = True
        self.saved.emit(entry)
        if self._unsaved() is not None:
            self.touched()

    def _on_failed(self, error: AppError) -> None:
        self.not_saved.emit(error)
        if self._entry_id:
            self._soon.start(AGAIN_MS)
