"""A certificate for a module or a pathway: it says what was finished, and accredits nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiapp.printing.typeset import typeset
from tiapp.record.model import Completion
from tiapp.supervision.summary import FINISHED_MEANS
from tiapp.supervision.writers.cells import plain
from tiapp.supervision.writers.days import spoken_day

NO_ACCREDITATION = (
    "It is not an accreditation or a qualification, and no public body has endorsed it."
)


@dataclass(frozen=True, slots=True)
class Certifiable:
    """Something a certificate can be made for: a module, or a pathway all of whose modules are."""

    id: str
    title: str
    is_pathway: bool
    completions: tuple[Completion, ...]

    @property
    def finished_on(self) -> date:
        """The day the last of it was finished."""
        return max(done.finished_on for done in self.completions)


def certifiable(
    completions: Sequence[Completion], pathways: Sequence[tuple[str, str, Sequence[str]]]
) -> tuple[Certifiable, ...]:
    """Whole pathways first, then modules, each with its latest completion; the latest on top.

    A pathway is its id, its title and the ids of its modules.
    """
    latest: dict[str, Completion] = {}
    for done in completions:
        if done.module_id not in latest or latest[done.module_id].finished_on <= done.finished_on:
            latest[done.module_id] = done
    whole = [
        Certifiable(id_, title, True, tuple(latest[module] for module in modules))
        for id_, title, modules in pathways
        if modules and all(module in latest for module in modules)
    ]
    single = [Certifiable(done.module_id, done.title, False, (done,)) for done in latest.values()]
    return (
        *whole,
        *sorted(single, key=lambda found: (-found.finished_on.toordinal(), found.title)),
    )


def make_certificate(resources: Path, name: str, what: Certifiable, written: date) -> bytes:
    """The document: tagged PDF, one page. AppError when it can't be laid out."""
    shown = [
        {
            "title": plain(done.title),
            "version": str(done.version),
            "level": plain(done.level),
            "finished": spoken_day(done.finished_on),
            "record_id": done.record_id,
        }
        for done in what.completions
    ]
    data = {
        "title": "Certificate of completion",
        "name": plain(name),
        "what": plain(what.title),
        "is_pathway": what.is_pathway,
        "finished": spoken_day(what.finished_on),
        "written": spoken_day(written),
        "completions": shown,
        "finished_means": FINISHED_MEANS,
        "no_accreditation": NO_ACCREDITATION,
    }
    return typeset(resources, "certificate", data, written)
