"""My summary: what will leave the computer, exactly, and the ways to save it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.file_choice import FileChoice
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.record.certificate_card import CertificateCard
from tiapp.gui.record.choice_card import ChoiceCard
from tiapp.gui.record.details_card import DetailsCard
from tiapp.gui.record.elsewhere_card import ElsewhereCard
from tiapp.gui.record.save_part import SavePart
from tiapp.gui.record.table_part import TablePart
from tiapp.record.model import Completion, Details
from tiapp.supervision.certificate import Certifiable
from tiapp.supervision.forms import Form
from tiapp.supervision.own_file import OwnFile
from tiapp.supervision.summary import Summary, chosen

if TYPE_CHECKING:
    from tiapp.supervision.export import Export


@dataclass(frozen=True, slots=True)
class _Known:
    """All that the page shows, read in one go."""

    summary: Summary
    completions: tuple[Completion, ...]
    certifiable: tuple[Certifiable, ...]
    folder: Path | None
    installation: str


class SummaryPage(Page):
    """Shows a Summary and saves that very value. Reads and writes in the worker."""

    topics = frozenset({Topic.PROGRESS, Topic.LIBRARY, Topic.PEOPLE, Topic.TEAM})

    def __init__(
        self,
        export: "Callable[[], Export]",
        choice: FileChoice,
        worker: Worker,
        hub: Hub,
        parent: QWidget | None = None,
    ) -> None:
        """`export` is asked in the worker only, since it imports what signing needs."""
        super().__init__(self.tr("My summary"), "summary_page", parent)
        self._export = export
        self._choice = choice
        self._worker = worker
        self._hub = hub
        self._known: _Known | None = None
        self.add(
            Label(
                self.tr(
                    "This is your record of the modules you finished. Nothing leaves this "
                    "computer unless you save it here and hand it over, and what leaves is "
                    "what you see: no answers, no skips, no times of day, and nothing from "
                    "your private "
                    "room."
                )
            )
        )
        self.add(SectionTitle(self.tr("Your details")))
        self._details = DetailsCard()
        self._details.changed.connect(self._keep_details)
        self.add(self._details)
        self.add(SectionTitle(self.tr("What to include")))
        self._choose = ChoiceCard()
        self._choose.changed.connect(self._on_chosen)
        self.add(self._choose)
        self.add(SectionTitle(self.tr("What will be saved")))
        self._table = TablePart()
        self.add(self._table)
        self.add(SectionTitle(self.tr("Save your summary")))
        self._save = SavePart()
        self._save.team_wanted.connect(self._save_for_team)
        self._save.other_folder_wanted.connect(self._ask_for_team_folder)
        self._save.form_wanted.connect(self._save_form)
        self._save.system_wanted.connect(lambda: self.go.emit(Destination(Screen.PROFILES)))
        self.add(self._save)
        self.add(SectionTitle(self.tr("Certificates")))
        self._certificate = CertificateCard()
        self._certificate.wanted.connect(self._save_certificate)
        self.add(self._certificate)
        self._none_yet = Muted(
            self.tr("Once you have finished a module, you can save a certificate for it here.")
        )
        self.add(self._none_yet)
        self.add(SectionTitle(self.tr("Modules finished on another computer")))
        self._elsewhere = ElsewhereCard()
        self._elsewhere.file_wanted.connect(self._open_own)
        self._elsewhere.add_wanted.connect(self._add_own)
        self.add(self._elsewhere)

    def refresh(self) -> None:
        """Reads the record again."""
        self._worker.run(self, self._read, self._show)

    def main_button(self) -> QAbstractButton | None:
        """Saving for the team."""
        return self._save.main

    def leaving(self) -> bool:
        """Keeps what was being typed."""
        self._details.settle()
        return True

    def summary(self) -> Summary | None:
        """What is shown now, and what a button would write; None before it was read."""
        if self._known is None:
            return None
        return replace(
            self._known.summary,
            completions=chosen(
                self._known.completions, self._choose.period(), self._choose.modules()
            ),
        )

    def _read(self) -> _Known:
        export = self._export()
        return _Known(
            export.preview(),
            export.completions(),
            export.certifiable(),
            export.team_folder(),
            export.installation(),
        )

    def _show(self, known: _Known) -> None:
        self._known = known
        self._details.show_details(known.summary.details)
        self._choose.offer(known.completions, known.summary.written)
        self._certificate.offer(known.certifiable)
        self._certificate.setVisible(bool(known.certifiable))
        self._none_yet.setVisible(not known.certifiable)
        self._save.show_folder(known.folder)
        self._save.show_installation(known.installation)
        self._save.show_number(known.summary.number)
        self._draw_table()

    def _draw_table(self) -> None:
        summary = self.summary()
        if summary is not None:
            self._table.show_summary(summary)

    def _on_chosen(self) -> None:
        self._draw_table()
        announce(self, self._table.count())

    def _keep_details(self) -> None:
        typed = self._details.typed()
        self._worker.run(self, lambda: self._export().keep_details(typed), self._show_details)

    def _show_details(self, kept: Details) -> None:
        if self._known is not None:
            summary = replace(self._known.summary, details=kept)
            self._known = replace(self._known, summary=summary)
        self._details.show_details(kept)
        self._draw_table()

    # --- saving -------------------------------------------------------------------------

    def _with_summary(self, then: Callable[[Summary], None]) -> None:
        """Once what was being typed is kept, goes on with the summary as it then is."""
        self._details.settle()

        def go_on(_: object) -> None:
            summary = self.summary()
            if summary is not None:
                then(summary)

        self._worker.run(self, lambda: None, go_on)

    def _save_for_team(self) -> None:
        folder = self._known.folder if self._known is not None else None
        if folder is None:
            self._ask_for_team_folder()
        else:
            self._with_summary(lambda summary: self._save_in(summary, folder))

    def _ask_for_team_folder(self) -> None:
        begin = self._known.folder if self._known is not None else None
        self._choice.folder(
            self,
            self.tr("A folder for your team's files"),
            begin,
            lambda folder: self._with_summary(lambda summary: self._save_in(summary, folder)),
        )

    def _save_in(self, summary: Summary, folder: Path) -> None:
        self._worker.run(
            self,
            lambda: self._export().save_for_team(summary, folder),
            self._show_saved_for_team,
        )

    def _show_saved_for_team(self, file: Path) -> None:
        self._save.show_saved(file)
        self._say_saved(file)
        self.refresh()

    def _save_form(self, form: Form) -> None:
        self._with_summary(lambda summary: self._ask_where(summary, form))

    def _ask_where(self, summary: Summary, form: Form) -> None:
        self._choice.to_save(
            self,
            self.tr("Save your summary"),
            self._export().suggested_name(summary, form),
            _kinds(form),
            lambda file: self._write(
                lambda: self._export().save(summary, form, file, force=True), file
            ),
        )

    def _save_certificate(self, what: Certifiable) -> None:
        self._choice.to_save(
            self,
            self.tr("Save certificate"),
            self._export().certificate_name(what),
            _kinds(Form.PDF),
            lambda file: self._write(
                lambda: self._export().save_certificate(what, file, force=True), file
            ),
        )

    def _write(self, call: Callable[[], None], file: Path) -> None:
        self._worker.run(self, call, lambda _: self._say_saved(file))

    def _say_saved(self, file: Path) -> None:
        words = self.tr("Saved: {name}").format(name=file.name)
        self._hub.status.emit(words)
        announce(self, words)

    # --- modules done elsewhere ----------------------------------------------------------

    def _open_own(self) -> None:
        self._choice.to_open(
            self, self.tr("Open my signed file"), _kinds(Form.SIGNED), self._look_at_own
        )

    def _look_at_own(self, file: Path) -> None:
        self._worker.run(self, lambda: self._export().look_at_own(file), self._elsewhere.show_file)

    def _add_own(self, own: OwnFile) -> None:
        self._worker.run(
            self,
            lambda: self._export().add_own(own),
            self._say_added,
            changed=Topic.PROGRESS,
        )

    def _say_added(self, count: int) -> None:
        self._elsewhere.clear()
        words = self.tr("%n module(s) added", "", count)
        self._hub.status.emit(words)
        announce(self, words)


def _kinds(form: Form) -> str:
    """For the dialog: the ending of the form's files."""
    return f"{form.value.upper()} (*{form.ending})"
