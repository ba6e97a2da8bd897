"""Modules that somebody did on another computer, out of their own completion file."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.core.errors import AppError
from tiapp.record.model import Completion, Details
from tiapp.supervision.refusals import Refused

if TYPE_CHECKING:
    from tiapp.supervision.completion_file import Payload


class Likeness(StrEnum):
    """Whether a file seems to be the same person's. The person decides; this only helps."""

    SAME_NUMBER = "same staff number"
    SAME_PERSON = "same person"
    UNSURE = "unsure"
    OTHER_NUMBER = "another staff number"


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that can be added: whose it says it is, what is in it, and what of it is new here."""

    name: str
    staff_number: str
    installation: str
    completions: tuple[Completion, ...]
    new: int
    likeness: Likeness


def read_own_file(file: Path, person_id: str, details: Details, known: frozenset[str]) -> OwnFile:
    """What stands in the file. AppError, with the reason, when it is not intact."""
    # late: msgspec and cryptography, which looking at one's summary does not need
    from tiapp.supervision.completion_reading import read_completion_file

    checked = read_completion_file(file)
    if isinstance(checked, Refused):
        raise AppError(
            checked.reason,
            "Nothing was added. Save a signed file on the other computer again, and open that one.",
            code=f"own-{checked.code}",
        )
    payload = checked.payload
    completions = tuple(
        Completion(
            record_id=done.record_id,
            module_id=done.module_id,
            title=done.title,
            version=done.version,
            level=done.level,
            finished_on=done.finished,
        )
        for done in payload.completions
    )
    return OwnFile(
        name=payload.person.name,
        staff_number=payload.person.staff_number,
        installation=checked.installation,
        completions=completions,
        new=sum(done.record_id not in known for done in completions),
        likeness=_likeness(payload, person_id, details),
    )


def _likeness(payload: "Payload", person_id: str, details: Details) -> Likeness:
    theirs, ours = payload.person.staff_number, details.staff_number
    if theirs and ours:
        return Likeness.SAME_NUMBER if theirs == ours else Likeness.OTHER_NUMBER
    # without numbers only the id can tell, and a name is never enough
    return Likeness.SAME_PERSON if payload.person.id == person_id else Likeness.UNSURE
