"""Fills a data folder with believable sample data, for `make demo` and `make screens`.

Everything goes through the program's own services, so it is as real as a person's own.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from demo_room import fill_room
from demo_team import fill_team

from tiapp.learning.model import ModuleEntry
from tiapp.record.model import Completion, Details, Place
from tiapp.services import Services
from tiapp.storage.paths import Paths


@dataclass
class ChosenClock:
    """A clock that stands still at a chosen moment."""

    moment: datetime = datetime(2026, 11, 23, 14, 2)

    def now(self) -> datetime:
        """The chosen moment."""
        return self.moment

    def today(self) -> date:
        """Its date."""
        return self.moment.date()


def fill(folder: Path, clock: ChosenClock | None = None) -> tuple[Services, str]:
    """Isla is in the middle of the second module and has a private room; Callum is new.

    Returns the services of the folder, and Isla's person id.
    """
    clock = clock or ChosenClock()
    services = Services(Paths.under(folder), clock)
    isla = services.people.add("Isla")
    services.people.add("Callum")
    person = services.for_person(isla)
    present = clock.moment
    entries = services.library.entries()
    if entries:
        clock.moment = datetime(2026, 11, 12, 9, 30)
        first = services.library.module(entries[0].id)
        for part in first.parts:
            person.progress.reach(first, part.id)
        person.progress.finish(first)
    clock.moment = present
    person.export.keep_details(Details("Isla Fraser", "00417", "Housing options", "Leith"))
    if len(entries) > 4:
        person.sharing.add_from_elsewhere(_done_elsewhere(entries[3], date(2026, 10, 6)))
        person.sharing.add_from_elsewhere(_done_elsewhere(entries[4], date(2026, 11, 19)))
    if len(entries) > 1:
        second = services.library.module(entries[1].id)
        for part in second.parts[:3]:
            person.progress.reach(second, part.id)
        person.progress.remember(second, Place(second.parts[2].id, 2, 0.25))
    person.save_settings(replace(person.settings, team=True, check_in=True, check_in_history=True))
    person.close()
    fill_room(services, isla.id, clock)
    fill_team(services, folder / "handed over")
    services.close()
    return services, isla.id


def _done_elsewhere(entry: ModuleEntry, day: date) -> list[Completion]:
    """As it comes out of Isla's own signed file from the computer at the front desk."""
    record_id = str(uuid5(NAMESPACE_URL, entry.id))
    return [Completion(record_id, entry.id, entry.title, entry.version, str(entry.level), day)]
