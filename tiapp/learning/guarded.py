"""The one boundary between a pack's files and the program: a gap in a reader is a problem too."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tiapp.learning.problems import Problems

T = TypeVar("T")

_log = logging.getLogger(__name__)


def guarded(read: Callable[[Path, Problems], T], path: Path, problems: Problems) -> T | None:
    """Read a file of a pack; whatever goes wrong becomes a problem, and Steady goes on."""
    try:
        return read(path, problems)
    except Exception as reason:
        _log.warning("A pack's file could not be read.", exc_info=True)
        problems.add(
            0,
            f"The file could not be read ({type(reason).__name__}).",
            "Take out what was changed last, or install the pack again.",
        )
        return None
