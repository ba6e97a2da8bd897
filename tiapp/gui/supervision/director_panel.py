"""The page for a director: counts by site and team, no names, no group of fewer than five."""

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.supervision.panel import Means, Panel
from tiapp.gui.supervision.row_table import RowTable
from tiapp.gui.supervision.save_table import ask_and_save
from tiapp.gui.supervision.scope_bar import ScopeBar
from tiapp.supervision.team.desk import Table, TeamForm
from tiapp.supervision.team.director import Block
from tiapp.supervision.team.director_page import COLUMNS, NOTES, rows_of
from tiapp.supervision.team.team import Names


class DirectorPanel(Panel):
    """What is on screen is what is in the file, row by row."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_director")
        note = CalloutBox("info", self.tr("No names, and no small groups"))
        note.add(
            Label(
                self.tr(
                    "Teams of fewer than five people are shown together with others, so "
                    "that nobody can be picked out, not even by subtracting. Finished means "
                    "that someone reached the end at their own pace. It is not a test of "
                    "competence."
                )
            )
        )
        self.add(note)
        self.scope = ScopeBar("director", means.clock.today(), people=False)
        self._shown = self.scope.scope()
        self.scope.changed.connect(self.refresh)
        self.add(self.scope)
        self.table = RowTable(
            [column.heading for column in COLUMNS],
            "director_table",
            self.tr("Counts by site and team, without names"),
        )
        self.table.setSortingEnabled(False)  # the last row has the totals
        self.add(self.table)
        self._legend = Muted(
            self.tr(
                "Finished any: people who finished one module or more. Expected: modules "
                "that these people's pathways ask for today. Not yet and refresh are part "
                "of that."
            )
        )
        self.add(self._legend)
        self._empty = Label(
            self.tr("There are fewer than five people here, so there are no figures to show.")
        )
        self._empty.setObjectName("director_empty")
        self.add(self._empty)
        self._empty.hide()
        row = FlowRow()
        for words, name, form in (
            (self.tr("Save as spreadsheet"), "director_save_xlsx", TeamForm.XLSX),
            (self.tr("Save as PDF"), "director_save_pdf", TeamForm.PDF),
            (self.tr("Save as CSV"), "director_save_csv", TeamForm.CSV),
        ):
            button = buttons.secondary(words, name, "save")
            button.clicked.connect(lambda _=False, form=form: self._save(form))
            row.add(button)
        self._saves = row
        self.add(row)

    def refresh(self) -> None:
        """Reads the counts."""
        team, scope = self.means.desk.team, self.scope.scope()
        self._shown = scope
        self.ask(lambda: (team.names(), team.for_director(scope)), self._show)

    def _show(self, read: tuple[Names, list[Block]]) -> None:
        names, blocks = read
        self.scope.offer(names)
        self.table.show_rows([(n, *row) for n, row in enumerate(rows_of(blocks))])
        self._empty.setVisible(not blocks)
        self.table.setVisible(bool(blocks))
        self._legend.setVisible(bool(blocks))
        self._saves.setVisible(bool(blocks))

    def _save(self, form: TeamForm) -> None:
        *rows, total = (row[1:] for row in self.table.rows())
        title = self.tr("Completions by site and team")
        table = Table(title, COLUMNS, tuple(rows), self._shown, total, NOTES)
        ask_and_save(self, table, form)
