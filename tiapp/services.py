"""What the window and the command line share: paths, files and the services made from them.

Importing this is cheap: no Qt, no SQLAlchemy, no Markdown. Those come with the first call that
needs them, or with `warm_up` in a thread after the first screen is drawn.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.core.settings import Installation, Settings
from tiapp.storage.paths import Paths
from tiapp.storage.people import People, Person
from tiapp.storage.settings_file import (
    read_installation,
    read_settings,
    write_installation,
    write_settings,
)

if TYPE_CHECKING:
    from tiapp.handouts.handouts import Handouts
    from tiapp.learning.library import Library
    from tiapp.private.vault import Vault
    from tiapp.record.model import FirstScreen
    from tiapp.record.progress import Progress
    from tiapp.record.sharing import Sharing
    from tiapp.supervision.export import Export
    from tiapp.supervision.profile_store import ProfileStore
    from tiapp.supervision.team.desk import Desk
    from tiapp.supervision.team.team import Taught


class Services:
    """Everything of one data folder. Nothing is read or made before it is asked for."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        """`clock` tells the day of a completion."""
        self.paths = paths
        self.clock = clock
        self.people = People(paths.data)
        self._notices: list[AppError] = []
        self._changing = RLock()

    @cached_property
    def installation(self) -> Installation:
        """What holds for the data folder, read once. Damage is worked round: see `take_notices`."""
        value, notice = read_installation(self.paths.config / "installation.toml")
        if notice:
            self._notices.append(notice)
        return value

    def change_installation(self, how: Callable[[Installation], Installation]) -> None:
        """Change what holds now, and keep it; from whatever thread. AppError as for saving."""
        with self._changing:
            changed = how(self.installation)
            if changed != self.installation:
                self.save_installation(changed)

    def save_installation(self, installation: Installation) -> None:
        """Keep it. AppError when it can't be saved; then the one before still holds."""
        write_installation(self.paths.config / "installation.toml", installation)
        self.installation = installation

    @cached_property
    def library(self) -> "Library":
        """What there is to learn."""
        from tiapp.learning.library import Library

        return Library(self.paths.content, self.paths.cache, self.paths.packs / "current")

    @cached_property
    def team(self) -> "Desk":
        """The team store of this data folder, or of the server it names. Opened when needed."""
        return self.team_at(self.installation.team_db)

    def team_at(self, place: str) -> "Desk":
        """A team store elsewhere: a server's address or a file; empty for the usual one."""
        from tiapp.supervision.team.desk import Desk
        from tiapp.supervision.team.place import TeamPlace
        from tiapp.supervision.team.team import Team

        where = TeamPlace.of(self.paths.data / "team" / "team.db", place)
        return Desk(
            Team(where, self.clock, self._taught),
            self.clock,
            self.paths.resources,
            self.paths.config,
            purpose=lambda: self.installation.summary_purpose[:300],
        )

    def keep_purpose(self, line: str) -> None:
        """The organisation's own line on what summaries are for; empty: Steady's. AppError."""
        words = " ".join(line.split())[:300]
        self.change_installation(lambda now: replace(now, summary_purpose=words))

    def use_team_place(self, address: str) -> None:
        """Try a server's address, and use it from now on; empty: the file of this data folder.

        AppError when it does not answer, or can't be kept; then the store before is still in use.
        What was in that store stays in it.
        """
        if address:
            from tiapp.supervision.team.place import refuse_other_addresses

            refuse_other_addresses(address)
            tried = self.team_at(address).team
            try:
                tried.status()
            finally:
                tried.close()
        self.change_installation(lambda now: replace(now, team_db=address))
        self.close()
        self.__dict__.pop("team", None)

    def close(self) -> None:
        """Close the team store, if it was opened. A later call opens it again."""
        if "team" in self.__dict__:
            self.team.team.close()

    def _taught(self) -> "Taught":
        from tiapp.supervision.team.model import PathwayModules
        from tiapp.supervision.team.team import Taught

        return Taught(
            {entry.id: entry.title for entry in self.library.entries()},
            tuple(
                PathwayModules(way.id, way.title, tuple(module.id for module in way.modules))
                for way in self.library.pathways().routes
            ),
        )

    @cached_property
    def handouts(self) -> "Handouts":
        """Documents of what there is to learn and to use. Nothing of any person's is in them."""
        from tiapp.handouts.handouts import Handouts

        return Handouts(self.library, self.paths.resources, self.clock)

    @cached_property
    def profiles(self) -> "ProfileStore":
        """What other systems want to have in a table of completions."""
        from tiapp.supervision.profile_store import ProfileStore

        return ProfileStore(
            self.paths.resources / "text" / "export-profiles.toml",
            self.paths.config / "export-profiles.toml",
        )

    def for_person(self, person: Person) -> "PersonServices":
        """The services of one person. Whoever asks keeps them, and closes them at the end."""
        return PersonServices(self, person)

    def look_at_start(self, person_id: str | None) -> Settings:
        """The look to start in: that of the person named, or of whoever was here last.

        On a shared computer it is the usual look: nothing of anyone's shows before they say who
        they are.
        """
        here = person_id or self.installation.last_person
        if self.installation.shared_computer and person_id is None:
            here = ""
        if not any(person.id == here for person in self.people.all()):
            return Settings()
        return self.for_person(self.people.get(here)).settings

    def take_notices(self) -> tuple[AppError, ...]:
        """What was damaged and worked round, to be said calmly once: each is handed out once."""
        notices = (*self._notices, *self.people.take_notices())
        self._notices.clear()
        return notices

    def note(self, notice: AppError) -> None:
        """Keep something for `take_notices`."""
        self._notices.append(notice)


class PersonServices:
    """One person's settings and progress; nothing of anybody else's can be reached from here."""

    def __init__(self, services: Services, person: Person) -> None:
        """Made by Services.for_person. Nothing is read yet."""
        self.person = person
        self._services = services
        self._folder = services.people.folder(person.id)

    @cached_property
    def settings(self) -> Settings:
        """Their choices, read once. Damage is worked round: see Services.take_notices."""
        value, notice = read_settings(self._folder / "settings.toml")
        if notice:
            self._services.note(notice)
        return value

    def save_settings(self, settings: Settings) -> None:
        """Keep their choices. AppError when they can't be saved: the ones before still hold."""
        write_settings(self._folder / "settings.toml", settings)
        self.settings = settings

    @cached_property
    def progress(self) -> "Progress":
        """Their record. Made at once; the file is opened when first needed."""
        from tiapp.record.progress import Progress

        return Progress(self._folder / "record.db", self._services.clock)

    @cached_property
    def sharing(self) -> "Sharing":
        """The side of their record that faces outwards. Opened when first needed."""
        from tiapp.record.sharing import Sharing

        return Sharing(self._folder / "record.db")

    @cached_property
    def export(self) -> "Export":
        """Their completion summary. It is made from the record alone and reaches nothing else."""
        from tiapp.supervision.export import Export

        services = self._services
        return Export(
            lambda: self.person,
            lambda: self.progress.completions(),
            self.sharing,
            services.clock,
            services.paths.resources,
            purpose=lambda: services.installation.summary_purpose[:300],
            pathways=lambda: [
                (way.id, way.title, tuple(module.id for module in way.modules))
                for way in services.library.pathways().routes
            ],
        )

    @cached_property
    def vault(self) -> "Vault":
        """Their private room, locked until they open it. Making this touches nothing."""
        from tiapp.private.vault import Vault

        return Vault(self._folder, self._services.clock)

    def first_screen(self) -> "FirstScreen":
        """What Home draws, read fast through the driver. AppError when the record can't be read."""
        from tiapp.record.first_screen import read_first_screen

        return read_first_screen(self._folder / "record.db")

    def close(self) -> None:
        """Close the record and the private room. Everything is saved already."""
        if "progress" in self.__dict__:
            self.progress.close()
        if "sharing" in self.__dict__:
            self.sharing.close()
        if "vault" in self.__dict__:
            self.vault.close()


def warm_up_reading() -> None:
    """Import what opening a module needs. For the worker, as soon as Home is drawn."""
    import tiapp.learning.module_reader
    import tiapp.learning.parser
    import tiapp.record.progress  # noqa: F401


def warm_up() -> None:
    """Import what saving needs: SQLAlchemy. For the worker, while the person reads Home."""
    import tiapp.record.store  # noqa: F401 - sets up the mapped classes too
