"""The values of the journal: entries, lines for lists, kept versions. Plain Python."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # searching from the command line would wait for all the kinds of blocks of a module
    from tiapp.learning.model import PromptRef

KEPT_DAYS = 90
"""How long earlier versions and deleted entries can be brought back."""
BODY_MOST = 1_000_000
"""Letters in one entry: more than any person types, and what a page can still show."""
TITLE_MOST = 200
TAG_MOST = 40
GUIDED = "guided/"
"""Begins the prompt id of an entry that follows a guided reflection."""
TAGS_MOST = 30
_SHOWN_MOST = 80
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)+|[*_`~]{1,3}")


@dataclass(frozen=True, slots=True)
class Asked:
    """The prompt an entry answers, with its words as they were shown.

    One asked in a module has `ref`, its link back. One of the prompt collection, or a step of a
    guided model, has `id` ("a-good-moment", "what-so-what/2").
    """

    text: str
    ref: "PromptRef | None" = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry. Title, tags and prompt may be missing.

    `written` is its day and time with the offset from UTC at that place; `zone` names the time zone
    where it is known ("Europe/London").
    """

    id: str
    written: datetime
    body: str
    title: str = ""
    tags: tuple[str, ...] = ()
    asked: Asked | None = None
    zone: str = ""
    changed: datetime | None = None
    deleted: datetime | None = None

    @property
    def heading(self) -> str:
        """What lists call it: its title, else its first words. Empty when nothing is written."""
        return heading_of(self.title, self.body)

    @property
    def blank(self) -> bool:
        """True when nobody has written anything in it."""
        return not (self.title.strip() or self.body.strip())


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry as lists show it. `excerpt` is a piece of the body round what was searched for."""

    id: str
    written: datetime
    heading: str
    excerpt: str = ""
    tags: tuple[str, ...] = ()
    deleted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """How an entry read before it was changed at `until`."""

    number: int
    until: datetime
    title: str
    body: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag, and how many entries carry it."""

    tag: str
    entries: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What is in the editor: everything of an entry that a person can change."""

    body: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    asked: Asked | None = None
    day: date | None = None
    """Another day than that on which it was begun."""

    @property
    def blank(self) -> bool:
        """True when there is nothing to keep. Headings that Steady wrote are nothing."""
        lines = self.body.splitlines()
        if self.asked is not None and self.asked.id.startswith(GUIDED):
            lines = [line for line in lines if not line.startswith("## ")]
        return not (self.title.strip() or any(line.strip() for line in lines))


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a month on which something was written, with how many entries each."""

    year: int
    month: int
    days: dict[int, int] = field(default_factory=dict)


def heading_of(title: str, body: str) -> str:
    """The title, else the first line that says something, without its marks; at most 80 letters."""
    words = _SPACE.sub(" ", title).strip()
    if not words:
        for line in body[:2000].splitlines():
            words = _SPACE.sub(" ", _MARKS.sub("", line)).strip()
            if words:
                break
    if len(words) <= _SHOWN_MOST:
        return words
    cut = words[:_SHOWN_MOST].rsplit(" ", 1)[0]
    return f"{cut}…"


def clean_tag(text: str) -> str:
    """A tag as it is kept: one line, without a leading #, commas or quotes. May come out empty."""
    letters = (" " if c.isspace() or c in ',;"' else c for c in unicodedata.normalize("NFC", text))
    # private-use letters mark tags in the search index, so no tag may hold one
    kept = "".join(c for c in letters if c.isprintable() and unicodedata.category(c) != "Co")
    return _SPACE.sub(" ", kept).strip().lstrip("#").strip()[:TAG_MOST].strip()


def clean_tags(texts: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Tags in their order, cleaned, each once whatever its capitals; at most thirty."""
    kept: dict[str, str] = {}
    for text in texts:
        tag = clean_tag(text)
        if tag:
            kept.setdefault(tag_key(tag), tag)
    return tuple(kept.values())[:TAGS_MOST]


def tag_key(tag: str) -> str:
    """What two spellings of one tag share: capitals and accents do not count."""
    apart = unicodedata.normalize("NFKD", tag.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def split_tags(text: str) -> tuple[str, ...]:
    """The tags that somebody typed, divided by commas."""
    return clean_tags(re.split(r"[,;\n]", text))
