"""One part on the page: its title, then its content note, its summary, or all of it."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.text import SectionTitle
from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.block_widgets import EXTRA_ABOVE
from tiapp.gui.learning.content_note import ContentNoteCard, SummaryCard
from tiapp.gui.learning.first_view import enough_blocks
from tiapp.gui.learning.stage import Stage, column_of
from tiapp.learning.blocks import Block, Heading
from tiapp.learning.model import Part


class Shows(Enum):
    """What of the part is in view."""

    NOTE = auto()
    SUMMARY = auto()
    ALL = auto()


class PartBody(QWidget):
    """A part as the person chose to meet it.

    Signals:
        next_wanted(): from the note or the summary straight on to the next part.
        shows_changed(): the person chose another way to meet the part.
    """

    next_wanted = Signal()
    shows_changed = Signal()

    def __init__(
        self,
        part: Part,
        context: BlockContext,
        *,
        past_note: bool = False,
        lines: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """With `lines`, no more than fills that many lines is built; `build_more` adds the rest."""
        super().__init__(parent)
        self.part = part
        self._lines = lines
        self._rest: tuple[Block, ...] = ()
        self._rest_holder: QWidget | None = None
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.heading = SectionTitle(part.title)
        self.heading.setObjectName("part_heading")
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._column.addWidget(self.heading)
        self._inner = Stage()
        self._column.addWidget(self._inner)
        self.blocks: list[QWidget] = []
        self.main: QAbstractButton | None = None
        self.shows = Shows.NOTE if part.note is not None and not past_note else Shows.ALL
        self._draw()

    @property
    def unfinished(self) -> bool:
        """Whether blocks are still to be built."""
        return self._rest_holder is not None

    def build_more(self) -> bool:
        """Builds one of the blocks that the first view did not need; True once all are there.

        They come into view together at the end, so that the page is laid out once.
        """
        if self._rest:
            self.blocks += self._context.put(self._rest_column, self._rest[:1])
            self._rest = self._rest[1:]
        if self._rest:
            return False
        if self._rest_holder is not None:
            self._inner_column.addWidget(self._rest_holder)
            self._rest_holder.show()
            self._rest_holder = None
        return True

    def show_note(self) -> None:
        """Back to the content note."""
        self._show(Shows.NOTE)

    def escape(self) -> bool:
        """From the summary back to the note. Whoever reads the part itself keeps their place."""
        if self.shows is Shows.SUMMARY:
            self.show_note()
            return True
        return False

    def _show(self, shows: Shows) -> None:
        self.shows = shows
        self._draw()
        self.shows_changed.emit()

    def _draw(self) -> None:
        self.blocks = []
        self._rest = ()
        self._rest_holder = None
        self.main = None
        if self.part.note is not None and self.shows is Shows.NOTE:
            self._inner.put(self._build_note())
        elif self.part.note is not None and self.shows is Shows.SUMMARY:
            self._inner.put(self._build_summary())
        else:
            self._inner.put(self._build_all())

    def _build_note(self) -> QWidget:
        assert self.part.note is not None
        card = ContentNoteCard(self.part.note, self._context)
        card.continued.connect(lambda: self._show(Shows.ALL))
        card.summary_wanted.connect(lambda: self._show(Shows.SUMMARY))
        card.skipped.connect(self.next_wanted)
        self.main = card.main
        return card

    def _build_summary(self) -> QWidget:
        assert self.part.note is not None
        card = SummaryCard(self.part.note, self._context)
        card.full_wanted.connect(lambda: self._show(Shows.ALL))
        card.next_wanted.connect(self.next_wanted)
        self.main = card.main
        return card

    def _build_all(self) -> QWidget:
        holder, column = column_of(16)
        if self.part.note is not None:
            again = buttons.quiet(self.tr("Show the content note"), "show_note", "heart-handshake")
            again.clicked.connect(self.show_note)
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        built = len(self.part.blocks)
        if self._lines is not None:
            letters = theme().settings.reading_width
            built = enough_blocks(self.part.blocks, self._lines, letters)
        self.blocks = self._context.put(column, self.part.blocks[:built])
        self._rest = self.part.blocks[built:]
        if self._rest:
            self._inner_column = column
            self._rest_holder, self._rest_column = column_of(16)
            if isinstance(self._rest[0], Heading):
                column.addSpacing(EXTRA_ABOVE[self._rest[0].level])
        return holder
