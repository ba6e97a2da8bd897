"""Looks now and then whether a reminder is due, and shows it: in the window, and in the tray.

What the tray shows is seen by others and kept by the system, so it says "A note from Steady" and
nothing else. The person's own words are shown in the window alone, while their room is open.
While the screen is hidden nothing comes up, and what came meanwhile is let go.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private.reminder_note import ReminderNote, neutral_words
from tiapp.private.reminder_rules import ReminderTimes, ReminderWatch

if TYPE_CHECKING:
    from tiapp.gui.shell.main_window import MainWindow
    from tiapp.gui.shell.session import Session

LOOK_EVERY_MS = 20_000
_KEY = "reminder"


class Reminders(QObject):
    """For one person at this window. Made when they have reminders on."""

    def __init__(self, window: "MainWindow", session: "Session") -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._tray: QSystemTrayIcon | None = None
        self._watch = ReminderWatch(session.services.clock.now())
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        session.private.emptied.connect(self._take_note)

    def look(self) -> None:
        """Shows a reminder if one is due."""
        settings = self._session.person.settings
        due = self._watch.look(ReminderTimes.of(settings), self._session.services.clock.now())
        if not due or self._window.ways_out.is_hidden or self._window.stage is None:
            return
        private = self._session.private
        if private.room is not None:
            private.worker.run(self, private.room.reminders.for_today, self._show_note)
        else:
            self._show_note("")
        if not self._window.isActiveWindow():
            self._show_in_tray()

    def stop(self) -> None:
        """The person leaves, or has switched reminders off."""
        self._timer.stop()
        self._take_note()
        if self._tray is not None:
            self._tray.hide()
        self.deleteLater()

    def _show_note(self, words: str) -> None:
        stage = self._window.stage
        if stage is None:
            return
        note = ReminderNote(words)
        note.closed.connect(self._take_note)
        note.later.connect(self._on_later)
        note.settings_wanted.connect(self._on_settings_wanted)
        stage.messages.show_note(_KEY, note)
        announce(note, f"{neutral_words()}. {words}" if words else neutral_words())

    def _take_note(self) -> None:
        if self._window.stage is not None:
            self._window.stage.messages.take_note(_KEY)
        if self._tray is not None:
            self._tray.hide()

    def _on_later(self) -> None:
        self._watch.snooze(self._session.services.clock.now())
        self._take_note()

    def _on_settings_wanted(self) -> None:
        self._take_note()
        if self._window.stage is not None:
            self._window.stage.go(Destination(Screen.SETTINGS))

    def _show_in_tray(self) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.setToolTip(self.tr("Steady"))
            self._tray.activated.connect(lambda _: self._window.come_forward())
            self._tray.messageClicked.connect(self._window.come_forward)
        self._tray.show()
        self._tray.showMessage(
            self.tr("Steady"), neutral_words(), QSystemTrayIcon.MessageIcon.NoIcon
        )
