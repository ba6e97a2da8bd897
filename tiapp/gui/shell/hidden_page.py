"""Hide screen: a plain calendar in place of everything."""

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import SectionTitle
from tiapp.gui.kit.theme import theme


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
