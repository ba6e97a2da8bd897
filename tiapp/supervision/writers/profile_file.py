"""Rows as another system wants them, looked through before they are written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import BinaryIO

from tiapp.supervision.profiles import KEYS, Profile, ProfileColumn
from tiapp.supervision.summary import Column
from tiapp.supervision.writers.about import About, Cell, Rows
from tiapp.supervision.writers.csv_file import write_bare_csv, write_csv

_MODULE, _TITLE = KEYS.index("module_id"), KEYS.index("title")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why the other system would refuse a row. `row` counts from 1, without the headings."""

    row: int
    heading: str
    sentence: str


def write_profile(out: BinaryIO, profile: Profile, rows: Rows, about: About) -> int:
    """The file, and how many rows it has. Rows are in the order of summary.COLUMNS."""
    lines = mapped(profile, rows)
    if profile.about:
        columns = [Column(column.heading, column.heading, 20) for column in profile.columns]
        return write_csv(out, columns, lines, about, bom=profile.bom)
    headings = [column.heading for column in profile.columns]
    return write_bare_csv(out, headings, lines, delimiter=profile.delimiter, bom=profile.bom)


def mapped(profile: Profile, rows: Rows) -> Iterator[tuple[Cell, ...]]:
    """The rows with the profile's columns."""
    cells = [_filled(profile, column) for column in profile.columns]
    for row in rows:
        yield tuple([cell(row) for cell in cells])


def row_problems(profile: Profile, rows: Rows, at_most: int = 200) -> tuple[RowProblem, ...]:
    """What to mend before writing: cells that may not be empty, and rows that stand twice."""
    return tuple(_found(profile, mapped(profile, rows), at_most))


def _found(profile: Profile, rows: Iterable[tuple[Cell, ...]], most: int) -> Iterator[RowProblem]:
    headings = [column.heading for column in profile.columns]
    required = [(at, c.heading) for at, c in enumerate(profile.columns) if c.required]
    unique = [headings.index(heading) for heading in profile.unique]
    seen: dict[tuple[Cell, ...], int] = {}
    count = 0
    for number, row in enumerate(rows, start=1):
        problems = [
            RowProblem(number, heading, f"Row {number}: {heading} is empty, and it is needed.")
            for at, heading in required
            if row[at] in ("", None)
        ]
        if unique and not problems:
            same = tuple(row[at] for at in unique)
            first = seen.setdefault(same, number)
            if first != number:
                sentence = (
                    f"Row {number} has the same {' and '.join(profile.unique)} as row {first}."
                )
                problems = [RowProblem(number, profile.unique[0], sentence)]
        for problem in problems:
            yield problem
            count += 1
            if count == most:
                return


def _filled(profile: Profile, column: ProfileColumn) -> Callable[[tuple[Cell, ...]], Cell]:
    if not column.source:
        return lambda row: column.value
    at = KEYS.index(column.source)
    if column.source == "finished" and profile.day != "%Y-%m-%d":
        return lambda row: _day(str(row[at]), profile.day)
    if at in (_MODULE, _TITLE) and profile.modules:
        return lambda row: profile.modules.get(str(row[_MODULE]), str(row[at]))
    return lambda row: row[at]


@lru_cache(maxsize=4096)
def _day(day: str, form: str) -> str:
    try:
        return date.fromisoformat(day).strftime(form)
    except ValueError:
        return day
