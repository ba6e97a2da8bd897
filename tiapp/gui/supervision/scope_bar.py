"""Chooses what a roll-up is about: site, team, pathway, module and days."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label
from tiapp.gui.kit.widths import keep_width
from tiapp.supervision.team.scope import Scope
from tiapp.supervision.team.staff_list import read_day
from tiapp.supervision.team.team import Names

_CHOSEN = "chosen"


class ScopeBar(QWidget):
    """A row of choices. `people` shows the choices of site, team and pathway.

    Signals:
        changed(): another scope was chosen.
    """

    changed = Signal()

    def __init__(
        self, name: str, today: date, *, people: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._boxes: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = FlowRow()
        column.addWidget(row)
        if people:
            self._box(row, name, "site", self.tr("Site"), self.tr("Every site"))
            self._box(row, name, "team", self.tr("Team"), self.tr("Every team"))
            self._box(row, name, "pathway", self.tr("Pathway"), self.tr("Every pathway"))
        self._box(row, name, "module", self.tr("Module"), self.tr("Every module"))
        self._days = self._box(row, name, "days", self.tr("Finished"), self.tr("At any time"))
        for words, key in (
            (self.tr("In the last 12 months"), "year"),
            (self.tr("This calendar year"), "calendar"),
            (self.tr("This financial year, from 1 April"), "financial"),
            (self.tr("The financial year before"), "financial-before"),
            (self.tr("Between two dates"), _CHOSEN),
        ):
            self._days.addItem(words, key)
        self._between = FlowRow()
        column.addWidget(self._between)
        self._since = self._day(f"{name}_since", self.tr("From"))
        self._until = self._day(f"{name}_until", self.tr("Up to and including"))
        self._problem = Label("", "attn")
        self._problem.setObjectName(f"{name}_problem")
        column.addWidget(self._problem)
        self._problem.hide()
        self._between.hide()

    def offer(self, names: Names) -> None:
        """What there is to choose from now. What was chosen stays, if it is still there."""
        teams = sorted({team for _, team in names.teams})
        for key, items in (
            ("site", [(site or self.tr("No site given"), site) for site in names.sites]),
            ("team", [(team or self.tr("No team given"), team) for team in teams]),
            ("pathway", [(title, pathway) for pathway, title in names.pathways]),
            ("module", [(title, module) for module, title in names.modules]),
        ):
            box = self._boxes.get(key)
            if box is None:
                continue
            before = box.currentData()
            box.blockSignals(True)
            while box.count() > 1:
                box.removeItem(1)
            for words, value in items:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(before)))
            box.blockSignals(False)

    def scope(self) -> Scope:
        """What is chosen. Days that can't be read are left open."""
        since, until = self._period()
        return Scope(
            site=self._chosen("site"),
            team=self._chosen("team"),
            pathway=self._chosen("pathway"),
            module_id=self._chosen("module"),
            since=since,
            until=until,
        )

    def _chosen(self, key: str) -> str | None:
        box = self._boxes.get(key)
        return None if box is None or box.currentIndex() <= 0 else str(box.currentData())

    def _period(self) -> tuple[date | None, date | None]:
        today = self._today
        april = date(today.year if today >= date(today.year, 4, 1) else today.year - 1, 4, 1)
        match self._days.currentData():
            case "year":
                return today - timedelta(days=365), today
            case "calendar":
                return date(today.year, 1, 1), date(today.year, 12, 31)
            case "financial":
                return april, date(april.year + 1, 3, 31)
            case "financial-before":
                return date(april.year - 1, 4, 1), date(april.year, 3, 31)
            case "chosen":
                return self._read(self._since), self._read(self._until)
        return None, None

    @staticmethod
    def _read(field: QLineEdit) -> date | None:
        try:
            return read_day(field.text())
        except ValueError:
            return None

    def _box(self, row: FlowRow, name: str, key: str, words: str, every: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"{name}_{key}")
        box.addItem(every, None)
        box.setAccessibleName(words)
        keep_width(box, least=170, most=300)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(14)
        box.currentIndexChanged.connect(self._on_changed)
        self._boxes[key] = box
        row.add(_field(words, box))
        return box

    def _day(self, name: str, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setPlaceholderText(self.tr("1 April 2026"))
        keep_width(field, least=170, most=220)
        field.editingFinished.connect(self._on_changed)
        self._between.add(_field(words, field))
        return field

    def _on_changed(self) -> None:
        chosen = self._days.currentData() == _CHOSEN
        self._between.setVisible(chosen)
        words = self._day_problem() if chosen else ""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self.changed.emit()

    def _day_problem(self) -> str:
        for field in (self._since, self._until):
            try:
                read_day(field.text())
            except ValueError:
                return self.tr("Please write a date like 1 April 2026 or 2026-04-01.")
        since, until = self._period()
        if since and until and since > until:
            return self.tr("The first date is after the last, so nothing is shown.")
        return ""


def _field(words: str, widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = QLabel(words)
    label.setBuddy(widget)
    column.addWidget(label)
    column.addWidget(widget)
    return holder
