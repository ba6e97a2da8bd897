"""Who is using Steady now, and the services that pages ask. Made when a person is known."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tiapp.core.settings import Settings
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.run import Worker
from tiapp.services import PersonServices, Services

if TYPE_CHECKING:
    from tiapp.learning.model import ModuleEntry
    from tiapp.record.model import CarryOn, FirstScreen


class Session:
    """One person at this window: their services, and the few calls that need two of them."""

    def __init__(
        self, services: Services, person: PersonServices, hub: Hub, worker: Worker
    ) -> None:
        self.services = services
        self.person = person
        self.hub = hub
        self.worker = worker

    def first_screen(self) -> "FirstScreen":
        """What Home draws; read plainly."""
        return self.person.first_screen()

    def carry_on(self) -> "CarryOn | None":
        """The module that the person is in the middle of. AppErrors are shown by the window."""
        return self.first_screen().carry_on

    def suggestion(self) -> "ModuleEntry | None":
        """The first module that is not finished yet, in the order of the packs."""
        finished = self.first_screen().finished_ids
        for entry in self.services.library.entries():
            if entry.id not in finished:
                return entry
        return None

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
        installation = self.services.installation
        self.services.save_installation(replace(installation, shared_computer=shared))
        self.hub.changed.emit(Topic.PEOPLE)

    def close(self) -> None:
        """Closes the person's files. Everything is saved already."""
        self.person.close()
