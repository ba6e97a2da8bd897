"""The main stage: navigation on the left, the page in view, messages above it, status below."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons, trace
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.text import Label
from tiapp.gui.kit.theme import theme
from tiapp.gui.shell import navigation, private_pages
from tiapp.gui.shell.messages import MessageArea
from tiapp.gui.shell.nav_rail import NavRail
from tiapp.gui.shell.room_notices import RoomNotices
from tiapp.gui.shell.session import Session

if TYPE_CHECKING:
    from tiapp.gui.shell.room_at_stage import RoomAtStage

NARROW_BELOW = 900
"""Width in pixels at 100 per cent below which the navigation shows icons alone."""

HISTORY = 50


class MainStage(QWidget):
    """Takes a person from page to page, and builds each page when it is first wanted.

    Signals:
        moved(): another screen is in view.
        help_wanted(), hide_wanted(): the two ways out.
        lock_wanted(): the person locks the private room.
    """

    moved = Signal()
    help_wanted = Signal()
    hide_wanted = Signal()
    lock_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, session: Session, entries: list[navigation.Entry]) -> None:
        super().__init__()
        self.setObjectName("main_stage")
        self._session = session
        self._pages: dict[Screen, Page] = {}
        self._door: Page | None = None
        self._page: Page | None = None
        self._room: RoomAtStage | None = None
        self._history: list[Destination] = []
        self._at = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        optional = navigation.optional_entries()
        self._entries = [*entries, *optional]
        self.rail = NavRail(entries, optional)
        self.rail.chosen.connect(lambda screen: self.go(Destination(screen)))
        self.rail.help_wanted.connect(self.help_wanted)
        self.rail.hide_wanted.connect(self.hide_wanted)
        self.rail.lock_wanted.connect(self.lock_wanted)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.messages = MessageArea()
        self.messages.closed.connect(self._focus_title)
        column.addWidget(self.messages)
        self._notices = RoomNotices()
        column.addWidget(self._notices)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        column.addWidget(self._stack, 1)
        column.addWidget(self._status_line())
        row.addLayout(column, 1)
        session.hub.changed.connect(self._on_changed)
        self._show_optional()
        session.hub.status.connect(self._show_status)

    @property
    def in_view(self) -> Screen:
        """The screen in view."""
        return self._history[self._at].screen if self._at >= 0 else Screen.HOME

    def page(self) -> Page | None:
        """The page in view."""
        return self._page

    def screen_words(self) -> str:
        """The screen's name for the window title; for a module, the row that stands for it.

        Nothing for a private one: that somebody writes is nobody's business at the task bar.
        """
        if self.in_view in private_pages.GONE_WHEN_LOCKED:
            return ""
        row = navigation.PARENTS.get(self.in_view, self.in_view)
        return next((entry.words for entry in self._entries if entry.screen is row), "")

    def go(self, there: Destination) -> None:
        """Takes the person there and remembers the way."""
        if self._at >= 0 and there == self._history[self._at]:  # never with a file
            if (page := self.page()) is not None:
                page.title.setFocus()
            return
        del self._history[self._at + 1 :]
        self._history.append(replace(there, file=""))  # Back does not ask about it again
        del self._history[: max(0, len(self._history) - HISTORY)]
        before = self._at
        self._at = len(self._history) - 1
        if there.screen in self._pages and there.screen is not Screen.MODULE:
            # Back keeps the place on a page; going there anew begins at its top.
            self._pages[there.screen].scroll.verticalScrollBar().setValue(0)
        self._show(there, leave=before >= 0)

    def back(self) -> None:
        """The page before, if there is one."""
        self._step(-1)

    def forward(self) -> None:
        """The page after, if there is one."""
        self._step(1)

    def turn(self, parts: int) -> None:
        """Next or previous part, when a module is in view."""
        turn = getattr(self.page(), "turn", None)
        if callable(turn):
            turn(parts)

    def escape(self) -> None:
        """One level back: inside the page first, then from a module or About to its parent."""
        page = self.page()
        if page is not None and page.escape():
            return
        parent = navigation.PARENTS.get(self.in_view)
        if parent is not None:
            self.go(Destination(parent))
        elif self._history[self._at].resume:
            self.back()  # from Support, to what the person was doing when they asked for help

    def cycle(self, steps: int) -> None:
        """Moves the focus to the next area: navigation, page, status."""
        page = self.page()
        areas: list[tuple[QWidget, QWidget]] = [(self.rail, self.rail.focus_row())]
        if page is not None:
            areas.append((page, page.title))
        areas.append((self._bar, self._search))
        focus = self.window().focusWidget()
        at = next(
            (n for n, (area, _) in enumerate(areas) if focus and area.isAncestorOf(focus)), -1
        )
        areas[(at + steps) % len(areas)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_title(self) -> None:
        if (page := self.page()) is not None:
            page.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def leaving(self) -> None:
        """Lets the page in view save what it has to."""
        if (page := self.page()) is not None:
            page.leaving()

    def fit(self, window_width: int) -> None:
        """Icons alone in the navigation when there is little room for words."""
        self.rail.set_narrow(window_width < theme().px(NARROW_BELOW))

    def _step(self, steps: int) -> None:
        at = self._at + steps
        if 0 <= at < len(self._history):
            self._at = at
            self._show(self._history[at], leave=True)

    def _show(self, there: Destination, *, leave: bool) -> None:
        if leave and self._page is not None:
            self._page.leaving()
        page = self._page = self._page_for(there)
        page.open(there)
        self._refresh(page)
        self._stack.setCurrentWidget(page)
        self.rail.mark(navigation.PARENTS.get(there.screen, there.screen))
        if self._room is not None:
            self._room.show_notices()
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()
        trace.mark(f"page:{there.screen.value}")

    def _page_for(self, there: Destination) -> Page:
        """The page for a destination, built when it is first wanted; the door if that is shut."""
        if there.screen in private_pages.GONE_WHEN_LOCKED:
            self.know_private()
        room = self._session.private.room if self._room is not None else None
        if room is None and private_pages.needs_open(there, self._session):
            if self._door is None:
                self._door = self._take_in(private_pages.build_door(self._session))
            return self._door
        if room is not None and there.screen in private_pages.PRIVATE:
            if there.screen not in self._pages:
                page = private_pages.build_private(there.screen, self._session, room)
                self._pages[there.screen] = self._take_in(page)
        elif there.screen not in self._pages:
            self._pages[there.screen] = self._take_in(navigation.build(there.screen, self._session))
        return self._pages[there.screen]

    def _take_in(self, page: Page) -> Page:
        page.go.connect(self.go)
        if isinstance(back := getattr(page, "back_wanted", None), SignalInstance):
            back.connect(self.back)
        self._stack.addWidget(page)
        return page

    # The private room

    def know_private(self) -> None:
        """Lets the private room add what it adds to other pages. Safe to repeat.

        Not before the first screen is painted: a locked room adds little, and that can wait.
        """
        if self._room is not None:
            return
        from tiapp.gui.shell.room_at_stage import RoomAtStage

        private = self._session.private
        self._room = RoomAtStage(
            self._session, self.rail, self._notices, self._on_private_page, self
        )
        self._room.go.connect(self.go)
        self._room.told.connect(self._tell_unless_at_the_door)
        private.opened.connect(self._on_room_opened)
        private.closing.connect(self._on_room_closing)
        private.emptied.connect(self._on_room_emptied)

    def _on_private_page(self) -> bool:
        return self.in_view in private_pages.PRIVATE and self._page is not self._door

    def _tell_unless_at_the_door(self, error: AppError) -> None:
        if self._page is not self._door:  # which says it itself
            self.messages.show_error(error)

    def _on_room_opened(self) -> None:
        """First the page that the person waits for, then what the room adds to others."""
        if self._page is self._door and self._door is not None:
            self._show(self._history[self._at], leave=True)
        assert self._room is not None
        self._room.fill_slots()

    def _on_room_closing(self) -> None:
        """Drafts are saved: on private pages, and on whichever page holds something private."""
        for screen, page in self._pages.items():
            if screen in private_pages.GONE_WHEN_LOCKED or page is self._page:
                page.leaving()

    def _on_room_emptied(self) -> None:
        """What was private goes for good; the door stands where a private page was in view."""
        gone = [
            screen
            for screen, page in self._pages.items()
            if screen in private_pages.GONE_WHEN_LOCKED and not page.outlives_lock
        ]
        in_view = self._page in [self._pages[screen] for screen in gone]
        pages = [self._pages.pop(screen) for screen in gone]
        if in_view and self._at >= 0:
            self._show(self._history[self._at], leave=False)
        for page in pages:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        assert self._room is not None
        self._room.close_what_is_open()
        self._room.fill_slots()

    def _show_optional(self) -> None:
        """The rows that the person has switched on in Settings."""
        for entry in navigation.optional_entries():
            is_on = navigation.is_on(entry.screen, self._session.person.settings)
            self.rail.show_row(entry.screen, is_on)

    def _on_changed(self, topic: Topic) -> None:
        if topic is Topic.SETTINGS:
            self._show_optional()
        # Hidden pages re-read when they are next shown.
        page = self.page()
        if page is not None and topic in page.topics:
            self._refresh(page)

    def _refresh(self, page: Page) -> None:
        try:
            page.refresh()
        except AppError as error:
            self.messages.show_error(error)

    def _status_line(self) -> QWidget:
        self._bar = QFrame()
        self._bar.setObjectName("status_line")
        self._bar.setProperty("box", "status")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(40, 2, 16, 2)
        self._status = Label("", "small")
        self._status.setObjectName("status")
        row.addWidget(self._status, 1)
        self._search = buttons.quiet(self.tr("Quick search"), "open_quick_search", "search")
        self._search.setToolTip(self.tr("Quick search (Ctrl+K)"))
        self._search.clicked.connect(self.search_wanted)
        row.addWidget(self._search)
        self._clear_status = QTimer(self)
        self._clear_status.setSingleShot(True)
        self._clear_status.setInterval(8000)
        self._clear_status.timeout.connect(lambda: self._status.setText(""))
        return self._bar

    def _show_status(self, words: str) -> None:
        self._status.setText(words)
        announce(self._status, words)
        self._clear_status.start()
