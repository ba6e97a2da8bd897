"""A month at a glance: on which days something was written. Nothing is counted up or praised."""

import calendar
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Label
from tiapp.gui.kit.theme import theme
from tiapp.private.journal_model import Month

WEEKS = 6


class ReflectCalendar(QWidget):
    """One month. A day with entries can be pressed.

    Signals:
        day_chosen(str): such a day, as 2026-11-22.
    """

    day_chosen = Signal(str)

    def __init__(
        self,
        read: Callable[[int, int], Month],
        worker: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reflect_calendar")
        self._read = read
        self._worker = worker
        today = QDate.currentDate()
        self._year, self._month = today.year(), today.month()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        before = buttons.icon_only(self.tr("The month before"), "calendar_before", "chevron-left")
        before.clicked.connect(lambda: self._turn(-1))
        self._name = Label("", "strong")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        after = buttons.icon_only(self.tr("The month after"), "calendar_after", "chevron-right")
        after.clicked.connect(lambda: self._turn(1))
        top.addWidget(before)
        top.addWidget(self._name, 1)
        top.addWidget(after)
        column.addLayout(top)
        grid = QGridLayout()
        grid.setSpacing(2)
        locale = QLocale()
        self._first = locale.firstDayOfWeek().value
        for place in range(7):
            name = (self._first - 1 + place) % 7 + 1
            label = Label(locale.standaloneDayName(name, QLocale.FormatType.NarrowFormat), "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAccessibleName(locale.standaloneDayName(name, QLocale.FormatType.LongFormat))
            grid.addWidget(label, 0, place)
        self._days: list[_Day] = []
        for number in range(WEEKS * 7):
            day = _Day(self)
            day.clicked.connect(lambda _=False, day=day: self._on_day(day))
            self._days.append(day)
            grid.addWidget(day, 1 + number // 7, number % 7)
        column.addLayout(grid)

    def begin_at(self, day: date) -> None:
        """Shows that day's month."""
        self._year, self._month = day.year, day.month

    def refresh(self) -> None:
        """Reads the month in view anew."""
        year, month = self._year, self._month
        self._worker.run(self, lambda: self._read(year, month), self._show)

    def _turn(self, by: int) -> None:
        months = self._year * 12 + self._month - 1 + by
        if 12 <= months < 9999 * 12:
            self._year, self._month = divmod(months, 12)
            self._month += 1
            self.refresh()

    def _show(self, month: Month) -> None:
        if (month.year, month.month) != (self._year, self._month):
            return
        name = QLocale().toString(QDate(month.year, month.month, 1), "MMMM yyyy")
        if name != self._name.text():
            self._name.setText(name)
            announce(self._name, name)
        first = date(month.year, month.month, 1)
        before = (first.isoweekday() - self._first) % 7
        last = calendar.monthrange(month.year, month.month)[1]
        for number, button in enumerate(self._days):
            at = number - before + 1
            if 1 <= at <= last:
                entries = month.days.get(at, 0)
                words = long_date(first.replace(day=at))
                if entries:
                    words = self.tr("{day}, %n reflection(s)", "", entries).format(day=words)
                button.become(first.replace(day=at), entries, words)
            else:
                button.become(None, 0, "")

    def _on_day(self, button: "_Day") -> None:
        if button.day is not None:
            self.day_chosen.emit(button.day.isoformat())


class _Day(QPushButton):
    """A day of the month; one with entries has a ring below its number and can be pressed."""

    accessible_role = QAccessible.Role.Button

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self._entries = 0
        self.setProperty("kind", "day")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        theme().changed.connect(self._fit)

    def become(self, day: date | None, entries: int, words: str) -> None:
        """Another day, or none."""
        self.day = day
        self._entries = entries
        self.setEnabled(entries > 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entries else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(words)
        self.setObjectName(f"day_{day.isoformat()}" if day else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.day is None:
            return
        tokens, px = theme().tokens, theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._entries:
            painter.setPen(Qt.PenStyle.NoPen)
            ground = tokens.sunken if self.underMouse() else tokens.primary_soft
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        font = QFont(self.font())
        font.setPointSizeF(theme().pt(10.5))
        if self._entries:
            font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_soft if self._entries else tokens.muted))
        words = self.rect().adjusted(0, 0, 0, -px(4)) if self._entries else self.rect()
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), str(self.day.day))
        if self._entries:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary))
            middle, dot = self.rect().center().x(), px(4)
            painter.drawEllipse(middle - dot // 2, self.height() - px(8), dot, dot)
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(theme().px(30))
        self.setMinimumWidth(theme().px(24))
