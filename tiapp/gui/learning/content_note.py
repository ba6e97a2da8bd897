"""The card before a part that some people would rather know of beforehand. Three equal ways on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.equal_row import equal_row
from tiapp.gui.kit.text import SmallTitle
from tiapp.gui.learning.block_context import BlockContext
from tiapp.learning.blocks import ContentNote


class ContentNoteCard(CalloutBox):
    """Says what the part holds.

    Signals:
        continued(), summary_wanted(), skipped(): the three ways on.
    """

    continued = Signal()
    summary_wanted = Signal()
    skipped = Signal()

    def __init__(
        self, note: ContentNote, context: BlockContext, parent: QWidget | None = None
    ) -> None:
        super().__init__("care", note.title or self.tr("Before you read on"), parent)
        self.setObjectName("content_note")
        context.put(self.column, note.blocks)
        self.column.addSpacing(8)
        self.main: QAbstractButton = buttons.secondary(self.tr("Continue"), "note_continue")
        self.main.clicked.connect(self.continued)
        summary = buttons.secondary(self.tr("Read a summary"), "note_summary")
        summary.clicked.connect(self.summary_wanted)
        skip = buttons.secondary(self.tr("Skip this part"), "note_skip")
        skip.clicked.connect(self.skipped)
        self.add(equal_row(self.main, summary, skip))


class SummaryCard(Card):
    """The part in short, for who would rather not read all of it.

    Signals:
        full_wanted(), next_wanted(): to the whole part, or on to the next one.
    """

    full_wanted = Signal()
    next_wanted = Signal()

    def __init__(
        self, note: ContentNote, context: BlockContext, parent: QWidget | None = None
    ) -> None:
        super().__init__("part_summary", parent)
        self.add(SmallTitle(self.tr("This part in short")))
        context.put(self.column, note.summary)
        self.column.addSpacing(8)
        full = buttons.secondary(self.tr("Read the full part"), "summary_full")
        full.clicked.connect(self.full_wanted)
        self.main: QAbstractButton = buttons.secondary(self.tr("Next part"), "summary_next")
        self.main.clicked.connect(self.next_wanted)
        self.add(equal_row(full, self.main))
