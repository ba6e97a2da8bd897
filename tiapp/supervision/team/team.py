"""The team: what the Team screen and the `tiapp team` commands can do, each in one call.

Every call may raise AppError, and then nothing was changed by it. Calls may come from any thread.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from tiapp.core.clock import Clock
from tiapp.supervision.summary import Row
from tiapp.supervision.team.model import (
    KeyQuestion,
    ModuleState,
    PathwayModules,
    Person,
)
from tiapp.supervision.team.place import TeamPlace

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tiapp.supervision.team.care import Choices
    from tiapp.supervision.team.director import Block
    from tiapp.supervision.team.importing import Importing
    from tiapp.supervision.team.rollup import MonthLine, PersonLine, TeamLine
    from tiapp.supervision.team.roster import StaffChanges
    from tiapp.supervision.team.scope import Scope, Validity
    from tiapp.supervision.team.staff_list import StaffList
    from tiapp.supervision.team.store import TeamStore

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Taught:
    """What this computer has to learn from: titles by module id, in order, and the pathways."""

    titles: Mapping[str, str]
    pathways: Sequence[PathwayModules] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """A team store in a few figures."""

    place: str
    people: int = 0
    on_list: int = 0
    completions: int = 0
    files: int = 0
    keys_to_decide: int = 0
    newest: str = ""
    """The newest day of a completion, as 2026-11-22."""


@dataclass(frozen=True, slots=True)
class Names:
    """What can be chosen from."""

    sites: tuple[str, ...] = ()
    teams: tuple[tuple[str, str], ...] = ()
    """Site and team."""
    pathways: tuple[tuple[str, str], ...] = ()
    """Id and title."""
    modules: tuple[tuple[str, str], ...] = ()
    """Id and title: those this computer has, then others that somebody finished."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Completions about to leave: how many, and whose. `scope` makes the same rows again."""

    scope: "Scope"
    rows: int
    people: int


