"""Asks which of two texts counts: what was typed here, or what was saved elsewhere meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import notice
from tiapp.gui.kit.flow import FlowRow


class ConflictBox(QWidget):
    """Hidden until there are two. Until it is answered neither is lost.

    Signals:
        keep_wanted(): what was typed here.
        take_wanted(): the file as it is now.
    """

    keep_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        box = notice(
            "attn",
            self.tr("This file was also changed somewhere else"),
            self.tr("What you typed is still here and not saved yet. Which version do you want?"),
        )
        row = FlowRow()
        self.keep = buttons.secondary(self.tr("Keep what I typed"), "keep_mine")
        self.keep.clicked.connect(self.keep_wanted)
        row.add(self.keep)
        theirs = buttons.secondary(self.tr("Use the file as it is now"), "take_theirs")
        theirs.clicked.connect(self.take_wanted)
        row.add(theirs)
        box.add(row)
        column.addWidget(box)
        self.hide()
