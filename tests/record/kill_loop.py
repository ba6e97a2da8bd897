"""Kills a writing program again and again, and looks what is left. Run by test_kills.py.

    python kill_loop.py FOLDER KILLS

Before each step the child says what it is about to do, and after it that it is done; what was done
must be there.
"""

import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import alembic.command  # noqa: F401 - so that no child has to
from conftest import build_module

from tests.killing import Said, Say, kill
from tiapp.core.clock import SystemClock
from tiapp.record.first_screen import read_first_screen
from tiapp.record.model import Place
from tiapp.record.progress import Progress
from tiapp.services import warm_up

PARTS = ("a", "b", "c", "d")


def write_for_ever(file: Path, say: Say, seed: int) -> None:
    """Learn module after module, saying so before and after every step."""
    chance = random.Random(seed)
    progress = Progress(file, SystemClock())

    def step(what: list[object], do) -> None:
        say("begin", *what)
        answer = do()
        say("done", *what, answer)

    for number in range(10_000):
        module = build_module(*PARTS, id=f"s{seed}-{number}")
        for part in PARTS:
            step(["reach", module.id, part], lambda: progress.reach(module, part))  # noqa: B023
            place = Place(part, chance.randrange(9), 0.5)
            step(
                ["place", module.id, part, place.block],
                lambda: progress.remember(module, place),  # noqa: B023
            )
        step(["finish", module.id], lambda: progress.finish(module).record_id)  # noqa: B023


def kill_one(file: Path, seed: int, *, at_birth: bool) -> Said:
    """Start a writer, kill it at a random moment, and return what it said."""
    lines = 0 if at_birth else random.Random(seed).randrange(1, 40)
    within = 0.1 if at_birth else 0.004
    return kill(lambda say: write_for_ever(file, say, seed), seed, lines=lines, within=within)


def check(file: Path, said: list[list[object]], known: dict[str, str]) -> list[str]:
    """What is wrong after a kill. `known` are the completions of earlier rounds, and grows."""
    known.update({str(s[2]): str(s[3]) for s in said if s[:2] == ["done", "finish"]})
    wrong: list[str] = []
    screen = read_first_screen(file)
    progress = Progress(file, SystemClock())
    kept = {c.module_id: c.record_id for c in progress.completions()}
    wrong += [f"lost completion of {m}" for m, record in known.items() if kept.get(m) != record]
    reached: dict[str, set[str]] = {}
    for one in said:
        if one[:2] == ["done", "reach"]:
            reached.setdefault(str(one[2]), set()).add(str(one[3]))
    for module_id, parts in reached.items():
        missing = parts - progress.resume(build_module(*PARTS, id=module_id)).reached
        wrong += [f"lost reach of {module_id} {part}" for part in sorted(missing)]
    moves = [s for s in said if s[1] in ("reach", "place")]
    if moves and said[-1][1] != "finish":
        # the last place, or the one before when the last step was begun and not done
        possible = [
            Place(str(s[3]), int(str(s[4])) if s[1] == "place" else 0, 0.5 * (s[1] == "place"))
            for s in moves
            if s[0] == "begin"
        ]
        last = possible[-2:] if moves[-1][0] == "begin" else possible[-1:]
        place = screen.carry_on.place if screen.carry_on else None
        begun = bool(reached.get(str(moves[-1][2])))
        if begun and place not in last:
            wrong.append(f"place is {place} and should be one of {last}")
    progress.close()
    return wrong


def main(folder: Path, kills: int) -> None:
    """Kill that many writers; every third while it makes its file."""
    warm_up()
    result = {"kills": 0, "acknowledged": 0, "hot": 0, "unborn": 0, "wrong": []}
    known: dict[str, str] = {}
    file = folder / "record.db"
    for number in range(kills):
        if number % 3 == 0:
            file = folder / str(number) / "record.db"
            known = {}
        said = kill_one(file, number, at_birth=number % 3 == 0)
        result["kills"] += 1
        result["acknowledged"] += sum(one[0] == "done" for one in said)
        result["hot"] += file.with_name("record.db-journal").exists()
        result["unborn"] += not file.exists()
        result["wrong"] += check(file, said, known)
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
