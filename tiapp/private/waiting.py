"""Lets tries at the passphrase follow one another more slowly. It never deletes or shuts out."""

from datetime import datetime, timedelta
from math import ceil

from tiapp.core.clock import Clock

_LONGEST = 30


class Waiting:
    """The wait before the next try: 0, 0, 1, 2, 4, 8, 16, then 30 seconds each time.

    It only slows somebody at the keyboard; a copied file is protected by the key derivation. So it
    lives as long as the program and is written down nowhere.
    """

    def __init__(self, clock: Clock) -> None:
        """Nobody has tried yet."""
        self._clock = clock
        self._missed = 0
        self._last: datetime | None = None

    def left(self) -> int:
        """Whole seconds until the next try is taken; 0 is now."""
        if self._last is None:
            return 0
        pause = wait_after(self._missed)
        passed = self._clock.now() - self._last
        if passed < timedelta(0):
            # the clock was put back: nobody waits longer than the wait
            self._last = self._clock.now()
            return pause
        return max(0, ceil(pause - passed.total_seconds()))

    def missed(self) -> None:
        """A try opened nothing."""
        self._missed += 1
        self._last = self._clock.now()

    def met(self) -> None:
        """It was the right one: begin anew."""
        self._missed = 0
        self._last = None


def wait_after(missed: int) -> int:
    """Seconds to wait after that many tries that opened nothing."""
    if missed <= 2:
        return 0
    return min(_LONGEST, 1 << min(missed - 3, 5))
