"""The ways to save a summary: signed for the team, or in a form of one's choice."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SmallTitle
from tiapp.supervision.forms import Form


class SavePart(QWidget):
    """Two cards, and what a signature proves and does not between them.

    Signals:
        team_wanted(): save for the team, where the last one went.
        other_folder_wanted(): the same, but ask for the folder.
        form_wanted(Form): save in that form.
        system_wanted(): choose the columns of another system.
    """

    team_wanted = Signal()
    other_folder_wanted = Signal()
    form_wanted = Signal(object)
    system_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._for_team())
        column.addWidget(
            notice(
                "info",
                self.tr("What the signature proves, and what it does not"),
                self.tr(
                    "It proves that the file has not been changed since this installation "
                    "of Steady saved it, and that two files came from the same "
                    "installation. It does not prove who was at the computer, that training "
                    "happened, on which day, or that nothing was left out."
                ),
            )
        )
        column.addWidget(self._forms())

    def _for_team(self) -> Card:
        card = Card("summary_team")
        card.add(SmallTitle(self.tr("For your team")))
        self._what = Label("")
        self._what.setObjectName("summary_what")
        card.add(self._what)
        self.show_number(1)
        self._folder = Muted("")
        self._folder.setObjectName("summary_folder")
        card.add(self._folder)
        row = FlowRow(card)
        self.main: QAbstractButton = buttons.primary(
            self.tr("Save for my team"), "summary_save_team", "save"
        )
        self.main.clicked.connect(self.team_wanted)
        self._other = buttons.secondary(
            self.tr("Choose another folder"), "summary_other_folder", "folder-open"
        )
        self._other.clicked.connect(self.other_folder_wanted)
        elsewhere = buttons.secondary(
            self.tr("Save a signed file elsewhere"), "summary_save_signed"
        )
        elsewhere.clicked.connect(lambda: self.form_wanted.emit(Form.SIGNED))
        for button in (self.main, self._other, elsewhere):
            row.add(button)
        card.add(row)
        self._name = Muted("")
        self._name.setObjectName("summary_installation")
        card.add(self._name)
        self._name.hide()
        self._saved = Label("")
        self._saved.setObjectName("summary_saved")
        card.add(self._saved)
        self._saved.hide()
        return card

    def _forms(self) -> Card:
        card = Card("summary_forms")
        card.add(SmallTitle(self.tr("In another format")))
        card.add(
            Label(
                self.tr(
                    "The same table for other programs. CSV and spreadsheets open in office "
                    "software, the PDF can be printed or read aloud, and xAPI statements go "
                    "into a learning record store. None of these is signed."
                )
            )
        )
        row = FlowRow(card)
        for form, words in (
            (Form.CSV, self.tr("Save as CSV")),
            (Form.XLSX, self.tr("Save as spreadsheet")),
            (Form.PDF, self.tr("Save as PDF")),
            (Form.XAPI, self.tr("Save as xAPI statements")),
        ):
            button = buttons.secondary(words, f"summary_save_{form}")
            button.clicked.connect(lambda _=False, form=form: self.form_wanted.emit(form))
            row.add(button)
        system = buttons.secondary(
            self.tr("Save for another system"), "summary_profiles", "arrow-right"
        )
        system.clicked.connect(self.system_wanted)
        row.add(system)
        card.add(row)
        return card

    def show_number(self, number: int) -> None:
        """Says all that is in a signed file, the number of the next one too."""
        self._what.setText(
            self.tr(
                "A small signed file that your supervisor's Steady can read, even with no "
                "network. Besides the table above it holds today's date, an id that tells "
                "you apart from others, this installation's name, and the number {number}, "
                "which counts the files you have saved, never modules."
            ).format(number=number)
        )

    def show_folder(self, folder: Path | None) -> None:
        """Where a file for the team goes; None when the person will be asked."""
        if folder is None:
            words = self.tr(
                "Steady will ask you for the folder, such as a shared drive or a memory stick."
            )
        else:
            words = self.tr("It will be saved in {folder}.").format(folder=folder)
        self._folder.setText(words)
        self._other.setVisible(folder is not None)

    def show_installation(self, name: str) -> None:
        """The name that a reader of signed files sees; empty before the first was saved."""
        self._name.setText(
            self.tr("People who read your files see this installation as {name}.").format(name=name)
        )
        self._name.setVisible(bool(name))

    def show_saved(self, file: Path) -> None:
        """Says which file was saved last."""
        self._saved.setText(
            self.tr("Saved as {name} in {folder}.").format(name=file.name, folder=file.parent)
        )
        self._saved.show()
