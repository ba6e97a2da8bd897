"""Reads a staff list: a CSV file, or a table pasted from a spreadsheet.

The first row names the columns, in any order and by the names that people use. Only the name or
the staff number is needed; what is not understood is said, line by line, and the rest is read.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tiapp.core.errors import AppError
from tiapp.supervision.team.identity import number_key, tidy

LARGEST = 20 * 1024 * 1024
MOST_LINES = 250_000

_COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "full name", "display name", "employee name", "staff name", "employee"),
    "first": ("first name", "forename", "given name"),
    "last": ("last name", "surname", "family name"),
    "number": (
        "staff number", "number", "employee number", "payroll number", "staff id", "employee id",
        "staff no", "employee no", "payroll no", "payroll", "id",
    ),
    "team": ("team", "department", "service", "unit", "ward"),
    "site": ("site", "location", "base", "office", "building", "workplace"),
    "pathway": ("pathway expected", "pathway", "expected pathway", "role", "learning pathway"),
    "starts": ("start date", "starts", "started", "start", "starts on", "start day"),
    "leaves": ("leave date", "leaving date", "leaves", "end date", "left", "leaver", "leaves on"),
}  # fmt: skip
_NAMED = {name: column for column, names in _COLUMNS.items() for name in names}

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One line of the list. Without a number it can be matched only by a person."""

    line: int
    name: str
    number: str = ""
    team: str = ""
    site: str = ""
    pathway: str = ""
    starts_on: date | None = None
    leaves_on: date | None = None


@dataclass(frozen=True, slots=True)
class StaffList:
    """What was read, and what about it could not be."""

    lines: tuple[StaffLine, ...]
    problems: tuple[str, ...] = ()


def read_staff_list(data: bytes | str) -> StaffList:
    """Read a file's bytes, or text that was pasted. AppError when it is no list at all."""
    text = _text(data) if isinstance(data, bytes) else data
    if len(text) > LARGEST or "\0" in text:
        raise _no_list("It is too large, or not a table of text.")
    rows = _rows(text)
    try:
        _, header = next(rows)
    except StopIteration:
        raise _no_list("It is empty.") from None
    columns = {_named(cell): at for at, cell in reversed(list(enumerate(header))) if _named(cell)}
    if not {"name", "number", "last"} & set(columns):
        raise _no_list(
            "Its first row has to name the columns: name, staff number, team, site, pathway, "
            "start date, leave date."
        )
    lines: list[StaffLine] = []
    problems: list[str] = []
    numbers: dict[str, int] = {}
    for number, row in rows:
        if len(lines) >= MOST_LINES:
            problems.append(f"Only the first {MOST_LINES:,} lines were read.")
            break
        line = _line(number, row, columns, problems)
        if line is None:
            continue
        key = number_key(line.number)
        if key is not None and key in numbers:
            problems.append(
                f"Line {number} has the same staff number as line {numbers[key]}, and was left out."
            )
            continue
        if key is not None:
            numbers[key] = number
        lines.append(line)
    return StaffList(tuple(lines), tuple(problems))


def _no_list(why: str) -> AppError:
    return AppError(
        "This does not look like a staff list.",
        f"Nothing was changed. {why}",
        code="staff-list",
    )


def _text(data: bytes) -> str:
    """Excel writes UTF-8 with a mark, UTF-16 or the Windows letters, and never says which."""
    if len(data) > LARGEST:
        raise _no_list("It is larger than any staff list.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, with their line numbers."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    between = max("\t;,", key=first.count)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=between)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error:
        raise _no_list("One of its cells is far too long.") from None


def _named(cell: str) -> str:
    """Which column a heading means; "" for one that we have no use for."""
    plain = " ".join(re.sub(r"[^a-z ]", " ", tidy(cell).casefold()).split())
    return _NAMED.get(plain, "")


def _line(
    number: int, row: list[str], columns: dict[str, int], problems: list[str]
) -> StaffLine | None:
    def cell(column: str) -> str:
        at = columns.get(column)
        return tidy(row[at]) if at is not None and at < len(row) else ""

    name = cell("name") or f"{cell('first')} {cell('last')}".strip()
    if not name and not cell("number"):
        problems.append(f"Line {number} has neither a name nor a staff number, and was left out.")
        return None
    days: dict[str, date | None] = {}
    for column, words in (("starts", "start date"), ("leaves", "leave date")):
        try:
            days[column] = read_day(cell(column))
        except ValueError:
            days[column] = None
            problems.append(
                f"Line {number}: the {words} could not be read as a date, and was left out."
            )
    return StaffLine(
        number, name, cell("number"), cell("team"), cell("site"), cell("pathway"),
        days["starts"], days["leaves"],
    )  # fmt: skip


def read_day(text: str) -> date | None:
    """A day as people write it: 2026-03-01, 01/03/2026 (the day first), 1 March 2026.

    None for no text; ValueError for anything else.
    """
    plain = text.strip().lower().replace(",", " ")
    if not plain:
        return None
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?", plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?: .*)?", plain):
        return date(_year(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?[- ]([a-z]+)[- ](\d{2}|\d{4})", plain):
        month = _MONTHS.get(found[2])
        if month is not None:
            return date(_year(found[3]), month, int(found[1]))
    raise ValueError(text)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
