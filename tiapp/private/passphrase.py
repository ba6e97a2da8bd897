"""What a passphrase has to be: at least twelve characters. There are no other rules."""

import unicodedata

from tiapp.core.errors import AppError

SHORTEST = 12
_LONGEST = 1000


def as_bytes(passphrase: str) -> bytes:
    """The same bytes for the same passphrase, whichever keyboard composed its letters.

    AppError when it cannot be one that somebody chose here.
    """
    if len(passphrase) > _LONGEST:
        raise AppError(
            f"The passphrase is longer than {_LONGEST} characters.",
            "Nothing was changed. Check what was given as the passphrase.",
            code="passphrase-long",
        )
    try:
        return normal(passphrase).encode()
    except UnicodeEncodeError as error:
        raise AppError(
            "The passphrase has a character that Steady cannot read.",
            "Nothing was changed. Type it again, or give it as UTF-8.",
            code="passphrase-unreadable",
        ) from error


def check_new(passphrase: str) -> None:
    """AppError unless it may become the passphrase."""
    as_bytes(passphrase)
    length = len(normal(passphrase))
    if length < SHORTEST:
        raise AppError(
            f"A passphrase needs at least {SHORTEST} characters; this one has {length}.",
            "Nothing was changed. Four words that have nothing to do with each other are "
            "easy to remember.",
            code="passphrase-short",
        )


def normal(passphrase: str) -> str:
    """One form for letters that can be written in several ways."""
    return unicodedata.normalize("NFKC", passphrase)
