"""One short announcement lets other pages re-read.

Topics and ids travel; private words never do.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Topic(StrEnum):
    """What changed."""

    PROGRESS = "progress"
    LIBRARY = "library"
    SETTINGS = "settings"
    PEOPLE = "people"
    ROOM = "room"
    JOURNAL = "journal"
    CHECK_INS = "check-ins"
    PLAN = "plan"
    TEAM = "team"


class Hub(QObject):
    """Carries announcements between pages that do not know each other.

    Signals:
        changed(Topic): something was written; visible pages re-read, hidden ones when next shown.
        failed(AppError): a call could not do its work; the shell shows the message calmly.
        status(str): a few words for the status line, such as "Saved at 14:02".
    """

    changed = Signal(object)
    failed = Signal(object)
    status = Signal(str)
