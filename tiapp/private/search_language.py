"""What a person types to search the journal, taken apart. Plain Python; knows no database.

Words, "whole phrases", tag:name or tag:"two words", on:2026, on:2026-11, on:2026-11-22, on:today,
on:yesterday, before: and after: with the same kinds of dates. All of it has to be found. The last
word counts as begun, so that results come while somebody types.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from tiapp.private.journal_model import clean_tag, tag_key

TAG_MARK = "\ue000"
"""Begins a tag's own word in the index. A private letter: nobody can type or find it by chance."""
TAG_SPACE = "\ue001"
QUERY_MOST = 500
TERMS_MOST = 20

_TERM = re.compile(
    r'(?:(?P<kind>tag|on|before|after):|(?=\S))(?:"(?P<phrase>[^"]*)(?P<end>"|$)|(?P<word>\S*))',
    re.IGNORECASE,
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Query:
    """A search, understood.

    `match` is an FTS5 expression that is always well formed, or empty when no words were given.
    `since` is the first day that counts and `until` the first that does not, where given.
    `unread` holds the date terms that could not be understood; they limit nothing.
    """

    match: str = ""
    since: date | None = None
    until: date | None = None
    unread: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """True when it asks for nothing in particular."""
        return not self.match and self.since is None and self.until is None


def parse(text: str, today: date, *, typing: bool = True) -> Query:
    """Understand what was typed; whatever it is, no error comes of it.

    With `typing` the last word or tag matches all that begin so, unless a space follows it.
    """
    text = text[:QUERY_MOST]
    terms: list[str] = []
    since: date | None = None
    until: date | None = None
    unread: list[str] = []
    found = list(_TERM.finditer(text))[:TERMS_MOST]
    for number, term in enumerate(found, start=1):
        kind = (term["kind"] or "").lower()
        said = term["word"] if term["phrase"] is None else term["phrase"]
        at_the_end = number == len(found) and term.end() == len(text)
        begun = typing and at_the_end and term["end"] != '"'
        if kind and not said:
            continue
        if kind in ("", "tag"):
            expression = _tag(said, begun) if kind else _words(said, begun)
            if expression:
                terms.append(expression)
            continue
        period = _period(said, today)
        if period is None:
            unread.append(term.group(0))
        elif kind == "on":
            since, until = _later(since, period[0]), _earlier(until, period[1])
        elif kind == "before":
            until = _earlier(until, period[0])
        else:
            since = _later(since, period[1])
    return Query(" AND ".join(terms), since, until, tuple(unread))


def tag_word(tag: str) -> str:
    """The one word by which the index knows a tag, spaces and marks and all."""
    key = "".join(c if _indexed(c) else TAG_SPACE for c in tag_key(tag))
    return f"{TAG_MARK}{key}"


def _words(said: str, begun: bool) -> str:
    kept = "".join(" " if unicodedata.category(c) == "Co" or c in '"\0' else c for c in said)
    if not any(_indexed(c) for c in kept):
        return ""
    # a word that ends in a mark ("rain,") is finished
    return f'"{kept}"*' if begun and _indexed(kept[-1]) else f'"{kept}"'


def _tag(said: str, begun: bool) -> str:
    tag = clean_tag(said)
    if not tag:
        return ""
    return f'"{tag_word(tag)}"*' if begun else f'"{tag_word(tag)}"'


def _indexed(letter: str) -> bool:
    """True for what the index takes as part of a word: letters, digits and accents on them."""
    return unicodedata.category(letter)[0] in "LNM"


def _period(said: str, today: date) -> tuple[date, date] | None:
    """The first day of a year, month or day, and the first after it; None when it is no date."""
    named = {"today": today, "yesterday": today - timedelta(days=1)}.get(said.lower())
    if named is not None:
        return named, named + timedelta(days=1)
    parts = _DATE.fullmatch(said)
    if parts is None:
        return None
    year, month, day = parts.groups()
    try:
        if day:
            first = date(int(year), int(month), int(day))
            return first, first + timedelta(days=1)
        if month:
            first = date(int(year), int(month), 1)
            return first, (first + timedelta(days=31)).replace(day=1)
        return date(int(year), 1, 1), date(int(year) + 1, 1, 1)
    except (ValueError, OverflowError):
        return None


def _later(one: date | None, other: date) -> date:
    return other if one is None else max(one, other)


def _earlier(one: date | None, other: date) -> date:
    return other if one is None else min(one, other)
