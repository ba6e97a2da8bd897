"""Windows tells a window that the computer goes to sleep, or that the session is locked.

Written to Microsoft's documentation of WM_POWERBROADCAST and WM_WTSSESSION_CHANGE; it could not be
tried on Windows yet.
"""

import ctypes
import sys

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x0007
MESSAGE = b"windows_generic_MSG"


class _Message(ctypes.Structure):
    """The beginning of a MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wide", ctypes.c_size_t),
    )


class WindowsNotices(QObject, QAbstractNativeEventFilter):
    """Looks on at the messages of the program, and takes none away.

    Signals:
        lock_wanted(): sleep begins, or the session is locked.
    """

    lock_wanted = Signal()

    def __init__(self, window_id: int, parent: QObject | None = None) -> None:
        QObject.__init__(self, parent)
        QAbstractNativeEventFilter.__init__(self)
        if sys.platform == "win32":
            # notices of this session only; sleep is told without asking
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Called for each message; False lets it go on."""
        if QByteArray(kind) == MESSAGE:
            told = _Message.from_address(int(message))
            if (told.message, told.wide) in (
                (WM_POWERBROADCAST, PBT_APMSUSPEND),
                (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
            ):
                self.lock_wanted.emit()
        return False, 0
