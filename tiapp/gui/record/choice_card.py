"""What goes into a summary: from when to when, and which modules."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.spin_margin import with_margin
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.widths import keep_width
from tiapp.record.model import Completion
from tiapp.supervision.summary import ALWAYS, Period

_ALL, _YEAR, _TWELVE, _BETWEEN = "all", "year", "twelve", "between"


class ChoiceCard(Card):
    """A period and the modules in it; everything, to begin with.

    Signals:
        changed(): something else was chosen; ask `period` and `modules`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summary_choice", parent)
        self.column.setSpacing(12)
        self._today = date(2000, 1, 1)
        self._boxes: dict[str, CheckRow] = {}
        self._left_out: set[str] = set()
        self._which = QComboBox()
        self._which.setObjectName("summary_period")
        for words, key in (
            (self.tr("Everything so far"), _ALL),
            (self.tr("This calendar year"), _YEAR),
            (self.tr("The last twelve months"), _TWELVE),
            (self.tr("Between two dates"), _BETWEEN),
        ):
            self._which.addItem(words, key)
        self._which.currentIndexChanged.connect(self._on_period)
        self.add(_labelled(self.tr("&Period"), self._which, 300))
        self._days = FlowRow(self, 16)
        self._since = self._day("summary_since")
        self._until = self._day("summary_until")
        self._days.add(_labelled(self.tr("F&rom"), self._since, 200))
        self._days.add(_labelled(self.tr("&Up to and including"), self._until, 200))
        self.add(self._days)
        self._days.hide()
        row = FlowRow(self)
        self._more = buttons.secondary(self.tr("Choose modules"), "summary_modules")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more)
        row.add(self._more)
        self.add(row)
        self._list = QWidget(self)
        self._list.setObjectName("summary_module_list")
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(
            Muted(self.tr("Nobody can tell from a summary which modules you left out."))
        )
        self.add(self._list)
        self._list.hide()

    def _day(self, name: str) -> QDateEdit:
        field = QDateEdit()
        field.setObjectName(name)
        field.setCalendarPopup(True)
        field.setDisplayFormat("d MMMM yyyy")
        field.setDateRange(QDate(1970, 1, 1), QDate(2200, 12, 31))
        with_margin(field)
        field.dateChanged.connect(self.changed)
        return field

    def offer(self, completions: Sequence[Completion], today: date) -> None:
        """Lists the modules of these completions; what was left out stays out."""
        if today != self._today:
            self._today = today
            for field, day in ((self._since, today.replace(month=1, day=1)), (self._until, today)):
                field.blockSignals(True)
                field.setDate(QDate(day.year, day.month, day.day))
                field.blockSignals(False)
        titles = {done.module_id: done.title for done in completions}
        for module_id in [known for known in self._boxes if known not in titles]:
            box = self._boxes.pop(module_id)
            box.hide()
            box.deleteLater()
        for module_id, title in titles.items():
            if module_id not in self._boxes:
                box = CheckRow(title, f"summary_module_{module_id}", self._list)
                box.setChecked(module_id not in self._left_out)
                box.toggled.connect(lambda on, id_=module_id: self._on_module(id_, on))
                self._boxes[module_id] = box
                self._rows.addWidget(box)
        self._more.setEnabled(bool(titles))

    def period(self) -> Period:
        """The one chosen."""
        match self._which.currentData():
            case "year":
                return Period(self._today.replace(month=1, day=1), self._today)
            case "twelve":
                return Period(_a_year_before(self._today), self._today)
            case "between":
                return Period(_python_day(self._since), _python_day(self._until))
            case _:
                return ALWAYS

    def modules(self) -> frozenset[str] | None:
        """Those that are ticked; None when all are."""
        if not self._left_out & self._boxes.keys():
            return None
        return frozenset(self._boxes.keys() - self._left_out)

    def _on_period(self) -> None:
        self._days.setVisible(self._which.currentData() == _BETWEEN)
        self.changed.emit()

    def _on_more(self, on: bool) -> None:
        self._list.setVisible(on)

    def _on_module(self, module_id: str, on: bool) -> None:
        (self._left_out.discard if on else self._left_out.add)(module_id)
        self.changed.emit()


def _labelled(words: str, field: QWidget, least: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = QLabel(words)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    keep_width(field, least=least, most=420)
    return holder


def _python_day(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
