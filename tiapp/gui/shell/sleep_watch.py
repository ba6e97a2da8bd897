"""Hears from the system that it goes to sleep, or that somebody locks the screen.

Linux tells it on D-Bus (logind, and the screen saver of the desktop); Windows tells every window.
macOS tells neither through Qt: there the jump of the clock after waking locks (`lock_watch.py`).
What can't be heard is not missed: hearing only locks earlier.
"""

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIND = "org.freedesktop.login1"
_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)


class SleepWatch(QObject):
    """Listens from when it is made.

    Signals:
        lock_wanted(): nobody will be at the computer in a moment.
    """

    lock_wanted = Signal()

    def __init__(self, window_id: int, parent: QObject | None = None) -> None:
        """`window_id` is the native number of the window that Windows is to tell."""
        super().__init__(parent)
        self._windows: QObject | None = None
        if sys.platform == "win32":
            from tiapp.gui.shell.windows_notices import WindowsNotices

            notices = WindowsNotices(window_id, self)
            notices.lock_wanted.connect(self.lock_wanted)
            self._windows = notices
        elif sys.platform.startswith("linux"):
            from PySide6.QtDBus import QDBusConnection

            self.listen(QDBusConnection.systemBus(), QDBusConnection.sessionBus())

    def listen(self, system: Any, session: Any) -> None:
        """Asks both buses for the notices. One that is not there is passed over."""
        yes_no, plain = SLOT("_on_beginning(bool)"), SLOT("_on_asked()")
        if system.isConnected():
            manager, its = f"{_LOGIND}.Manager", f"{_LOGIND}.Session"
            system.connect("", "/org/freedesktop/login1", manager, "PrepareForSleep", self, yes_no)
            system.connect("", "", its, "Lock", self, plain)
        if session.isConnected():
            for path, interface in _SAVERS:
                session.connect("", path, interface, "ActiveChanged", self, yes_no)

    @Slot(bool)
    def _on_beginning(self, begins: bool) -> None:
        """False is told when it is over."""
        if begins:
            self.lock_wanted.emit()

    @Slot()
    def _on_asked(self) -> None:
        self.lock_wanted.emit()
