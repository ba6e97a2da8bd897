"""Five years of daily check-ins from a seed: the same for everybody."""

import math
import random
from datetime import datetime, timedelta

DAYS = 1825
LAST = datetime(2026, 11, 23, 9, 0)
ITEMS = ("energy", "settledness", "work-at-home", "backed-up", "moment-to-think")
STEPS = 5


def steps(lines: int, days: int = DAYS) -> list[list[int]]:
    """A step for each line and day, oldest first."""
    chance = random.Random(20261123)
    found = []
    for line in range(lines):
        waves = (2 + 1.5 * math.sin(day / (37 + 11 * line)) for day in range(days))
        found.append([min(4, max(0, round(w + chance.uniform(-1.4, 1.4)))) for w in waves])
    return found


def heights(lines: int, days: int = DAYS) -> list[list[float]]:
    """The same between 0 and 1."""
    return [[step / (STEPS - 1) for step in line] for line in steps(lines, days)]


def moment(day: int, days: int = DAYS) -> datetime:
    """When the check-in of a day was."""
    return LAST - timedelta(days=days - 1 - day)
