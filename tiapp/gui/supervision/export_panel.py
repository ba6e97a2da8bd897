"""Hands on what the team finished: for a sheet, to print, or for another system, seen first."""

from PySide6.QtWidgets import QComboBox

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.supervision.panel import Means, Panel, field
from tiapp.gui.supervision.row_table import RowTable
from tiapp.gui.supervision.save_table import kinds_of
from tiapp.gui.supervision.scope_bar import ScopeBar
from tiapp.supervision.profiles import Profile
from tiapp.supervision.summary import FINISHED_MEANS
from tiapp.supervision.team.desk import GENERIC, Preview, TeamForm
from tiapp.supervision.team.team import Names

_PROBLEMS = 8


class ExportPanel(Panel):
    """The rows that will be in the file, counted and the first of them shown."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_export")
        self._profiles: tuple[Profile, ...] = ()
        self.scope = ScopeBar("export", means.clock.today())
        self.scope.changed.connect(self.refresh)
        self.add(self.scope)
        row = FlowRow()
        self._form = QComboBox()
        self._form.setObjectName("export_form")
        for words, form in (
            (self.tr("CSV, opens anywhere"), TeamForm.CSV),
            (self.tr("Spreadsheet (XLSX)"), TeamForm.XLSX),
            (self.tr("PDF, to print"), TeamForm.PDF),
            (self.tr("xAPI statements"), TeamForm.XAPI),
        ):
            self._form.addItem(words, form.value)
        keep_width(self._form, least=200, most=300)
        self._form.currentIndexChanged.connect(self._on_form)
        row.add(field(self.tr("&Format"), self._form))
        self._profile = QComboBox()
        self._profile.setObjectName("export_profile")
        keep_width(self._profile, least=240, most=380)
        self._profile.currentIndexChanged.connect(self.refresh)
        row.add(field(self.tr("For &which system"), self._profile))
        self.add(row)
        self._note = Muted("")
        self.add(self._note)
        self.count = Label("", "strong")
        self.count.setObjectName("export_count")
        self.add(self.count)
        self._problems = CalloutBox("info", self.tr("Rows that the other system may not accept"))
        self._problem_lines = Label("")
        self._problem_lines.setObjectName("export_problems")
        self._problems.add(self._problem_lines)
        self.add(self._problems)
        self._problems.hide()
        row = FlowRow()
        self.save = buttons.primary(self.tr("Save the file"), "export_save", "save")
        self.save.clicked.connect(self._save)
        row.add(self.save)
        columns = buttons.secondary(
            self.tr("Change columns for a system"), "export_columns", "pencil"
        )
        columns.clicked.connect(lambda: self.means.go(Destination(Screen.PROFILES)))
        row.add(columns)
        self.add(row)
        self.add(SectionTitle(self.tr("The first rows")))
        self._table: RowTable | None = None
        self._place = len(self.children())
        self._means_line = Muted(FINISHED_MEANS)
        self.add(self._means_line)

    def refresh(self) -> None:
        """Reads what will be in the file."""
        desk, scope = self.means.desk, self.scope.scope()
        form = TeamForm(self._form.currentData())
        wanted = str(self._profile.currentData() or GENERIC)

        def read() -> tuple[Names, tuple[Profile, ...], Profile, Preview]:
            profiles = desk.profiles()
            profile = next((p for p in profiles if p.id == wanted), profiles[0])
            if form not in (TeamForm.CSV, TeamForm.XLSX):
                profile = next(p for p in profiles if p.id == GENERIC)
            return desk.team.names(), profiles, profile, desk.preview(scope, form, profile)

        self.ask(read, self._show)

    def _on_form(self) -> None:
        form = TeamForm(self._form.currentData())
        self._profile.setEnabled(form in (TeamForm.CSV, TeamForm.XLSX))
        self.refresh()

    def _show(self, read: tuple[Names, tuple[Profile, ...], Profile, Preview]) -> None:
        names, profiles, profile, preview = read
        self.scope.offer(names)
        if profiles != self._profiles:
            self._profiles = profiles
            self._profile.blockSignals(True)
            self._profile.clear()
            for one in profiles:
                self._profile.addItem(one.title, one.id)
            self._profile.setCurrentIndex(max(0, self._profile.findData(profile.id)))
            self._profile.blockSignals(False)
        self._note.setText(profile.note)
        self._note.setVisible(bool(profile.note))
        self.count.setText(
            self.tr("In the file: completions {rows}, people {people}.").format(
                rows=f"{preview.rows:,}", people=f"{preview.people:,}"
            )
        )
        self.save.setEnabled(preview.rows > 0)
        lines = [problem.sentence for problem in preview.problems[:_PROBLEMS]]
        if len(preview.problems) > _PROBLEMS:
            left = len(preview.problems) - _PROBLEMS
            lines.append(self.tr("And more of them, at least {count}.").format(count=left))
        self._problem_lines.setText("\n".join(lines))
        self._problems.setVisible(bool(lines))
        self._show_first(preview)

    def _show_first(self, preview: Preview) -> None:
        if self._table is None or tuple(self._table.table.headings) != preview.headings:
            if self._table is not None:
                self._table.hide()
                self.column.removeWidget(self._table)
                self._table.deleteLater()
            self._table = RowTable(
                preview.headings, "export_table", self.tr("The first rows of the file")
            )
            self.column.insertWidget(self.column.count() - 1, self._table)
            self._table.show()
        self._table.show_rows(
            [
                (n, *("" if cell is None else cell for cell in row))
                for n, row in enumerate(preview.first)
            ]
        )

    def _save(self) -> None:
        desk, scope = self.means.desk, self.scope.scope()
        form = TeamForm(self._form.currentData())
        wanted = str(self._profile.currentData() or GENERIC)
        if form not in (TeamForm.CSV, TeamForm.XLSX):
            wanted = GENERIC
        name = desk.suggested_name(self.tr("Team completions"), form)
        self.means.files.to_save(
            self,
            self.tr("Save the file"),
            name,
            kinds_of(form.ending),
            lambda target: self.do(
                lambda: desk.save(scope, form, desk.profile(wanted), target, force=True),
                "",
                self._saved,
            ),
        )

    def _saved(self, rows: int) -> None:
        self.means.hub.status.emit(self.tr("Saved %n completion(s)", "", rows))
