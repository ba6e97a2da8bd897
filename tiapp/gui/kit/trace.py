"""Marks for the benchmark: when TIAPP_TRACE names a file, a line "name seconds" for each.

Seconds are of the monotonic clock. Switched off, a mark costs one test.
"""

import os
import time

_file = os.environ.get("TIAPP_TRACE", "")


def mark(name: str) -> None:
    """Notes that `name` has happened now."""
    if _file:
        with open(_file, "a", encoding="utf-8") as out:
            out.write(f"{name} {time.monotonic():.6f}\n")
