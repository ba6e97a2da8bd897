"""CSV as RFC 4180 has it: UTF-8, CRLF, and no cell that a spreadsheet takes for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import BinaryIO

from tiapp.supervision.summary import Column
from tiapp.supervision.writers.about import About, Cell, Rows
from tiapp.supervision.writers.cells import BEGINS_FORMULA, guarded

BOM = "\ufeff"
"""Excel takes UTF-8 for something else unless this mark comes first."""

_AT_ONCE = 500
_UNSEEN = b"\0"
_FIRST_BYTES = {letter.encode()[0] for letter in BEGINS_FORMULA if not letter.isascii()}
_AFTER_SPACES = re.compile(rb",_+=")


def write_csv(
    out: BinaryIO, columns: Sequence[Column], rows: Rows, about: About, *, bom: bool = True
) -> int:
    """The table, and how many lines it has besides its headings.

    One more column, always empty, has the line about the table as its heading: so it stands in the
    file, and no line has to be skipped by whoever counts.
    """
    headings = [column.heading for column in columns]
    _write_lines(out, [[*headings, about.line]], ",", "\r\n", bom=bom)
    # the end of the line closes the empty column, which costs nothing
    return _write_lines(out, rows, ",", ",\r\n")


def write_bare_csv(
    out: BinaryIO, headings: Sequence[str], rows: Rows, *, delimiter: str = ",", bom: bool = False
) -> int:
    """A table whose columns another program prescribes, without a word besides."""
    _write_lines(out, [headings], delimiter, "\r\n", bom=bom)
    return _write_lines(out, rows, delimiter, "\r\n")


def _write_lines(
    out: BinaryIO, rows: Iterable[Sequence[Cell]], delimiter: str, end: str, *, bom: bool = False
) -> int:
    """Many rows at once are looked at as one text, which is far quicker than cell by cell."""
    if bom:
        out.write(BOM.encode())
    suspicion = _Suspicion(delimiter, end)
    source = iter(rows)
    count = 0
    while some := list(islice(source, _AT_ONCE)):
        text = _as_text(some, delimiter, end)
        if suspicion.of(text, len(some)):
            text = _as_text([list(map(_guarded, row)) for row in some], delimiter, end)
        out.write(text.encode())
        count += len(some)
    return count


class _Suspicion:
    """Whether there may be anything in some lines of CSV that has to be made harmless.

    It may be mistaken in one way only: what is harmless may look suspicious, and then takes the
    slow way. So ordinary lines cost one pass that turns letters into kinds, and two searches.
    """

    def __init__(self, delimiter: str, end: str) -> None:
        self._end = end
        kinds = bytearray(b"a" * 256)
        kinds[:32] = _UNSEEN * 32
        kinds[127:128] = _UNSEEN
        kinds[ord(" ")] = ord("_")
        for sign in (*b"=+-@|%", *_FIRST_BYTES):
            kinds[sign] = ord("=")
        for border in (*delimiter.encode(), *b'"\r\n'):
            kinds[border] = ord(",")
        self._kinds = bytes(kinds)

    def of(self, text: str, lines: int) -> bool:
        kinds = b"," + text.encode().translate(self._kinds)
        if _UNSEEN in kinds or text.count("\n") != lines or text.count("\r") != lines:
            return True
        if not text.isascii() and not text.replace(self._end, "").isprintable():
            return True
        return b",=" in kinds or (b",_" in kinds and _AFTER_SPACES.search(kinds) is not None)


def _as_text(rows: Iterable[Iterable[Cell]], delimiter: str, end: str) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator=end).writerows(rows)
    return made.getvalue()


def _guarded(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell
