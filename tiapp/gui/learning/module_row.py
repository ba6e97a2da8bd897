"""One module in the list: its title, how long it takes, how far one is, and one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.icons import IconLabel
from tiapp.gui.kit.text import Label, Muted, SmallTitle
from tiapp.learning.model import ModuleEntry
from tiapp.record.model import ModuleProgress, ModuleState


class ModuleRow(Card):
    """A row of Learn.

    Signals:
        opened(str): the person chose this module (its id).
    """

    opened = Signal(str)

    def __init__(self, entry: ModuleEntry, level: str, parent: QWidget | None = None) -> None:
        super().__init__(f"module_{entry.id}", parent)
        self.entry = entry
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(SmallTitle(entry.title))
        about = self.tr("{minutes} · {level} · {topics}").format(
            minutes=self.tr("%n minute(s)", "", entry.minutes),
            level=level,
            topics=", ".join(entry.topics),
        )
        words.addWidget(Muted(about))
        self._state = Label("")
        self._state.setObjectName(f"state_{entry.id}")
        words.addWidget(self._state)
        if entry.has_content_note:
            words.addWidget(self._content_note())
        row.addLayout(words, 1)
        self.button = buttons.secondary("", f"open_{entry.id}")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda: self.opened.emit(self.entry.id))
        row.addWidget(self.button)
        self.column.addLayout(row)

    def set_progress(self, progress: ModuleProgress | None) -> None:
        """Says in words how far the person is, and what the button does."""
        state = progress.state if progress else ModuleState.NOT_STARTED
        if progress is not None and state is ModuleState.STARTED:
            verb = self.tr("Carry on")
            words = self.tr("Under way: {reached} of {count} parts").format(
                reached=min(progress.reached, len(self.entry.parts)), count=len(self.entry.parts)
            )
        elif progress is not None and state is ModuleState.FINISHED:
            verb = self.tr("Look again")
            words = self.tr("Finished")
            if progress.finished_on is not None:
                day = long_date(progress.finished_on)
                words = self.tr("Finished on {day}").format(day=day)
        else:
            verb = self.tr("Start")
            words = self.tr("Not started")
        self._state.setText(words)
        self.button.setText(verb)
        self.button.setAccessibleName(
            self.tr("{verb}: {title}").format(verb=verb, title=self.entry.title)
        )

    def _content_note(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("heart-handshake", 18, "care"))
        row.addWidget(Muted(self.tr("Has a content note, with a summary and a way to skip")), 1)
        return holder
