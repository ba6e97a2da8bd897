"""Who is here: first use, who you are on a shared computer, and whose Steady is open."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.core.settings import Installation, Settings
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.run import Worker
from tiapp.gui.shell.plain_stage import PlainStage
from tiapp.gui.shell.session import Session
from tiapp.services import Services


class Arrivals(QObject):
    """Decides what comes first, and makes the session once a person is known.

    Signals:
        stage_wanted(PlainStage): first use, or who you are.
        entered(Session): a person is known; Home can open.
        room_wanted(): somebody new would like to set up a private room next.
        left(): the person has gone; nothing of theirs may stay in view.
    """

    stage_wanted = Signal(object)
    entered = Signal(object)
    room_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        services: Services,
        hub: Hub,
        worker: Worker,
        apply: Callable[[Settings], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._hub = hub
        self._worker = worker
        self._apply = apply
        self.session: Session | None = None

    def start(self, person_id: str | None) -> None:
        """Shows what comes first: who you are, first use, or Home."""
        people = self._services.people.all()
        last = self._services.installation.last_person
        known = any(person.id == last for person in people)
        if person_id is not None:
            self.enter(person_id)
        elif not people:
            self.show_welcome()
        elif self._services.installation.shared_computer or (len(people) > 1 and not known):
            self.show_who()
        else:
            self.enter(last if known else people[0].id)
        for notice in self._services.take_notices():
            self._hub.failed.emit(notice)

    def enter(self, person_id: str) -> None:
        """Opens Steady for a person. AppError when there is no such person."""
        person = self._services.for_person(self._services.people.get(person_id))
        self.leave()
        self._apply(person.settings)
        self.session = Session(self._services, person, self._hub, self._worker)
        self.entered.emit(self.session)
        self._remember(person_id)

    def _remember(self, person_id: str) -> None:
        """Keeps who was here, for the next start; in the worker, for it waits for the disk."""
        if self._services.installation.last_person == person_id:
            return

        def remembered(now: Installation) -> Installation:
            return now if now.shared_computer else replace(now, last_person=person_id)

        self._worker.run(self, lambda: self._services.change_installation(remembered))

    def leave(self) -> None:
        """Closes the person's Steady, after whatever is still being saved for them."""
        if self.session is None:
            return
        session, self.session = self.session, None
        session.leave()
        self.left.emit()
        # In the worker, so that it comes after the last place was kept.
        self._worker.run(self, session.close)

    def show_welcome(self) -> None:
        """First use, in three steps."""
        from tiapp.gui.welcome.welcome_page import WelcomePage

        known = bool(self._services.people.all())
        self.leave()
        self._apply(Settings())
        ask_shared = self._services.installation.shared_computer is None
        page = WelcomePage(ask_shared, self._apply, can_go_back=known)
        page.welcomed.connect(self._on_welcomed)
        page.left.connect(lambda: self._calmly(self.show_who))
        self._show(page)

    def show_who(self) -> None:
        """Who are you? Nothing of anyone's is open meanwhile."""
        from tiapp.gui.welcome.who_page import WhoPage

        people = [(person.id, person.name) for person in self._services.people.all()]
        self.leave()
        self._apply(Settings())
        page = WhoPage(people)
        page.chosen.connect(lambda person_id: self._calmly(lambda: self.enter(person_id)))
        page.new_here.connect(lambda: self._calmly(self.show_welcome))
        self._show(page)

    def _show(self, page: Page) -> None:
        self.stage_wanted.emit(PlainStage(page))
        page.refresh()
        page.title.setFocus()

    def _on_welcomed(self, chosen: object) -> None:
        from tiapp.gui.welcome.welcome_page import Welcomed

        assert isinstance(chosen, Welcomed)
        self._calmly(lambda: self._begin(chosen.name, chosen.shared, chosen.settings))
        if chosen.private_room and self.session is not None:
            self.room_wanted.emit()

    def _begin(self, name: str, shared: bool | None, settings: Settings) -> None:
        person = self._services.people.add(name)
        if settings != Settings():
            self._services.for_person(person).save_settings(settings)
        if shared is not None:
            self._services.change_installation(lambda now: replace(now, shared_computer=shared))
        self.enter(person.id)

    def _calmly(self, act: Callable[[], None]) -> None:
        try:
            act()
        except AppError as error:
            self._hub.failed.emit(error)
