"""Made-up people of a team, and their completion files."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from random import Random
from uuid import UUID

from tiapp.record.model import Completion, Details
from tiapp.supervision.completion_file import write_completion_file
from tiapp.supervision.signing import Signer
from tiapp.supervision.summary import Summary
from tiapp.supervision.team.model import PathwayModules

MODULES = {
    "safety": "Starting safely",
    "trust": "Trust",
    "choice": "Choice",
    "together": "Working together",
}
PATHWAYS = (
    PathwayModules("everyone", "For everyone", ("safety", "trust")),
    PathwayModules("managers", "For managers", ("safety", "trust", "choice", "together")),
)
DAY = date(2026, 11, 22)


def done(
    module: str, day: date = date(2026, 10, 5), *, record: str = "", **changed: object
) -> Completion:
    """A completion. `record` tells one of the same module and day from another."""
    number = int.from_bytes(sha256(f"{module} {day} {record}".encode()).digest()[:16], "big")
    made = Completion(
        record_id=str(UUID(int=number, version=4)),
        module_id=module,
        title=MODULES.get(module, module.title()),
        version=1,
        level="informed",
        finished_on=day,
    )
    return replace(made, **changed)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Somebody:
    """A person at one computer. `at` gives the same person at another."""

    name: str = "Isla Reid"
    number: str = "1001"
    team: str = "Housing"
    site: str = "Leith"
    computer: str = "first"
    person: str = ""

    @property
    def seed(self) -> bytes:
        return sha256(f"{self.computer} {self.name} {self.number} {self.person}".encode()).digest()

    @property
    def person_id(self) -> str:
        return f"{Random(self.seed.hex()).getrandbits(128):032x}"

    def at(self, computer: str) -> "Somebody":
        return replace(self, computer=computer)

    def file(
        self,
        *completions: Completion,
        counter: int = 1,
        written: date = DAY,
        signed_by: "Somebody | None" = None,
        person_id: str = "",
    ) -> bytes:
        """Their completion file."""
        summary = Summary(
            person_id or self.person_id,
            Details(self.name, self.number, self.team, self.site),
            completions,
            written,
            counter,
        )
        return write_completion_file(summary, Signer((signed_by or self).seed))


ISLA = Somebody()
CALLUM = Somebody("Callum Singh", "1002", "Housing", "Leith")
EILIDH = Somebody("Eilidh Nowak", "", "Reception", "Portobello")
