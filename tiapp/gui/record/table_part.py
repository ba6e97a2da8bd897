"""The very table that will leave the computer."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.plain_table import PlainTable
from tiapp.gui.kit.text import Label, Muted
from tiapp.supervision.summary import FINISHED_MEANS, Row, Summary

AT_FIRST = 25
"""Rows drawn before somebody asks for all of them."""


class TablePart(QWidget):
    """A summary in full: what is the same in every row, the rows, and the lines that go with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: Summary | None = None
        self._all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._who = Label("")
        self._who.setObjectName("summary_who")
        self._count = Label("", "strong")
        self._count.setObjectName("summary_count")
        self.table = PlainTable(
            (
                self.tr("Module"),
                self.tr("Module id"),
                self.tr("Version"),
                self.tr("Level"),
                self.tr("Finished"),
                self.tr("Record id"),
            ),
            "summary_table",
            self.tr("Your summary"),
        )
        row = FlowRow(self)
        self._more = buttons.secondary(self.tr("Show all rows"), "summary_all_rows")
        self._more.clicked.connect(self._show_all)
        row.add(self._more)
        self._lines = Muted("")
        self._lines.setObjectName("summary_lines")
        for widget in (self._count, self._who, self.table, row, self._lines):
            column.addWidget(widget)
        self._more.hide()
        self.table.hide()

    def show_summary(self, summary: Summary) -> None:
        """Draws it."""
        if summary == self._summary:
            return
        self._summary = summary
        self._draw()

    def count(self) -> str:
        """How many rows there are, in words."""
        return self._count.text()

    def _show_all(self) -> None:
        self._all = True
        self._draw()

    def _draw(self) -> None:
        summary = self._summary
        if summary is None:
            return
        who = summary.details
        empty = self.tr("left out")
        self._who.setText(
            self.tr(
                "In every row: name {name}; staff number {number}; team {team}; site {site}."
            ).format(
                name=who.name or empty,
                number=who.staff_number or empty,
                team=who.team or empty,
                site=who.site or empty,
            )
        )
        rows = list(summary.rows())
        self._count.setText(self.tr("%n module(s) finished", "", len(rows)))
        shown = rows if self._all else rows[:AT_FIRST]
        self.table.show_rows([self._cells(row, summary, at) for at, row in enumerate(shown)])
        self.table.setVisible(bool(rows))
        self._more.setVisible(len(shown) < len(rows))
        self._lines.setText(f"{FINISHED_MEANS} {summary.purpose}")

    @staticmethod
    def _cells(row: Row, summary: Summary, at: int) -> tuple[str, ...]:
        day = long_date(summary.completions[at].finished_on)
        return (row.title, row.module_id, str(row.version), row.level, day, row.record_id)
