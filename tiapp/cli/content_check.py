"""tiapp content check: everything in a pack or module that is worth a look."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiapp.cli.answers import answer, answer_json
from tiapp.cli.parsing import CalmParser, Commands, add_command

if TYPE_CHECKING:
    from tiapp.authoring.check import Report, TurnedOff
    from tiapp.authoring.findings import Finding
    from tiapp.storage.paths import Paths


def add(commands: "Commands[CalmParser]") -> None:
    """Make the command known. Exit code 0: no error; 1: an error was found."""
    parser = add_command(commands, "check", "check a pack or a module", json=True)
    parser.add_argument("path", type=Path, metavar="PATH", help="a pack's folder, or a module's")
    parser.add_argument(
        "--previous",
        type=Path,
        metavar="PATH",
        help="the previous version, to check that no id was lost",
    )
    parser.set_defaults(run=_check)


def _check(chosen: argparse.Namespace, paths: "Paths") -> int:
    report = checked(chosen.path, chosen.previous)
    if chosen.json:
        answer_json(_facts(report))
    else:
        answer(_lines(report))
    return 0 if report.clean else 1


def checked(path: Path, previous: Path | None = None) -> "Report":
    """What the check says today. AppError when there is no pack and no module."""
    import logging

    from tiapp.authoring.check import check
    from tiapp.core.clock import SystemClock

    # without a handler, Python would print what is logged between the answers
    logging.getLogger("tiapp").addHandler(logging.NullHandler())
    return check(path, SystemClock().today(), previous)


def _facts(report: "Report") -> dict[str, Any]:
    root = report.opened.root
    return {
        "path": str(root),
        "findings": [_finding_facts(finding, root) for finding in report.findings],
        "turned_off": [_off_facts(turned) for turned in report.turned_off],
        "clean": report.clean,
    }


def _finding_facts(finding: "Finding", root: Path) -> dict[str, Any]:
    return {
        "code": finding.code,
        "level": str(finding.severity),
        "file": _inside(finding.file, root),
        "line": finding.line,
        "words": finding.words,
        "what": finding.what,
        "mend": finding.mend,
        "page": f"docs/checks.md#{finding.code}",
    }


def _off_facts(turned: "TurnedOff") -> dict[str, Any]:
    off = turned.off
    return {
        "rule": off.rule,
        "module": off.module,
        "words": off.words,
        "reason": off.reason,
        "findings": turned.findings,
    }


def _lines(report: "Report") -> list[str]:
    from tiapp.authoring.findings import Severity

    root = report.opened.root
    lines = [line for finding in report.findings for line in finding_lines(finding, root)]
    for turned in report.turned_off:
        off = turned.off
        narrowed = " ".join(word for word in (off.module, off.words and f"“{off.words}”") if word)
        lines.append(f"turned off: {off.rule}{' ' if narrowed else ''}{narrowed}")
        lines.append(f"    {off.reason} ({turned.findings} left out)")
    counts = [report.count(severity) for severity in Severity]
    lines.append(
        f"{counts[0]} to put right, {counts[1]} worth a look, {counts[2]} good to know."
        if any(counts)
        else "Nothing to put right."
    )
    return lines


def finding_lines(finding: "Finding", root: Path) -> list[str]:
    """Where a finding is, and what it says."""
    where = _inside(finding.file, root) + (f":{finding.line}" if finding.line else "")
    return [f"{where}: {finding.severity} {finding.code}", f"    {finding.what} {finding.mend}"]


def _inside(file: Path, root: Path) -> str:
    """The file as seen from the pack's folder, with / on every system."""
    try:
        return file.relative_to(root).as_posix()
    except ValueError:
        return str(file)
