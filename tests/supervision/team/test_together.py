"""Several supervisors who import at once lose nothing and count nothing twice."""

import json
import subprocess
import sys
from pathlib import Path

from tests.supervision.team.people import MODULES, Somebody, done
from tiapp.supervision.team.scope import Scope

ROOT = Path(__file__).parents[3]


def at_once(place, *folders: list[Path]) -> list[list[int]]:
    """A process for each list of folders, let go together; what each found new."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.supervision.team.importer", str(place.file), place.url,
             *map(str, theirs)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for theirs in folders
    ]  # fmt: skip
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0] * len(running)
    return [json.loads(answer) for answer in answers]


def test_all_of_the_same_files_from_four_processes_count_once(team, place, share):
    people = [Somebody(f"P {n}", str(n)) for n in range(60)]
    one = share(*(p.file(*map(done, MODULES)) for p in people))
    two = share(*(p.file(*map(done, MODULES), counter=2) for p in people))
    found = at_once(place, [one, two], [two, one], [one, two], [two, one])
    assert sum(completions for _, completions, _ in found) == 60 * len(MODULES)
    assert sum(people for _, _, people in found) == 60
    assert team.sheet(Scope()).rows == 60 * len(MODULES)
    assert len(team.people(Scope())) == 60


def test_different_files_from_three_processes_are_all_there(team, place, share):
    folders = [
        [share(*(Somebody(f"{who} {n}", f"{who}{n}").file(done("safety")) for n in range(30)))]
        for who in "abc"
    ]
    found = at_once(place, *folders)
    assert [tuple(one) for one in found] == [(30, 30, 30)] * 3
    lines = team.people(Scope())
    assert len({line.id for line in lines}) == len({line.staff_number for line in lines}) == 90
