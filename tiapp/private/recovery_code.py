"""The recovery code: 140 random bits for paper, in letters that are hard to misread.

Eight groups of four characters from Crockford's base32 (no I, L, O or U). The last group is a check
over the others, so a slip shows before anything is tried. Capitals and small letters, O for 0, I
and L for 1, spaces and dashes are all the same to it.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass, field

from tiapp.core.errors import AppError

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 8
_SIZE = 4
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015_.·]+")


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A whole, checked code. It opens the vault as the passphrase does."""

    letters: str = field(repr=False)
    """The 28 characters before the check."""

    @classmethod
    def fresh(cls) -> "RecoveryCode":
        """A new one, from the system's source of chance."""
        return cls("".join(secrets.choice(LETTERS) for _ in range((GROUPS - 1) * _SIZE)))

    @classmethod
    def read(cls, typed: str) -> "RecoveryCode":
        """From what somebody typed. AppError when it is not whole or does not agree."""
        look = look_at(typed)
        if look.code is None:
            raise AppError(
                look.words,
                "Nothing was changed. Compare it with your paper, group by group.",
                code="code-mistyped",
            )
        return look.code

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups, the last one being the check."""
        whole = self.letters + _check(self.letters)
        return tuple(whole[n : n + _SIZE] for n in range(0, len(whole), _SIZE))

    def __str__(self) -> str:
        """As it is shown and printed."""
        return "-".join(self.groups)


@dataclass(frozen=True, slots=True)
class Look:
    """What can be said of a code while it is being typed."""

    groups: tuple[str, ...]
    """What was typed so far, tidied: whole groups and perhaps the beginning of one."""
    words: str
    """What is amiss, or still to come; empty when the code is whole."""
    code: RecoveryCode | None


def look_at(typed: str) -> Look:
    """What is right and wrong so far. Call it at every letter: it costs nothing."""
    tidy = tidied(typed)
    groups = tuple(tidy[n : n + _SIZE] for n in range(0, len(tidy), _SIZE))
    for number, group in enumerate(groups, start=1):
        strange = next((letter for letter in group if letter not in LETTERS), None)
        if strange is not None:
            shown = strange if strange.isprintable() else "?"
            return Look(groups, f"Group {number} has a {shown}, which no code contains.", None)
    length = GROUPS * _SIZE
    if len(tidy) < length:
        return Look(groups, f"{len(tidy)} of {length} characters so far.", None)
    if len(tidy) > length:
        return Look(groups, f"This is longer than a code, which has {length} characters.", None)
    letters, check = tidy[:-_SIZE], tidy[-_SIZE:]
    if not secrets.compare_digest(_check(letters), check):
        return Look(groups, "One of the characters is different from the code.", None)
    return Look(groups, "", RecoveryCode(letters))


def tidied(typed: str) -> str:
    """Capitals only, nothing in between, and what cannot be meant read as what can."""
    return _BETWEEN.sub("", typed[:200]).upper().translate(_MEANT)


def _check(letters: str) -> str:
    """Twenty bits of a hash: one slip in a million passes."""
    number = int.from_bytes(hashlib.sha256(letters.encode()).digest()[:4], "big") >> 12
    return "".join(LETTERS[(number >> shift) & 31] for shift in (15, 10, 5, 0))
