"""A made-up organisation: signed completion files of many people, and a staff list to match."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from tiapp.record.model import Completion, Details
from tiapp.supervision.completion_file import write_completion_file
from tiapp.supervision.signing import Signer
from tiapp.supervision.summary import Summary

SEED = 20261127
MODULES = tuple(f"module-{number:02}" for number in range(1, 17))
TODAY = date(2026, 11, 23)
_FIRST = [
    "Isla",
    "Callum",
    "Eilidh",
    "Fraser",
    "Morag",
    "Ruaridh",
    "Ailsa",
    "Hamish",
    "Kirsty",
    "Lewis",
    "Priya",
    "Aleksander",
]
_LAST = [
    "Campbell",
    "Okafor",
    "MacLeod",
    "Nowak",
    "Stewart",
    "Singh",
    "Murray",
    "Rossi",
    "Fraser",
    "Ahmed",
    "Reid",
    "Byrne",
]


@dataclass(frozen=True, slots=True)
class Made:
    """Somebody made up, and what they have finished."""

    details: Details
    person_id: str
    seed: bytes
    completions: tuple[Completion, ...]

    def file(self, number: int = 1, written: date = TODAY) -> bytes:
        """Their completion file."""
        summary = Summary(self.person_id, self.details, self.completions, written, number)
        return write_completion_file(summary, Signer(self.seed))


def people(count: int, completions: int, seed: int = SEED) -> Iterator[Made]:
    """So many people in teams of about twelve, five teams a site."""
    random = Random(seed)
    teams = max(1, count // 12)
    for number in range(count):
        team = random.randrange(teams)
        name = f"{random.choice(_FIRST)} {random.choice(_LAST)}"
        done = tuple(
            Completion(
                record_id=str(UUID(int=random.getrandbits(128), version=4)),
                module_id=MODULES[n % len(MODULES)],
                title=f"Made-up module {n % len(MODULES) + 1}",
                version=1,
                level="informed",
                finished_on=TODAY - timedelta(days=random.randrange(900)),
            )
            for n in range(completions)
        )
        details = Details(name, f"{number:06}", f"Team {team + 1}", f"Site {team // 5 + 1}")
        yield Made(details, f"{random.getrandbits(128):032x}", random.randbytes(32), done)


def write_files(folder: Path, made: Iterator[Made]) -> None:
    """One file each."""
    folder.mkdir(parents=True)
    for number, somebody in enumerate(made):
        (folder / f"{number:06}.json").write_bytes(somebody.file())
