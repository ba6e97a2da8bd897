"""Makes text harmless before it goes into a table that other programs open.

A spreadsheet takes a cell that begins with = + - @ for a formula, and some take | and % for worse,
also in the wide and small forms that Unicode has of these signs. Names come from people and files,
so any of them may begin like that.
"""

import re

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Control characters, line breaks among them, and marks that turn the direction of what follows."""

BEGINS_FORMULA = (
    "=+\\-@|%"
    "\u207a\u207c\u208a\u208c"  # raised and lowered + and =
    "\ufb29"  # a Hebrew letter form of +
    "\ufe62\ufe63\ufe66\ufe6a\ufe6b"  # small
    "\uff05\uff0b\uff0d\uff1d\uff20\uff5c"  # wide
    "\u2a74-\u2a76"  # ::= == === as one letter
)
"""For a character class. Every letter whose compatibility form begins with one of = + - @ | %."""

_FORMULA = re.compile(rf"\s*[{BEGINS_FORMULA}]")


def plain(text: str) -> str:
    """The text on one line; what cannot be seen becomes a space."""
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub(" ", text)


def guarded(text: str) -> str:
    """Plain text that no spreadsheet takes for a formula: an apostrophe stands before it then."""
    shown = plain(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown
