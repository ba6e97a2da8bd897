"""The desk: text on the left, the page as people will see it on the right, findings below."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tiapp.authoring.facts import with_facts, with_source
from tiapp.authoring.findings import Finding
from tiapp.authoring.workshop import TextFile, part_at
from tiapp.core.errors import AppError
from tiapp.gui.authoring.author_calls import AuthorCalls, Desk, Draft
from tiapp.gui.authoring.conflict_box import ConflictBox
from tiapp.gui.authoring.file_watch import FileWatch
from tiapp.gui.authoring.findings_list import FindingsList
from tiapp.gui.authoring.look_choice import LookChoice
from tiapp.gui.authoring.module_views import ModuleViews
from tiapp.gui.authoring.source_editor import SourceEditor
from tiapp.gui.kit import buttons
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.preview import ModulePreview
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.theme import theme

SIDE_BY_SIDE = 820
"""Pixels at 100 per cent from which text and page stand beside each other."""

_HEIGHT = 460


class DeskView(QWidget):
    """Everything about the pack that is open. Files are read and saved in the worker.

    Signals:
        failed(AppError): something could not be read or saved.
        new_module_wanted(): the person would like another module.
        said(str): a few words for the status line.
    """

    failed = Signal(object)
    new_module_wanted = Signal()
    said = Signal(str)

    def __init__(
        self, calls: AuthorCalls, worker: Runner, preview: ModulePreview, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._worker = worker
        self._preview = preview
        self.desk: Desk | None = None
        self.file: TextFile | None = None
        self._wanted_line = 0
        self._watch = FileWatch(self)
        self._watch.stirred.connect(self._read_ahead)
        self._watch.saved.connect(self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head())
        self._conflict = ConflictBox()
        self._conflict.keep_wanted.connect(self._keep_mine)
        self._conflict.take_wanted.connect(self._take_theirs)
        column.addWidget(self._conflict)
        column.addWidget(self._middle())
        self.findings = FindingsList()
        self.findings.chosen.connect(self._show_finding)
        column.addWidget(self.findings)
        theme().changed.connect(self._fit)

    # What the page asks

    def show_desk(self, desk: Desk, at: Path | None = None) -> None:
        """Another pack, or another list of its files; `at` is the file to show."""
        if self.desk is None or self.desk.root != desk.root:
            self.save_now()
            self._conflict.hide()
            self.findings.clear()
            self.file = None
        self.desk = desk
        wanted = at or (self.file.path if self.file else None)
        self._files.blockSignals(True)
        self._files.clear()
        for text in desk.texts:
            self._files.addItem(text.short_name)
        index = next((n for n, text in enumerate(desk.texts) if text.path == wanted), 0)
        self._files.setCurrentIndex(index)
        self._files.blockSignals(False)
        self._open(index)

    def save_now(self) -> None:
        """Saves what is typed, and puts the person's own look back.

        While it is open which of two texts counts, what was typed goes into a file of its own.
        """
        self.look.put_back()
        if self._conflict.isHidden():
            self.editor.save_now()
        elif self.file is not None and self.editor.dirty:
            file, text = self.file, self.editor.text
            self._worker.run(
                self,
                lambda: self._calls.save_beside(file, text),
                lambda name: self.said.emit(
                    self.tr("What you typed is kept in {file}").format(file=name)
                ),
                failed=self.failed.emit,
            )

    # How it is built

    def _head(self) -> QWidget:
        row = FlowRow()
        label = QLabel(self.tr("&File"))
        self._files = QComboBox()
        self._files.setObjectName("desk_file")
        self._files.setMinimumContentsLength(14)
        self._files.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._files.currentIndexChanged.connect(self._open)
        label.setBuddy(self._files)
        self.look = LookChoice()
        row.add(_beside(label, self._files))
        add = buttons.secondary(self.tr("New module"), "new_module", "plus")
        add.clicked.connect(self.new_module_wanted)
        row.add(add)
        row.add(self.look)
        return row

    def _middle(self) -> QWidget:
        self._split = QSplitter()
        self._split.setObjectName("desk_split")
        self._split.setChildrenCollapsible(False)
        self.editor = SourceEditor()
        self.editor.save_wanted.connect(self._save)
        self.editor.line_changed.connect(self._follow_cursor)
        self._split.addWidget(self.editor)
        self.tabs = ModuleViews(self._preview)
        self.tabs.facts.facts_wanted.connect(
            lambda facts: self.editor.change(with_facts(self.editor.text, facts))
        )
        self.tabs.facts.source_wanted.connect(
            lambda source: self.editor.change(with_source(self.editor.text, source))
        )
        self._split.addWidget(self.tabs)
        return self._split

    # Opening, reading, saving

    def _open(self, index: int) -> None:
        desk = self.desk
        if desk is None or not 0 <= index < len(desk.texts):
            return
        if not self._conflict.isHidden() and self.file is not None:
            self._stay()
            return
        self.editor.save_now()
        file = desk.texts[index]
        if self.file is not None and file.path == self.file.path:
            self._read()
            return
        self.file = None  # until it has been read, nothing is saved over it
        self._conflict.hide()
        self._watch.watch(None)
        self._worker.run(
            self,
            lambda: self._calls.draft(file, desk, self._preview),
            lambda draft: self._show_opened(draft),
            failed=self.failed.emit,
        )

    def _stay(self) -> None:
        """First the person says which of two texts counts: no other file until then."""
        assert self.desk is not None and self.file is not None
        paths = [text.path for text in self.desk.texts]
        self._files.blockSignals(True)
        self._files.setCurrentIndex(paths.index(self.file.path))
        self._files.blockSignals(False)
        self._conflict.keep.setFocus()

    def _show_opened(self, draft: Draft) -> None:
        self.file = draft.file
        self.editor.load(draft.text)
        self._watch.watch(draft.file.path)
        self.tabs.show_draft(draft)
        if self._wanted_line:
            self.editor.go_to_line(self._wanted_line)
            self._wanted_line = 0

    def _read_ahead(self) -> None:
        """While it is not sure yet that the save is over: mostly it is, and what was read stays."""
        file, desk = self.file, self.desk
        if file is not None and desk is not None:
            self._worker.run(
                self,
                lambda: self._calls.draft(file, desk, self._preview),
                failed=lambda _: None,  # between two files, perhaps; what is read later counts
            )

    def _read(self) -> None:
        """The file may have been saved: by us, or in another editor."""
        file, desk = self.file, self.desk
        if file is None or desk is None:
            return
        self._worker.run(
            self,
            lambda: self._calls.draft(file, desk, self._preview),
            lambda draft: self._show_read(draft),
            failed=self._not_read,
        )

    def _show_read(self, draft: Draft) -> None:
        if self.file is None or draft.file.path != self.file.path:
            return
        if draft.text != self.editor.text:
            if self.editor.dirty:
                self._conflict.show()
            else:
                self.editor.take_over(draft.text)
        self.tabs.show_draft(draft)
        self._check_this(draft.file)

    def _not_read(self, error: AppError) -> None:
        """While another editor puts a new file in the old one's place there may be none."""
        if self.file is not None and not self.file.path.exists():
            return
        self.failed.emit(error)

    def _save(self, text: str) -> None:
        file = self.file
        if file is None or not self._conflict.isHidden():
            return
        self._worker.run(
            self,
            lambda: self._calls.save(file, text),
            lambda saved: self._saved(file, saved),
            failed=self.failed.emit,
        )

    def _saved(self, file: TextFile, text: str) -> None:
        if self.file is not None and self.file.path == file.path:
            self.editor.note_saved(text)
            self.said.emit(self.tr("Saved"))

    def _keep_mine(self) -> None:
        self._conflict.hide()
        self.editor.save_now()
        self.editor.field.setFocus()

    def _take_theirs(self) -> None:
        self._conflict.hide()
        self.editor.note_saved(self.editor.text)
        self.editor.field.setFocus()
        self._read()

    # Findings

    def _check_this(self, file: TextFile) -> None:
        """Once the pack has been looked through, what is saved is looked through by itself."""
        if not file.is_module or not self.findings.checked:
            return
        self._worker.run(
            self,
            lambda: self._calls.check(file.path),
            lambda report: self.findings.replace(file.path, report),
            failed=lambda _: None,
        )

    def _show_finding(self, finding: Finding) -> None:
        """To the file and the line of a finding."""
        desk = self.desk
        if desk is None:
            return
        index = next((n for n, text in enumerate(desk.texts) if text.path == finding.file), -1)
        if index < 0:
            return
        if self.file is not None and self.file.path == finding.file:
            self.editor.go_to_line(max(1, finding.line))
            return
        self._wanted_line = max(1, finding.line)
        self._files.setCurrentIndex(index)

    def _follow_cursor(self, line: int) -> None:
        """The page beside shows the part that is being written."""
        if self.file is not None and self.file.is_module:
            part_id = part_at(self.editor.text, line)
            if part_id:
                self._preview.show_part(part_id)

    # Size

    def _fit(self) -> None:
        beside = self.width() >= theme().px(SIDE_BY_SIDE)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._split.orientation() is not way:
            self._split.setOrientation(way)
            self._split.setSizes([1000, 1000])  # the same for both
        height = theme().px(_HEIGHT)
        self._split.setMinimumHeight(height if beside else 2 * height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _beside(label: QLabel, field: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(field, 1)
    return holder
