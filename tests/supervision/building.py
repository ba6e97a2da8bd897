"""Summaries and signed files for tests: valid defaults, so that a test states what matters."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from uuid import UUID

from tiapp.record.model import Completion, Details
from tiapp.supervision.completion_file import write_completion_file
from tiapp.supervision.signing import Signer
from tiapp.supervision.summary import Summary

SEED = bytes(range(32))
DAY = date(2026, 11, 22)
SOMEBODY = Details("Zoë Łukasz", "00417", "Housing advice", "Leith")
PERSON_ID = "0123456789abcdef0123456789abcdef"


def completion(number: int = 1, **changed: object) -> Completion:
    """The nth made-up completion."""
    made: dict[str, object] = {
        "record_id": str(UUID(int=Random(number).getrandbits(128), version=4)),
        "module_id": f"module-{number}",
        "title": f"Made-up module {number}",
        "version": 1 + number % 3,
        "level": "informed",
        "finished_on": date(2026, 1, 5) + timedelta(days=7 * number),
    }
    return Completion(**(made | changed))  # type: ignore[arg-type]


def summary(count: int = 3, **changed: object) -> Summary:
    """A summary with so many completions."""
    made: dict[str, object] = {
        "person_id": PERSON_ID,
        "details": SOMEBODY,
        "completions": tuple(completion(number) for number in range(1, count + 1)),
        "written": DAY,
        "number": 4,
    }
    return Summary(**(made | changed))  # type: ignore[arg-type]


def signed(count: int = 3, seed: bytes = SEED, **changed: object) -> bytes:
    """A completion file."""
    return write_completion_file(summary(count, **changed), Signer(seed))


def many_signed(files: int, completions: int, seed: int = 1) -> Iterator[bytes]:
    """Files of different people, each with a key of their own."""
    random = Random(seed)
    for number in range(files):
        made = tuple(
            completion(number * completions + n, module_id=f"module-{n}", title=f"Module {n}")
            for n in range(completions)
        )
        yield signed(
            seed=random.randbytes(32),
            person_id=f"{random.getrandbits(128):032x}",
            details=Details(f"Person {number}", f"{number:06}", f"Team {number % 40}", "Leith"),
            completions=made,
        )
