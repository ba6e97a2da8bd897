"""How many syllables an English word has, counted offline.

Pyphen's British patterns say where a word may be divided at the end of a line. They keep quiet
about many syllables ("about", "idea"), so counting its pieces alone finds a sixth too few. We
count the vowels in each piece instead: the pieces tell which e is silent ("some-thing"). Against
the words counted by hand in tests/authoring/test_syllables.py the sum is within three in a hundred.
"""

import functools
import re

_VOWELS = re.compile(r"[aeiouy]+")
_ENDING = re.compile(r"'(?:s|re|m|ve|ll|d)?$")
_NOT = re.compile(r"n't$")
_SILENT_INSIDE = re.compile(r"(?<=[aeiouy][^aeiouy])e(?=(?:ly|ty|ness|ful|less|ment)$)")
_SILENT_E = re.compile(r"[^aeiouy]e$")
_SOUNDED_E = re.compile(r"[^aeiouyr]le$|[^aeiouylw]re$")
_SILENT_ED = re.compile(r"[^aeiouytd]ed$")
_SILENT_ES = re.compile(r"[^aeiouy]es$")
_SOUNDED_ES = re.compile(r"(?:[cgsxz]|sh|ch|[^aeiouyr]l)es$")
# Two vowels side by side that are two syllables: qui-et, po-em, cru-el, di-al, ide-a.
_TWO = re.compile(
    r"(?<=u)i(?=et)|o(?=e[mt])|(?<=[rfg])u(?=el)|^[dv]i(?=al)|^tri(?=al)|(?<=[dr])e(?=as?$)|e(?=os?$|um)"
    r"|(?<=ide)a(?=l)"
)
_ACRONYM = re.compile(r"(?:[A-Z][A-Z0-9&]+)s?")
_LONG_LETTER = "W"


@functools.lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """At least 1. An acronym counts a syllable a letter; a number counts one, read at a glance."""
    if _ACRONYM.fullmatch(word):
        return sum(3 if letter == _LONG_LETTER else 1 for letter in word.rstrip("s"))
    return max(1, sum(_of_simple(part) for part in re.split(r"[-/]", word) if part))


def _of_simple(word: str) -> int:
    """A word without hyphens, in whatever case."""
    word = word.lower().replace("’", "'")
    extra = 0
    if _NOT.search(word):
        word = _NOT.sub("", word)
        extra = 0 if word[-1:] in "aeiouy" else 1
    word = _SILENT_INSIDE.sub("", _ENDING.sub("", word))
    pieces = _pieces(word)
    count = sum(_of_piece(piece, last=n == len(pieces)) for n, piece in enumerate(pieces, 1))
    return max(1, count) + extra


def _pieces(word: str) -> list[str]:
    """The word divided as Pyphen would, with pieces that have no vowel left where they belong."""
    pieces: list[str] = []
    for piece in _patterns().inserted(word).split("-"):
        if pieces and not _VOWELS.search(piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _of_piece(piece: str, *, last: bool) -> int:
    count = len(_VOWELS.findall(piece))
    if count > 1 and _is_silent(piece, last=last):
        count -= 1
    return count + len(_TWO.findall(piece))


def _is_silent(piece: str, *, last: bool) -> bool:
    """Whether the last e of a piece is written and not spoken."""
    if _SILENT_E.search(piece):
        return not (last and _SOUNDED_E.search(piece))
    if not last:
        return False
    if _SILENT_ED.search(piece):
        return True
    return bool(_SILENT_ES.search(piece)) and not _SOUNDED_ES.search(piece)


class _Patterns:
    """What is used of Pyphen, which has no type hints."""

    def __init__(self) -> None:
        # late: it reads a dictionary of 100 KB, and only authors need it
        from pyphen import Pyphen

        self._pyphen = Pyphen(lang="en_GB", left=1, right=1)

    def inserted(self, word: str) -> str:
        return str(self._pyphen.inserted(word))


@functools.cache
def _patterns() -> _Patterns:
    return _Patterns()
