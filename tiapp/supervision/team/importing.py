"""An import, a step at a time: looks through the sources, verifies each file, then keeps them all.

Nothing is written before the last step, which is one transaction. Letting go of an import before
that leaves everything as it was. The window asks for one step after another in its worker, so that
other calls are answered in between; a command simply runs them all.
"""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from tiapp.core.clock import Clock
from tiapp.supervision.completion_file import Intact, Payload, check_completion_file
from tiapp.supervision.completion_reading import read_bytes
from tiapp.supervision.refusals import Refused
from tiapp.supervision.team import words
from tiapp.supervision.team.candidates import Candidate, Days, Known, load_known
from tiapp.supervision.team.folders import Found, look_through, shown_name
from tiapp.supervision.team.model import ImportReport, ImportStep, Reject, Trouble
from tiapp.supervision.team.receiving import Receiving
from tiapp.supervision.team.store import TeamStore

_EARLIEST = date(2020, 1, 1)
"""Before there was anything of this kind to finish."""


@dataclass(slots=True)
class _Counts:
    unchanged: int = 0
    waiting: int = 0
    read: int = 0


class Importing:
    """One import. Call `step` until it says that it is finished; then `report` tells all."""

    def __init__(
        self,
        store: TeamStore,
        sources: Sequence[Path],
        modules: frozenset[str],
        clock: Clock,
        *,
        unknown_modules: bool = False,
    ) -> None:
        """`modules` are the ids this computer knows; others only with `unknown_modules`."""
        self._store = store
        # not as they are called elsewhere: names below a source are shown, and nothing more
        self._sources = [Path(os.path.abspath(source)) for source in sources]
        self._modules = modules
        self._today = clock.today()
        # other time zones, and clocks a little fast
        self._latest = self._today + timedelta(days=2)
        self._clock_is_odd = not _EARLIEST < self._today < date(2100, 1, 1)
        self._unknown_modules = unknown_modules
        self._found = Found()
        self._counts = _Counts()
        self._rejects: list[Reject] = []
        self._notes: list[Reject] = []
        self._messages: list[str] = []
        self._seen: dict[bytes, str] = {}
        self._days = Days()
        self._candidates: list[Candidate] = []
        self._report: ImportReport | None = None
        self._work = self._steps()

    @property
    def report(self) -> ImportReport:
        """What became of it. Only once a step was the last."""
        assert self._report is not None
        return self._report

    def step(self, seconds: float = 0.05) -> ImportStep:
        """Go on for about so long. AppError when the store can't be read or written."""
        until = time.monotonic() + seconds
        for reached in self._work:
            if reached.finished or time.monotonic() >= until:
                return reached
        return ImportStep("Done", 0, 0, finished=True)

    def run(self) -> ImportReport:
        """All steps at once."""
        while not self.step(10.0).finished:
            pass
        return self.report

    def _steps(self) -> Iterator[ImportStep]:
        for _ in look_through(self._sources, self._found):
            yield ImportStep("Looking through the folder", 0, len(self._found.files))
        self._messages += [words.no_way_in(self._name(f)) for f in self._found.unreachable]
        with self._store.reading() as connection:
            known = load_known(connection, self._modules)
        files, total = self._found.files, len(self._found.files)
        for number, file in enumerate(files):
            if not self._consider(file, known):
                self._messages.append(words.went_away(number, total))
                break
            self._counts.read += 1
            yield ImportStep("Checking each file", number + 1, total)
        yield ImportStep("Keeping what was checked", total, total)
        self._report = self._keep()
        yield ImportStep("Done", total, total, finished=True)

    def _consider(self, file: str, known: Known) -> bool:
        """Look at one file; False when its source has gone away."""
        data = read_bytes(file)
        if isinstance(data, Refused):
            if data.code == "unreachable" and self._gone(file):
                return False
            self._rejects.append(words.of_refusal(self._name(file), data))
            return True
        digest = sha256(data).digest()
        before = self._seen.get(digest)
        if before is not None:
            self._rejects.append(words.duplicate(self._name(file), self._name(before)))
        elif digest in known.received:
            self._counts.unchanged += 1
            self._seen[digest] = file
        elif digest in known.waiting:
            self._counts.waiting += 1
            self._seen[digest] = file
        else:
            self._judge(file, digest, check_completion_file(data), known)
        return True

    def _judge(self, file: str, digest: bytes, checked: Intact | Refused, known: Known) -> None:
        if isinstance(checked, Refused):
            self._rejects.append(words.of_refusal(self._name(file), checked))
            return
        payload = checked.payload
        if not self._unknown_modules:
            strange = sorted({done.module_id for done in payload.completions} - known.modules)
            if strange:
                self._rejects.append(words.unknown_module(self._name(file), strange))
                return
        # only now: two files that are bad in the same way are not each other's copies
        self._seen[digest] = file
        self._note_odd_dates(file, payload)
        self._candidates.append(Candidate.of(file, digest, checked, known, self._days))

    def _note_odd_dates(self, file: str, payload: Payload) -> None:
        if self._clock_is_odd:
            return
        days = {done.finished for done in payload.completions}
        days.add(payload.written)
        if min(days) >= _EARLIEST and max(days) <= self._latest:
            return
        odd = sorted(day for day in days if not _EARLIEST <= day <= self._latest)
        self._notes.append(words.odd_date(self._name(file), _said(odd[0]), _said(odd[-1])))

    def _keep(self) -> ImportReport:
        receiving = Receiving(self._today, self._name)
        if self._candidates:
            with self._store.writing() as connection:
                receiving.keep(connection, self._candidates)
        if self._clock_is_odd:
            self._messages.append(words.CLOCK_HERE)
        total = len(self._found.files)
        rejects = (*self._rejects, *receiving.rejects)
        return ImportReport(
            considered=total,
            others=self._found.others,
            taken=receiving.taken,
            unchanged=self._counts.unchanged + receiving.unchanged,
            waiting=self._counts.waiting
            + receiving.waiting
            + sum(reject.trouble is Trouble.NEW_KEY for reject in rejects),
            refused_key=receiving.refused_key,
            unread=total - self._counts.read,
            completions=receiving.completions,
            people=receiving.people,
            past_keeping=receiving.past_keeping,
            rejects=tuple(sorted(rejects, key=lambda reject: (reject.trouble, reject.file))),
            notes=tuple(self._notes),
            messages=tuple(self._messages),
        )

    def _gone(self, file: str) -> bool:
        """Whether the file's source is not there any more, rather than the file alone."""
        folder = os.path.dirname(file)
        source = next((s for s in self._sources if file.startswith(f"{s}{os.sep}")), None)
        return source is not None and not (os.path.isdir(source) and os.path.isdir(folder))

    def _name(self, file: str) -> str:
        return shown_name(file, self._sources)


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
