"""Team: what a supervisor does with completion files. Shown to who has switched it on."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.core.clock import Clock
from tiapp.gui.kit import buttons
from tiapp.gui.kit.file_choice import FileChoice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Muted
from tiapp.gui.supervision.care_panel import CarePanel
from tiapp.gui.supervision.director_panel import DirectorPanel
from tiapp.gui.supervision.export_panel import ExportPanel
from tiapp.gui.supervision.files_panel import FilesPanel
from tiapp.gui.supervision.modules_panel import ModulesPanel
from tiapp.gui.supervision.panel import Means, Panel
from tiapp.gui.supervision.people_panel import PeoplePanel
from tiapp.gui.supervision.rules import Rules
from tiapp.gui.supervision.staff_panel import StaffPanel
from tiapp.supervision.team.desk import Desk


class TeamPage(Page):
    """Seven parts, one in view at a time; each is made when it is first wanted."""

    topics = frozenset({Topic.TEAM, Topic.LIBRARY})
    widest = 1400

    def __init__(
        self,
        desk: Callable[[], Desk],
        rules: Rules,
        clock: Clock,
        files: FileChoice,
        worker: Worker,
        hub: Hub,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Team"), "team_page", parent)
        self.means = Means(desk, rules, clock, worker, hub, files, self.go.emit)
        self.add(
            Muted(
                self.tr(
                    "Who finished which module and when, from files that people chose to "
                    "hand over. You cannot see anything else about them here."
                )
            )
        )
        self._panels: dict[str, Panel] = {}
        self._makers: dict[str, Callable[[Means], Panel]] = {}
        self._chips: dict[str, QAbstractButton] = {}
        row = FlowRow(spacing=8)
        for words, name, make in (
            (self.tr("Files"), "files", FilesPanel),
            (self.tr("People"), "people", PeoplePanel),
            (self.tr("Modules and teams"), "modules", ModulesPanel),
            (self.tr("For a director"), "director", DirectorPanel),
            (self.tr("Staff list"), "staff", StaffPanel),
            (self.tr("Export"), "export", ExportPanel),
            (self.tr("Data"), "care", CarePanel),
        ):
            chip = buttons.chip(words, f"team_show_{name}")
            chip.clicked.connect(lambda _=False, name=name: self.show_part(name))
            # not in an exclusive group: Tab would reach the one that is on alone
            self._chips[name] = chip
            self._makers[name] = make
            row.add(chip)
        self.add(row)
        self._part = "files"
        self.show_part("files")

    def refresh(self) -> None:
        """Reads the part in view anew."""
        self.panel.refresh()

    @property
    def panel(self) -> Panel:
        """The part in view."""
        return self._panels[self._part]

    def show_part(self, name: str) -> None:
        """Brings a part into view."""
        for panel in self._panels.values():
            panel.hide()
        panel_there = name in self._panels
        if not panel_there:
            panel = self._makers[name](self.means)
            self._panels[name] = panel
            self.add(panel)
        self._part = name
        self.panel.show()
        for its_name, chip in self._chips.items():
            chip.setChecked(its_name == name)
        if self.isVisible():
            self.refresh()

    def main_button(self) -> QAbstractButton | None:
        """Add a folder, or save the file."""
        names = {"files": "import_folder", "export": "export_save", "staff": "staff_open"}
        name = names.get(self._part)
        return self.panel.findChild(QAbstractButton, name) if name else None
