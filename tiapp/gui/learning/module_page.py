"""The reader: one part of a module a page, kept place, and the closing page at the end."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import trace
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.slot_holder import SlotHolder
from tiapp.gui.kit.slots import Slots
from tiapp.gui.kit.text import Muted
from tiapp.gui.learning.block_context import BlockContext, Ordinary
from tiapp.gui.learning.block_widgets import fill
from tiapp.gui.learning.closing_page import ClosingPage
from tiapp.gui.learning.finish_question import FinishQuestion
from tiapp.gui.learning.link_question import LinkQuestion, may_be_asked
from tiapp.gui.learning.module_paper import ModulePaper, PaperCard
from tiapp.gui.learning.part_body import PartBody, Shows
from tiapp.gui.learning.reader_frame import ReaderFrame
from tiapp.gui.learning.reader_messages import ProblemNote
from tiapp.gui.learning.reading import Reading
from tiapp.gui.learning.reading_calls import Opened, ReadingCalls, Turned
from tiapp.learning.model import PromptRef
from tiapp.record.model import Completion, Place

if TYPE_CHECKING:
    from tiapp.learning.library import Library
    from tiapp.record.progress import Progress

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
        now: Callable[[], datetime],
        slots: Slots | None = None,
        paper: ModulePaper | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Without `paper` the module cannot be saved as PDF from here."""
        super().__init__("", "module_page", parent)
        self._now = now
        self._paper = paper
        self._calls = ReadingCalls(library, progress)
        self._worker = worker
        self._hub = hub
        self._wanted: Destination | None = None
        self._reading: Reading | None = None
        self._slots = slots or Slots()
        self._busy = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(CALM_WAIT)
        self._slow.timeout.connect(self._show_waiting)
        self._put_frame()

    def _put_frame(self) -> None:
        """The reader's own column takes the place of the page's."""
        plain_scroll = self.scroll
        self.frame = ReaderFrame(self.title)
        self.view = self.frame.view
        self.scroll = self.view
        self.column = self.view.column
        self.outer.removeWidget(plain_scroll)
        plain_scroll.deleteLater()
        self.outer.addWidget(self.frame)
        self.frame.panel.parts.chosen.connect(self.go_to_part)
        self.frame.panel.parts.paper_wanted.connect(self._ask_for_paper)
        if self._paper is not None:
            self.frame.panel.parts.save.show()
        self.frame.footer.back_wanted.connect(lambda: self.turn(-1))
        self.frame.footer.next_wanted.connect(lambda: self.turn(1))
        self.frame.footer.finish_wanted.connect(self.finish)
        self.frame.skip_wanted.connect(self._on_skipped)
        self.frame.take_again_wanted.connect(self._take_again)
        self.frame.short_route_wanted.connect(self._take_short_route)
        self.view.came_to_rest.connect(self._remember)

    # --- What the shell asks --------------------------------------------------------------

    def open(self, destination: Destination) -> None:
        """Opens a module: at one of its parts, or where the person stopped."""
        self.leaving()
        self._wanted = destination
        self._reading = None
        self._busy = True
        self.frame.strip.close_box()
        self._set_title("")
        self.frame.show_only(None)
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
        if part_id is not None:
            self.go_to_part(part_id)
        elif steps > 0:
            announce(self, self.tr("This is the last part"))
        else:
            announce(self, self.tr("This is the first part"))

    def leaving(self) -> bool:
        """Keeps the place, if it is not kept yet."""
        self.view.rest_now()
        return True

    def escape(self) -> bool:
        """Closes a question, then the summary, then the list above the text."""
        if self.frame.strip.box is not None:
            self.frame.strip.close_box()
            return True
        content = self.view.content
        if isinstance(content, FinishQuestion):
            content.stay_wanted.emit()
            return True
        if isinstance(content, PartBody) and content.escape():
            return True
        return self.frame.panel.close_above()

    def main_button(self) -> QAbstractButton | None:
        """*Next*, *Finish*, or what the note, the question or the closing page offers first."""
        main = getattr(self.view.content, "main", None)
        if isinstance(main, QAbstractButton):
            return main
        footer = self.frame.footer
        return None if footer.isHidden() else footer.main()

    # --- Opening --------------------------------------------------------------------------

    def _set_title(self, words: str) -> None:
        """An empty title has a name nevertheless, for whoever hears the page."""
        self.title.setText(words)
        self.title.setAccessibleName("" if words else self.tr("Module"))

    def _show_waiting(self) -> None:
        self._set_title(self.tr("One moment, please"))
        self.frame.show_only(Muted(self.tr("Your module is being opened.")))

    def _show_opened(self, destination: Destination, opened: Opened) -> None:
        if destination is self._wanted:  # and not on the way to another module already
            self._begin(opened)
            QTimer.singleShot(0, self, lambda: trace.mark("page_ready:module"))

    def _begin(self, opened: Opened) -> None:
        self._slow.stop()
        self._busy = False
        reading = self._reading = Reading(opened)
        self._set_title(reading.module.entry.title)
        self.frame.begin(reading)
        self._draw_part(reading, opened.place)

    def _show_not_opened(self, destination: Destination, error: AppError) -> None:
        if destination is not self._wanted:
            return
        self._slow.stop()
        self._busy = False
        self._set_title(self.tr("This module did not open"))
        note = ProblemNote(error)
        again = note.offer(self.tr("Try again"), "open_again")
        again.clicked.connect(lambda: self.open(destination))
        back = note.offer(self.tr("Back to Learn"), "back_to_learn")
        back.clicked.connect(lambda: self.go.emit(Destination(Screen.LEARN)))
        self.frame.show_only(note)
        self._tell(error)
        if self.isVisible():
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Turning --------------------------------------------------------------------------

    def go_to_part(self, part_id: str) -> None:
        """Saves that the person comes to the part, then draws it."""
        reading = self._reading
        if reading is None or self._busy:
            return
        self.frame.strip.close_box()
        self._busy = True
        save = not reading.looking_again
        self._worker.run(
            self,
            lambda: self._calls.turn(reading.module, part_id, save=save),
            lambda turned: self._show_turned(reading, turned),
            failed=lambda error: self._show_problem(
                reading, error, lambda: self.go_to_part(part_id)
            ),
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
        if not reading.looking_again:
            self._say_saved()
        self._draw_part(reading, Place(turned.part.id))

    def _say_saved(self) -> None:
        time = self._now().strftime("%H:%M")
        self._hub.status.emit(self.tr("Saved at {time}").format(time=time))

    def _draw_part(self, reading: Reading, place: Place) -> None:
        self.frame.show_part(reading, self._context(reading), place)

    def _take_short_route(self) -> None:
        reading = self._reading
        if reading is None or self._busy:
            return
        reading.on_short_route = True
        first = reading.short_route[0]
        if first.id == reading.part.id:
            self._draw_part(reading, Place(first.id))
        else:
            self.go_to_part(first.id)

    def _context(self, reading: Reading) -> BlockContext:
        return BlockContext(
            fill,
            pack_id=reading.module.entry.pack_id,
            module_id=reading.module.id,
            part_id=reading.part.id,
            pictures=reading.pictures,
            follow=self._follow,
            changed=self.frame.card_changed,
            practised=reading.practised,
            slot=self._slot,
        )

    def _slot(self, prompt: PromptRef, ordinary: Ordinary) -> list[QWidget]:
        """A place below a prompt that follows the private room as it opens and locks."""

        def make() -> list[QWidget]:
            private = self._slots.reader and self._slots.reader.widget_for(prompt)
            return [private] if private else ordinary()

        return [self._holder(make)]

    def _holder(self, make: Ordinary) -> SlotHolder:
        holder = SlotHolder(self._slots, make)
        # Once what came is laid out: the order of Tab goes by places.
        holder.redrawn.connect(self.frame.put_in_order, Qt.ConnectionType.QueuedConnection)
        return holder

    def _closing_steps(self, module_id: str) -> list[QWidget]:
        made = (step.closing_step(module_id, self.go.emit) for step in self._slots.closing)
        return [step for step in made if step is not None]

    def _on_skipped(self) -> None:
        if self._reading is not None and self._reading.last:
            self.finish()
        else:
            self.turn(1)

    def _follow(self, link: str) -> None:
        if link.startswith("#"):
            if self._reading is not None and self._reading.has(link[1:]):
                self.go_to_part(link[1:])
        elif may_be_asked(link):
            question = LinkQuestion(link)
            question.closed.connect(self.frame.strip.close_box)
            self.frame.ask(question, question.title)

    def _ask_for_paper(self) -> None:
        if self._reading is not None and self._paper is not None:
            card = PaperCard(self._reading.module, self._paper, may_close=True)
            card.closed.connect(self.frame.strip.close_box)
            self.frame.ask(card, card.first)

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
            failed=lambda error: self._show_not_remembered(reading, error),
        )

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
        place = Place(reading.part.id, *self.view.place())
        question = FinishQuestion(reading.module, left)
        question.part_wanted.connect(self.go_to_part)
        question.stay_wanted.connect(lambda: self._draw_part(reading, place))
        question.finish_wanted.connect(lambda: self._finish(left))
        self.frame.show_instead(reading, question, question.heading)

    def _finish(self, skipped: tuple[str, ...]) -> None:
        reading = self._reading
        if reading is None or self._busy:
            return
        self.leaving()
        self.frame.strip.close_box()
        self._busy = True
        self._worker.run(
            self,
            lambda: self._calls.finish(reading.module, skipped),
            lambda completion: self._show_finished(reading, completion),
            failed=lambda error: self._show_problem(reading, error, lambda: self._finish(skipped)),
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
        steps = self._holder(lambda: self._closing_steps(reading.module.id))
        page = ClosingPage(
            reading.module, self._context(reading), reading.to_practise(), steps, self._paper
        )
        page.support_wanted.connect(lambda: self.go.emit(Destination(Screen.SUPPORT)))
        page.learn_wanted.connect(lambda: self.go.emit(Destination(Screen.LEARN)))
        page.home_wanted.connect(lambda: self.go.emit(Destination(Screen.HOME)))
        page.look_again_wanted.connect(lambda: self.go_to_part(reading.module.parts[0].id))
        page.part_wanted.connect(self.go_to_part)
        self.frame.show_instead(reading, page, page.heading)

    def _take_again(self) -> None:
        reading = self._reading
        if reading is None or self._busy:
            return
        self._busy = True

        def begin(opened: Opened) -> None:
            if reading is self._reading:
                self._begin(opened)

        self._worker.run(
            self,
            lambda: self._calls.take_again(reading.module),
            begin,
            failed=lambda error: self._show_problem(reading, error, self._take_again),
            changed=Topic.PROGRESS,
        )

    # --- When something could not be saved ------------------------------------------------

    def _show_problem(self, reading: Reading, error: AppError, again: Callable[[], None]) -> None:
        """Says what happened; the person stays where they were and may try again."""
        if reading is not self._reading:
            # They are in another module by now, which this has nothing to do with.
            self._hub.failed.emit(error)
            return
        self._busy = False
        note, retry = self._problem_note(error, again)
        self.frame.ask(note, retry)
        self._tell(error)

    def _show_not_remembered(self, reading: Reading, error: AppError) -> None:
        """The same for a place, once, and without taking the focus from what is being read."""
        if reading is not self._reading:
            self._hub.failed.emit(error)
        elif self.frame.strip.box is None:
            note, _ = self._problem_note(error, self._remember)
            self.frame.ask(note, None)
            self._tell(error)

    def _tell(self, error: AppError) -> None:
        if self.isVisible():
            announce(self, f"{error.title} {error.advice}")

    def _problem_note(
        self, error: AppError, again: Callable[[], None]
    ) -> tuple[ProblemNote, QAbstractButton]:
        note = ProblemNote(error)
        retry = note.offer(self.tr("Try again"), "problem_try_again")
        retry.clicked.connect(self.frame.strip.close_box)
        retry.clicked.connect(lambda: again())
        close = note.offer(self.tr("Close this message"), "problem_close")
        close.clicked.connect(self.frame.strip.close_box)
        return note, retry

    def hideEvent(self, event: QHideEvent) -> None:
        self.leaving()
        super().hideEvent(event)
