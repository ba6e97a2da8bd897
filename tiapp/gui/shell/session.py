"""Who is using Steady now, and the services that pages ask. Made when a person is known."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tiapp.core.errors import AppError
from tiapp.core.settings import Settings
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.slots import Slots
from tiapp.services import PersonServices, Services

if TYPE_CHECKING:
    from tiapp.gui.home.home_page import Offer
    from tiapp.gui.kit.file_choice import FileChoice
    from tiapp.gui.learning.learn_page import Shelf
    from tiapp.gui.shell.private_room import PrivateRoom
    from tiapp.record.model import ModuleProgress


class Session:
    """One person at this window: their services, and the few calls that need two of them."""

    def __init__(
        self, services: Services, person: PersonServices, hub: Hub, worker: Worker
    ) -> None:
        self.services = services
        self.person = person
        self.hub = hub
        self.worker = worker
        self.slots = Slots()

    @cached_property
    def private(self) -> "PrivateRoom":
        """The person's private room, locked or open. Made when it is first asked for."""
        from tiapp.gui.shell.private_room import PrivateRoom

        return PrivateRoom(self.person.vault, self.worker, self.hub)

    @cached_property
    def files(self) -> "FileChoice":
        """The system's file dialogs; they begin where the last file was."""
        from tiapp.gui.kit.file_choice import SystemFileChoice

        return SystemFileChoice()

    def lock(self) -> None:
        """Locks the private room, if it is open. See PrivateRoom.lock."""
        if "private" in self.__dict__:
            self.private.lock()

    def may_leave(self, leave: Callable[[], object], stay: Callable[[], None]) -> bool:
        """Locks, and says whether nothing is left to be saved. See PrivateRoom.may_leave."""
        return "private" not in self.__dict__ or self.private.may_leave(leave, stay)

    def leave(self) -> None:
        """The person goes: the room is locked for good, while its pages can still save."""
        if "private" in self.__dict__:
            self.private.end()

    def home(self) -> "Offer":
        """What Home offers: read plainly, and the library is asked only when it has to be."""
        from tiapp.gui.home.home_page import Offer

        screen = self.person.first_screen()
        if screen.carry_on is not None:
            return Offer(carry_on=screen.carry_on)
        finished = screen.finished_ids
        entries = self.services.library.entries()
        return Offer(suggestion=next((e for e in entries if e.id not in finished), None))

    def shelf(self) -> "Shelf":
        """What Learn lists. When the record cannot be read, the modules are listed all the same."""
        from tiapp.gui.learning.learn_page import Shelf

        library = self.services.library
        trouble: AppError | None = None
        states: dict[str, ModuleProgress] = {}
        try:
            states = {line.module_id: line for line in self.person.first_screen().states}
        except AppError as error:
            trouble = error
        return Shelf(library.entries(), states, library.problems(), trouble, library.pathways())

    def save_settings(self, settings: Settings) -> None:
        """Keeps a person's choices and tells the window to put them in force."""
        self.person.save_settings(settings)
        self.hub.changed.emit(Topic.SETTINGS)

    def rename(self, name: str) -> None:
        """Gives the person another display name."""
        self.person.person = self.services.people.rename(self.person.person.id, name)
        self.hub.changed.emit(Topic.PEOPLE)

    def save_shared(self, shared: bool) -> None:
        """Keeps whether others use this computer."""
        self.services.change_installation(lambda now: replace(now, shared_computer=shared))
        self.hub.changed.emit(Topic.PEOPLE)

    def close(self) -> None:
        """Closes the person's files. Everything is saved already."""
        self.person.close()
        self.services.close()
