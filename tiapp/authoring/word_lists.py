"""The lists that rules look words up in; they stand in data/, for anyone to read and mend."""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ENDINGS = ("s", "es", "d", "ed", "r", "er", "ers", "ing", "al", "ful", "able", "ate", "hood", "")

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that some people would rather know of; a part with that many mentions says so."""

    name: str
    mentions: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Superseded:
    """A publication that another has taken the place of."""

    title: str
    by: str


class WordList:
    """Many words to look for. Most texts hold none of them, which is told very fast."""

    def __init__(self, words: list[str]) -> None:
        """Whole words, in any case; "*" at the end finds whatever follows."""
        self._letters = tuple({word.rstrip("*").lower() for word in words})
        self._pattern = _any_of(words)

    def among(self, text: str) -> tuple[str, ...]:
        """The letters of those that may be in the text."""
        lowered = text.lower()
        return tuple(letters for letters in self._letters if letters in lowered)

    def find(self, text: str, near: tuple[str, ...]) -> Iterator[re.Match[str]]:
        """Where they stand in a text; `near` is what `among` says of the text around it."""
        lowered = text.lower()
        if any(letters in lowered for letters in near):
            yield from self._pattern.finditer(text)


@functools.cache
def themes() -> tuple[Theme, ...]:
    """The hard themes."""
    rows = _read("hard_themes")["theme"]
    return tuple(Theme(row["name"], row["mentions"], _any_of(row["words"])) for row in rows)


@functools.cache
def any_theme() -> WordList:
    """Any word of any theme."""
    return WordList([word for row in _read("hard_themes")["theme"] for word in row["words"]])


@functools.cache
def unkind_words() -> WordList:
    """All words that have kinder ones."""
    return WordList([word for row in _read("kinder_words")["word"] for word in row["found"]])


def kinder(words: str) -> str:
    """What to say instead of these words."""
    for pattern, instead in _kinder():
        if pattern.fullmatch(words):
            return instead
    return ""


@functools.cache
def _kinder() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = _read("kinder_words")["word"]
    return tuple((_any_of(row["found"]), row["kinder"]) for row in rows)


@functools.cache
def american() -> dict[str, str]:
    """The American spelling of a word's stem and ours."""
    return dict(_read("spelling")["american"])


@functools.cache
def american_words() -> WordList:
    """Any form of any of these words."""
    return WordList([f"{stem}*" for stem in american()])


def british(word: str) -> str:
    """How one of these forms is spelled here; empty when it is another word."""
    lowered = word.lower()
    for ending in _ENDINGS:
        stem = lowered.removesuffix(ending)
        if lowered.endswith(ending) and stem in american():
            return american()[stem] + ending
    return ""


@functools.cache
def kept_ize() -> frozenset[str]:
    """Words spelled with z here too."""
    return frozenset(_read("spelling")["ize"]["kept"])


@functools.cache
def known_acronyms() -> frozenset[str]:
    """Acronyms that need no explanation here."""
    return frozenset(_read("spelling")["acronyms"]["known"])


@functools.cache
def superseded() -> tuple[Superseded, ...]:
    """Publications that another has taken the place of."""
    rows = _read("superseded")["publication"]
    return tuple(Superseded(row["title"], row["by"]) for row in rows)


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Finds any of these as whole words; "*" at the end finds whatever follows."""
    pieces = "|".join(_piece(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{pieces})(?![\w-])", re.IGNORECASE)


def _piece(word: str) -> str:
    exact = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+")
    if word.isupper():  # an acronym such as LAC is another word in small letters
        exact = f"(?-i:{exact})"
    return exact + (r"\w*" if word.endswith("*") else "")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))
