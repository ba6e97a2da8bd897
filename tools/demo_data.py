"""Fills a data folder with believable sample data, for `make demo` and `make screens`.

Everything goes through the program's own services, so it is as real as a person's own.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tiapp.record.model import Place
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
    """Isla has finished the first module and is in the middle of the second; Callum is new.

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
    if len(entries) > 1:
        second = services.library.module(entries[1].id)
        for part in second.parts[:3]:
            person.progress.reach(second, part.id)
        person.progress.remember(second, Place(second.parts[2].id, 2, 0.25))
    person.close()
    return services, isla.id
