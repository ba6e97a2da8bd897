"""What the check found, as a list. Choosing one leads to its line."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tiapp.authoring.check import Report, TurnedOff
from tiapp.authoring.findings import Finding, Severity
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.kit.theme import theme

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class FindingsList(QWidget):
    """Errors first. Its words say the level; colour says nothing that they do not.

    Signals:
        chosen(Finding): the person would like to see that place.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._root = Path()
        self._findings: tuple[Finding, ...] = ()
        self.checked = False
        """Whether the pack on the desk has been looked through."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(self.tr("What Steady found")))
        self.summary = Label(self.tr("Choose Check to check the whole pack."))
        self.summary.setObjectName("findings_summary")
        column.addWidget(self.summary)
        self.list = QListWidget()
        self.list.setObjectName("findings")
        self.list.setAccessibleName(self.tr("What Steady found"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.list.hide()
        column.addWidget(self.list)
        self._off = Muted("")
        self._off.setObjectName("findings_off")
        self._off.hide()
        column.addWidget(self._off)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is in the list, in its order."""
        return self._findings

    def show_report(self, report: Report) -> None:
        """Lists what a check of the whole pack found."""
        self._root = report.opened.root
        self.checked = True
        self._show(report.findings)
        self._show_off(report.turned_off)
        announce(self.summary, self.summary.text())

    def replace(self, file: Path, report: Report) -> None:
        """Puts what is found in one file now in the place of what was found there before."""
        self._root = report.opened.root
        kept = [finding for finding in self._findings if finding.file != file]
        self._show((*kept, *(f for f in report.findings if f.file == file)))

    def clear(self) -> None:
        """Another pack is on the desk."""
        self.checked = False
        self._show(())
        self._off.hide()
        self.summary.setText(self.tr("Choose Check to check the whole pack."))

    def _show(self, findings: Sequence[Finding]) -> None:
        row = self.list.currentRow()
        self._findings = tuple(
            sorted(findings, key=lambda f: (_ORDER[f.severity], str(f.file), f.line))
        )
        self.list.clear()
        for finding in self._findings:
            self.list.addItem(QListWidgetItem(self._words(finding)))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setVisible(bool(self._findings))
        # Rows measured while the list had no width yet would be cut off.
        QTimer.singleShot(0, self.list, self.list.doItemsLayout)
        self.summary.setText(self._sum())

    def _sum(self) -> str:
        if not self._findings:
            return self.tr("Nothing to put right.")
        counts = [sum(f.severity is level for f in self._findings) for level in _ORDER]
        return self.tr(
            "{errors} to put right, {warnings} worth a look, {notes} good to know."
        ).format(errors=counts[0], warnings=counts[1], notes=counts[2])

    def _words(self, finding: Finding) -> str:
        try:
            place = finding.file.relative_to(self._root).as_posix()
        except ValueError:
            place = finding.file.name
        if finding.line:
            place = self.tr("{file}, line {line}").format(file=place, line=finding.line)
        return self.tr("{level}: {what} {mend}\n{place}  ·  {code}").format(
            level=level_words(finding.severity),
            what=finding.what,
            mend=finding.mend,
            place=place,
            code=finding.code,
        )

    def _show_off(self, turned_off: Sequence[TurnedOff]) -> None:
        lines = [
            self.tr("Turned off in this pack: {rule}. The reason: {reason}").format(
                rule=turned.off.rule, reason=turned.off.reason
            )
            for turned in turned_off
        ]
        self._off.setText("\n".join(lines))
        self._off.setVisible(bool(lines))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._findings[self.list.row(item)])

    def _fit(self) -> None:
        self.list.setMinimumHeight(theme().px(220))


def level_words(severity: Severity) -> str:
    """How a level is called on the screen."""
    tr = QCoreApplication.translate
    return {
        Severity.ERROR: tr("FindingsList", "To put right"),
        Severity.WARNING: tr("FindingsList", "Worth a look"),
        Severity.NOTE: tr("FindingsList", "Good to know"),
    }[severity]
