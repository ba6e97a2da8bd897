"""A share with the files of a large organisation, one in a hundred of them bad in one of ten ways.

A tenth of it by itself; the whole, 5,000 people, with --torture.
"""

import json
from collections import Counter
from datetime import date
from random import Random

import pytest

from tests.supervision.team.people import MODULES, Somebody, done
from tests.supervision.team.test_importing import take
from tiapp.supervision.team.model import Trouble
from tiapp.supervision.team.scope import Scope

WEAK_KEY = "A" * 43 + "="


def spoilt(kind: int, somebody: Somebody, good: bytes) -> tuple[bytes, Trouble]:
    """The file made bad, and what should be said of it."""
    said = json.loads(good)
    match kind:
        case 0:
            return good[: len(good) // 2], Trouble.DAMAGED
        case 1:
            return good.replace(b'"finished":"2026', b'"finished":"2025', 1), Trouble.ALTERED
        case 2:
            said["version"] = 3
            return json.dumps(said).encode(), Trouble.NEWER
        case 3:
            return somebody.file(done("astrology")), Trouble.UNKNOWN_MODULE
        case 4:
            return b"", Trouble.DAMAGED
        case 5:
            return json.dumps({"rota": [1, 2, 3]}).encode(), Trouble.NOT_OURS
        case 6:
            return good + b" " * (2 * 1024 * 1024), Trouble.TOO_LARGE
        case 7:
            said["note"] = "added by hand"
            return json.dumps(said).encode(), Trouble.ALTERED
        case 8:
            said["signature"]["key"] = WEAK_KEY
            return json.dumps(said, separators=(",", ":")).encode() + b"\n", Trouble.ALTERED
        case _:
            del said["signature"]
            return json.dumps(said).encode(), Trouble.DAMAGED


@pytest.mark.torture
def test_each_bad_file_is_explained_and_the_totals_match_an_independent_count(
    request, team, tmp_path
):
    people = 5_000 if request.config.getoption("--torture") else 500
    random = Random(50)
    share = tmp_path / "share"
    share.mkdir()
    every = 100 if people == 5_000 else 50
    bad = set(range(0, people, every))
    expected: dict[str, Trouble] = {}
    by_module: Counter[str] = Counter()
    completions = 0
    for number in range(people):
        somebody = Somebody(f"Person {number}", f"{number:05}", f"Team {number % 40}", "Leith")
        finished = [
            done(module, date(2026, random.randint(1, 11), 7), record=str(number))
            for module in MODULES
            if random.random() < 0.8 or module == "safety"
        ]
        data = somebody.file(*finished)
        name = f"{number:05}.json"
        if number in bad:
            data, expected[name] = spoilt(number // every % 10, somebody, data)
        else:
            completions += len(finished)
            by_module.update(completion.module_id for completion in finished)
        (share / name).write_bytes(data)
    report = take(team, share)
    assert {reject.file: reject.trouble for reject in report.rejects} == expected
    assert len(set(expected.values())) == 6
    assert all(reject.reason.endswith(".") and reject.advice for reject in report.rejects)
    assert (report.taken, report.completions) == (people - len(bad), completions)
    found: Counter[str] = Counter()
    for line in team.teams(Scope()):
        found[line.module_id] += line.completions
    assert found == by_module
    assert team.sheet(Scope()).rows == completions
    again = take(team, share)
    assert (again.taken, again.completions, again.unchanged) == (0, 0, people - len(bad))
