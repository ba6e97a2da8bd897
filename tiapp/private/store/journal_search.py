"""Searches the journal through the driver alone, fast enough for every key press.

No SQLAlchemy: the command line would wait for its import longer than for all else together. The
newest come first, by key and not by rank: ranking a common word reads all entries that have it.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from tiapp.private.journal_model import EntryLine, heading_of
from tiapp.private.moments import moments_between
from tiapp.private.search_language import Query

Ask = Callable[[str, tuple[Any, ...]], Iterable[Any]]
"""Runs a statement with its values, and gives the rows."""

_MARKS = re.compile(r"(?<!\S)(?:#{1,6}|>|[-*+])\s+|\*\*|__|`")
"""Light Markdown, which says nothing in a line of a list."""

# Each index is asked for so many that the rest can't matter, before the two are put together.
_HITS = """
    SELECT e.id, e.written, e.title, substr(e.body, 1, 2000), e.tags, h.excerpt FROM (
        SELECT * FROM (SELECT rowid AS moment, snippet(journal_words, 1, '', '', '…', 16) AS excerpt
            FROM journal_words WHERE journal_words MATCH :match AND rowid BETWEEN :first AND :last
            ORDER BY rowid DESC LIMIT :most)
        UNION ALL
        SELECT * FROM (SELECT rowid, snippet(journal_fresh, 1, '', '', '…', 16)
            FROM journal_fresh WHERE journal_fresh MATCH :match AND rowid BETWEEN :first AND :last
            ORDER BY rowid DESC LIMIT :most)
    ) AS h CROSS JOIN journal_entry AS e ON e.moment = h.moment
    ORDER BY h.moment DESC LIMIT :most
"""
_LATEST = """
    SELECT e.id, e.written, e.title, substr(e.body, 1, 2000), e.tags, substr(e.body, 1, 200)
    FROM journal_entry AS e
    WHERE e.moment BETWEEN :first AND :last AND e.deleted IS NULL
    ORDER BY e.moment DESC LIMIT :most
"""


def find(ask: Ask, query: Query, most: int) -> tuple[EntryLine, ...]:
    """The newest entries that have all that is asked for; without words, the newest of the days.

    Deleted entries are not found.
    """
    first, last = moments_between(query.since, query.until)
    if query.match:
        return _lines(ask(*_numbered(_HITS, query.match, first, last, most)))
    return _lines(ask(*_numbered(_LATEST, query.match, first, last, most)))


def statements(query: Query) -> tuple[str, tuple[Any, ...]]:
    """What `find` would run: tests look at its plan."""
    first, last = moments_between(query.since, query.until)
    return _numbered(_HITS if query.match else _LATEST, query.match, first, last, 50)


def _numbered(
    statement: str, match: str, first: int, last: int, most: int
) -> tuple[str, tuple[Any, ...]]:
    """The statement with numbered places for its values, which all drivers' doors take."""
    for number, name in enumerate((":match", ":first", ":last", ":most"), start=1):
        statement = statement.replace(name, f"?{number}")
    return statement, (match, first, last, most)


def _lines(rows: Iterable[Any]) -> tuple[EntryLine, ...]:
    try:
        return tuple(
            EntryLine(
                id_,
                datetime.fromisoformat(written),
                heading_of(title, beginning),
                " ".join(_MARKS.sub("", excerpt).split()),
                tuple(tags.split("\n")) if tags else (),
            )
            for id_, written, title, beginning, tags, excerpt in rows
        )
    except (ValueError, TypeError) as error:  # damage to the file, not a bug
        raise sqlite3.DatabaseError("malformed row") from error
