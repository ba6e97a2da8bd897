"""Sentences and words of running text, as the reading age counts them.

What is counted, decided once:

- Paragraphs, wherever they stand: notes, callouts, questions, feedback, scenes.
- Dialogue as it is said: a full stop, question mark or exclamation mark ends a sentence inside
  quotation marks too.
- A list item or an answer is a sentence or several of its own, since a reader takes a breath there;
  one of fewer than four words is left out, for it would make the text look easier than it is.
- A table's cell only when it ends as a sentence does. Other cells are looked up, not read through.
- Headings and titles are left out, and so are the addresses of links.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tiapp.authoring.passages import As, Passage

WORDS_OF_AN_ITEM = 4

WORD = re.compile(r"[^\W_]+(?:['’/&-][^\W_]+)*")
_END = re.compile(r"(?<=[.?!…])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n{2,}")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|vs|No)\.[\"”’')]*$")
_ENDS = re.compile(r"[.?!…][\"”’')\]]*$")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\S+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `line` is where its paragraph begins."""

    text: str
    words: tuple[str, ...]
    line: int


def sentences_of(passages: Iterable[Passage]) -> list[Sentence]:
    """All sentences that count, in order; see this file's beginning."""
    found: list[Sentence] = []
    for passage in passages:
        if passage.shape is As.TITLE:
            continue
        text = _ADDRESS.sub("", passage.text).strip()
        if passage.shape is As.CELL and not _ENDS.search(text):
            continue
        for sentence in split(text):
            words = tuple(WORD.findall(sentence))
            short = passage.shape is As.ITEM and len(words) < WORDS_OF_AN_ITEM
            if words and not short:
                found.append(Sentence(sentence, words, passage.line))
    return found


def split(text: str) -> list[str]:
    """A paragraph's sentences."""
    pieces: list[str] = []
    start = 0
    for match in _END.finditer(text):
        piece = text[start : match.end()].strip()
        if _ABBREVIATION.search(piece):
            continue
        pieces.append(piece)
        start = match.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]
