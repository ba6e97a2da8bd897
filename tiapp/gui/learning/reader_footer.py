"""Back, Skip this part and Next, always in the same place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.equal_row import Evener, even
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.learning.reading_view import SIDE


class ReaderFooter(QFrame):
    """The ways on from a part.

    Signals:
        back_wanted(), skip_wanted(), next_wanted(), finish_wanted()
    """

    back_wanted = Signal()
    skip_wanted = Signal()
    next_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader_footer")
        self.setProperty("box", "foot")
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE, 10)
        self.back = buttons.secondary(self.tr("Back"), "previous_part", "arrow-left")
        self.back.setAccessibleName(self.tr("Back to the previous part"))
        self.back.clicked.connect(self.back_wanted)
        self.skip = buttons.secondary(self.tr("Skip this part"), "skip_part")
        self.skip.clicked.connect(self.skip_wanted)
        self.next = buttons.primary(self.tr("Next"), "next_part", "arrow-right")
        self.next.setAccessibleName(self.tr("Next part"))
        self.next.clicked.connect(self.next_wanted)
        self.finish = buttons.primary(self.tr("Finish module"), "finish_module", "check")
        self.finish.clicked.connect(self.finish_wanted)
        row = FlowRow()
        for button in (self.back, self.skip, self.next, self.finish):
            row.add(button)
        column.addWidget(row)
        Evener((self.skip, self.next, self.finish), self)
        self.show_for(first=True, last=False, note=False, looking_again=False)

    def show_for(self, *, first: bool, last: bool, note: bool, looking_again: bool) -> None:
        """Offers what makes sense here; a content note has ways on of its own."""
        self.back.setEnabled(not first)
        self.skip.setVisible(not note and not (last and looking_again))
        self.next.setVisible(not note and not last)
        self.finish.setVisible(not note and last)
        self.finish.setText(
            self.tr("Go to the closing page") if looking_again else self.tr("Finish module")
        )
        even((self.skip, self.next, self.finish))

    def main(self) -> QAbstractButton:
        """*Next*, or *Finish*."""
        return self.next if self.finish.isHidden() else self.finish
