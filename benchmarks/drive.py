"""Starts the real program and presses its buttons, as a person would.

    python -m benchmarks.drive PLAN --data=DIR [--content=DIR ...] [NAME=VALUE ...]

The program itself knows nothing of this: its own main runs, with `--data`, and only two things
are put in its way: the content folders, where others are wanted than the shipped ones, and
QApplication.exec, so that a timer can press the first button once the window stands. Buttons are
found by their object names.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds that one step may take before the plan is given up."""

Step = Callable[[], bool]
"""Something to wait for. Plans are generators of these."""


def main(arguments: list[str]) -> int:
    """Runs the program with a plan, and returns its exit code."""
    name, *rest = arguments
    content = [Path(a.removeprefix("--content=")) for a in rest if a.startswith("--content=")]
    data = next(a.removeprefix("--data=") for a in rest if a.startswith("--data="))
    chosen = dict(a.split("=", 1) for a in rest if not a.startswith("--"))
    if content:
        from tiapp.storage import paths

        paths._shipped_content = lambda: tuple(content)
    _take_over_exec(name, chosen)
    from tiapp.__main__ import main as tiapp

    sys.argv = ["tiapp", "--data", data]
    return tiapp()


def _take_over_exec(name: str, chosen: dict[str, str]) -> None:
    # The program imports these anyway, a moment later.
    from PySide6.QtWidgets import QApplication

    plain_exec = QApplication.exec

    def exec_with_a_plan(*_: object) -> int:
        from benchmarks.hands import Hands
        from benchmarks.plans import PLANS

        hands = Hands()
        hands.follow(PLANS[name](hands, chosen))
        return plain_exec()

    QApplication.exec = exec_with_a_plan


def mark(name: str) -> None:
    """As the program's own marks."""
    with open(os.environ["TIAPP_TRACE"], "a", encoding="utf-8") as out:
        out.write(f"{name} {time.monotonic():.6f}\n")


def give(answer: Any) -> None:
    """Hands what was found to whoever started this."""
    Path(os.environ["BENCH_ANSWER"]).write_text(json.dumps(answer), encoding="utf-8")


Plan = Callable[[Any, dict[str, str]], Iterator[Step]]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
