"""Hide screen: a plain calendar in place of everything, and the keys that bring it up."""

import time

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import SectionTitle
from tiapp.gui.kit.theme import theme

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
        column.setSpacing(16)
        head = FlowRow()
        self._month = SectionTitle("")
        self._month.setWordWrap(False)
        head.add(self._month)
        earlier = buttons.quiet(self.tr("Earlier"), "calendar_earlier", "chevron-left")
        head.add(earlier)
        later = buttons.quiet(self.tr("Later"), "calendar_later", "chevron-right")
        head.add(later)
        column.addWidget(head)
        self._calendar = QCalendarWidget()
        self._calendar.setObjectName("calendar")
        self._calendar.setAccessibleName(self.tr("Calendar"))
        self._calendar.setNavigationBarVisible(False)
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for inner in self._calendar.findChildren(QAbstractItemView):
            inner.setAccessibleName(self.tr("Days of the month"))
        column.addWidget(self._calendar, 1)
        self.button = buttons.quiet(self.tr("Go back"), "hidden_back")
        self.button.clicked.connect(self.back)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        earlier.clicked.connect(self._calendar.showPreviousMonth)
        later.clicked.connect(self._calendar.showNextMonth)
        self._calendar.currentPageChanged.connect(self._name_month)
        theme().changed.connect(self._tint)
        self._name_month()
        self._tint()

    def _name_month(self) -> None:
        shown = QDate(self._calendar.yearShown(), self._calendar.monthShown(), 1)
        self._month.setText(QLocale().toString(shown, "MMMM yyyy"))

    def _tint(self) -> None:
        """Saturday and Sunday in ordinary ink: Qt would have them red."""
        ink = QTextCharFormat()
        ink.setForeground(QColor(theme().tokens.text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, ink)


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
