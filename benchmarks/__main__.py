"""`python -m benchmarks`: measure, and print ratios. No figure ever fails a build.

Exit code 0, whatever was measured; 1 only when a case could not run.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import data, display, report
from benchmarks.cases import every
from benchmarks.cases.setting import Setting
from benchmarks.runner import QUICK_ROUNDS, ROUNDS, CannotRun, Result, Runner


def main(arguments: Sequence[str]) -> int:
    """Runs the cases that were asked for."""
    chosen = _parser().parse_args(arguments)
    try:
        results, window = _measure(chosen)
    except CannotRun as reason:
        print(f"Nothing was measured: {reason}.", file=sys.stderr)
        return 1
    about = report.machine(window)
    print(
        f"\nSteady {about['steady']}, Python {about['python']}, PySide6 {about['pyside6']}, "
        f"{about['cores']} cores, {window}. Read the ratios; the rest moves with the machine.\n"
    )
    print(report.table(results))
    if chosen.json:
        chosen.json.write_text(report.as_json(results, about), encoding="utf-8")
    return 1 if any(result.error for result in results) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="How quick Steady is, against floors of this run."
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--only", action="append", metavar="ID", help="such as P1; may be repeated")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    parser.add_argument("--x11", action="store_true", help="real windows, on Xvfb where needed")
    parser.add_argument("--peers", action="store_true", help="other programs beside it (slow)")
    return parser


def _measure(chosen: argparse.Namespace) -> tuple[list[Result], str]:
    runner = Runner(QUICK_ROUNDS if chosen.quick else ROUNDS, _say)
    screen, window = (display.x11, "X11") if chosen.x11 else (display.offscreen, "offscreen")
    with (
        screen() as environment,
        tempfile.TemporaryDirectory(prefix="steady-bench-") as folder,
    ):
        setting = Setting(Path(folder), environment, quick=chosen.quick)
        cases = [case for case in every(setting) if _wanted(case.id, chosen.only)]
        if not cases:
            raise CannotRun("no case has that name")
        if any("100" in case.id for case in cases):
            _say(f"Generated pack: {data.MODULES} modules, checksum {data.generated_content()[1]}")
        for number, case in enumerate(cases, start=1):
            _say(f"{number} of {len(cases)}: {case.id} {case.what}")
            runner.run(case)
        if chosen.peers:
            from benchmarks.peers import compare

            for line in compare(setting):
                print(line)
    return runner.results, window


def _wanted(case_id: str, only: Sequence[str] | None) -> bool:
    return not only or any(case_id == o or case_id.startswith(f"{o}-") for o in only)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
