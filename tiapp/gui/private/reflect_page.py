"""Reflect: entries on the left, the one being written on the right."""

import uuid
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import MOVING, NEW, Destination
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.left_notice import LeftNotice
from tiapp.gui.private.reflect_autosave import Autosave
from tiapp.gui.private.reflect_choose import ChoosePrompt
from tiapp.gui.private.reflect_entry import EntryView
from tiapp.gui.private.reflect_findings import FindingsBox
from tiapp.gui.private.reflect_guided import model_of, step_at, with_step
from tiapp.gui.private.reflect_history import DeletedView, HistoryView
from tiapp.gui.private.reflect_list import EntryList
from tiapp.gui.private.reflect_names import NamesView
from tiapp.gui.private.reflect_start import StartView
from tiapp.learning.practice.model import GuidedModel, Prompts
from tiapp.private.identifiable import Finding, find
from tiapp.private.journal import Journal
from tiapp.private.journal_model import Asked, Entry

_TWO_PANES_FROM = 700
_LIST = 280


class ReflectPage(Page):
    """The journal at the window. It lives as long as the room is open."""

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
        self._read_prompts = prompts
        self._moving = moving
        self._worker = worker
        self._hub = hub
        self._now = now
        self._prompts = Prompts()
        self._guided: tuple[GuidedModel, ...] = ()
        self._entry: Entry | None = None
        self._changed_here = False
        self._troubled = False
        self._typing_first = False
        self.autosave = Autosave(journal.save, journal.settle, worker, self)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.not_saved.connect(self._on_not_saved)
        self._notices = QVBoxLayout()
        self.column.addLayout(self._notices)
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panes.setSpacing(24)
        self.column.addLayout(self._panes, 1)
        self.entries = EntryList(journal, worker, can_move=moving is not None)
        self._connect_list()
        self._panes.addWidget(self.entries)
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.setSpacing(12)
        self._back_row = FlowRow()
        back = buttons.secondary(self.tr("Your entries"), "reflect_back", "arrow-left")
        back.clicked.connect(self._show_list)
        self._back_row.add(back)
        self._right_column.addWidget(self._back_row)
        self._panes.addWidget(self._right, 1)
        self.start = StartView()
        self._connect_start()
        self.view = EntryView()
        self._connect_entry()
        for widget in (self.start, self.view):
            self._right_column.addWidget(widget)
        self.view.hide()
        self._passing: QWidget | None = None
        self._right_column.addStretch(1)
        self._list_wanted = True
        self._two_panes = True
        self._arrange()
        theme().changed.connect(self._arrange)
        body = self.scroll.widget()
        frame = body.layout() if body is not None else None
        assert isinstance(frame, QVBoxLayout)
        # the panes take the height that is there; what is higher scrolls
        frame.setStretch(0, 1)
        worker.run(self, self._read_prompts, self._keep_prompts)

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
        self._list_wanted = True
        self._arrange()
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
        if self._passing is not None:
            self._show_entry_or_start()
            return True
        if self.entries.search.text():
            self.entries.search.clear()
            return True
        if not self._two_panes and not self._list_wanted:
            self._show_list()
            return True
        return False

    def leaving(self) -> bool:
        """Saves what is not known to be saved, and looks for names and numbers."""
        if self.autosave.leave(stay=True):
            self._check_left()
        return True

    # Opening and leaving entries

    def _begin(self, asked: Asked | None, model: GuidedModel | None = None) -> None:
        self._leave()
        entry = Entry(str(uuid.uuid4()), self._now().astimezone(), "", asked=asked)
        self._show(entry, written=False)
        if model is not None:
            self._on_step(0)
        self.view.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, entry_id: str, findings: bool = False) -> None:
        if self._entry is not None and self._entry.id == entry_id and not findings:
            self._show_entry_or_start()
            return
        self._leave()

        def show(entry: Entry | None) -> None:
            if entry is None or entry.deleted is not None:
                self._show_entry_or_start()
                return
            self._show(entry, written=True)
            if findings:
                self._check()
            else:
                self.view.editor.setFocus(Qt.FocusReason.OtherFocusReason)

        self._worker.run(self, lambda: self._journal.entry(entry_id), show)

    def _show(self, entry: Entry, *, written: bool) -> None:
        self._entry = entry
        self._changed_here = False
        model = model_of(entry.asked.id, self._guided) if entry.asked else None
        self._clear_findings()
        self.view.show_entry(entry, model, step_at(entry.body, model) if model else 0)
        self.autosave.watch(entry.id, self.view.draft, written=written)
        if written and entry.changed is not None:
            words = self.tr("Saved on {day}").format(day=_day_and_time(entry.changed))
        else:
            words = self.tr("It is saved by itself as you write.")
        self.view.say(words)
        self.entries.mark_open(entry.id)
        self._list_wanted = False
        self._show_entry_or_start()

    def _leave(self) -> None:
        """The entry in view is left for another."""
        if self.autosave.leave():
            self._check_left()
        self._entry = None

    def _check_left(self) -> None:
        """Looks for names and numbers in what was just written, and says so quietly."""
        entry, self_changed = self._entry, self._changed_here
        if entry is None or not self_changed:
            return
        text, today = self.view.editor.words(), self._now().date()
        self._changed_here = False

        def look() -> int:
            return len(find(text, today, self._journal.names()))

        def say(found: int) -> None:
            if found and (
                self._entry is None or self._entry.id != entry.id or not self.isVisible()
            ):
                self._say_left(entry.id, found)

        self._worker.run(self, look, say)

    def _say_left(self, entry_id: str, found: int) -> None:
        self._forget_notice()
        notice = LeftNotice(found)
        notice.look_wanted.connect(lambda: self._open(entry_id, findings=True))
        notice.look_wanted.connect(self._forget_notice)
        notice.closed.connect(self._forget_notice)
        self._notices.addWidget(notice)

    def _forget_notice(self) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    # What the list wants

    def _connect_list(self) -> None:
        self.entries.chosen.connect(self._open)
        self.entries.new_wanted.connect(lambda: self._begin(None))
        self.entries.deleted_wanted.connect(self._show_deleted)
        self.entries.moving_wanted.connect(self._show_moving)
        self.entries.calendar.begin_at(self._now().date())

    def _connect_start(self) -> None:
        self.start.free_wanted.connect(lambda: self._begin(None))
        self.start.choose_wanted.connect(self._choose)
        self.start.undo_wanted.connect(self._undelete)
        self.start.removed.connect(self._remove)
        self.start.go.connect(self.go)

    def _show_list(self) -> None:
        self._list_wanted = True
        self._arrange()
        self.entries.list.setFocus()

    def _show_deleted(self) -> None:
        self._worker.run(self, self._journal.deleted, self._fill_deleted)

    def _fill_deleted(self, lines: object) -> None:
        assert isinstance(lines, tuple)
        view = DeletedView(lines)
        view.undeleted.connect(self._undelete)
        view.removed.connect(self._remove)
        view.left.connect(self._show_entry_or_start)
        self._pass(view)

    def _show_moving(self) -> None:
        if self._moving is None:
            return
        self.autosave.flush()
        view = self._moving()
        left = getattr(view, "left", None)
        if left is not None:
            left.connect(self._show_entry_or_start)
        self._pass(view)

    def _undelete(self, entry_id: str) -> None:
        self.start.forget_deleted()

        def back(entry: Entry) -> None:
            self._leave()
            self._show(entry, written=True)
            self._hub.status.emit(self.tr("The entry is back"))

        self._worker.run(
            self, lambda: self._journal.undelete(entry_id), back, changed=Topic.JOURNAL
        )

    def _remove(self, entry_id: str) -> None:
        self.start.forget_deleted()
        listing = isinstance(self._passing, DeletedView)

        def gone(_: object) -> None:
            self._hub.status.emit(self.tr("Deleted for good"))
            if listing:
                self._show_deleted()

        self._worker.run(
            self, lambda: self._journal.delete_for_good(entry_id), gone, changed=Topic.JOURNAL
        )

    # What the entry wants

    def _connect_entry(self) -> None:
        view = self.view
        view.touched.connect(self._on_touched)
        view.go.connect(self.go)
        view.history_wanted.connect(self._show_history)
        view.check_wanted.connect(self._check)
        view.delete_wanted.connect(self._delete)
        view.prompt.choose_wanted.connect(self._choose)
        view.prompt.another_wanted.connect(self._another)
        view.prompt.step_wanted.connect(self._on_step)

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
            self.tr("Not saved yet. Your words are here on the screen, and Steady tries again.")
        )
        if not self._troubled:
            self._troubled = True
            self._hub.failed.emit(error)

    def _show_history(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self.autosave.flush()
        self._worker.run(self, lambda: self._journal.versions(entry.id), self._fill_history)

    def _fill_history(self, versions: object) -> None:
        assert isinstance(versions, tuple)
        view = HistoryView(versions)
        view.brought.connect(self._bring_back)
        view.left.connect(self._show_entry_or_start)
        self._pass(view)

    def _bring_back(self, number: int) -> None:
        entry = self._entry
        if entry is None:
            return

        def brought(now: Entry) -> None:
            self._show(now, written=True)
            self._hub.status.emit(self.tr("The earlier version is back"))

        self._worker.run(
            self, lambda: self._journal.bring_back(entry.id, number), brought, changed=Topic.JOURNAL
        )

    def _delete(self) -> None:
        entry = self._entry
        if entry is None:
            return
        draft = self.view.draft()
        blank = draft.blank
        self.autosave.flush()
        self.autosave.forget()
        heading = Entry("", entry.written, draft.body, draft.title).heading

        def deleted(until: object) -> None:
            self._entry = None
            self._changed_here = False
            self._show_entry_or_start()
            self._list_wanted = blank
            self._arrange()
            if not blank:
                button = self.start.say_deleted(entry.id, heading, until)  # type: ignore[arg-type]
                button.setFocus()
                self._hub.status.emit(self.tr("Deleted. It can be brought back for 90 days."))

        self._worker.run(
            self, lambda: self._journal.delete(entry.id), deleted, changed=Topic.JOURNAL
        )

    def _check(self) -> None:
        text, today = self.view.editor.words(), self._now().date()
        self._worker.run(
            self,
            lambda: find(text, today, self._journal.names()),
            lambda found: self._show_findings(text, found),
        )

    def _show_findings(self, text: str, found: tuple[Finding, ...]) -> None:
        if self._entry is None or self.view.editor.words() != text:
            return
        self._clear_findings()
        self.view.editor.show_findings(found)
        box = FindingsBox(text, found)
        box.chosen.connect(self.view.editor.go_to)
        box.closed.connect(self._clear_findings)
        box.names_wanted.connect(self._show_names)
        self.view.findings.addWidget(box)
        announce(box, box.title.text())
        self.ensure_visible(box)

    def _clear_findings(self) -> None:
        self.view.editor.show_findings(())
        while (item := self.view.findings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _show_names(self) -> None:
        def fill(names: tuple[str, ...]) -> None:
            view = NamesView(names)
            view.kept.connect(self._keep_names)
            view.left.connect(self._show_entry_or_start)
            self._pass(view)

        self._worker.run(self, self._journal.names, fill)

    def _keep_names(self, names: list[str]) -> None:
        def kept(_: object) -> None:
            self._show_entry_or_start()
            self._hub.status.emit(self.tr("Names saved"))
            if self._entry is not None:
                self._check()

        self._worker.run(self, lambda: self._journal.set_names(names), kept)

    # Prompts

    def _keep_prompts(self, read: tuple[Prompts, tuple[GuidedModel, ...]]) -> None:
        self._prompts, self._guided = read

    def _choose(self) -> None:
        view = ChoosePrompt(self._prompts, self._guided)
        view.chosen.connect(self._on_chosen)
        view.left.connect(self._show_entry_or_start)
        self._pass(view)

    def _on_chosen(self, asked: Asked, model: GuidedModel | None) -> None:
        if self._entry is None:
            self._begin(asked, model)
            return
        self._show_entry_or_start()
        self.view.prompt.ask(asked, model)
        if model is not None:
            self._on_step(0)
        self.view.editor.setFocus()

    def _another(self) -> None:
        prompts = self._prompts.prompts
        asked = self.view.prompt.asked
        if not prompts or asked is None:
            self._choose()
            return
        ids = [prompt.id for prompt in prompts]
        at = ids.index(asked.id) + 1 if asked.id in ids else 0
        prompt = prompts[at % len(prompts)]
        self.view.prompt.ask(Asked(prompt.text, id=prompt.id))

    def _on_step(self, step: int) -> None:
        """Goes to a step of the guided reflection: its heading is written if it is not there."""
        model = self.view.prompt.model
        if model is None or not 0 <= step < len(model.steps):
            return
        editor = self.view.editor
        body, place = with_step(editor.words(), model, step)
        editor.put(body, place)
        self.view.prompt.show_step(step)
        editor.setFocus()

    # What is in view

    def _pass(self, view: QWidget) -> None:
        """Shows something in the place of the entry, until the person goes back."""
        self._drop_passing()
        self._passing = view
        self.view.hide()
        self.start.hide()
        self._right_column.insertWidget(1, view)
        view.show()
        self._list_wanted = False
        self._arrange()
        self.scroll.verticalScrollBar().setValue(0)
        first = view.nextInFocusChain()
        if first is not None:
            first.setFocus()

    def _show_entry_or_start(self) -> None:
        self._drop_passing()
        open_ = self._entry is not None
        self.view.setVisible(open_)
        self.start.setVisible(not open_)
        self._arrange()

    def _drop_passing(self) -> None:
        if self._passing is not None:
            view, self._passing = self._passing, None
            self._right_column.removeWidget(view)
            view.hide()
            view.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = theme().px
        self._two_panes = self.width() >= px(_TWO_PANES_FROM)
        narrow_list = self._list_wanted and not self._two_panes
        self.entries.setVisible(self._two_panes or self._list_wanted)
        self._right.setVisible(not narrow_list)
        self._back_row.setVisible(not self._two_panes)
        if self._two_panes:
            self.entries.setFixedWidth(px(_LIST))
        else:
            self.entries.setMinimumWidth(0)
            self.entries.setMaximumWidth(16_777_215)
        self.view.give_room(self.height() - px(540))


def _day_and_time(moment: datetime) -> str:
    from tiapp.gui.kit.dates import long_date

    return f"{long_date(moment.date())}, {moment.strftime('%H:%M')}"
