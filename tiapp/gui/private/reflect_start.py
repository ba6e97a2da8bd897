"""What Reflect shows while no entry is open: ways to begin, and who sees what is written."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, SectionTitle, wrapping
from tiapp.gui.private.reflect_history import ForGood
from tiapp.gui.private.who_watches import WhoWatches


class StartView(QWidget):
    """Ways to begin.

    Signals:
        free_wanted(), choose_wanted(): write freely, or look at the prompts.
        undo_wanted(str), removed(str): what was deleted comes back, or goes for good.
        go(Destination): somewhere else.
    """

    free_wanted = Signal()
    choose_wanted = Signal()
    undo_wanted = Signal(str)
    removed = Signal(str)
    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reflect_start")
        self.setSizePolicy(wrapping())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        card = Card("reflect_begin")
        card.setSizePolicy(wrapping())
        card.add(SectionTitle(self.tr("Write, if and how you like")))
        card.add(
            Label(
                self.tr(
                    "A few words are enough. There is no right length and no right way, and "
                    "nothing needs to be finished. What you write is saved as you go."
                )
            )
        )
        row = FlowRow()
        free = buttons.secondary(self.tr("Write freely"), "start_free", "pencil")
        free.clicked.connect(self.free_wanted)
        row.add(free)
        choose = buttons.secondary(self.tr("Choose a prompt"), "start_choose", "lightbulb")
        choose.clicked.connect(self.choose_wanted)
        row.add(choose)
        card.add(row)
        self._column.addWidget(card)
        self._column.addWidget(WhoWatches(self.go.emit))
        self._undo: QWidget | None = None

    def say_deleted(self, entry_id: str, heading: str, until: date) -> QWidget:
        """Offers to bring back what was just deleted; returns the button that does."""
        self.forget_deleted()
        title = (
            self.tr("“{heading}” is deleted").format(heading=heading)
            if heading
            else self.tr("The entry is deleted")
        )
        box = CalloutBox("info", title)
        box.setObjectName("undo_box")
        box.setSizePolicy(wrapping())
        words = self.tr("It is kept until {day}. Until then you can bring it back.")
        box.add(Label(words.format(day=long_date(until))))
        row = FlowRow()
        back = buttons.secondary(self.tr("Bring it back"), "undo_delete", "undo")
        back.clicked.connect(lambda: self.undo_wanted.emit(entry_id))
        row.add(back)
        box.add(row)
        box.add(ForGood(lambda: self.removed.emit(entry_id)))
        self._undo = box
        self._column.insertWidget(0, box)
        return back

    def forget_deleted(self) -> None:
        """Takes that offer away."""
        if self._undo is not None:
            self._column.removeWidget(self._undo)
            self._undo.hide()
            self._undo.deleteLater()
            self._undo = None
