import random
import subprocess
import sys
from pathlib import Path

from tiapp.record.model import Place
from tiapp.record.progress import Progress

ROOT = Path(__file__).resolve().parents[2]


def test_resuming_plainly_says_the_same_as_the_mapped_classes(
    progress, file, make_module, fixed_clock
):
    chance = random.Random(11)
    modules = [make_module(*"abcde"[: n % 5 + 1], id=f"m{n:02}") for n in range(8)]
    for _ in range(120):
        module = chance.choice(modules)
        part = chance.choice(module.parts).id
        progress.reach(module, part)
        progress.remember(module, Place(part, chance.randrange(9), chance.random()))
        if chance.random() < 0.2 and len(progress.resume(module).reached) == len(module.parts):
            progress.finish(module)
        if chance.random() < 0.1:
            progress.take_again(module)
    unbegun = make_module("a", id="never")

    for module in (*modules, unbegun):
        plain = Progress(file, fixed_clock)
        assert plain._store is None
        assert plain.resume(module) == progress.resume(module)
        assert plain._store is None, "the plain way did not open the store"


def test_resuming_at_once_brings_no_sqlalchemy(progress, file, make_module):
    progress.reach(make_module("a", "b"), "b")
    code = """
import sys
from pathlib import Path
from tests.factories import module, part
from tiapp.core.clock import SystemClock
from tiapp.record.progress import Progress

it = module("m1", part("a", "A"), part("b", "B"))
resume = Progress(Path(sys.argv[1]), SystemClock()).resume(it)
assert resume.place.part_id == "b", resume
assert "sqlalchemy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code, str(file)], cwd=ROOT, check=True, timeout=60)
