"""Remembers how far a person is: reach a part, come back to the same line, finish.

Whatever has returned is on the disk, also after a kill or a power cut.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.learning.model import Module
from tiapp.record.file import RECORD
from tiapp.record.model import Attempt, Completion, ModuleProgress, Place, Resume
from tiapp.record.opening import RecordFile, which
from tiapp.record.plain_rows import PlainRows
from tiapp.record.rules import can_finish, next_part
from tiapp.storage.faults import calmly
from tiapp.storage.migrate import bring_up_to_date
from tiapp.storage.plain import connected

if TYPE_CHECKING:
    from tiapp.record.store import Rows


class Progress(RecordFile):
    """How far one person is. See RecordFile for what every method promises."""

    def __init__(self, file: Path, clock: Clock) -> None:
        """`file` is the person's record.db. Nothing is opened yet."""
        super().__init__(file)
        self._clock = clock
        self._told: set[tuple[str, int]] = set()
        """Module and version of the updates that `resume` has reported since the start."""

    def resume(self, module: Module) -> Resume:
        """How to open that module: at the very line where the person left it.

        A part that is gone becomes the first one not yet reached. After an update `updated_from`
        is set until the person has seen the new version: until the next `reach` or `remember`
        after this call, but for a `reach` that only opens the module. So a kill before that
        repeats the news, and a kill after it does not.
        Saves nothing.
        """
        with self._lock, calmly(self._file):
            if self._nothing_yet():
                return _fresh(module)
            if self._store is not None:
                return self._read(lambda rows: self._resume(rows, module), _fresh(module))
            self._opened = which(self._file)
            bring_up_to_date(self._file, RECORD)
            with connected(self._file) as connection:
                connection.execute("BEGIN")  # all answers are of the same moment
                return self._resume(PlainRows(connection), module)

    def reach(self, module: Module, part_id: str, *, opening: bool = False) -> None:
        """The person came to that part, by Next, Skip or the list of parts. Safe to repeat.

        Starts an attempt if there is none, and keeps the place at the top of the part. Does
        nothing when the module is finished: looking again changes nothing. KeyError if the module
        has no such part. `opening` says that the module is only being opened and nothing of it
        was drawn yet, so that news of an update can't have been seen.
        """
        module.part_number(part_id)
        with self._writing() as rows:
            attempt = rows.latest(module.id) or rows.start(module, 1)
            if attempt.finished:
                return
            reached = rows.reached(attempt)
            if part_id not in reached:
                rows.add_reached(attempt, part_id)
            seen = not opening
            self._keep(rows, attempt, module, Place(part_id), reached | {part_id}, seen=seen)

    def remember(self, module: Module, place: Place) -> None:
        """Keep the exact place, a moment after scrolling stops and when the page is left.

        Reaches nothing. Does nothing when the module was never begun, is finished, or has no such
        part.
        """
        if all(part.id != place.part_id for part in module.parts):
            return
        if self._nothing_yet():
            return
        with self._writing() as rows:
            attempt = rows.latest(module.id)
            if attempt is not None and not attempt.finished:
                reached = rows.reached(attempt)
                self._keep(rows, attempt, module, _within(place), reached, seen=True)

    def finish(self, module: Module) -> Completion:
        """End the attempt and return its completion, written for good.

        Repeating it returns the same completion. AppError while parts are still to be reached.
        """
        unreached = AppError(
            "You have not reached some parts of this module yet.",
            "Everything so far is saved. Open or skip each part, then finish.",
            code="parts-ahead",
        )
        if self._nothing_yet():
            raise unreached
        with self._writing() as rows:
            attempt = rows.latest(module.id)
            if attempt is None:
                raise unreached
            earlier = rows.completion_of(attempt)
            if earlier is not None:
                return earlier
            if not can_finish([part.id for part in module.parts], rows.reached(attempt)):
                raise unreached
            completion = Completion(
                record_id=_new_record_id(),
                module_id=module.id,
                title=module.entry.title,
                version=module.entry.version,
                level=str(module.entry.level),
                finished_on=self._clock.today(),
            )
            rows.add_completion(attempt, completion)
        return completion

    def take_again(self, module: Module) -> Resume:
        """Start a new attempt at the top; the earlier completion stays, and another may follow.

        While an attempt is under way it goes on, and no other is started.
        """
        with self._writing() as rows:
            attempt = rows.latest(module.id)
            if attempt is None or attempt.finished:
                rows.start(module, attempt.number + 1 if attempt else 1)
            return self._resume(rows, module)

    def states(self) -> dict[str, ModuleProgress]:
        """How far the person is, by module id; modules never begun are missing."""
        return self._read(lambda rows: rows.states(), {})

    def completions(self) -> tuple[Completion, ...]:
        """Everything finished, oldest first."""
        return self._read(lambda rows: rows.completions(), ())

    def _resume(self, rows: "Rows | PlainRows", module: Module) -> Resume:
        attempt = rows.latest(module.id)
        if attempt is None:
            return _fresh(module)
        ids = [part.id for part in module.parts]
        reached = rows.reached(attempt) & frozenset(ids)
        if attempt.finished:
            return Resume(Place(ids[0]), reached, looking_again=True)
        updated = module.entry.version > attempt.version
        if updated:
            self._told.add((module.id, module.entry.version))
        return Resume(
            place=_present(attempt, module, reached),
            reached=reached,
            updated_from=attempt.version if updated else None,
        )

    def _keep(
        self,
        rows: "Rows",
        attempt: Attempt,
        module: Module,
        place: Place,
        reached: frozenset[str],
        *,
        seen: bool,
    ) -> None:
        version = module.entry.version
        told = seen and (module.id, version) in self._told
        if version > attempt.version and not told:
            version = attempt.version  # the news is still to be seen
        present = sum(part.id in reached for part in module.parts)
        rows.keep_place(attempt, module, place, reached_count=present, version=version)


def _fresh(module: Module) -> Resume:
    return Resume(Place(module.parts[0].id), frozenset())


def _present(attempt: Attempt, module: Module, reached: frozenset[str]) -> Place:
    """The remembered place, as far as it still exists in the module as it is now."""
    ids = [part.id for part in module.parts]
    if attempt.place.part_id not in ids:
        return Place(next_part(ids, reached))
    if module.entry.version != attempt.version:
        # blocks may have moved: better the top of the right part than the middle of a wrong one
        return Place(attempt.place.part_id)
    return attempt.place


def _within(place: Place) -> Place:
    """The same place, inside its limits whatever the view reported (`into` may not be a number)."""
    into = min(max(place.into, 0.0), 1.0) if place.into == place.into else 0.0
    return Place(place.part_id, max(place.block, 0), into)


def _new_record_id() -> str:
    from uuid import uuid4

    return str(uuid4())
