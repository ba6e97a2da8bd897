"""One entry, being written: prompt, title, words, day and tags."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.clipboard import PrivateLine
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.spin_margin import with_margin
from tiapp.gui.kit.text import Muted, wrapping
from tiapp.gui.kit.theme import theme
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.private.reflect_editor import Editor, too_long_words
from tiapp.gui.private.reflect_prompt import PromptCard
from tiapp.gui.private.who_watches import WhoWatches
from tiapp.learning.practice.model import GuidedModel
from tiapp.private.journal_model import TITLE_MOST, Draft, Entry, split_tags


class EntryView(QWidget):
    """The fields of an entry. It saves nothing itself: it says when something was `touched`.

    Signals:
        touched(): something is other than before.
        history_wanted(), check_wanted(), delete_wanted(): what the buttons below say.
        go(Destination): somewhere else.
    """

    touched = Signal()
    history_wanted = Signal()
    check_wanted = Signal()
    delete_wanted = Signal()
    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry_view")
        self.setSizePolicy(wrapping())
        self._day_chosen = False
        self.tags = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.prompt = PromptCard()
        self.prompt.changed.connect(self.touched)
        self.prompt.go.connect(self.go)
        column.addWidget(self.prompt)
        self.title = QLineEdit()
        self.title.setObjectName("entry_title")
        PrivateLine(self.title)
        self.title.setMaxLength(TITLE_MOST)
        self.title.textEdited.connect(self.touched)
        column.addLayout(_field(self.tr("T&itle, if you want one"), self.title))
        self.editor = Editor("entry_words")
        self.editor.textChanged.connect(self.touched)
        self.editor.too_long.connect(lambda: self.say(too_long_words()))
        column.addLayout(_field(self.tr("Your &words"), self.editor))
        column.addWidget(self._state())
        column.addWidget(self._day_and_tags())
        self.findings = QVBoxLayout()
        column.addLayout(self.findings)
        column.addWidget(self._actions())
        column.addWidget(WhoWatches(self.go.emit))
        self._room = 0
        self._fit()
        theme().changed.connect(self._fit)

    def show_entry(self, entry: Entry, model: GuidedModel | None, step: int) -> None:
        """Puts an entry into the fields; `touched` says nothing of that."""
        blocked = self.blockSignals(True)
        self.prompt.begin(entry.asked, model, step)
        self.title.setText(entry.title)
        self.editor.load(entry.body)
        self.tags.setText(", ".join(entry.tags))
        day = entry.written.date()
        self.day.setDate(QDate(day.year, day.month, day.day))
        self._day_chosen = False
        self.blockSignals(blocked)

    def draft(self) -> Draft:
        """What is in the fields now."""
        shown = self.day.date()
        day = date(shown.year(), shown.month(), shown.day())
        return Draft(
            self.editor.words(),
            self.title.text(),
            split_tags(self.tags.text()),
            self.prompt.asked,
            day if self._day_chosen else None,
        )

    def say(self, words: str) -> None:
        """What became of the words: saved, or not yet."""
        self._saved.setText(words)

    def give_room(self, height: int) -> None:
        """Lets the editor have what is left of so many pixels."""
        self._room = height
        self._fit()

    def _state(self) -> QWidget:
        holder = QWidget()
        holder.setSizePolicy(wrapping())
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._saved = Muted("")
        self._saved.setObjectName("entry_saved")
        column.addWidget(self._saved)
        column.addWidget(
            Muted(self.tr("Locked with your passphrase. Steady shares it with nobody."))
        )
        row = FlowRow()
        limits = buttons.link(self.tr("What this cannot protect against"), "entry_limits")
        limits.clicked.connect(
            lambda: self.go.emit(Destination(Screen.HELP, term=Screen.REFLECT.value))
        )
        row.add(limits)
        column.addWidget(row)
        return holder

    def _day_and_tags(self) -> QWidget:
        row = FlowRow()
        self.day = QDateEdit()
        self.day.setObjectName("entry_day")
        self.day.setDisplayFormat("d MMMM yyyy")
        self.day.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        keep_width(self.day, least=200)
        with_margin(self.day)
        inside = self.day.lineEdit()
        if inside is not None:
            inside.setAccessibleName(self.tr("Day"))
        self.day.dateChanged.connect(self._on_day)
        row.add(_held(self.tr("&Day"), self.day))
        self.tags.setObjectName("entry_tags")
        PrivateLine(self.tags)
        self.tags.setPlaceholderText(self.tr("work, self care"))
        keep_width(self.tags, least=220)
        self.tags.textEdited.connect(self.touched)
        row.add(_held(self.tr("Ta&gs, separated by commas"), self.tags))
        return row

    def _on_day(self) -> None:
        # from now on the day is said each time, so that it can be changed back as well
        self._day_chosen = True
        self.touched.emit()

    def _actions(self) -> QWidget:
        row = FlowRow(spacing=8)
        for words, name, icon, signal in (
            (self.tr("Earlier versions"), "entry_history", "history", self.history_wanted),
            (
                self.tr("Check for names and numbers"),
                "entry_check",
                "file-search",
                self.check_wanted,
            ),
            (self.tr("Delete entry"), "entry_delete", "trash-2", self.delete_wanted),
        ):
            button = buttons.quiet(words, name, icon)
            button.clicked.connect(signal)
            row.add(button)
        return row

    def _fit(self) -> None:
        least = theme().px(180)
        self.editor.setMinimumHeight(max(least, self._room))


def _field(words: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    label = QLabel(words)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return column


def _held(words: str, field: QWidget) -> QWidget:
    holder = QWidget()
    column = _field(words, field)
    column.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(column)
    return holder
