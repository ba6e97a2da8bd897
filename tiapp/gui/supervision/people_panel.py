"""Everybody of the team: what they finished, and what they have not finished yet."""

from PySide6.QtCore import Qt

from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.supervision.panel import Means, Panel
from tiapp.gui.supervision.person_card import PersonCard
from tiapp.gui.supervision.row_table import RowTable
from tiapp.gui.supervision.scope_bar import ScopeBar
from tiapp.supervision.team.rollup import PersonLine
from tiapp.supervision.team.team import Names
from tiapp.supervision.writers.days import spoken_day


class PeoplePanel(Panel):
    """The list, narrowed by what is chosen above it; below it, one person."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_people")
        self.scope = ScopeBar("people", means.clock.today())
        self.scope.changed.connect(self.refresh)
        self.add(self.scope)
        self._not_yet = CheckRow(
            self.tr("Only people with something still to finish"), "people_not_yet"
        )
        self._not_yet.toggled.connect(self.refresh)
        self.add(self._not_yet)
        self.count = Muted("")
        self.count.setObjectName("people_count")
        self.add(self.count)
        self.table = RowTable(
            [
                self.tr("Name"),
                self.tr("Staff number"),
                self.tr("Team"),
                self.tr("Site"),
                self.tr("Finished"),
                self.tr("Newest"),
                self.tr("Not yet"),
                self.tr("Refresh"),
                self.tr("Expected"),
            ],
            "people_table",
            self.tr("People and what they have finished"),
            shown_as={5: spoken_day},
        )
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table.chosen.connect(self._choose)
        self.add(self.table)
        self._hint = Muted(
            self.tr("Click a row, or press Enter on it, to see that person's modules.")
        )
        self.add(self._hint)
        self.person = PersonCard(means)
        self.add(self.person)
        self._empty = Label(
            self.tr(
                "There is nobody here yet. Add completion files or a staff list, and people "
                "will be listed here."
            )
        )
        self.add(self._empty)
        self._empty.hide()

    def refresh(self) -> None:
        """Reads the people in scope."""
        team, scope, not_yet = self.means.desk.team, self.scope.scope(), self._not_yet.isChecked()
        self.ask(lambda: (team.names(), team.people(scope, not_yet=not_yet)), self._show)
        self.person.refresh()

    def _show(self, read: tuple[Names, list[PersonLine]]) -> None:
        names, lines = read
        self.scope.offer(names)
        self.table.show_rows(
            [
                (
                    line.id,
                    line.name or self.tr("No name given"),
                    line.staff_number,
                    line.team,
                    line.site,
                    line.finished,
                    line.last_on,
                    line.not_yet,
                    line.refresh,
                    line.expected,
                )
                for line in lines
            ]
        )
        nobody = not lines and not names.teams
        for widget in (self.table, self._hint):
            widget.setVisible(not nobody)
        self._empty.setVisible(nobody)
        told = self.tr("People: {people}. Completions: {completions}.").format(
            people=f"{len(lines):,}", completions=f"{sum(line.completions for line in lines):,}"
        )
        if told != self.count.text():
            self.count.setText(told)
            if self.isVisible():
                announce(self.count, told)

    def _choose(self, person_id: int) -> None:
        self.person.show_person(person_id)
