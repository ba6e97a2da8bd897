"""A reminder above the page: neutral while the room is locked, in one's own words while open."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label


def neutral_words() -> str:
    """What others may see too."""
    return QCoreApplication.translate("ReminderNote", "A note from Steady")


class ReminderNote(CalloutBox):
    """It asks for nothing. It goes when it is told to, and does not count.

    Signals:
        closed(), later(), settings_wanted()
    """

    closed = Signal()
    later = Signal()
    settings_wanted = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """`words` are the person's own, or empty."""
        super().__init__("info", neutral_words(), parent)
        self.setObjectName("reminder_note")
        said = Label(
            words
            or self.tr("You asked for a moment about now. Take it, leave it, or have it later.")
        )
        said.setObjectName("reminder_words")
        self.add(said)
        row = FlowRow(spacing=8)
        close = buttons.secondary(self.tr("Close this note"), "reminder_close")
        close.clicked.connect(self.closed)
        row.add(close)
        later = buttons.secondary(self.tr("Remind me in an hour"), "reminder_later", "clock")
        later.clicked.connect(self.later)
        row.add(later)
        change = buttons.quiet(self.tr("Change reminders"), "reminder_change", "settings")
        change.clicked.connect(self.settings_wanted)
        row.add(change)
        self.add(row)
