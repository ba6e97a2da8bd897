"""Completion summaries: signed files checked, and large tables written."""

import sqlite3
import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks import summary_data
from benchmarks.cases.setting import Setting
from benchmarks.child import answer, python
from benchmarks.floors import summaries as floors
from benchmarks.runner import CannotRun, Case

ABOUT_DAY = date(2026, 11, 23)


def cases(setting: Setting) -> list[Case]:
    """Checking, in this process; writing, in one of its own each time, whose memory is told."""
    files = 1_000 if setting.quick else 5_000
    lines = 16_000 if setting.quick else 160_000
    sheet = 10_000 if setting.quick else 100_000

    @cache
    def signed(completions: int) -> Path:
        folder = setting.folder / f"signed-{completions}"
        folder.mkdir()
        summary_data.write_signed_files(folder, files, completions)
        return folder

    @cache
    def rows(count: int) -> Path:
        file = setting.folder / f"rows-{count}.db"
        summary_data.write_rows(file, count)
        return file

    def check(completions: int, goal: float) -> Case:
        return Case(
            f"P12-check-{completions}",
            f"{files:,} signed files of {completions} completions read and checked",
            "verify alone",
            lambda: _timed(lambda: _all(floors.verify(signed(completions)), files)),
            lambda: _timed(lambda: _all(_checked(signed(completions)), files)),
            goal,
            goal * 1.3,
        )

    def write(id_: str, form: str, what: str, against: str, count: int, goal: float) -> Case:
        told: dict[str, float] = {}
        out = setting.folder / f"out.{form}"

        def run(module: str, whose: str) -> float:
            command = python("-m", module, form, str(rows(count)), str(out))
            found = answer(command)
            told[whose] = found["peak"]
            return float(found["ms"])

        return Case(
            id_,
            what,
            against,
            lambda: run("benchmarks.floors.summaries", "floor"),
            lambda: run("benchmarks.cases.summaries", "subject"),
            goal,
            goal * 1.35,
            weight=1 if form == "csv" else 3,
            notes=lambda: [f"peak memory {told['subject']:.0f} MiB, floor {told['floor']:.0f} MiB"],
        )

    return [
        check(16, 2.0),
        check(40, 3.0),
        write("P13", "csv", f"CSV of {lines:,} rows, harmless", "csv.writer", lines, 1.6),
        write("P14", "xlsx", f"Sheet of {sheet:,} rows", "bare XlsxWriter", sheet, 1.2),
    ]


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def _all(found: int, wanted: int) -> None:
    if found != wanted:
        raise CannotRun(f"{found} of {wanted} files were found intact")


def _checked(folder: Path) -> int:
    from tiapp.supervision.completion_file import Intact
    from tiapp.supervision.completion_reading import read_completion_file

    files = sorted(folder.glob("*.json"))
    return sum(isinstance(read_completion_file(file), Intact) for file in files)


def _write(form: str, rows: Path, out: Path) -> None:
    """What `tiapp team export` does with a cursor, without the team."""
    from tiapp.supervision.summary import COLUMNS
    from tiapp.supervision.writers.about import About

    connection = sqlite3.connect(rows)
    found = connection.execute("SELECT * FROM row")
    about = About("Completions", ABOUT_DAY)
    with out.open("wb") as stream:
        if form == "csv":
            from tiapp.supervision.writers.csv_file import write_csv

            write_csv(stream, COLUMNS, found, about)
        else:
            from tiapp.supervision.writers.xlsx_file import write_xlsx

            write_xlsx(stream, COLUMNS, found, about)
    connection.close()


if __name__ == "__main__":
    import sys

    from benchmarks.measured import measured

    _, form, rows_file, out_file = sys.argv
    measured(lambda: _write(form, Path(rows_file), Path(out_file)))
