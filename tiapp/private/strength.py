"""Says in words how hard a passphrase is to guess, and offers one of four random words.

An estimate for the person who chooses: no kind of character is asked for, and nothing is refused
but what is too short. The figures are bits: each more doubles the work of guessing.
"""

import math
import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from tiapp.private.passphrase import SHORTEST, normal

_WORDS = Path(__file__).with_name("passphrase_words.txt")
_OFFERED = 4

_GUESSED = """
password passwort passcode letmein welcome monkey dragon football liverpool arsenal rangers celtic
chelsea master admin login qwerty iloveyou sunshine princess charlie scotland glasgow edinburgh
aberdeen dundee steady secret summer winter spring autumn january february march april june july
august september october november december monday tuesday wednesday thursday friday saturday sunday
hello love mother father super hospital school police journal diary correct horse battery staple
trauma safety private superman batman computer internet
"""
_USUAL = frozenset(_GUESSED.split())
"""What is tried first when somebody guesses."""

_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "0123456789012345678901234567890",
    "azerty",
    "qwertz",
)
_PIECES = re.compile(r"[^\W\d_]+|\d+|[\W_]+")


class Level(StrEnum):
    """How hard it is to guess."""

    TOO_SHORT = "too-short"
    EASY = "easy"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


_SENTENCES = {
    Level.EASY: "Easy to guess. Another word or two that nobody would expect will help most.",
    Level.FAIR: "Fair. One more word that nobody would expect will make it good.",
    Level.GOOD: "Good. It would take years to guess, even with a copy of the file.",
    Level.STRONG: "Strong.",
}


@dataclass(frozen=True, slots=True)
class Strength:
    """What can be said of a passphrase while it is being chosen."""

    level: Level
    words: str
    bits: int
    """Roughly, and rather too few than too many."""


def strength_of(passphrase: str) -> Strength:
    """Look at it. Call it at every letter: it costs well under a millisecond."""
    text = normal(passphrase[:200])
    bits = _bits(text)
    missing = SHORTEST - len(text)
    if missing > 0:
        words = "One more character, please." if missing == 1 else f"{missing} more characters."
        return Strength(Level.TOO_SHORT, words, bits)
    if bits < 28:
        level = Level.EASY
    elif bits < 40:
        level = Level.FAIR
    elif bits < 60:
        level = Level.GOOD
    else:
        level = Level.STRONG
    return Strength(level, _SENTENCES[level], bits)


def suggest() -> str:
    """Four words from the list, chosen by the system's source of chance."""
    words = _listed()
    return " ".join(secrets.choice(words) for _ in range(_OFFERED))


def bits_of_suggestion() -> int:
    """How many bits of chance `suggest` puts in."""
    return int(_OFFERED * math.log2(len(_listed())))


@cache
def _listed() -> tuple[str, ...]:
    return tuple(_WORDS.read_text("ascii").split())


@cache
def _known() -> frozenset[str]:
    return frozenset(_listed())


def _bits(text: str) -> int:
    bits = 0.0
    seen: set[str] = set()
    for piece in _PIECES.findall(text):
        low = piece.casefold()
        if low in seen:
            bits += 1
            continue
        seen.add(low)
        bits += _of_piece(piece, low)
    return int(bits)


def _of_piece(piece: str, low: str) -> float:
    """One run of letters, of digits, or of anything else."""
    capitals = 1 if piece != low and not piece.istitle() else 0
    if len(set(low)) == 1:
        return 4 + math.log2(len(low))
    if not low.isalnum():
        # what stands between words is nearly always the same
        return 1 if low.isspace() or len(low) == 1 else 4 * len(set(low))
    if low.isdecimal():
        if _in_a_row(low):
            return 5
        if len(low) == 4 and low[:2] in ("19", "20"):
            return 6
        return math.log2(10) * min(len(low), 2 + 2 * len(set(low)))
    if low in _USUAL:
        return 4 + capitals
    if low in _known():
        return math.log2(len(_known())) + capitals
    if _in_a_row(low):
        return 5
    if _repeats(low):
        return 8
    # a word of some language, as far as we know; letters at random are worth more
    return min(13.0, 2.6 * len(low)) + capitals + max(0, len(set(low)) - 9) * 3


def _in_a_row(text: str) -> bool:
    return len(text) > 2 and any(text in row or text in row[::-1] for row in _ROWS)


def _repeats(text: str) -> bool:
    """Whether it is a short piece over and over."""
    return any(
        len(text) % size == 0 and text == text[:size] * (len(text) // size)
        for size in range(1, len(text) // 2 + 1)
    )