class Team:
    """One team store. Nothing is opened before the first call that needs it."""

    def __init__(self, place: TeamPlace, clock: Clock, taught: Callable[[], Taught]) -> None:
        """`taught` is asked for once."""
        self.place = place
        self._clock = clock
        self._ask_taught = taught
        self._taught: Taught | None = None
        self._store: TeamStore | None = None
        self._lock = RLock()

    def taught(self) -> Taught:
        """What this computer has to learn from."""
        if self._taught is None:
            self._taught = self._ask_taught()
        return self._taught

    def close(self) -> None:
        """Close the store. A later call opens it again."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    # --- Files and keys ---------------------------------------------------------------------

    def importing(self, sources: Sequence[Path], *, unknown_modules: bool = False) -> "Importing":
        """Begin an import; it is done by its steps."""
        from tiapp.supervision.team.importing import Importing

        return Importing(
            self._open(),
            sources,
            frozenset(self.taught().titles),
            self._clock,
            unknown_modules=unknown_modules,
        )

    def key_questions(self) -> tuple[KeyQuestion, ...]:
        """New keys of people who have one already."""
        from tiapp.supervision.team import keys

        if not self._there():
            return ()
        with self._open().reading() as connection:
            return keys.questions(connection)

    def accept_keys(self, questions: Sequence[KeyQuestion]) -> int:
        """They are theirs: what waited is taken in. Returns how many completions were new."""
        from tiapp.supervision.team import keys

        with self._open().writing() as connection:
            return sum(
                keys.accept(connection, q.person_id, q.public_key, self._clock) for q in questions
            )

    def refuse_keys(self, questions: Sequence[KeyQuestion]) -> None:
        """They are not: what waited is let go of, and later files are kept out quietly."""
        from tiapp.supervision.team import keys

        with self._open().writing() as connection:
            for question in questions:
                keys.refuse(connection, question.person_id, question.public_key)

    # --- The staff list ---------------------------------------------------------------------

    def preview_staff_list(self, staff: "StaffList") -> "StaffChanges":
        """What it would change. Nothing is kept."""
        from tiapp.supervision.team.roster import put_in_force

        try:
            with self._open().writing() as connection:
                raise _OnlyLooking(put_in_force(connection, staff, self.taught().pathways))
        except _OnlyLooking as looked:
            return looked.changes

    def apply_staff_list(self, staff: "StaffList") -> "StaffChanges":
        """Put it in force."""
        from tiapp.supervision.team.roster import put_in_force

        with self._open().writing() as connection:
            return put_in_force(connection, staff, self.taught().pathways)

    def to_match(self) -> list[tuple[Person, tuple[Person, ...]]]:
        """People from files who are not on the list, each with those of the same name on it."""
        from tiapp.supervision.team.roster import to_match

        if not self._there():
            return []
        with self._open().reading() as connection:
            return to_match(connection)

    def match(self, person_id: int, into: int) -> None:
        """Two entries are one person: the second stays, with everything of both."""
        from tiapp.supervision.team import care

        with self._open().writing() as connection:
            care.match(connection, person_id, into)

    def agree(self, person_id: int, module_id: str, how: str) -> None:
        """Note "not needed" or "agreed otherwise"; "" takes that back."""
        from tiapp.supervision.team import care

        with self._open().writing() as connection:
            care.agree(connection, person_id, module_id, how)

    # --- Roll-ups ------------------------------------------------------------------------------

    def teams(self, scope: "Scope") -> "list[TeamLine]":
        """By site, team and module."""
        from tiapp.supervision.team import rollup

        return self._kept(
            "teams", scope, list[rollup.TeamLine],
            lambda c, v: rollup.team_lines(c, scope, v, self._clock.today()),
        )  # fmt: skip

    def people(self, scope: "Scope", *, not_yet: bool = False) -> "list[PersonLine]":
        """By person, by name. With `not_yet`, who has something expected still to finish."""
        from dataclasses import replace

        from tiapp.supervision.team import rollup

        today = self._clock.today()
        lines = self._kept(
            "people", scope, list[rollup.PersonLine],
            lambda c, v: rollup.person_lines(c, scope, v, today),
        )  # fmt: skip
        if not not_yet:
            return lines
        ids = self._kept(
            "not yet", replace(scope, since=None, until=None), list[int],
            lambda c, v: sorted(rollup.not_yet_ids(c, scope, v, today)),
        )  # fmt: skip
        wanted = set(ids)
        return [line for line in lines if line.id in wanted]

    def months(self, scope: "Scope") -> "list[MonthLine]":
        """By module and month."""
        from tiapp.supervision.team import rollup

        return self._kept(
            "months", scope, list[rollup.MonthLine], lambda c, v: rollup.month_lines(c, scope)
        )

    def for_director(self, scope: "Scope") -> "list[Block]":
        """Counts by site and team without a name or a small group: see director.COUNTS."""
        from tiapp.supervision.team.director_page import blocks_of

        return blocks_of(self.people(scope))

    def person(self, person_id: int) -> tuple[Person, tuple[ModuleState, ...]] | None:
        """One person and their modules; None when they are gone."""
        from tiapp.supervision.team import person

        with self._ready().reading() as connection:
            found = person.find(connection, person_id)
            if found is None:
                return None
            validity = self._validity(connection)
            titles = self.taught().titles
            return found, person.states(connection, found, titles, validity, self._clock.today())

    def names(self) -> Names:
        """What there is to choose from."""
        from tiapp.supervision.team import overview

        if not self._there():
            return overview.names_without_store(self.taught())
        with self._open().reading() as connection:
            return overview.names(connection, self.taught())

    def status(self) -> Status:
        """In a few figures."""
        from tiapp.supervision.team import overview

        shown = self.place.words
        if not self._there():
            return Status(shown)
        with self._open().reading() as connection:
            return overview.status(connection, shown)

    # --- What leaves ------------------------------------------------------------------------

    def sheet(self, scope: "Scope") -> Sheet:
        """What would be in a file of that scope: the totals that are shown beside the button."""
        from tiapp.supervision.team import rollup

        if not self._there():
            return Sheet(scope, 0, 0)
        with self._open().reading() as connection:
            rows, people = rollup.count_completions(connection, scope)
            return Sheet(scope, rows, people)

    @contextmanager
    def completions(self, scope: "Scope") -> Iterator[Iterator[tuple[str, Row]]]:
        """The rows themselves, each with its account, all of one moment, a few at a time."""
        from tiapp.supervision.team import rollup

        if not self._there():
            yield iter(())
            return
        with self._open().reading() as connection:
            yield rollup.completion_rows(connection, scope)

    # --- Data protection --------------------------------------------------------------------

    def choices(self) -> "Choices":
        """How long things hold and are kept."""
        from tiapp.supervision.team import care

        if not self._there():
            return care.Choices()
        with self._open().reading() as connection:
            return care.choices(connection)

    def choose(self, wanted: "Choices") -> None:
        """Keep what was chosen."""
        from tiapp.supervision.team import care

        with self._open().writing() as connection:
            care.choose(connection, wanted)

    def past_keeping(self) -> tuple[int, tuple[Person, ...]]:
        """Completions older than the organisation keeps, and leavers who have been gone so long."""
        from tiapp.supervision.team import care

        if not self._there():
            return 0, ()
        with self._open().reading() as connection:
            chosen = care.choices(connection)
            older = self._before(chosen.keep_months)
            gone = self._before(chosen.leaver_months)
            return (
                care.count_older(connection, older) if older else 0,
                care.leavers(connection, gone) if gone else (),
            )

    def remove_older(self) -> int:
        """Remove the completions that `past_keeping` counts."""
        from tiapp.supervision.team import care

        with self._open().writing() as connection:
            older = self._before(care.choices(connection).keep_months)
            return care.remove_older(connection, older) if older else 0

    def remove(self, person_ids: Sequence[int]) -> None:
        """Remove all that is kept of these people; their files are kept out from now on."""
        from tiapp.supervision.team import care

        with self._open().writing() as connection:
            for person_id in person_ids:
                care.remove(connection, person_id, self._clock.today())

    def let_in_again(self, staff_number: str) -> bool:
        """Take files of a removed person in again; False when nobody of that number was removed."""
        from tiapp.supervision.team import care

        with self._open().writing() as connection:
            return care.let_in_again(connection, staff_number)

    def correct(
        self, person_id: int, *, name: str, staff_number: str, team: str, site: str
    ) -> None:
        """Mend what is said of a person."""
        from tiapp.supervision.team import care

        with self._open().writing() as connection:
            care.correct(
                connection, person_id, name=name, staff_number=staff_number, team=team, site=site
            )

    def everything_about(self, person_id: int) -> bytes:
        """All that is kept of a person, as a file for them."""
        import json

        from tiapp.supervision.team import care

        with self._open().reading() as connection:
            facts = care.everything(connection, person_id)
        return (json.dumps(facts, indent=2, ensure_ascii=False) + "\n").encode()

    # --- Inside -----------------------------------------------------------------------------

    def _there(self) -> bool:
        return self._store is not None or self.place.exists()

    def _open(self) -> "TeamStore":
        with self._lock:
            if self._store is None:
                from tiapp.supervision.team.store import TeamStore

                self._store = TeamStore(self.place)
            return self._store

    def _ready(self) -> "TeamStore":
        """Open, and with the pathways of the content here."""
        from tiapp.supervision.team.roster import keep_pathways, pathways_differ

        store, pathways = self._open(), self.taught().pathways
        with store.reading() as connection:
            differ = pathways_differ(connection, pathways)
        if differ:
            with store.writing() as connection:
                keep_pathways(connection, pathways)
        return store

    def _kept(
        self,
        name: str,
        scope: "Scope",
        kind: type[_Answer],
        work_out: "Callable[[Connection, Validity], _Answer]",
    ) -> _Answer:
        from tiapp.supervision.team import kept

        if not self._there():
            return kind()
        today = self._clock.today().isoformat()
        return kept.ask(
            self._ready(),
            (name, today, *scope.question()),
            kind,
            lambda connection: work_out(connection, self._validity(connection)),
        )

    @staticmethod
    def _validity(connection: Any) -> "Validity":
        # part of no question: choosing another takes a turn, which makes all answers new
        from tiapp.supervision.team.care import choices
        from tiapp.supervision.team.scope import Validity

        return Validity(choices(connection).valid_months)

    def _before(self, months: int) -> Any:
        from tiapp.supervision.team.scope import months_before

        return months_before(self._clock.today(), months) if months else None


class _OnlyLooking(Exception):
    """Takes back what was tried out, and carries what it would have changed."""

    def __init__(self, changes: "StaffChanges") -> None:
        super().__init__()
        self.changes = changes
