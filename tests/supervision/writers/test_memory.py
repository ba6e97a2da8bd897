"""A million rows are written in the room of a few hundred: a writer never holds what it wrote."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.supervision.building import DAY, summary
from tiapp.supervision.summary import COLUMNS
from tiapp.supervision.writers.about import About
from tiapp.supervision.writers.csv_file import write_csv
from tiapp.supervision.writers.xapi_file import write_xapi
from tiapp.supervision.writers.xlsx_file import write_xlsx


def _csv(out: BinaryIO, rows):
    write_csv(out, COLUMNS, rows, About("x", DAY))


def _xlsx(out: BinaryIO, rows):
    write_xlsx(out, COLUMNS, rows, About("x", DAY))


def _xapi(out: BinaryIO, rows):
    write_xapi(out, (("00417", row) for row in rows), About("x", DAY))


def _peak(write: Callable[[BinaryIO, object], None], file: Path, count: int) -> int:
    row = next(summary(1).rows())
    # each row is an object of its own, as a cursor's are
    rows = (row._replace(name=f"Person {number}") for number in range(count))
    with file.open("wb") as out:
        tracemalloc.start()
        try:
            write(out, rows)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


@pytest.mark.parametrize("write", [_csv, _xlsx, _xapi])
def test_eight_times_the_rows_take_no_more_memory(write, tmp_path):
    _peak(write, tmp_path / "warm", 10)  # what is imported late is no row's memory
    few = _peak(write, tmp_path / "few", 1_000)
    many = _peak(write, tmp_path / "many", 8_000)
    assert many < few + 400_000
