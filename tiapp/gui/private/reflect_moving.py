"""Bringing entries in from elsewhere, and taking them out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Label, Muted, SectionTitle, wrapping
from tiapp.gui.private.plain_warning import PlainWarning
from tiapp.private.importers.records import DateFrom, Report, Skipped

NAMED = 30


@dataclass(frozen=True, slots=True)
class MovingCalls:
    """What this page asks for; each may raise AppError. Paths are what the person chose.

    `bring_in(folder, dry_run)`; `save_encrypted(folder)` gives where the copy is; the others write
    everything in clear and give how many entries.
    """

    bring_in: Callable[[Path, bool], Report]
    save_encrypted: Callable[[Path], Path]
    save_markdown: Callable[[Path], int]
    save_json: Callable[[Path], int]
    save_pdf: Callable[[Path, dict[str, str]], int]


class MovingView(QWidget):
    """Two cards: in, and out.

    Signals:
        left(): back to writing.
    """

    left = Signal()

    def __init__(
        self, calls: MovingCalls, worker: Runner, hub: Hub, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("moving_view")
        self.setSizePolicy(wrapping())
        self._calls = calls
        self._worker = worker
        self._hub = hub
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        row = FlowRow()
        back = buttons.secondary(self.tr("Go back"), "moving_back", "arrow-left")
        back.clicked.connect(self.left)
        row.add(back)
        column.addWidget(row)
        column.addWidget(self._in_card())
        column.addWidget(self._out_card())

    # In

    def _in_card(self) -> QWidget:
        card = Card("bring_in")
        card.setSizePolicy(wrapping())
        card.add(SectionTitle(self.tr("Import entries")))
        card.add(
            Label(
                self.tr(
                    "From a folder of Markdown or text files, one entry in each file. "
                    "Steady looks first and tells you what it found. Your files are not "
                    "changed."
                )
            )
        )
        row = FlowRow()
        choose = buttons.secondary(self.tr("Choose a folder"), "bring_choose", "folder-open")
        choose.clicked.connect(self._choose_in)
        row.add(choose)
        card.add(row)
        self._found = QVBoxLayout()
        self._found.setSpacing(8)
        card.column.addLayout(self._found)
        return card

    def _choose_in(self) -> None:
        self._ask_folder(self.tr("Choose the folder to import"), self.look_at)

    def look_at(self, folder: str) -> None:
        """A dry run: what would be brought in."""
        path = Path(folder)
        self._empty(self._found)
        self._found.addWidget(Muted(self.tr("Looking through the folder…")))
        self._worker.run(
            self,
            lambda: self._calls.bring_in(path, True),
            lambda report: self._show_found(path, report),
            failed=self._not_found,
        )

    def _not_found(self, error: AppError) -> None:
        self._empty(self._found)
        self._hub.failed.emit(error)

    def _show_found(self, path: Path, report: Report) -> None:
        self._empty(self._found)
        lines = self._lines(report)
        for line in lines:
            self._found.addWidget(Label(line))
        for words in self._named(report.skipped, report.notes):
            self._found.addWidget(Muted(words))
        if report.new:
            row = FlowRow()
            words = self.tr("Import %n reflection(s)", "", report.new)
            bring = buttons.secondary(words, "bring_in_now", "download")
            bring.clicked.connect(lambda: self._bring(path))
            row.add(bring)
            leave = buttons.secondary(self.tr("Not now"), "bring_leave")
            leave.clicked.connect(lambda: self._empty(self._found))
            row.add(leave)
            self._found.addWidget(row)
        announce(self, " ".join(lines))

    def _lines(self, report: Report) -> list[str]:
        lines = []
        if report.new:
            lines.append(self.tr("%n new reflection(s)", "", report.new))
        else:
            lines.append(self.tr("There is nothing new in that folder."))
        if report.first is not None and report.last is not None:
            first, last = long_date(report.first), long_date(report.last)
            if first == last:
                lines.append(self.tr("From {day}.").format(day=first))
            else:
                lines.append(self.tr("From {first} to {last}.").format(first=first, last=last))
        by_file = dict(report.by_date_from).get(DateFrom.FILE, 0)
        if by_file:
            lines.append(
                self.tr(
                    "%n file(s) without a date inside: the date of the file is used.", "", by_file
                )
            )
        if report.here_already:
            lines.append(
                self.tr(
                    "%n reflection(s) already in your journal: left as they are.",
                    "",
                    report.here_already,
                )
            )
        if report.skipped:
            lines.append(self.tr("%n file(s) left out:", "", len(report.skipped)))
        return lines

    def _named(self, skipped: tuple[Skipped, ...], notes: tuple[Skipped, ...]) -> list[str]:
        named = [f"{one.where}: {one.why}" if one.where else one.why for one in (*skipped, *notes)]
        if len(named) > NAMED:
            more = self.tr("and %n more", "", len(named) - NAMED)
            return [*named[:NAMED], more]
        return named

    def _bring(self, path: Path) -> None:
        self._worker.run(
            self,
            lambda: self._calls.bring_in(path, False),
            self._brought,
            failed=self._not_found,
            changed=Topic.JOURNAL,
        )

    def _brought(self, report: Report) -> None:
        self._empty(self._found)
        words = self.tr("%n reflection(s) imported", "", report.new)
        self._found.addWidget(Label(words))
        self._hub.status.emit(words)
        announce(self, words)

    # Out

    def _out_card(self) -> QWidget:
        card = Card("take_out")
        card.setSizePolicy(wrapping())
        card.add(SectionTitle(self.tr("Export entries")))
        card.add(
            Label(
                self.tr(
                    "An encrypted copy holds everything in your private room. Your passphrase or "
                    "recovery code opens it, and nothing else does."
                )
            )
        )
        row = FlowRow()
        words = self.tr("Save an encrypted copy")
        encrypted = buttons.secondary(words, "out_encrypted", "lock")
        encrypted.clicked.connect(
            lambda: self._ask_folder(self.tr("Choose where to save the copy"), self.save_encrypted)
        )
        row.add(encrypted)
        card.add(row)
        card.add(
            Label(
                self.tr(
                    "Or save it in a form that other programs can read. These files "
                    "are not protected:"
                )
            )
        )
        self._plain = FlowRow()
        for words, name, file, kind, save in (
            (self.tr("Save as Markdown"), "out_markdown", "journal", "", self._calls.save_markdown),
            (self.tr("Save as JSON"), "out_json", "journal-json", "", self._calls.save_json),
            (self.tr("Save as PDF"), "out_pdf", "journal.pdf", "PDF (*.pdf)", self._save_pdf),
        ):
            button = buttons.secondary(words, name)
            button.clicked.connect(
                lambda _=False, file=file, kind=kind, save=save: self._warn(file, kind, save)
            )
            self._plain.add(button)
        card.add(self._plain)
        self._warning_place = QVBoxLayout()
        card.column.addLayout(self._warning_place)
        return card

    def save_encrypted(self, folder: str) -> None:
        """Makes a backup and puts a copy of it there."""

        def saved(where: Path) -> None:
            self._hub.status.emit(self.tr("Encrypted copy saved"))
            self._say_out(self.tr("Saved as {name}.").format(name=where.name))

        self._worker.run(self, lambda: self._calls.save_encrypted(Path(folder)), saved)

    def _save_pdf(self, target: Path) -> int:
        return self._calls.save_pdf(
            target,
            {
                "title": self.tr("My journal"),
                "intro": self.tr("Saved from Steady, the oldest entry first."),
                "foot": self.tr("Anyone who finds these pages can read them."),
            },
        )

    def _warn(self, file: str, kind: str, save: Callable[[Path], int]) -> None:
        self._empty(self._warning_place)
        warning = PlainWarning(file, kind)
        warning.kept.connect(self._take_back)
        warning.chosen.connect(lambda chosen: self.save_plain(chosen, save))
        self._plain.hide()
        self._warning_place.addWidget(warning)
        warning.begin()

    def save_plain(self, chosen: str, save: Callable[[Path], int]) -> None:
        """Writes everything in clear where the person said."""

        def saved(count: int) -> None:
            self._take_back()
            self._hub.status.emit(self.tr("Copy saved"))
            self._say_out(
                self.tr("%n reflection(s) saved. Anyone who gets the copy can read it.", "", count)
            )

        self._worker.run(self, lambda: save(Path(chosen)), saved)

    def _take_back(self) -> None:
        self._empty(self._warning_place)
        self._plain.show()
        button = self._plain.findChild(QWidget, "out_markdown")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_out(self, words: str) -> None:
        self._empty(self._warning_place)
        self._warning_place.addWidget(Label(words))
        announce(self, words)

    def _ask_folder(self, title: str, then: Callable[[str], None]) -> None:
        # open(), not exec(): a nested loop would outlive the locking of the room
        dialog = QFileDialog(self.window(), title)
        dialog.setProperty("private", True)  # it goes when the room locks
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(then)
        dialog.open()

    @staticmethod
    def _empty(place: QVBoxLayout) -> None:
        while (item := place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
