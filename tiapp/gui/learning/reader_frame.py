"""What the reader looks like: the parts, the column, a strip for questions, the ways on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit.text import Title
from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.part_body import PartBody, Shows
from tiapp.gui.learning.part_panel import PartPanel
from tiapp.gui.learning.question_strip import QuestionStrip
from tiapp.gui.learning.reader_column import ReaderColumn
from tiapp.gui.learning.reader_footer import ReaderFooter
from tiapp.gui.learning.reader_messages import LookingAgainNote, ShortRouteNote, UpdatedNote
from tiapp.gui.learning.reading import Reading
from tiapp.gui.learning.tab_order import set_reading_order
from tiapp.record.model import Place

NARROW_BELOW = 900
"""Pixels at 100 % below which the list of parts goes above the text."""


class ReaderFrame(QWidget):
    """Draws what it is told and asks no service.

    Signals:
        skip_wanted(): past this part, from the footer, its note or its summary.
        take_again_wanted(): the person looks again and would like a new attempt.
        short_route_wanted(): the person has little time.
    """

    skip_wanted = Signal()
    take_again_wanted = Signal()
    short_route_wanted = Signal()

    def __init__(self, title: Title, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ReaderColumn(title)
        self.panel = PartPanel(self.view)
        self.strip = QuestionStrip()
        self.footer = ReaderFooter()
        self.footer.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.view, 1)
        right.addWidget(self.strip)
        right.addWidget(self.footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addLayout(right, 1)
        self.footer.skip_wanted.connect(self.skip_wanted)
        self.panel.toggled.connect(self.put_in_order)
        theme().changed.connect(self._fit)

    def begin(self, reading: Reading) -> None:
        """Lists the parts of the module that is to be read."""
        self.panel.parts.set_parts(reading.module.parts)

    def show_only(self, content: QWidget | None) -> None:
        """Nothing but `content`: no parts, no footer."""
        self.view.set_message(None)
        self.view.put(content)
        self.view.position.setText("")
        self.panel.set_ready(False)
        self.footer.hide()
        self.put_in_order()

    def show_part(self, reading: Reading, context: BlockContext, place: Place) -> None:
        """Shows the part at that place, painted before this returns."""
        self.setUpdatesEnabled(False)
        try:
            inside = bool(place.block or place.into)
            body = PartBody(
                reading.part,
                context,
                past_note=inside,
                # Somebody who carries on in the middle needs all of it, to be put there exactly.
                lines=None if inside else self.view.lines_in_view(),
            )
            body.next_wanted.connect(self.skip_wanted)
            body.shows_changed.connect(lambda: self._on_shows_changed(reading, body))
            self._show_message(reading)
            position = self._position_words(reading)
            self.view.position.setText(position)
            words = self.tr("{title}. {position}")
            body.heading.setAccessibleName(
                words.format(title=reading.part.title, position=position)
            )
            self.panel.set_ready(True)
            self.panel.fold_after_choice()
            self.panel.parts.mark(reading.part.id, reading.reached)
            self._show_footer(reading, body)
            self.view.put(body, body.blocks)
            # First the focus, then the place: the focus ring brings what it goes round into view.
            self._focus_where(body, place)
            self.view.go_to(place.block, place.into)
        finally:
            self.setUpdatesEnabled(True)
        self._complete_soon(body)

    def show_instead(self, reading: Reading, content: QWidget, heading: QWidget) -> None:
        """Shows `content` in the place of a part, from its top."""
        self.setUpdatesEnabled(False)
        try:
            self.view.set_message(None)
            self.view.position.setText("")
            self.panel.parts.mark("", reading.reached)
            self.footer.hide()
            self.view.put(content)
            self.put_in_order()
            self.view.go_to(0, 0.0)
        finally:
            self.setUpdatesEnabled(True)
        self._focus(heading)

    def ask(self, box: QWidget, focus: QWidget | None) -> None:
        """Shows a question or a problem above the footer; None leaves the focus where it is."""
        self.strip.show_box(box)
        self.put_in_order()
        if focus is not None:
            self._focus(focus)

    def card_changed(self, widget: QWidget) -> None:
        """A card has other words now, and `widget` is what should be in view."""
        self.put_in_order()
        self.view.bring(widget)

    def put_in_order(self) -> None:
        """Makes Tab follow what is on the page now."""
        self.view.lay_out()
        set_reading_order(self)

    # --- The first view, then the rest ----------------------------------------------------

    def _complete_soon(self, body: PartBody) -> None:
        """Paints what is there, then builds the rest of the part below it."""
        self.repaint()
        QTimer.singleShot(0, body, lambda: self._complete(body))

    def _complete(self, body: PartBody) -> None:
        if body is not self.view.content:
            return
        if body.unfinished:
            if not body.build_more():
                QTimer.singleShot(0, body, lambda: self._complete(body))
                return
            self.view.set_blocks(body.blocks)
        self.put_in_order()

    def _on_shows_changed(self, reading: Reading, body: PartBody) -> None:
        """The note, the summary or the part itself took the place of another."""
        self.view.set_blocks(body.blocks)
        self._show_footer(reading, body)
        self.view.go_to(0, 0.0)
        self._focus(body.heading)
        self._complete_soon(body)

    # --- Around the part ------------------------------------------------------------------

    def _focus_where(self, body: PartBody, place: Place) -> None:
        """The part's title, or the block at the top when somebody carries on in the middle."""
        block = self.view.block_at(place.block) if place.block or place.into else None
        if block is not None and block.focusPolicy() == Qt.FocusPolicy.NoFocus:
            block.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._focus(block or body.heading)

    def _focus(self, widget: QWidget) -> None:
        """Moves the focus, unless the person has gone elsewhere meanwhile.

        On another page it would be lost, and behind the hidden screen it would be read out.
        """
        if self.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_message(self, reading: Reading) -> None:
        message: QWidget | None = None
        if reading.looking_again:
            again = LookingAgainNote(reading.finished_on)
            again.take_again.clicked.connect(self.take_again_wanted)
            message = again
        elif reading.updated_from is not None:
            message = UpdatedNote(reading.module, reading.updated_from)
        elif reading.offers_short_route:
            short = ShortRouteNote(reading.short_route)
            short.take_it.clicked.connect(self.short_route_wanted)
            message = short
        self.view.set_message(message)

    def _show_footer(self, reading: Reading, body: PartBody) -> None:
        self.footer.show_for(
            first=reading.neighbour(-1) is None,
            last=reading.last,
            note=body.shows is Shows.NOTE,
            looking_again=reading.looking_again,
        )
        self.footer.show()

    def _position_words(self, reading: Reading) -> str:
        way = reading.way
        if reading.on_short_route and way == reading.short_route:
            words = self.tr("Short route, part {number} of {count} · {time}")
        else:
            words = self.tr("Part {number} of {count} · {time}")
        return words.format(
            number=way.index(reading.part) + 1,
            count=len(way),
            time=self.tr("about %n minute(s)", "", reading.part.minutes),
        )

    def _fit(self) -> None:
        self.panel.set_narrow(self.width() < theme().px(NARROW_BELOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
