"""The table of people with 100,000 rows: sorted by a heading, beside Python's own `sorted`.

python -m benchmarks.cases.team_table floor|subject ROWS
"""

import random
import sys
import time

from benchmarks.cases.setting import Setting
from benchmarks.child import answer, python
from benchmarks.runner import Case


def cases(setting: Setting) -> list[Case]:
    """Each in a process of its own, the table in one with a window."""
    rows = 100_000  # with --quick too: with fewer, painting would be most of it

    def run(whose: str) -> float:
        command = python("-m", "benchmarks.cases.team_table", whose, str(rows))
        return float(answer(command, setting.environment)["ms"])

    return [
        Case(
            "P18",
            f"Table of {rows:,} people sorted by name",
            "sorted()",
            lambda: run("floor"),
            lambda: run("subject"),
            2.0,
            4.0,
        )
    ]


def _rows(count: int) -> list[tuple[object, ...]]:
    chance = random.Random(18)
    return [
        (n, f"Person {chance.randrange(10**6)}", f"{n:06}", f"Team {n % 400}", "Leith", 3, "", 1)
        for n in range(count)
    ]


def _floor(count: int) -> float:
    rows = _rows(count)
    begun = time.perf_counter()
    sorted(rows, key=lambda row: str(row[1]).casefold())
    return (time.perf_counter() - begun) * 1000


def _subject(count: int) -> float:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from tiapp.gui.supervision.row_table import RowTable

    app = QApplication([])
    table = RowTable(
        ["Name", "Number", "Team", "Site", "Finished", "Day", "Not yet"], "t", "People"
    )
    table.show_rows(_rows(count))
    table.resize(900, 600)
    table.show()
    app.processEvents()
    begun = time.perf_counter()
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.repaint()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    import json
    import os
    from pathlib import Path

    _, whose, count = sys.argv
    taken = {"floor": _floor, "subject": _subject}[whose](int(count))
    Path(os.environ["BENCH_ANSWER"]).write_text(json.dumps({"ms": taken}))
