"""What a file in a pack may be called, so that no name can lead anywhere or mean two things."""

import re
from collections.abc import Iterable

from tiapp.core.errors import AppError
from tiapp.learning.problems import shown

NAME_PART = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
DEEPEST = 6
ENDINGS = (".md", ".toml", ".png", ".jpg", ".jpeg", ".webp")
"""What a pack is made of: text, its facts, and pictures. Nothing that could be run or drawn by
instructions (SVG may hold scripts and fetch things)."""

_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}
"""Windows takes these for devices, whatever ending they have."""


def check_names(names: Iterable[str]) -> None:
    """AppError for the first name that may not be in a pack, or two that could be one file."""
    seen: set[str] = set()
    for name in names:
        if trouble := name_trouble(name):
            raise refused(f"{shown(name)} {trouble}")
        if name in seen:
            raise refused(f"{name} is in it twice")
        seen.add(name)
    for name in seen:
        folders = name.split("/")[:-1]
        if any("/".join(folders[: n + 1]) in seen for n in range(len(folders))):
            raise refused(f"a folder of {name} is also a file")


def name_trouble(name: str) -> str:
    """What is wrong with a name, as the end of a sentence; empty when nothing is."""
    parts = name.split("/")
    if len(parts) > DEEPEST:
        return f"lies more than {DEEPEST} folders deep"
    for part in parts:
        if not NAME_PART.fullmatch(part) or part.endswith("."):
            # Capitals too: two names that differ by them alone are one file on some computers.
            return "has a name that a pack may not use (small letters, digits, . _ and - only)"
        if part.split(".")[0] in _DEVICES:
            return "has a name that Windows reserves"
    if not parts[-1].endswith(ENDINGS):
        return f"is of a kind that a pack may not hold (only {', '.join(ENDINGS)})"
    return ""


def refused(why: str, mend: str = "") -> AppError:
    """A pack as a whole is not taken, for one reason: `why` ends a sentence without its stop."""
    return AppError(
        f"This pack could not be opened: {why}.",
        f"Nothing was changed. {mend or 'Ask the person who sent it for a good copy.'}",
        code="pack-refused",
    )
