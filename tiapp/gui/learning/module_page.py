"""The reader: one part of a module a page, kept place, and the closing page at the end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import trace
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.block_widgets import fill
from tiapp.gui.learning.closing_page import ClosingPage
from tiapp.gui.learning.finish_question import FinishQuestion
from tiapp.gui.learning.link_question import LinkQuestion, may_be_asked
from tiapp.gui.learning.part_body import PartBody, Shows
from tiapp.gui.learning.part_panel import PartPanel
from tiapp.gui.learning.question_strip import QuestionStrip
from tiapp.gui.learning.reader_column import ReaderColumn
from tiapp.gui.learning.reader_footer import ReaderFooter
from tiapp.gui.learning.reader_messages import LookingAgainNote, ProblemNote, UpdatedNote
from tiapp.gui.learning.reading import Reading
from tiapp.gui.learning.reading_calls import Opened, ReadingCalls, Turned
from tiapp.gui.learning.tab_order import set_reading_order
from tiapp.record.model import Completion, Place

if TYPE_CHECKING:
    from tiapp.learning.library import Library
    from tiapp.record.progress import Progress

NARROW_BELOW = 900
"""Pixels at 100 % below which the list of parts goes above the text."""

CALM_WAIT = 300
"""Milliseconds before words say that the module is being opened."""


class ModulePage(Page):
    """Shows one module. Every part is saved as reached before it is drawn."""

    def __init__(
        self,
        library: "Library",
        progress: "Progress",
        worker: Worker,
        hub: Hub,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "module_page", parent)
        self._calls = ReadingCalls(library, progress)
        self._worker = worker
        self._hub = hub
        self._wanted: Destination | None = None
        self._reading: Reading | None = None
        self._busy = False
        self._build()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(CALM_WAIT)
        self._slow.timeout.connect(self._show_waiting)

    def _build(self) -> None:
        plain_scroll = self.scroll
        self.view = ReaderColumn(self.title)
        self.scroll = self.view
        self.column = self.view.column
        self.outer.removeWidget(plain_scroll)
        plain_scroll.deleteLater()
        self.panel = PartPanel(self.view)
        self.footer = ReaderFooter()
        self.footer.hide()
        self.strip = QuestionStrip()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.view, 1)
        right.addWidget(self.strip)
        right.addWidget(self.footer)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addLayout(right, 1)
        self.outer.addLayout(row)
        self.panel.parts.chosen.connect(self.go_to_part)
        self.panel.toggled.connect(self._put_in_order)
        self.footer.back_wanted.connect(lambda: self.turn(-1))
        self.footer.skip_wanted.connect(self._on_skipped)
        self.footer.next_wanted.connect(lambda: self.turn(1))
        self.footer.finish_wanted.connect(self.finish)
        self.view.came_to_rest.connect(self._remember)
        theme().changed.connect(self._fit)

    # --- What the shell asks --------------------------------------------------------------

    def open(self, destination: Destination) -> None:
        """Opens a module: at one of its parts, or where the person stopped."""
        self.leaving()
        self._wanted = destination
        self._reading = None
        self._busy = True
        self.strip.close_box()
        self._show_only(None)
        self._slow.start()
        self._worker.run(
            self,
            lambda: self._calls.open(destination),
            lambda opened: self._show_opened(destination, opened),
            failed=lambda error: self._show_not_opened(destination, error),
            changed=Topic.PROGRESS,
        )

    def turn(self, steps: int) -> None:
        """The next (1) or previous (-1) part, if there is one."""
        reading, content = self._reading, self.view.content
        if reading is None or self._busy:
            return
        if not isinstance(content, PartBody):
            if steps < 0:
                self.go_to_part(reading.part.id)
            return
        part_id = reading.neighbour(steps)
        if part_id is None:
            announce(
                self,
                self.tr("This is the last part")
                if steps > 0
                else self.tr("This is the first part"),
            )
            return
        self.go_to_part(part_id)

    def leaving(self) -> bool:
        """Keeps the place, if it is not kept yet."""
        self.view.rest_now()
        return True

    def escape(self) -> bool:
        """Closes a question, then the summary, then the list above the text."""
        if self.strip.box is not None:
            self.strip.close_box()
            return True
        content = self.view.content
        if isinstance(content, FinishQuestion) and self._reading is not None:
            self.go_to_part(self._reading.part.id)
            return True
        if isinstance(content, PartBody) and content.escape():
            return True
        return self.panel.close_above()

    def main_button(self) -> QAbstractButton | None:
        """*Next*, *Finish*, or what the note, the question or the closing page offers first."""
        main = getattr(self.view.content, "main", None)
        if isinstance(main, QAbstractButton):
            return main
        return None if self.footer.isHidden() else self.footer.main()

    # --- Opening --------------------------------------------------------------------------

    def _show_waiting(self) -> None:
        self.title.setText(self.tr("One moment"))
        self._show_only(Muted(self.tr("Your module is being opened.")))

    def _show_opened(self, destination: Destination, opened: Opened) -> None:
        if destination is not self._wanted:
            return  # the person is already on the way to another module
        self._begin(opened)

    def _begin(self, opened: Opened) -> None:
        self._slow.stop()
        self._busy = False
        reading = self._reading = Reading(opened)
        self.title.setText(reading.module.entry.title)
        self.panel.parts.set_parts(reading.module.parts)
        self._fit()
        self._draw_part(opened.place)
        QTimer.singleShot(0, self, lambda: trace.mark("page_ready:module"))

    def _show_not_opened(self, destination: Destination, error: AppError) -> None:
        if destination is not self._wanted:
            return
        self._slow.stop()
        self._busy = False
        self.title.setText(self.tr("This module did not open"))
        note = ProblemNote(error)
        note.offer(self.tr("Try again"), "open_again").clicked.connect(
            lambda: self.open(destination)
        )
        note.offer(self.tr("Back to Learn"), "back_to_learn").clicked.connect(
            lambda: self.go.emit(Destination(Screen.LEARN))
        )
        self._show_only(note)
        self._put_in_order()
        announce(self, f"{error.title} {error.advice}")
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_only(self, content: QWidget | None) -> None:
        """Nothing but `content`: no parts, no footer."""
        self.view.set_message(None)
        self.view.put(content)
        self.view.position.setText("")
        self.panel.set_ready(False)
        self.footer.hide()

    # --- Turning --------------------------------------------------------------------------

    def go_to_part(self, part_id: str) -> None:
        """Saves that the person comes to the part, then draws it."""
        reading = self._reading
        if reading is None or self._busy:
            return
        self.strip.close_box()
        self._busy = True
        save = not reading.looking_again
        self._worker.run(
            self,
            lambda: self._calls.turn(reading.module, part_id, save=save),
            lambda turned: self._show_turned(reading, turned),
            failed=lambda error: self._show_problem(error, lambda: self.go_to_part(part_id)),
            changed=Topic.PROGRESS if save else None,
        )

    def _show_turned(self, reading: Reading, turned: Turned) -> None:
        if reading is not self._reading:
            return
        self._busy = False
        reading.part = turned.part
        reading.pictures = turned.pictures
        reading.updated_from = None
        reading.reached.add(turned.part.id)
        self.panel.fold_after_choice()
        self._draw_part(Place(turned.part.id))

    def _draw_part(self, place: Place) -> None:
        reading = self._reading
        assert reading is not None
        self.setUpdatesEnabled(False)
        try:
            inside = bool(place.block or place.into)
            body = PartBody(
                reading.part,
                self._context(reading),
                past_note=inside,
                # Somebody who carries on in the middle needs all of it, to be put there exactly.
                lines=None if inside else self.view.lines_in_view(),
            )
            body.next_wanted.connect(self._on_skipped)
            body.shows_changed.connect(self._on_shows_changed)
            self._show_messages(reading)
            self.view.position.setText(self._position_words(reading))
            body.heading.setAccessibleName(
                self.tr("{title}. {position}").format(
                    title=reading.part.title, position=self.view.position.text()
                )
            )
            self.panel.set_ready(True)
            self.panel.parts.mark(reading.part.id, reading.reached)
            self._show_footer(body)
            self.view.put(body, body.blocks)
            self._focus_where(body, place)
            self.view.go_to(place.block, place.into)
        finally:
            self.setUpdatesEnabled(True)
        self._complete_soon(body)

    def _complete_soon(self, body: PartBody) -> None:
        """Paints what is there, then builds the rest of the part below it."""
        self.repaint()
        QTimer.singleShot(0, body, lambda: self._complete(body))

    def _complete(self, body: PartBody) -> None:
        if body is not self.view.content:
            return
        if body.unfinished:
            self.view.setUpdatesEnabled(False)
            try:
                whole = body.build_more()
                if whole:
                    self.view.set_blocks(body.blocks)
                    self.view.lay_out()
            finally:
                self.view.setUpdatesEnabled(True)
            if not whole:
                QTimer.singleShot(0, body, lambda: self._complete(body))
                return
        self._put_in_order()

    def _focus_where(self, body: PartBody, place: Place) -> None:
        """The part's title, or the block at the top when somebody carries on in the middle."""
        block = self.view.block_at(place.block) if place.block or place.into else None
        if block is not None and block.focusPolicy() == Qt.FocusPolicy.NoFocus:
            block.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        (block or body.heading).setFocus(Qt.FocusReason.OtherFocusReason)

    def _context(self, reading: Reading) -> BlockContext:
        return BlockContext(
            fill,
            pack_id=reading.module.entry.pack_id,
            module_id=reading.module.id,
            part_id=reading.part.id,
            pictures=reading.pictures,
            follow=self._follow,
            changed=self._on_card_changed,
            practised=reading.practised,
        )

    def _show_messages(self, reading: Reading) -> None:
        message: QWidget | None = None
        if reading.looking_again:
            again = LookingAgainNote(reading.finished_on)
            again.take_again.clicked.connect(self._take_again)
            message = again
        elif reading.updated_from is not None:
            message = UpdatedNote(reading.module, reading.updated_from)
        self.view.set_message(message)

    def _show_footer(self, body: PartBody) -> None:
        reading = self._reading
        assert reading is not None
        self.footer.show_for(
            first=reading.number == 1,
            last=reading.last,
            note=body.shows is Shows.NOTE,
            looking_again=reading.looking_again,
        )
        self.footer.show()

    def _position_words(self, reading: Reading) -> str:
        return self.tr("Part {number} of {count} · {time}").format(
            number=reading.number,
            count=len(reading.module.parts),
            time=self.tr("about %n minute(s)", "", reading.part.minutes),
        )

    # --- Inside a part --------------------------------------------------------------------

    def _on_shows_changed(self) -> None:
        body = self.view.content
        assert isinstance(body, PartBody)
        self.view.set_blocks(body.blocks)
        self._show_footer(body)
        self.view.go_to(0, 0.0)
        body.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._complete_soon(body)

    def _on_skipped(self) -> None:
        if self._reading is not None and self._reading.last:
            self.finish()
        else:
            self.turn(1)

    def _on_card_changed(self, widget: QWidget) -> None:
        self._put_in_order()
        self.view.bring(widget)

    def _follow(self, link: str) -> None:
        if link.startswith("#"):
            if self._reading is not None and link[1:] in {
                part.id for part in self._reading.module.parts
            }:
                self.go_to_part(link[1:])
        elif may_be_asked(link):
            question = LinkQuestion(link)
            question.closed.connect(self.strip.close_box)
            self.strip.show_box(question)
            self._put_in_order()
            question.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self) -> None:
        reading, body = self._reading, self.view.content
        if reading is None or reading.looking_again or not isinstance(body, PartBody):
            return
        if self._busy or body.shows is not Shows.ALL:
            return
        place = Place(reading.part.id, *self.view.place())
        self._worker.run(
            self,
            lambda: self._calls.remember(reading.module, place),
            failed=lambda error: self._show_problem(error, self._remember, quiet=True),
        )

    def _show_problem(
        self, error: AppError, again: Callable[[], None], *, quiet: bool = False
    ) -> None:
        """Says what happened; the person stays where they were and may try again.

        `quiet` leaves the focus where it is.
        """
        self._busy = False
        if quiet and self.strip.box is not None:
            return
        note = ProblemNote(error)
        retry = note.offer(self.tr("Try again"), "problem_try_again")
        retry.clicked.connect(self.strip.close_box)
        retry.clicked.connect(lambda: again())
        stay = note.offer(self.tr("Close this message"), "problem_close")
        stay.clicked.connect(self.strip.close_box)
        self.strip.show_box(note)
        self._put_in_order()
        announce(self, f"{error.title} {error.advice}")
        if not quiet:
            retry.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Finishing ------------------------------------------------------------------------

    def finish(self) -> None:
        """Finishes, or first lists the parts that are not reached yet."""
        reading = self._reading
        if reading is None or self._busy:
            return
        if reading.looking_again:
            self._show_closing(reading)
        elif left := reading.left():
            self._ask_to_finish(reading, left)
        else:
            self._finish(())

    def _ask_to_finish(self, reading: Reading, left: tuple[str, ...]) -> None:
        self.leaving()
        question = FinishQuestion(reading.module, left)
        question.part_wanted.connect(self.go_to_part)
        question.stay_wanted.connect(lambda: self.go_to_part(reading.part.id))
        question.finish_wanted.connect(lambda: self._finish(question.left))
        self._show_instead(question, question.heading)

    def _finish(self, skipped: tuple[str, ...]) -> None:
        reading = self._reading
        if reading is None or self._busy:
            return
        self.leaving()
        self.strip.close_box()
        self._busy = True
        self._worker.run(
            self,
            lambda: self._calls.finish(reading.module, skipped),
            lambda completion: self._show_finished(reading, completion),
            failed=lambda error: self._show_problem(error, lambda: self._finish(skipped)),
            changed=Topic.PROGRESS,
        )

    def _show_finished(self, reading: Reading, completion: Completion) -> None:
        if reading is not self._reading:
            return
        self._busy = False
        reading.looking_again = True
        reading.finished_on = completion.finished_on
        reading.reached.update(part.id for part in reading.module.parts)
        self._show_closing(reading)

    def _show_closing(self, reading: Reading) -> None:
        page = ClosingPage(reading.module, self._context(reading), reading.to_practise())
        page.support_wanted.connect(lambda: self.go.emit(Destination(Screen.SUPPORT)))
        page.learn_wanted.connect(lambda: self.go.emit(Destination(Screen.LEARN)))
        page.home_wanted.connect(lambda: self.go.emit(Destination(Screen.HOME)))
        page.look_again_wanted.connect(lambda: self.go_to_part(reading.module.parts[0].id))
        page.part_wanted.connect(self.go_to_part)
        self._show_instead(page, page.heading)

    def _show_instead(self, content: QWidget, heading: QWidget) -> None:
        """Shows `content` in the place of the part, which stays in the list."""
        reading = self._reading
        assert reading is not None
        self.setUpdatesEnabled(False)
        try:
            self.view.set_message(None)
            self.view.position.setText("")
            self.panel.parts.mark("", reading.reached)
            self.footer.hide()
            self.view.put(content)
            self._put_in_order()
            self.view.go_to(0, 0.0)
        finally:
            self.setUpdatesEnabled(True)
        heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_again(self) -> None:
        reading = self._reading
        if reading is None or self._busy:
            return
        self._busy = True
        self._worker.run(
            self,
            lambda: self._calls.take_again(reading.module),
            self._begin,
            failed=lambda error: self._show_problem(error, self._take_again),
            changed=Topic.PROGRESS,
        )

    # --- Room and order -------------------------------------------------------------------

    def _fit(self) -> None:
        self.panel.set_narrow(self.width() < theme().px(NARROW_BELOW))

    def _put_in_order(self) -> None:
        self.view.lay_out()
        set_reading_order(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.leaving()
        super().hideEvent(event)
