"""A day, if one likes: none at first, a few near ones, or any other."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.spin_margin import with_margin
from tiapp.gui.kit.widths import keep_width

_OTHER = -1


class DayChoice(FlowRow):
    """A list of days counted from today, and a date field for any other.

    Signals:
        changed(): another day was chosen, or none.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        none: str,
        choices: list[tuple[str, int]],
        today: Callable[[], date],
        words: str,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are words and how many days from today; `words` name the field for others."""
        super().__init__(parent)
        self._today = today
        self.box = QComboBox()
        self.box.setObjectName(name)
        self.box.addItem(none, None)
        for text, days in choices:
            self.box.addItem(text, days)
        self.box.addItem(self.tr("Another day"), _OTHER)
        keep_width(self.box, least=220)
        self.add(self.box)
        self._date = QDateEdit()
        self._date.setObjectName(f"{name}_date")
        self._date.setDisplayFormat("d MMMM yyyy")
        self._date.setAccessibleName(words)
        keep_width(self._date, least=220)
        with_margin(self._date)
        self.add(self._date)
        self._date.hide()
        self._show(today())
        self.box.activated.connect(self._on_chosen)
        self._date.dateChanged.connect(lambda _: self.changed.emit())

    def day(self) -> date | None:
        """The chosen day."""
        days = self.box.currentData()
        if days is None:
            return None
        if days == _OTHER:
            chosen = self._date.date()
            return date(chosen.year(), chosen.month(), chosen.day())
        return self._today() + timedelta(days=days)

    def set_day(self, day: date | None) -> None:
        """Shows a day without telling of it."""
        was = self.blockSignals(True)
        self.box.setCurrentIndex(0 if day is None else self.box.count() - 1)
        if day is not None:
            self._show(day)
        self._date.setVisible(day is not None)
        self.blockSignals(was)

    def _on_chosen(self) -> None:
        self._date.setVisible(self.box.currentData() == _OTHER)
        self.changed.emit()

    def _show(self, day: date) -> None:
        self._date.setDate(QDate(day.year, day.month, day.day))
