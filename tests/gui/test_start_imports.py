"""Start stays light: what Home does not need is not imported before it stands there.

Each of these costs from a tenth to two bare windows of time (docs/benchmarks.md). The test runs
the real program in a fresh interpreter and looks at what is loaded when it reaches a mark: its
first paint, and Home filled with its data. So its answer is the same on every machine.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tiapp.record.model import Place
from tiapp.services import Services
from tiapp.storage.paths import Paths

ROOT = Path(__file__).parents[2]

HEAVY = {
    "sqlalchemy",
    "alembic",
    "markdown",
    "pymdownx",
    "yaml",
    "PIL",
    "numpy",
    "pydantic",
    "msgspec",
    "xlsxwriter",
    "typst",
    "cryptography",
    "fsrs",
    "asyncio",
    "multiprocessing",
    "http",
    "socket",
    "ssl",
    "email",
    "urllib.request",
}

AT_A_MARK = """
import json, os, sys

import tiapp.gui.kit.trace as trace

data, wanted = sys.argv[1:]

def mark(name):
    if name == wanted:
        print(json.dumps(sorted(sys.modules)), flush=True)
        os._exit(0)

trace.mark = mark
sys.argv = ["tiapp", "--data", data]
from tiapp.__main__ import main
raise SystemExit(main())
"""


def _begun(services: Services) -> None:
    """Somebody who is in the middle of a module: Home offers to carry on."""
    person = services.for_person(services.people.add("Isla"))
    module = services.library.module(services.library.entries()[0].id)
    person.progress.reach(module, module.parts[1].id)
    person.progress.remember(module, Place(module.parts[1].id, 1, 0.5))
    person.close()


def _new(services: Services) -> None:
    """Somebody who has begun nothing: Home asks the library's index for a module to suggest."""
    services.people.add("Isla")
    services.library.entries()  # keeps the index, as the start before this one did


def _nobody(services: Services) -> None:
    """First use."""


@pytest.mark.parametrize(
    ("who", "mark"),
    [
        (_nobody, "first_paint"),
        (_begun, "first_paint"),
        (_begun, "page:home"),
        (_new, "page:home"),
    ],
)
def test_nothing_heavy_is_loaded_at_the_start(who, mark, tmp_path, fixed_clock):
    who(Services(Paths.under(tmp_path), fixed_clock))
    done = subprocess.run(
        [sys.executable, "-c", AT_A_MARK, str(tmp_path), mark],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout, done.stderr
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "tiapp.gui.shell.main_window" in loaded
    assert loaded & HEAVY == set()
