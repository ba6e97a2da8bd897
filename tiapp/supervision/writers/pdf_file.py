"""The table as a tagged PDF, to print or to hand on."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.printing.typeset import typeset
from tiapp.supervision.summary import Column, Kind
from tiapp.supervision.writers.about import About, Cell, Rows
from tiapp.supervision.writers.cells import plain
from tiapp.supervision.writers.days import spoken_day

MOST_ROWS = 20_000
"""A PDF of more would take minutes, and nobody leafs through 600 pages."""


def make_pdf(
    resources: Path,
    columns: Sequence[Column],
    rows: Rows,
    about: About,
    total: Sequence[Cell] = (),
) -> bytes:
    """The document: the facts above, the table, and what finished means below it.

    `total` is a last row that stands out.

    AppError when it can't be laid out, or when there are more rows than MOST_ROWS.
    """
    shown = [
        [_shown(cell, column) for cell, column in zip(row, columns, strict=True)]
        for row in islice(rows, MOST_ROWS + 1)
    ]
    if len(shown) > MOST_ROWS:
        raise AppError(
            f"A PDF can hold {MOST_ROWS:,} rows at most, and there are more.",
            "Nothing was written. Choose a shorter period or one team, or save a "
            "spreadsheet instead.",
            code="pdf-large",
        )
    facts = (*about.facts, ("Written on", spoken_day(about.written)), *about.notes)
    data = {
        "title": plain(about.title),
        "facts": [{"label": plain(label), "words": plain(words)} for label, words in facts],
        "columns": [
            {
                "heading": column.heading,
                "width": _share(column.heading, [row[at] for row in shown]),
                "number": column.kind is Kind.NUMBER,
            }
            for at, column in enumerate(columns)
        ],
        "rows": shown,
        "total": [_shown(cell, column) for cell, column in zip(total, columns, strict=False)],
        "finished_means": plain(about.finished_means),
        "purpose": plain(about.purpose),
    }
    return typeset(resources, "summary", data, about.written)


def _shown(cell: Cell, column: Column) -> str:
    if cell is None:
        return ""
    if column.kind is Kind.NUMBER and isinstance(cell, int):
        return f"{cell:,}"
    return spoken_day(cell) if column.kind is Kind.DAY else plain(str(cell))


def _share(heading: str, cells: list[str]) -> int:
    """Of the page's width: as much as the longest cell asks for, and never less than a word."""
    longest = max((len(cell) for cell in cells), default=0)
    words = max((len(word) for cell in cells for word in cell.split()), default=0)
    # an id cannot be broken, and figures are wider than letters
    return max(len(heading), min(longest, 36), round(words * 1.2)) + 2
