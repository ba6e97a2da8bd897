"""Draws five years of check-ins from a vault, as the page does, and tells what each part took.

python -m benchmarks.picture LINES, with BENCH_ANSWER=FILE
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import five_years
from benchmarks.floors.bare_path import AGAIN, HEIGHT, WIDTH, drawing, tell
from tiapp.core.clock import SystemClock
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.chart import TrendChart
from tiapp.private import trend as trends
from tiapp.private.check_in_model import Answer, CheckIn, Reading
from tiapp.private.store import check_ins as store
from tiapp.private.vault import Vault

TODAY = date(2026, 11, 23)


def readings_from_a_vault(folder: Path, items: tuple[str, ...]) -> tuple[list[Reading], float]:
    """All answers, and how many milliseconds reading them took."""
    room = Vault(folder, SystemClock()).create("four quiet words here").room
    with room.sessions() as session:
        days = zip(*five_years.steps(len(items)), strict=True)
        for day, steps in enumerate(days):
            answers = tuple(
                Answer(item, step, five_years.STEPS)
                for item, step in zip(items, steps, strict=True)
            )
            at = five_years.moment(day)
            kept = CheckIn(at, "how-it-is-today", 1, answers, id=f"{day:032x}")
            store.keep(session, kept, draft=False)
    begun = time.perf_counter()
    with room.sessions.reading() as session:
        found = store.readings(session, None)
    taken = (time.perf_counter() - begun) * 1000
    room.close()
    return found, taken


def main(lines: int) -> None:
    """The same steps as CheckIns.trend and TrendChart take one after the other."""
    app = QApplication(sys.argv)
    theme().apply(app, theme().settings)
    items = five_years.ITEMS[:lines]
    with tempfile.TemporaryDirectory(prefix="steady-bench-") as folder:
        readings, read = readings_from_a_vault(Path(folder) / "someone", items)
    chart = TrendChart()
    chart.resize(WIDTH, HEIGHT)
    begun = time.perf_counter()
    trend = trends.trend(readings, items, trends.Period.ALL, TODAY)
    average = (time.perf_counter() - begun) * 1000
    begun = time.perf_counter()
    chart.show_trend(trend, {item: item.capitalize() for item in items}, items)
    chart.grab()
    drawn = (time.perf_counter() - begun) * 1000
    again = [drawing(chart) for _ in range(AGAIN)]
    tell(
        average + drawn, again, read=read, average=average, drawn=drawn, points=float(chart.points)
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
