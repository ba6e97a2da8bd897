"""The recovery code, shown this once: to write down, print, or save."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.private.view import View
from tiapp.private.recovery_code import RecoveryCode

COLUMNS = 4


class CodeShownView(View):
    """Shows the code in its eight numbered groups.

    Signals:
        print_wanted(), save_wanted(): on paper, or as a PDF where the person chooses.
        written(): the person has it, and can be asked for one group.
        later(): go on, and be reminded quietly.
    """

    print_wanted = Signal()
    save_wanted = Signal()
    written = Signal()
    later = Signal()

    def __init__(self, code: RecoveryCode, parent: QWidget | None = None) -> None:
        heading = QCoreApplication.translate("CodeShownView", "Your recovery code")
        super().__init__(heading, "code_shown", parent)
        self.add(
            Label(
                self.tr(
                    "If you ever forget your passphrase, this code opens your private room. It is "
                    "shown only now. Keep it on paper, somewhere only you go, and not "
                    "beside this computer."
                )
            )
        )
        card = Card("code_groups")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for number, letters in enumerate(code.groups, start=1):
            cell = Card()
            cell.column.setContentsMargins(12, 6, 12, 8)
            cell.column.setSpacing(0)
            cell.add(Label(self.tr("Group {number}").format(number=number), "small"))
            group = Label(letters, "h3")
            group.setWordWrap(False)
            spelled = " ".join(letters)
            group.setAccessibleName(
                self.tr("Group {number}: {letters}").format(number=number, letters=spelled)
            )
            cell.add(group)
            grid.addWidget(cell, (number - 1) // COLUMNS, (number - 1) % COLUMNS)
        card.column.addLayout(grid)
        self.add(card)
        self.add(
            notice(
                "care",
                self.tr("Before you print"),
                self.tr(
                    "A shared printer may keep a copy, and someone may get to the paper "
                    "before you. Writing the code down by hand is the safest way."
                ),
            )
        )
        row = FlowRow()
        paper = buttons.secondary(self.tr("Print the code"), "code_print", "printer")
        paper.clicked.connect(self.print_wanted)
        row.add(paper)
        save = buttons.secondary(self.tr("Save as PDF"), "code_save", "download")
        save.clicked.connect(self.save_wanted)
        row.add(save)
        self.add(row)
        self._said = Muted("")
        self._said.hide()
        self.add(self._said)
        ways = FlowRow()
        self.main = buttons.primary(self.tr("I have written it down"), "code_written")
        self.main.clicked.connect(self.written)
        ways.add(self.main)
        later = buttons.secondary(self.tr("Confirm the code later"), "code_later")
        later.clicked.connect(self.later)
        ways.add(later)
        self.add(ways)

    def say(self, words: str) -> None:
        """What became of printing or saving."""
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)
