"""For another system: which columns it wants, how rows will look, and what it would refuse."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox, notice
from tiapp.gui.kit.file_choice import FileChoice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.plain_table import PlainTable
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.record.courses_card import CoursesCard
from tiapp.gui.record.mapper_card import MapperCard
from tiapp.supervision.profiles import Profile, fault_of
from tiapp.supervision.summary import Row, Summary
from tiapp.supervision.writers.profile_file import mapped, row_problems

if TYPE_CHECKING:
    from tiapp.supervision.export import Export
    from tiapp.supervision.profile_store import ProfileStore

_SHOWN = 3
"""Rows: enough to see what stands where."""

_PROBLEMS = 8


@dataclass(frozen=True, slots=True)
class _Known:
    """What the page shows, read in one go."""

    profiles: tuple[Profile, ...]
    summary: Summary
    titles: Mapping[str, str]


class ProfilesPage(Page):
    """Choose a system, see its columns filled with one's own rows, change them, save.

    What is kept here holds for everybody on this installation, for the team's exports too.
    """

    topics = frozenset({Topic.PROGRESS})

    def __init__(
        self,
        export: "Callable[[], Export]",
        store: "Callable[[], ProfileStore]",
        titles: Callable[[], Mapping[str, str]],
        choice: FileChoice,
        worker: Worker,
        hub: Hub,
        parent: QWidget | None = None,
    ) -> None:
        """`titles` are those of the library's modules, by id."""
        super().__init__(self.tr("For another system"), "profiles_page", parent)
        self._export = export
        self._store = store
        self._titles = titles
        self._choice = choice
        self._worker = worker
        self._hub = hub
        self._known: _Known | None = None
        self._profile: Profile | None = None
        self.add(
            Label(
                self.tr(
                    "Other training systems read a CSV file with columns of their own. "
                    "Choose the system, check how your rows will look, and save the file."
                )
            )
        )
        self._which = QComboBox()
        self._which.setObjectName("profile_which")
        self._which.currentIndexChanged.connect(self._on_chosen)
        keep_width(self._which, least=240, most=420)
        label = QLabel(self.tr("S&ystem"))
        label.setBuddy(self._which)
        self.add(label)
        self.add(self._which)
        self._note = Muted("")
        self.add(self._note)
        self.add(SectionTitle(self.tr("How it will look")))
        self._table: PlainTable | None = None
        self._table_place = QVBoxLayout()
        self.column.addLayout(self._table_place)
        self._check: CalloutBox | None = None
        self._check_place = QVBoxLayout()
        self.column.addLayout(self._check_place)
        row = FlowRow(self)
        self._save = buttons.primary(self.tr("Save CSV for this system"), "profile_save", "save")
        self._save.clicked.connect(self._on_save)
        row.add(self._save)
        self.add(row)
        self.add(SectionTitle(self.tr("Columns")))
        self._mapper = MapperCard()
        self._mapper.changed.connect(self._on_changed)
        self.add(self._mapper)
        self.add(SectionTitle(self.tr("Course names in that system")))
        self._courses = CoursesCard()
        self._courses.changed.connect(self._on_changed)
        self.add(self._courses)
        self.add(
            Muted(
                self.tr(
                    "Your changes are used for this file. If you keep these columns, they "
                    "will be here next time too, for everyone who uses this installation "
                    "and for the team's files."
                )
            )
        )
        ways = FlowRow(self)
        keep = buttons.secondary(self.tr("Keep these columns"), "profile_keep")
        keep.clicked.connect(self._on_keep)
        ways.add(keep)
        back = buttons.secondary(self.tr("Go back to Steady's own columns"), "profile_reset")
        back.clicked.connect(self._on_reset)
        ways.add(back)
        self.add(ways)

    def refresh(self) -> None:
        """Reads profiles and rows again; what is being changed stays."""
        self._worker.run(self, self._read, self._show)

    def main_button(self) -> QAbstractButton | None:
        """Saving the file."""
        return self._save

    def profile(self) -> Profile | None:
        """The one chosen, with what was changed here."""
        return self._profile

    def _read(self) -> _Known:
        return _Known(self._store().all(), self._export().preview(), self._titles())

    def _show(self, known: _Known) -> None:
        before = self._profile
        self._known = known
        self._which.blockSignals(True)
        self._which.clear()
        for profile in known.profiles:
            self._which.addItem(profile.title, profile.id)
        at = self._which.findData(before.id) if before is not None else 0
        self._which.setCurrentIndex(max(0, at))
        self._which.blockSignals(False)
        if before is None or at < 0:
            self._on_chosen()
        else:
            self._draw()

    def _on_chosen(self) -> None:
        if self._known is None:
            return
        id_ = self._which.currentData()
        self._profile = next((p for p in self._known.profiles if p.id == id_), None)
        if self._profile is not None:
            self._note.setText(self._profile.note)
            self._mapper.show_profile(self._profile)
            self._courses.show_names(self._known.titles, self._profile.modules)
            self._draw()

    def _on_changed(self) -> None:
        if self._profile is not None:
            changed = self._mapper.apply_to(self._profile)
            self._profile = replace(changed, modules=self._courses.names())
            self._draw()

    def _draw(self) -> None:
        if self._known is None or self._profile is None:
            return
        profile, rows = self._profile, list(self._known.summary.rows())
        self._draw_check(profile, rows)
        if self._table is not None:
            self._table.hide()
            self._table_place.removeWidget(self._table)
            self._table.deleteLater()
        headings = [column.heading or self.tr("no heading") for column in profile.columns]
        self._table = PlainTable(headings, "profile_table", self.tr("How it will look"), self)
        self._table_place.addWidget(self._table)
        lines = islice(mapped(profile, rows), _SHOWN)
        self._table.show_rows([[str(cell or "") for cell in line] for line in lines])
        self._table.show()

    def _draw_check(self, profile: Profile, rows: Sequence[Row]) -> None:
        if self._check is not None:
            self._check.hide()
            self._check_place.removeWidget(self._check)
            self._check.deleteLater()
        fault = fault_of(profile)
        problems = row_problems(profile, rows, _PROBLEMS + 1)
        if fault:
            words = self.tr("Not ready yet: {reason}.").format(reason=fault)
            box = notice("info", self.tr("The columns"), words, self)
        elif problems:
            box = CalloutBox("info", self.tr("That system would not accept all of this"), self)
            for problem in problems[:_PROBLEMS]:
                box.add(Label(problem.sentence))
            if len(problems) > _PROBLEMS:
                box.add(Label(self.tr("There are more of the same kind.")))
            box.add(Label(self.tr("You can save the file anyway, or put this right first.")))
        else:
            words = self.tr("%n row(s), with nothing that it would refuse.", "", len(rows))
            box = notice("ok", self.tr("The rows have been checked"), words, self)
        box.setObjectName("profile_check")
        self._check = box
        self._check_place.addWidget(box)
        box.show()
        self._save.setEnabled(not fault)

    # --- saving and keeping ---------------------------------------------------------------

    def _on_save(self) -> None:
        profile, known = self._profile, self._known
        if profile is None or known is None:
            return
        self._choice.to_save(
            self,
            self.tr("Save for another system"),
            f"{profile.id} {known.summary.written}.csv",
            "CSV (*.csv)",
            lambda file: self._write(known.summary, profile, file),
        )

    def _write(self, summary: Summary, profile: Profile, file: Path) -> None:
        words = self.tr("Saved: {name}").format(name=file.name)
        self._worker.run(
            self,
            lambda: self._export().save_for_system(summary, profile, file, force=True),
            lambda _: self._say(words),
        )

    def _on_keep(self) -> None:
        profile = self._profile
        if profile is not None:
            words = self.tr("These columns are kept")
            self._worker.run(
                self,
                lambda: self._store().keep(profile),
                lambda _: self._say(words),
                changed=Topic.TEAM,
            )

    def _on_reset(self) -> None:
        profile = self._profile
        if profile is not None:
            self._worker.run(
                self, lambda: self._reset(profile.id), self._show_reset, changed=Topic.TEAM
            )

    def _reset(self, id_: str) -> _Known:
        self._store().forget(id_)
        return self._read()

    def _show_reset(self, known: _Known) -> None:
        self._show(known)
        self._on_chosen()
        self._say(self.tr("Steady's own columns are used again"))

    def _say(self, words: str) -> None:
        self._hub.status.emit(words)
        announce(self, words)
