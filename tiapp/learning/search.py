"""Finds modules, parts, headings and words explained, for Quick search."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from tiapp.learning.model import ModuleEntry, Term

MOST_HITS = 30
_WORD = re.compile(r"\w+")
_QUERY_CHARS = 200


class HitKind(IntEnum):
    """What was found; the lower number comes first."""

    MODULE = 1
    PART = 2
    HEADING = 3
    TERM = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `module_id` and `part_id` say where to go, or `term` which word it is."""

    kind: HitKind
    title: str
    detail: str
    module_id: str = ""
    part_id: str = ""
    term: str = ""


def fold(text: str) -> str:
    """The text for comparing: no capitals, no accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def search(query: str, entries: Iterable[ModuleEntry], terms: Iterable[Term]) -> list[Hit]:
    """What fits all words of the query, each the beginning of a word; best first.

    Modules by title or topic come before parts, parts before headings, headings before words
    of the glossary; within each kind the order stays that of the library.
    """
    words = _WORD.findall(fold(query[:_QUERY_CHARS]))
    if not words:
        return []
    hits: list[Hit] = []
    for entry in entries:
        _search_module(words, entry, hits)
    for term in terms:
        if _fits(words, " ".join((term.name, *term.also))):
            hits.append(Hit(HitKind.TERM, term.name, term.meaning, term=term.name))
    hits.sort(key=lambda hit: hit.kind)
    return hits[:MOST_HITS]


def _search_module(words: list[str], entry: ModuleEntry, hits: list[Hit]) -> None:
    """Add what a module has to offer."""
    if _fits(words, " ".join((entry.title, *entry.topics))):
        hits.append(Hit(HitKind.MODULE, entry.title, ", ".join(entry.topics), entry.id))
    for part in entry.parts:
        if _fits(words, part.title):
            hits.append(Hit(HitKind.PART, part.title, entry.title, entry.id, part.id))
        for heading in part.headings:
            if _fits(words, heading):
                detail = f"{entry.title}: {part.title}"
                hits.append(Hit(HitKind.HEADING, heading, detail, entry.id, part.id))


def _fits(words: list[str], text: str) -> bool:
    """True when every word begins some word of the text."""
    found = _WORD.findall(fold(text))
    return all(any(candidate.startswith(word) for candidate in found) for word in words)
