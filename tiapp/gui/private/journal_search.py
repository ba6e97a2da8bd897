"""Entries in Quick search, while the private room is open: their headings only."""

from PySide6.QtCore import QCoreApplication

from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.slots import FoundItem
from tiapp.private.journal import Journal

SHOWN = 5


class JournalSearch:
    """A `SearchSource`. It goes when the room locks, and its results with it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def find(self, text: str) -> list[FoundItem]:
        """The newest entries with those words. Shows nothing of them but what they are called."""
        tr = QCoreApplication.translate
        found = self._journal.find(text, most=SHOWN)
        return [
            FoundItem(
                line.heading,
                tr("JournalSearch", "Reflection of {day}").format(
                    day=long_date(line.written.date())
                ),
                Destination(Screen.REFLECT, item=line.id),
            )
            for line in found.lines
            if line.heading
        ]
