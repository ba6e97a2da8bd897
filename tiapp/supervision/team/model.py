"""What an import says about itself, and what is known of a person of the team."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Trouble(StrEnum):
    """Why a file was not taken in, or what about it a person should look at."""

    DAMAGED = "damaged"
    ALTERED = "edited after signing"
    NEWER = "newer format"
    NOT_OURS = "not a completion file"
    TOO_LARGE = "too large"
    UNREACHABLE = "could not be read"
    UNKNOWN_MODULE = "unknown module"
    NEW_KEY = "same person with a new key"
    DUPLICATE = "duplicate"
    OLDER = "older than what we have"
    REMOVED = "data was removed"
    ODD_DATE = "unlikely date"


@dataclass(frozen=True, slots=True)
class Reject:
    """One file: what is the matter, and what to do. `file` may hold anything; show it as plain."""

    file: str
    trouble: Trouble
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an import. Every file considered is counted in exactly one of the counts."""

    considered: int = 0
    """Files whose name ends in .json."""
    others: int = 0
    """Files of other kinds, and links: not looked into."""
    taken: int = 0
    unchanged: int = 0
    """Taken in at an earlier time."""
    waiting: int = 0
    """Kept until a person has decided about their key, those shown before included."""
    refused_key: int = 0
    """Of a key that a person decided to keep out."""
    unread: int = 0
    """Left when the folder went away."""
    completions: int = 0
    """New in the store."""
    people: int = 0
    """New in the store."""
    past_keeping: int = 0
    """Completions older than what the organisation keeps."""
    rejects: tuple[Reject, ...] = ()
    notes: tuple[Reject, ...] = ()
    """Taken in all the same, but worth a look."""
    messages: tuple[str, ...] = ()
    """About the import as a whole, such as a folder that went away."""

    @property
    def all_well(self) -> bool:
        """Whether nothing needs a person."""
        return not (self.rejects or self.messages or self.unread)


@dataclass(frozen=True, slots=True)
class ImportStep:
    """How far an import is. `total` grows while the folder is still being looked through."""

    words: str
    done: int
    total: int
    finished: bool = False


@dataclass(frozen=True, slots=True)
class KeyQuestion:
    """A key that is new for a person who has another: theirs, or somebody else's?"""

    person_id: int
    name: str
    staff_number: str
    team: str
    site: str
    public_key: str
    installation: str
    first_seen: date
    known: tuple[str, ...]
    """The installations of theirs that are known already."""
    files: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the team, as the list or their newest file has them."""

    id: int
    name: str
    staff_number: str
    team: str
    site: str
    pathway: str = ""
    on_list: bool = False
    starts_on: date | None = None
    leaves_on: date | None = None


class State(StrEnum):
    """How somebody is with a module. There is no "late": nothing here hurries anybody."""

    FINISHED = "finished"
    REFRESH = "time for a refresh"
    NOT_YET = "not yet"
    NOT_NEEDED = "not needed"
    AGREED = "agreed otherwise"


@dataclass(frozen=True, slots=True)
class ModuleState:
    """One person and one module."""

    module_id: str
    title: str
    state: State
    expected: bool
    finished_on: date | None = None
    times: int = 0
    refresh_from: date | None = None


@dataclass(frozen=True, slots=True)
class PathwayModules:
    """A pathway, and the ids of the modules that it expects."""

    id: str
    title: str
    module_ids: tuple[str, ...] = field(default=())
