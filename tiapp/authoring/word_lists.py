"""The lists that rules look words up in; they stand in data/, for anyone to read and mend."""

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@functools.cache
def themes() -> tuple[Theme, ...]:
    """The hard themes."""
    rows = _read("hard_themes")["theme"]
    return tuple(Theme(row["name"], row["mentions"], _any_of(row["words"])) for row in rows)


@functools.cache
def any_theme() -> re.Pattern[str]:
    """Any word of any theme."""
    return _any_of([word for row in _read("hard_themes")["theme"] for word in row["words"]])


@functools.cache
def unkind_words() -> re.Pattern[str]:
    """All words that have kinder ones."""
    return _any_of([word for row in _read("kinder_words")["word"] for word in row["found"]])


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
