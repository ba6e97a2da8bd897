"""Adds completion files: a folder or files, with progress, and a reason for each left out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.progress_line import ProgressLine
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.supervision.keys_box import KeysBox
from tiapp.gui.supervision.panel import Means, Panel
from tiapp.gui.supervision.row_table import RowTable
from tiapp.gui.supervision.save_table import ask_and_save
from tiapp.supervision.summary import Column
from tiapp.supervision.team.desk import Table, TeamForm
from tiapp.supervision.team.importing import Importing
from tiapp.supervision.team.model import ImportReport, ImportStep, Reject

STEP_SECONDS = 0.1
"""How long the worker is kept by one step, before other calls get their turn."""


class FilesPanel(Panel):
    """The import, the keys to decide about, and what was left out and why."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_files")
        self._importing: Importing | None = None
        self._cancelled = False
        self._report: ImportReport | None = None
        self.add(self._sources())
        self._progress_card = self._progress()
        self.add(self._progress_card)
        self._progress_card.hide()
        self._told = CalloutBox("info", "")
        self._told.setObjectName("import_told")
        self._told_lines = Label("")
        self._told_lines.setObjectName("import_lines")
        self._told.add(self._told_lines)
        self.add(self._told)
        self._told.hide()
        self.keys = KeysBox(means)
        self.add(self.keys)
        self._rejects_title = SectionTitle("")
        self.add(self._rejects_title)
        self._rejects = RowTable(
            [
                self.tr("File"),
                self.tr("Problem"),
                self.tr("Why"),
                self.tr("What to do"),
            ],
            "import_rejects",
            self.tr("Files to look at: file, problem, reason, what to do"),
        )
        self._rejects.chosen.connect(self._show_reject)
        self.add(self._rejects)
        self._one = Card("import_reject")
        self._one_name = Label("", "strong")
        self._one_reason = Label("")
        self._one_advice = Label("")
        for label in (self._one_name, self._one_reason, self._one_advice):
            self._one.add(label)
        self.add(self._one)
        row = FlowRow()
        save = buttons.secondary(self.tr("Save this list"), "save_rejects", "save")
        save.clicked.connect(self._save_rejects)
        row.add(save)
        self._save_row = row
        self.add(row)
        for widget in (self._rejects_title, self._rejects, self._one, row):
            widget.hide()

    def refresh(self) -> None:
        """The keys to decide about, which others may have decided meanwhile."""
        self.keys.refresh()

    def _sources(self) -> QWidget:
        card = Card("import_sources")
        card.add(
            Label(
                self.tr(
                    "People save a completion file from My summary and hand it over, in a "
                    "shared folder, on a memory stick or by email. Steady checks each file "
                    "and adds what is new. Nothing in the folder is changed, and adding it "
                    "again changes nothing."
                )
            )
        )
        row = FlowRow()
        self._add_folder = buttons.primary(self.tr("Add a folder"), "import_folder", "folder-open")
        self._add_folder.clicked.connect(self._ask_folder)
        row.add(self._add_folder)
        self._add_files = buttons.secondary(self.tr("Add files"), "import_files", "file-text")
        self._add_files.clicked.connect(self._ask_files)
        row.add(self._add_files)
        card.add(row)
        self._unknown = CheckRow(
            self.tr("Also add modules that are not on this computer"), "import_unknown"
        )
        card.add(self._unknown)
        return card

    def _progress(self) -> Card:
        card = Card("import_progress")
        self._step_words = Label("")
        card.add(self._step_words)
        self._line = ProgressLine(0, 1, "")
        card.add(self._line)
        row = FlowRow()
        self._cancel = buttons.secondary(self.tr("Cancel import"), "import_cancel", "x")
        self._cancel.clicked.connect(self._on_cancel)
        row.add(self._cancel)
        card.add(row)
        card.add(
            Muted(self.tr("Nothing is saved until it is finished, so you can cancel at any time."))
        )
        return card

    # The import, a step at a time

    def begin(self, sources: Sequence[Path]) -> None:
        """Start an import of these folders and files."""
        if self._importing is not None or not sources:
            return
        team, unknown = self.means.desk.team, self._unknown.isChecked()
        self._cancelled = False
        for button in (self._add_folder, self._add_files):
            button.setEnabled(False)
        self._show_step(ImportStep("", 0, 1))
        self._progress_card.show()
        self._cancel.setFocus()

        def begun(importing: Importing) -> None:
            self._importing = importing
            self._go_on()

        self.means.worker.run(
            self,
            lambda: team.importing(list(sources), unknown_modules=unknown),
            begun,
            failed=self._on_failed,
        )

    def _go_on(self) -> None:
        importing = self._importing
        if importing is None:
            return
        if self._cancelled:
            self._end(self.tr("The import was cancelled. Everything is as it was before."))
            return
        self.means.worker.run(
            self,
            lambda: importing.step(STEP_SECONDS),
            self._on_step,
            failed=self._on_failed,
        )

    def _on_step(self, step: ImportStep) -> None:
        self._show_step(step)
        if not step.finished:
            self._go_on()
            return
        assert self._importing is not None
        report = self._importing.report
        self._end(self._told_of(report))
        self._show_rejects(report)
        self.means.hub.changed.emit(Topic.TEAM)
        self.refresh()

    def _on_failed(self, error: AppError) -> None:
        self._end("")
        self.report(error)

    def _on_cancel(self) -> None:
        self._cancelled = True
        self._cancel.setEnabled(False)

    def _end(self, words: str) -> None:
        self._importing = None
        self._progress_card.hide()
        self._cancel.setEnabled(True)
        for button in (self._add_folder, self._add_files):
            button.setEnabled(True)
        title = self.tr("About this import")
        self._told.title.setText(title)
        self._told.title.show()
        self._told.setAccessibleName(title)
        self._told_lines.setText(words)
        self._told.setVisible(bool(words))
        self._add_folder.setFocus()
        if words:
            announce(self._told, words)

    def _show_step(self, step: ImportStep) -> None:
        if step.total and step.done:
            words = self.tr("{done} of {total} files checked").format(
                done=f"{step.done:,}", total=f"{step.total:,}"
            )
        elif step.total > 1:
            words = self.tr("Looking through the folder: {total} files so far").format(
                total=f"{step.total:,}"
            )
        else:
            words = self.tr("Looking through the folder")
        self._step_words.setText(words)
        self._line.set_progress(step.done, step.total, words)

    def _told_of(self, report: ImportReport) -> str:
        lines = [
            self.tr("Files added: {count}").format(count=f"{report.taken:,}"),
            self.tr("New completions: {count}").format(count=f"{report.completions:,}"),
        ]
        for count, words in (
            (report.people, self.tr("New people: {count}")),
            (report.unchanged, self.tr("Files already here: {count}")),
            (report.waiting, self.tr("Files waiting for you to decide about a key: {count}")),
            (
                report.refused_key,
                self.tr("Files left out because their key was not accepted: {count}"),
            ),
            (
                report.past_keeping,
                self.tr("Completions left out because they are older than you keep: {count}"),
            ),
            (report.others, self.tr("Other files, not changed: {count}")),
            (len(report.rejects), self.tr("Files to look at below: {count}")),
        ):
            if count:
                lines.append(words.format(count=f"{count:,}"))
        return "\n".join([*lines, *report.messages])

    # What was left out

    def _show_rejects(self, report: ImportReport) -> None:
        self._report = report
        listed = (*report.rejects, *report.notes)
        for widget in (self._rejects_title, self._rejects, self._save_row):
            widget.setVisible(bool(listed))
        self._one.setVisible(bool(listed))
        if listed:
            self._tell(listed[0])
        self._rejects_title.setText(self.tr("Files to look at"))
        self._rejects.show_rows([(reject, *_cells(reject)) for reject in listed])

    def _show_reject(self, reject: Reject) -> None:
        self._tell(reject)
        announce(self._one, f"{reject.reason} {reject.advice}")

    def _tell(self, reject: Reject) -> None:
        self._one_name.setText(reject.file)
        self._one_reason.setText(reject.reason)
        self._one_advice.setText(reject.advice)

    def _save_rejects(self) -> None:
        rows = tuple(row[1:] for row in self._rejects.rows())
        columns = (
            Column("file", self.tr("File"), 40),
            Column("trouble", self.tr("Problem"), 30),
            Column("reason", self.tr("Why"), 60),
            Column("advice", self.tr("What to do"), 60),
        )
        ask_and_save(self, Table(self.tr("Files to look at"), columns, rows), TeamForm.CSV)

    # Asking where they are

    def _ask_folder(self) -> None:
        self.means.files.folder(
            self, self.tr("Add a folder"), None, lambda folder: self.begin([folder])
        )

    def _ask_files(self) -> None:
        kinds = self.tr("Completion files (*.json);;All files (*)")
        self.means.files.to_open_many(self, self.tr("Add files"), kinds, self.begin)


def _cells(reject: Reject) -> tuple[str, str, str, str]:
    words = str(reject.trouble)
    return reject.file, words[:1].upper() + words[1:], reject.reason, reject.advice
