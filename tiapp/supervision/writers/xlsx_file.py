"""A spreadsheet with a real table: frozen headings, real days, widths; nothing that computes.

Written row by row in XlsxWriter's constant-memory mode, so that size costs time and no memory.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import chain, islice
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.utility import xl_range

from tiapp.supervision.summary import Column, Kind
from tiapp.supervision.writers.about import About, Cell, Rows
from tiapp.supervision.writers.cells import plain
from tiapp.supervision.writers.days import spoken_day

ROWS_A_SHEET = 1_000_000
"""Excel has room for 1,048,576; a round number is easier to explain."""

_HEADING_LOOK = {"bg_color": "#E9F0EF", "bottom": 2, "bottom_color": "#1B5E66"}
"""The colours of a heading on the pages that we print."""

_FIGURES = {"align": "right", "indent": 1}
"""To the right, and not so far that they meet the words of the next column."""

_MEASURED = 500
"""Rows that are looked at to find how wide a column should be."""

_WIDEST = 64

_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_DAY = date(1900, 3, 1).toordinal()
"""Before it Excel counts a day that never was."""


def write_xlsx(
    out: BinaryIO,
    columns: Sequence[Column],
    rows: Rows,
    about: About,
    *,
    total: Sequence[Cell] = (),
    sheet_name: str = "Completions",
    table_name: str = "Completions",
) -> int:
    """The workbook, and how many rows it has besides headings.

    More rows than a sheet holds go on in the next. A last sheet says what the table is. The same
    rows on the same day give the same bytes. `total` is a last row, below the table and not of it:
    whoever sorts or adds up the table does not meet it.
    """
    book = xlsxwriter.Workbook(
        out,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    try:
        book.set_properties(
            {
                "title": about.title,
                "subject": about.purpose,
                "comments": about.line,
                "category": "Training record",
                "created": datetime(about.written.year, about.written.month, about.written.day),
            }
        )
        formats = _Formats(book)
        count = 0
        for number, some in enumerate(_sheets(rows), start=1):
            ending = f" {number}" if number > 1 else ""
            sheet = book.add_worksheet(sheet_name + ending)
            table = table_name + ending.replace(" ", "_")
            count += _write_sheet(sheet, columns, some, formats, table, total)
            _set_up_printing(sheet, about)
        _write_about(book.add_worksheet("About this table"), about, formats, count)
        book.get_worksheet_by_name(sheet_name).activate()
    finally:
        # its temporary files go even when the rows could not be read to their end
        book.close()
    return count


class _Formats:
    def __init__(self, book: Any) -> None:
        top = {"valign": "top"}
        # not every program draws the style of a table, so the headings bring their own
        heading = {"bold": True, "text_wrap": True, "valign": "vcenter", **_HEADING_LOOK}
        self.heading = book.add_format(heading)
        self.number_heading = book.add_format({**heading, **_FIGURES})
        self.day = book.add_format({"num_format": "d mmmm yyyy", "align": "left", **top})
        self.number = book.add_format({"num_format": "#,##0", **_FIGURES})
        total = {"bold": True, "top": 1, "top_color": _HEADING_LOOK["bottom_color"]}
        self.total = book.add_format(total)
        self.number_total = book.add_format({**total, "num_format": "#,##0", **_FIGURES})
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.label = book.add_format({"bold": True, **top})
        self.words = book.add_format({"text_wrap": True, **top})


def _sheets(rows: Rows) -> Iterator[Rows]:
    """The rows in parts that fit a sheet each; one part, an empty one, when there are none."""
    source = iter(rows)
    yield islice(source, ROWS_A_SHEET)
    for first in source:
        yield chain([first], islice(source, ROWS_A_SHEET - 1))


def _write_sheet(
    sheet: Any,
    columns: Sequence[Column],
    rows: Rows,
    formats: _Formats,
    table_name: str,
    total: Sequence[Cell],
) -> int:
    table = _begin_table(sheet, columns, table_name)
    source = iter(rows)
    first = list(islice(source, _MEASURED))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _width(column, at, first))
        number = column.kind is Kind.NUMBER
        look = formats.number_heading if number else formats.heading
        sheet.write_string(0, at, column.heading, look)
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 0)
    writes = [_writer(sheet, column.kind, formats) for column in columns]
    count = 0
    for count, row in enumerate(chain(first, source), start=1):
        for at, (write, cell) in enumerate(zip(writes, row, strict=True)):
            if cell is not None and cell != "":
                write(count, at, cell)
    # a table has at least one row below its headings
    whole = xl_range(0, 0, max(count, 1), len(columns) - 1)
    table["range"] = table["a_range"] = table["autofilter"] = whole
    for at, cell in enumerate(total):
        if isinstance(cell, int):
            sheet.write_number(count + 1, at, cell, formats.number_total)
        else:
            sheet.write_string(count + 1, at, plain(cell or ""), formats.total)
    return count


def _width(column: Column, at: int, first: Sequence[Sequence[Cell]]) -> int:
    """Of a column, in letters: as it was given, or more where its cells ask for it."""
    if column.kind is not Kind.TEXT:
        return column.width
    longest = max((len(str(row[at])) for row in first if row[at] is not None), default=0)
    return max(column.width, min(longest + 2, _WIDEST))


def _set_up_printing(sheet: Any, about: About) -> None:
    """A4 across, as many pages as it takes, each with the title, the purpose and its number."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    told = " · ".join([about.title, *(f"{label}: {words}" for label, words in about.facts)])
    sheet.set_header(f"&L&B{_printed(told)}&R{_printed(spoken_day(about.written))}")
    sheet.set_footer(f"&L{_printed(about.purpose)}&RPage &P of &N")


