"""Hide screen: a plain calendar in place of everything, and the keys that bring it up."""

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons

SHIFTS = 3
WITHIN_SECONDS = 1.5


class HiddenPage(QWidget):
    """Nothing on it tells what was open.

    Signals:
        back(): the person wants Steady again.
    """

    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hidden_page")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        calendar = QCalendarWidget()
        calendar.setObjectName("calendar")
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for inner in calendar.findChildren(QAbstractItemView):
            inner.setAccessibleName(self.tr("Days of the month"))
        column.addWidget(calendar, 1)
        self.button = buttons.quiet(self.tr("Go back"), "hidden_back")
        self.button.clicked.connect(self.back)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class ShiftWatch(QObject):
    """Notices Shift pressed three times by itself, within a second and a half.

    Signals:
        pressed(): three times.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self._times: list[float] = []
        self._clean = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on; never takes an event away."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not watched.isWindowType():
            return False
        assert isinstance(event, QKeyEvent)
        if event.isAutoRepeat():
            return False
        if event.key() != Qt.Key.Key_Shift:
            self._times.clear()
            self._clean = False
        elif kind == QEvent.Type.KeyPress:
            self._clean = True
        elif self._clean:
            # Counted on release: Shift held for a capital letter is not a press of its own.
            self._clean = False
            now = time.monotonic()
            self._times = [t for t in self._times if now - t < WITHIN_SECONDS]
            self._times.append(now)
            if self.on and len(self._times) >= SHIFTS:
                self._times.clear()
                self.pressed.emit()
        return False
