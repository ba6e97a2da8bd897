"""What time it is. Everything asks a Clock, so that tests can choose the date."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the local time and date."""

    def now(self) -> datetime:
        """The local time, without a time zone."""
        ...

    def today(self) -> date:
        """The local date."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The local time, without a time zone."""
        return datetime.now()  # noqa: TID251 - the one place that may ask

    def today(self) -> date:
        """The local date."""
        return self.now().date()