def _printed(words: str) -> str:
    """Words for the edge of a page: their "&" is no command, and the edge holds 255 letters."""
    return plain(words)[:90].replace("&", "&&")


def _begin_table(sheet: Any, columns: Sequence[Column], name: str) -> dict[str, Any]:
    """The table, two rows high until its height is known; its headings are written afterwards.

    WORKAROUND for XlsxWriter 3.2, which offers no tables in constant-memory mode: it would write
    their headings out of turn, and remember every cell of them. We write the headings ourselves.
    """
    sheet.constant_memory = False
    try:
        sheet.add_table(
            0,
            0,
            1,
            len(columns) - 1,
            {
                "name": name,
                "style": "Table Style Light 1",
                "columns": [{"header": column.heading} for column in columns],
            },
        )
    finally:
        sheet.constant_memory = True
    sheet.table.clear()
    table: dict[str, Any] = sheet.tables[0]
    return table


def _writer(sheet: Any, kind: Kind, formats: _Formats) -> Callable[[int, int, Any], object]:
    """How the cells of a column are written; what is not of its kind is written as text."""

    def text(row: int, at: int, cell: Cell) -> None:
        shown = plain(str(cell))
        # XlsxWriter would take this for finished markup and let it through as it is
        sheet.write_string(row, at, f"{shown} " if shown.startswith("<r>") else shown)

    def number(row: int, at: int, cell: Cell) -> None:
        if isinstance(cell, int):
            sheet.write_number(row, at, cell, formats.number)
        else:
            text(row, at, cell)

    def day(row: int, at: int, cell: Cell) -> None:
        serial = _serial(str(cell))
        if serial is None:
            text(row, at, cell)
        else:
            sheet.write_number(row, at, serial, formats.day)

    return {Kind.TEXT: text, Kind.NUMBER: number, Kind.DAY: day}[kind]


@lru_cache(maxsize=4096)
def _serial(day: str) -> int | None:
    """The number that Excel has for that day; None for what it can't count as one."""
    try:
        ordinal = date.fromisoformat(day).toordinal()
    except ValueError:
        return None
    return ordinal - _DAY_ZERO if ordinal >= _FIRST_DAY else None


def _write_about(sheet: Any, about: About, formats: _Formats, rows: int) -> None:
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 64)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, plain(about.title), formats.title)
    facts = (
        *about.facts,
        ("Written on", spoken_day(about.written)),
        ("Rows", f"{rows:,}"),
        *about.notes,
        ("What finished means", about.finished_means),
        ("What it is for", about.purpose),
    )
    for row, (label, words) in enumerate(facts, start=2):
        # not every program finds the height of wrapping words by itself
        sheet.set_row(row, 16 * (1 + len(words) // 60))
        sheet.write_string(row, 0, plain(label), formats.label)
        sheet.write_string(row, 1, plain(words), formats.words)
