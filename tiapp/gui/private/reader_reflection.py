"""A question of a module while the room is open: answered there, found again in Reflect."""

import uuid

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QLabel, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.empty import empty
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.reader_writing import WritingPlace, WritingSlot
from tiapp.gui.private.reflect_autosave import Autosave
from tiapp.gui.private.reflect_editor import Editor, too_long_words
from tiapp.learning.model import PromptRef
from tiapp.private.journal import Journal
from tiapp.private.journal_model import Asked, Draft, Entry

_LETTERS = 600


class ReflectionReaderSlot(WritingSlot):
    """A `ReaderSlot` for questions. Lives as long as the room is open."""

    def __init__(
        self,
        journal: Journal,
        runner: Runner,
        closing: SignalInstance,
        parent: QObject | None = None,
    ) -> None:
        """`closing` is emitted before the room locks: what is being written is kept then."""
        super().__init__(closing, parent)
        self._journal = journal
        self._runner = runner

    def widget_for(self, prompt: PromptRef) -> QWidget | None:
        """What was written to that question, or a place to write; None for plans."""
        if prompt.plan:
            return None
        return self._given(ReaderReflection(self._journal, self._runner, prompt))


class ReaderReflection(WritingPlace):
    """Shows the reply of before, and the editor when the person asks for it."""

    def __init__(
        self, journal: Journal, runner: Runner, prompt: PromptRef, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"reader_reflection_{prompt.block}", parent)
        self._journal = journal
        self._runner = runner
        self._prompt = prompt
        self._editor: Editor | None = None
        self._entry: Entry | None = None
        self._state: Muted | None = None
        self._autosave = Autosave(journal.save, journal.settle, runner, self)
        self._autosave.saved.connect(self._on_saved)
        self._autosave.not_saved.connect(self._on_not_saved)
        self._load()

    def save(self) -> None:
        """Keeps what is being written; it stays open."""
        self._autosave.leave(stay=True)

    def _load(self) -> None:
        journal, prompt = self._journal, self._prompt
        self._runner.run(self, lambda: journal.replies(prompt), self._show)

    def _show(self, replies: tuple[Entry, ...]) -> None:
        self._clear()
        self._entry = replies[0] if replies else None
        row = FlowRow()
        if self._entry is None:
            self._column.addWidget(
                Muted(self.tr("You can write here, where only you see it, or think it over."))
            )
            write = buttons.secondary(
                self.tr("Write about this"), f"write_reply_{self._prompt.block}", "pencil"
            )
        else:
            entry = self._entry
            words = self.tr("You wrote on {day}:").format(day=long_date(entry.written.date()))
            self._column.addWidget(Muted(words))
            body = entry.body.strip()
            self._column.addWidget(Label(body[:_LETTERS] + ("…" if len(body) > _LETTERS else "")))
            write = buttons.secondary(
                self.tr("Go on writing"), f"write_reply_{self._prompt.block}", "pencil"
            )
        write.clicked.connect(self._write)
        row.add(write)
        if self._entry is not None:
            row.add(self._to_reflect())
        self._column.addWidget(row)

    def _write(self) -> None:
        entry, prompt = self._entry, self._prompt
        self._clear()
        editor = Editor(f"reply_words_{prompt.block}")
        editor.setMinimumHeight(theme().px(140))
        label = QLabel(self.tr("Your words"))
        label.setBuddy(editor)
        self._column.addWidget(label)
        self._column.addWidget(editor)
        self._state = Muted(self.tr("Saved as you write. You will find it in Reflect too."))
        self._column.addWidget(self._state)
        self._column.addWidget(
            Muted(
                self.tr(
                    "Nobody reads this, and Steady does not look for signs of danger. If you or "
                    "someone else is not safe now, open Immediate help (F2). It is not a case "
                    "record, and a court can order you to open it."
                )
            )
        )
        row = FlowRow()
        done = buttons.secondary(self.tr("Close for now"), "reply_done")
        done.clicked.connect(self._done)
        row.add(done)
        self._column.addWidget(row)
        self._editor = editor
        editor.load(entry.body if entry is not None else "")
        asked = entry.asked if entry is not None else Asked(prompt.text, prompt)
        title = entry.title if entry is not None else ""
        tags = entry.tags if entry is not None else ()
        self._autosave.watch(
            entry.id if entry is not None else str(uuid.uuid4()),
            lambda: Draft(editor.words(), title, tags, asked),
            written=entry is not None,
        )
        editor.textChanged.connect(self._autosave.touched)
        editor.too_long.connect(self._on_too_long)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self) -> None:
        self._autosave.leave()
        self._load()

    def _on_saved(self, entry: Entry) -> None:
        if self._state is not None:
            self._state.setText(self.tr("Saved. You will find it in Reflect too."))

    def _on_too_long(self) -> None:
        if self._state is not None:
            self._state.setText(too_long_words())

    def _on_not_saved(self, error: AppError) -> None:
        if self._state is not None:
            self._state.setText(
                self.tr("Not saved yet. Your words are still here, and Steady will try again.")
            )

    def _to_reflect(self) -> QWidget:
        button = buttons.quiet(
            self.tr("Open it in Reflect"), f"reply_open_{self._prompt.block}", "notebook-pen"
        )
        button.clicked.connect(self._go)
        return button

    def _go(self) -> None:
        page: QWidget | None = self
        while page is not None and not isinstance(page, Page):
            page = page.parentWidget()
        if page is not None and self._entry is not None:
            page.go.emit(Destination(Screen.REFLECT, item=self._entry.id))

    def _clear(self) -> None:
        self._editor = None
        self._state = None
        empty(self._column)
