"""Says quietly, after an entry was left, that something in it could show who somebody is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label


class LeftNotice(CalloutBox):
    """It names no entry and shows no word of it, as it stands above whatever is in view.

    Signals:
        look_wanted(): open the entry and show the places.
        closed(): leave it as it is.
    """

    look_wanted = Signal()
    closed = Signal()

    def __init__(self, found: int, parent: QWidget | None = None) -> None:
        super().__init__("care", "", parent)
        words = self.tr("In the entry you left, %n place(s) could show who someone is", "", found)
        self.title.setText(words)
        self.title.show()
        self.setAccessibleName(words)
        self.setObjectName("left_notice")
        self.add(
            Label(
                self.tr(
                    "Steady looks for names and numbers only, and tells nobody. It is your choice "
                    "whether to change anything."
                )
            )
        )
        row = FlowRow()
        look = buttons.secondary(self.tr("Show the places"), "left_look", "file-search")
        look.clicked.connect(self.look_wanted)
        row.add(look)
        close = buttons.secondary(self.tr("Leave it as it is"), "left_close")
        close.clicked.connect(self.closed)
        row.add(close)
        self.add(row)
