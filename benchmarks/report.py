"""The table on the screen, the JSON file, and the table in the docs."""

import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.runner import Result, Spread

HEAD = ("", "what", "ratio", "quartiles", "goal", "verdict", "subject", "floor", "against")


def table(results: Sequence[Result]) -> str:
    """One aligned line a case, ratios first; notes below their case."""
    rows = [_row(result) for result in results]
    widths = [max(len(row[i]) for row in [HEAD, *rows]) for i in range(len(HEAD))]
    lines = [_line(HEAD, widths), "-" * (sum(widths) + 2 * len(widths) - 2)]
    for result, row in zip(results, rows, strict=True):
        lines.append(_line(row, widths))
        lines += [f"{'':{widths[0]}}    {note}" for note in (*result.notes, *_error(result))]
    return "\n".join(lines)


def _row(result: Result) -> tuple[str, ...]:
    if result.error:
        return (result.id, result.what, "", "", f"{result.goal:g}", result.verdict, "", "", "")
    ratio = result.ratio
    return (
        result.id,
        result.what,
        f"{ratio.median:.2f}",
        f"{ratio.q1:.2f}-{ratio.q3:.2f}",
        f"{result.goal:g}",
        result.verdict,
        _amount(Spread.of(result.subjects), result.unit),
        _amount(Spread.of(result.floors), result.unit),
        result.against,
    )


def _amount(spread: Spread, unit: str) -> str:
    if spread.low == spread.high:
        return f"{spread.median:.0f} {unit}"
    return f"{spread.median:.0f} ({spread.low:.0f}-{spread.high:.0f}) {unit}"


def _error(result: Result) -> list[str]:
    return [result.error] if result.error else []


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{c:{w}}" for c, w in zip(cells, widths, strict=True)).rstrip()


# --- The file -----------------------------------------------------------------------------


def machine(platform_name: str) -> dict[str, Any]:
    """What one has to know to read the figures."""
    return {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "pyside6": _version("PySide6-Essentials"),
        "steady": _version_of_program(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "window": platform_name,
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _version_of_program() -> str:
    from tiapp import __version__

    return __version__


def as_json(results: Sequence[Result], about: dict[str, Any]) -> str:
    """Everything that was measured, for comparing by ratios later."""
    return json.dumps({"about": about, "results": [asdict(r) for r in results]}, indent=1) + "\n"


# --- The docs -----------------------------------------------------------------------------

BEGIN = "<!-- results: begin -->"
END = "<!-- results: end -->"


def docs_table(found: dict[str, Any]) -> str:
    """The results as a Markdown table, ratios first."""
    about = found["about"]
    results = [Result(**raw) for raw in found["results"]]
    lines = [
        f"Measured {about['date']}: Steady {about['steady']}, Python {about['python']}, "
        f"PySide6 {about['pyside6']}, {about['system']}, {about['cores']} cores, "
        f"{about['window']}.",
        "",
        "| | what | ratio (quartiles) | goal | verdict | measured | against |",
        "|---|---|---|---|---|---|---|",
    ]
    for result in results:
        row = _row(result)
        ratio = f"**{row[2]}** ({row[3]})" if row[2] else "-"
        against = f"{row[8]}, {row[7]}" if row[7] else "-"
        cells = (row[0], row[1], ratio, row[4], row[5], row[6] or "-", against)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def renew_docs(docs: Path, found: Path) -> None:
    """Puts the table of a JSON file into the docs page, between its two marks."""
    text = docs.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    made = docs_table(json.loads(found.read_text(encoding="utf-8")))
    docs.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    renew_docs(Path(__file__).parent.parent / "docs" / "benchmarks.md", Path(sys.argv[1]))
