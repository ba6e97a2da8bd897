"""Reflect: which entry is open, and that none is left without its last words being saved."""

import uuid
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import MOVING, NEW, Destination
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.reflect_asking import Asking
from tiapp.gui.private.reflect_at_hand import AtHand
from tiapp.gui.private.reflect_autosave import Autosave
from tiapp.gui.private.reflect_deleting import Deleting
from tiapp.gui.private.reflect_entry import EntryView
from tiapp.gui.private.reflect_guided import step_at
from tiapp.gui.private.reflect_left import LeftEntries
from tiapp.gui.private.reflect_list import EntryList
from tiapp.gui.private.reflect_looking import Looking
from tiapp.gui.private.reflect_panes import Panes
from tiapp.gui.private.reflect_start import StartView
from tiapp.gui.private.reflect_versions import Versions
from tiapp.learning.practice.model import GuidedModel, Prompts
from tiapp.private.journal import Journal
from tiapp.private.journal_model import Asked, Entry


class ReflectPage(Page):
    """The journal at the window. It lives as long as the room is open.

    What else can be done with an entry (prompts, earlier versions, deleting, looking for names) is
    done by a part of its own, which is told here what to work with and when.
    """

    topics = frozenset({Topic.JOURNAL})
    widest = 1120

    def __init__(
        self,
        journal: Journal,
        prompts: Callable[[], tuple[Prompts, tuple[GuidedModel, ...]]],
        moving: Callable[[], QWidget] | None,
        worker: Runner,
        hub: Hub,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Reflect"), "reflect_page", parent)
        self._journal = journal
        self._moving = moving
        self._worker = worker
        self._hub = hub
        self._now = now
        self._entry: Entry | None = None
        self._changed_here = False
        self._troubled = False
        self._typing_first = False
        self.autosave = Autosave(journal.save, journal.settle, worker, self)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.not_saved.connect(self._on_not_saved)
        notices = QVBoxLayout()
        self.column.addLayout(notices)
        self.entries = EntryList(journal, worker, can_move=moving is not None)
        self.start = StartView()
        self.view = EntryView()
        self._panes = Panes(
            self, self.entries, self.start, self.view, lambda: self._entry is not None
        )
        self.column.addLayout(self._panes, 1)
        at_hand = AtHand(
            journal, worker, hub, now, self.autosave, self.view, self._panes, lambda: self._entry
        )
        self._looking = Looking(at_hand, self)
        self._left = LeftEntries(at_hand, notices, self)
        self._asking = Asking(at_hand, self)
        self._versions = Versions(at_hand, self)
        self._deleting = Deleting(at_hand, self.start, self)
        self._connect_list()
        self._connect_start()
        self._connect_entry()
        self._connect_parts()
        self._panes.arrange()
        theme().changed.connect(self._panes.arrange)
        body = self.scroll.widget()
        frame = body.layout() if body is not None else None
        assert isinstance(frame, QVBoxLayout)
        # the panes take the height that is there; what is higher scrolls
        frame.setStretch(0, 1)
        self._asking.read(prompts)

    # What the shell asks

    def open(self, destination: Destination) -> None:
        """An entry by its id, a new one, or what brings entries in and takes them out."""
        self._typing_first = destination.item == NEW
        if destination.item == NEW:
            self._begin(None)
        elif destination.item == MOVING:
            self._show_moving()
        elif destination.item:
            self._open(destination.item)

    def refresh(self) -> None:
        """Reads the list anew; what is being written is left alone."""
        self.entries.refresh()

    def find_here(self) -> None:
        """Ctrl+F: the search field."""
        self._panes.want_list(True)
        self.entries.search.setFocus()
        self.entries.search.selectAll()

    def new_here(self) -> None:
        """Ctrl+N: a new reflection."""
        self._begin(None)

    def first_focus(self) -> QWidget:
        return self.view.editor if self._typing_first and self._entry is not None else self.title

    def main_button(self) -> QAbstractButton | None:
        return self.entries.new

    def escape(self) -> bool:
        """Back from a list of versions or prompts, then out of a search; never loses a word."""
        if self._panes.passing is not None:
            self._panes.back()
            return True
        if self.entries.search.text():
            self.entries.search.clear()
            return True
        if self._panes.only_right:
            self._panes.show_list()
            return True
        return False

    def leaving(self) -> bool:
        """Saves what is not known to be saved, and looks for names and numbers."""
        if self.autosave.leave(stay=True):
            self._check_left()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panes.arrange()

    # Opening and leaving entries

    def _begin(self, asked: Asked | None, model: GuidedModel | None = None) -> None:
        self._leave()
        entry = Entry(str(uuid.uuid4()), self._now().astimezone(), "", asked=asked)
        self._show(entry, written=False)
        if model is not None:
            self._asking.go_to_step(0)
        self.view.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, entry_id: str, findings: bool = False) -> None:
        if self._entry is not None and self._entry.id == entry_id and not findings:
            self._panes.back()
            return
        self._leave()

        def show(entry: Entry | None) -> None:
            if entry is None or entry.deleted is not None:
                self._panes.back()
                return
            self._show(entry, written=True)
            if findings:
                self._looking.look()
            else:
                self.view.editor.setFocus(Qt.FocusReason.OtherFocusReason)

        self._worker.run(self, lambda: self._journal.entry(entry_id), show)

    def _show(self, entry: Entry, *, written: bool) -> None:
        self._entry = entry
        self._changed_here = False
        model = self._asking.model_of(entry)
        self._looking.clear()
        self.view.show_entry(entry, model, step_at(entry.body, model) if model else 0)
        self.autosave.watch(entry.id, self.view.draft, written=written)
        if written and entry.changed is not None:
            words = self.tr("Saved on {day}").format(day=_day_and_time(entry.changed))
        else:
            words = self.tr("It is saved as you write.")
        self.view.say(words)
        self.entries.mark_open(entry.id)
        self._panes.show_entry()

    def _leave(self) -> None:
        """The entry in view is left for another."""
        if self.autosave.leave():
            self._check_left()
        self._entry = None

    def _check_left(self) -> None:
        """Looks for names and numbers in what was just written."""
        if self._entry is not None and self._changed_here:
            self._changed_here = False
            self._left.look_at(self._entry)

    def _on_deleted(self) -> None:
        self._entry = None
        self._changed_here = False

    def _on_undeleted(self, entry: Entry) -> None:
        self._leave()
        self._show(entry, written=True)

    # What the others want

    def _connect_list(self) -> None:
        self.entries.chosen.connect(self._open)
        self.entries.new_wanted.connect(lambda: self._begin(None))
        self.entries.deleted_wanted.connect(self._deleting.show_deleted)
        self.entries.moving_wanted.connect(self._show_moving)
        self.entries.calendar.begin_at(self._now().date())

    def _connect_start(self) -> None:
        self.start.free_wanted.connect(lambda: self._begin(None))
        self.start.choose_wanted.connect(self._asking.choose)
        self.start.go.connect(self.go)

    def _connect_entry(self) -> None:
        view = self.view
        view.touched.connect(self._on_touched)
        view.go.connect(self.go)
        view.history_wanted.connect(self._versions.show_all)
        view.check_wanted.connect(self._looking.look)
        view.delete_wanted.connect(self._deleting.delete)
        view.prompt.choose_wanted.connect(self._asking.choose)
        view.prompt.another_wanted.connect(self._asking.another)
        view.prompt.step_wanted.connect(self._asking.go_to_step)

    def _connect_parts(self) -> None:
        self._left.look_wanted.connect(lambda entry_id: self._open(entry_id, findings=True))
        self._asking.begin_wanted.connect(self._begin)
        self._versions.brought.connect(lambda entry: self._show(entry, written=True))
        self._deleting.deleted.connect(self._on_deleted)
        self._deleting.undeleted.connect(self._on_undeleted)

    def _show_moving(self) -> None:
        if self._moving is None:
            return
        self.autosave.flush()
        view = self._moving()
        left = getattr(view, "left", None)
        if left is not None:
            left.connect(self._panes.back)
        self._panes.show_passing(view)

    # Saving

    def _on_touched(self) -> None:
        self._changed_here = True
        self.autosave.touched()

    def _on_saved(self, entry: Entry) -> None:
        self._entry = entry
        self._troubled = False
        words = self.tr("Saved at {time}").format(time=self._now().strftime("%H:%M"))
        self.view.say(words)
        self._hub.status.emit(words)
        self.entries.mark_open(entry.id)

    def _on_not_saved(self, error: AppError) -> None:
        self.view.say(
            self.tr("Not saved yet. Your words are still on the screen, and Steady will try again.")
        )
        if not self._troubled:
            self._troubled = True
            self._hub.failed.emit(error)


def _day_and_time(moment: datetime) -> str:
    from tiapp.gui.kit.dates import long_date

    return f"{long_date(moment.date())}, {moment.strftime('%H:%M')}"
