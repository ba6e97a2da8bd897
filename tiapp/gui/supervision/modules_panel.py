"""Modules and teams: a picture by month with its table, and counts by site, team and module."""

from dataclasses import dataclass

from tiapp.gui.kit import buttons
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Muted, SectionTitle
from tiapp.gui.supervision.bar_chart import BarChart
from tiapp.gui.supervision.panel import Means, Panel
from tiapp.gui.supervision.row_table import RowTable
from tiapp.gui.supervision.save_table import ask_and_save
from tiapp.gui.supervision.scope_bar import ScopeBar
from tiapp.supervision.summary import Column, Kind
from tiapp.supervision.team.desk import Table, TeamForm
from tiapp.supervision.team.rollup import MonthLine, TeamLine
from tiapp.supervision.team.team import Names

MOST_MONTHS = 36
"""Bars in the picture; older months are in the table."""


@dataclass(frozen=True, slots=True)
class _Read:
    names: Names
    teams: list[TeamLine]
    months: list[MonthLine]


class ModulesPanel(Panel):
    """What was finished, by month and by team."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_modules")
        self.scope = ScopeBar("modules", means.clock.today())
        self._shown = self.scope.scope()
        self.scope.changed.connect(self.refresh)
        self.add(self.scope)
        self.count = Muted("")
        self.count.setObjectName("modules_count")
        self.add(self.count)
        self.add(SectionTitle(self.tr("By month")))
        self._which = Muted("")
        self._which.setObjectName("months_which")
        self.add(self._which)
        self.chart = BarChart("months_chart")
        self.add(self.chart)
        self.months = RowTable(
            [self.tr("Month"), self.tr("Module"), self.tr("People"), self.tr("Completions")],
            "months_table",
            self.tr("Completions by month and module"),
            shown_as={0: self._month},
        )
        self.add(self.months)
        self.add(SectionTitle(self.tr("By team and module")))
        self.add(
            Muted(
                self.tr(
                    "People and completions are for the dates chosen above. Expected, not "
                    "yet and refresh are as of today."
                )
            )
        )
        self._headings = [
            self.tr("Site"),
            self.tr("Team"),
            self.tr("Module"),
            self.tr("People"),
            self.tr("Completions"),
            self.tr("Expected"),
            self.tr("Not yet"),
            self.tr("Refresh"),
            self.tr("Agreed otherwise"),
        ]
        self.teams = RowTable(
            self._headings, "teams_table", self.tr("Counts by site, team and module")
        )
        self.add(self.teams)
        row = FlowRow()
        for words, name, form in (
            (self.tr("Save as spreadsheet"), "teams_save_xlsx", TeamForm.XLSX),
            (self.tr("Save as CSV"), "teams_save_csv", TeamForm.CSV),
        ):
            button = buttons.secondary(words, name, "save")
            button.clicked.connect(lambda _=False, form=form: self._save(form))
            row.add(button)
        self.add(row)

    def refresh(self) -> None:
        """Reads the counts in scope."""
        team, scope = self.means.desk.team, self.scope.scope()
        self._shown = scope
        self.ask(lambda: _Read(team.names(), team.teams(scope), team.months(scope)), self._show)

    def _show(self, read: _Read) -> None:
        self.scope.offer(read.names)
        titles = dict(read.names.modules)
        total = sum(line.completions for line in read.teams)
        self.count.setText(self.tr("Completions: {count}.").format(count=f"{total:,}"))
        which = titles.get(self._shown.module_id or "", self._shown.module_id)
        self._which.setText(
            self.tr("Of one module: {module}.").format(module=which)
            if which
            else self.tr(
                "Of all modules together. Choose a module above to see it by itself; the table "
                "has each of them."
            )
        )
        by_month: dict[str, int] = {}
        for line in read.months:
            by_month[line.month] = by_month.get(line.month, 0) + line.completions
        bars = _every_month(by_month)[-MOST_MONTHS:]
        self.chart.show_bars(
            [(self._month(month), count) for month, count in bars], self._in_words(bars)
        )
        self.months.show_rows(
            [
                (n, line.month, titles.get(line.module_id, line.module_id), line.people,
                 line.completions)
                for n, line in enumerate(_newest_first(read.months, titles))
            ]
        )  # fmt: skip
        self.teams.show_rows(
            [
                (n, line.site, line.team, titles.get(line.module_id, line.module_id), line.people,
                 line.completions, line.expected, line.not_yet, line.refresh, line.agreed)
                for n, line in enumerate(read.teams)
            ]
        )  # fmt: skip

    def _month(self, month: str) -> str:
        names = (
            self.tr("Jan"), self.tr("Feb"), self.tr("Mar"), self.tr("Apr"), self.tr("May"),
            self.tr("Jun"), self.tr("Jul"), self.tr("Aug"), self.tr("Sep"), self.tr("Oct"),
            self.tr("Nov"), self.tr("Dec"),
        )  # fmt: skip
        year, number = month.split("-")
        return f"{names[int(number) - 1]} {year}"

    def _in_words(self, bars: list[tuple[str, int]]) -> str:
        if not bars:
            return self.tr("A chart of completions by month. There are none yet.")
        most = max(bars, key=lambda bar: bar[1])
        return self.tr(
            "A chart of completions by month, from {first} to {last}. The most, {count}, "
            "were in {month}. The table below has every number."
        ).format(
            first=self._month(bars[0][0]),
            last=self._month(bars[-1][0]),
            count=f"{most[1]:,}",
            month=self._month(most[0]),
        )

    def _save(self, form: TeamForm) -> None:
        widths = (26, 26, 40, 10, 14, 12, 12, 12, 18)
        kinds = [Kind.TEXT] * 3 + [Kind.NUMBER] * 6
        columns = tuple(
            Column(heading.lower().replace(" ", "_"), heading, width, kind)
            for heading, width, kind in zip(self._headings, widths, kinds, strict=True)
        )
        rows = tuple(row[1:] for row in self.teams.rows())
        ask_and_save(self, Table(self.tr("Team counts"), columns, rows, self._shown), form)


def _newest_first(lines: list[MonthLine], titles: dict[str, str]) -> list[MonthLine]:
    by_title = sorted(lines, key=lambda line: titles.get(line.module_id, line.module_id))
    return sorted(by_title, key=lambda line: line.month, reverse=True)


def _every_month(by_month: dict[str, int]) -> list[tuple[str, int]]:
    """The months from the first to the last, those without a completion too."""
    if not by_month:
        return []
    first, last = min(by_month), max(by_month)
    year, month = map(int, first.split("-"))
    found = []
    while (key := f"{year:04}-{month:02}") <= last:
        found.append((key, by_month.get(key, 0)))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if len(found) > 1200:  # a clock that was wrong by centuries
            return sorted(by_month.items())
    return found
