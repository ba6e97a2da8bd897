"""Starts a program and reads its marks.

It needs no hook: it is ended when the wanted mark has appeared in its trace file.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.runner import CannotRun

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120.0
LOOK_EVERY = 0.005
"""Seconds. The marks bear their own time, so looking seldom costs no exactness."""


def environment(**more: str) -> dict[str, str]:
    """The children's environment: no one's own data, no look forced on Qt from outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIAPP_")}
    for name in ("QT_STYLE_OVERRIDE", "QT_LOGGING_RULES", "QT_SCALE_FACTOR"):
        kept.pop(name, None)
    # An installed program has its bytecode. Where a shell forbids writing it, every start would
    # compile all of the program anew; and the checkout need not fill up with it either.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    kept["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir(), "steady-bench-bytecode"))
    return kept | more


def python(*arguments: str) -> list[str]:
    """This Python, with these arguments."""
    return [sys.executable, *arguments]


def time_to(mark: str, command: Sequence[str], more: Mapping[str, str] | None = None) -> float:
    """Milliseconds from starting the process to its mark. The process is ended then."""
    with tempfile.TemporaryDirectory(prefix="steady-bench-") as folder:
        trace, words = Path(folder, "trace"), Path(folder, "words")
        with words.open("wb") as out:
            begun = time.monotonic()
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment(TIAPP_TRACE=str(trace), **(more or {})),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
            try:
                while (at := _marks(trace).get(mark)) is None:
                    if process.poll() is not None or time.monotonic() - begun > PATIENCE:
                        at = _marks(trace).get(mark)
                        if at is not None:
                            break
                        raise CannotRun(_why(f"did not reach {mark}", words))
                    time.sleep(LOOK_EVERY)
            finally:
                process.kill()
                process.wait()
    return (at - begun) * 1000


def answer(command: Sequence[str], more: Mapping[str, str] | None = None) -> Any:
    """Runs a driven window to its end and returns what it found out (JSON in BENCH_ANSWER)."""
    with tempfile.TemporaryDirectory(prefix="steady-bench-") as folder:
        file, words = Path(folder, "answer.json"), Path(folder, "words")
        with words.open("wb") as out:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment(BENCH_ANSWER=str(file), **(more or {})),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                raise CannotRun(_why("did not end", words)) from None
            finally:
                process.kill()
                process.wait()
        if not file.exists():
            raise CannotRun(_why("gave no answer", words))
        found = json.loads(file.read_text(encoding="utf-8"))
    if isinstance(found, dict) and found.get("error"):
        raise CannotRun(found["error"])
    return found


def _marks(trace: Path) -> dict[str, float]:
    """The first time of each mark; a line that is half written does not count yet."""
    try:
        text = trace.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    found: dict[str, float] = {}
    for line in text[: text.rfind("\n") + 1].splitlines():
        name, _, at = line.rpartition(" ")
        found.setdefault(name, float(at))
    return found


def _why(what: str, words: Path) -> str:
    lines = words.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return f"the program {what}" + (f"; its last words: {lines[-1][:200]}" if lines else "")
