"""When a reminder comes. It never counts, repeats or makes up for one that nobody saw.

A reminder comes only while Steady is open at that moment, or was asleep with the computer for a
little while. All times are those of the clock on the wall.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from tiapp.core.settings import Settings

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

STILL_WELCOME = timedelta(minutes=30)
"""How long after its time a reminder is still shown, when the computer was asleep."""

SNOOZE = timedelta(hours=1)
"""*Later* brings it back after that."""

_A_JUMP = timedelta(hours=3)
"""When the clock is set back by more than summer time ever does, everything begins anew."""

MOST_TIMES = 6


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nothing comes up; they may go over midnight. The end is no longer quiet."""

    begins: time
    ends: time

    def holds(self, at: time) -> bool:
        """Whether it is quiet then. Equal times mean that it never is."""
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


@dataclass(frozen=True, slots=True)
class ReminderTimes:
    """What a person chose: nothing unless they switch it on."""

    on: bool = False
    days: frozenset[int] = frozenset()
    """0 is Monday."""
    times: tuple[time, ...] = ()
    quiet: Quiet | None = None

    @classmethod
    def of(cls, settings: Settings) -> "ReminderTimes":
        """Read from the settings; what cannot be understood there is left out."""
        words = settings.reminder_days.lower().split()
        begins, _, ends = settings.reminder_quiet.partition("-")
        hours = clock_times((begins, ends))
        return cls(
            on=settings.reminders,
            days=frozenset(DAY_NAMES.index(word) for word in words if word in DAY_NAMES),
            times=tuple(sorted(set(clock_times(settings.reminder_times.split())))[:MOST_TIMES]),
            quiet=Quiet(*hours) if len(hours) == 2 else None,
        )

    def into(self, settings: Settings) -> Settings:
        """The settings with these choices in them."""
        quiet = f"{self.quiet.begins:%H:%M}-{self.quiet.ends:%H:%M}" if self.quiet else ""
        return replace(
            settings,
            reminders=self.on,
            reminder_days=" ".join(DAY_NAMES[day] for day in sorted(self.days)),
            reminder_times=" ".join(f"{at:%H:%M}" for at in sorted(set(self.times))),
            reminder_quiet=quiet,
        )

    def is_quiet(self, at: datetime) -> bool:
        """Whether nothing may come up at that moment."""
        return self.quiet is not None and self.quiet.holds(at.time())

    def latest(self, after: datetime, until: datetime) -> datetime | None:
        """The last chosen moment later than `after` and not later than `until`.

        However many there were, there is one answer.
        """
        if not self.on or not self.times or not self.days:
            return None
        found: datetime | None = None
        day = max(after, until - timedelta(days=8)).date()
        while day <= until.date():
            if day.weekday() in self.days:
                for at in self.times:
                    moment = datetime.combine(day, at)
                    if after < moment <= until and not self.is_quiet(moment):
                        found = moment
            day += timedelta(days=1)
        return found


class ReminderWatch:
    """Asked now and then whether a reminder is due. Keeps nothing on the disk.

    Nobody can read from it what was shown, seen or passed over.
    """

    def __init__(self, now: datetime) -> None:
        """Nothing before now will ever be due."""
        self._looked = now
        self._shown: datetime | None = None
        self._again: datetime | None = None

    def look(self, times: ReminderTimes, now: datetime) -> bool:
        """Whether to show one now. However long nobody asked, it is one at most."""
        since, self._looked = self._looked, now
        if now < since:
            self._set_back(since, now)
            return False
        if not times.on:
            self._again = None
            return False
        due = times.latest(since, now)
        if due is not None and due != self._shown and now - due <= STILL_WELCOME:
            if times.is_quiet(now):
                return False
            self._shown, self._again = due, None
            return True
        return self._snoozed_is_due(times, now)

    def snooze(self, now: datetime) -> datetime:
        """Bring it back in an hour; returns when. In quiet hours it waits until they are over."""
        self._again = now + SNOOZE
        return self._again

    def _snoozed_is_due(self, times: ReminderTimes, now: datetime) -> bool:
        if self._again is None or now < self._again or times.is_quiet(now):
            return False
        self._again = None
        return True

    def _set_back(self, since: datetime, now: datetime) -> None:
        """The clock went back: an hour at the end of summer time, or it was wrong before."""
        back = since - now
        if self._again is not None:
            self._again -= back
        if back > _A_JUMP:
            self._shown = None


def clock_times(words: Iterable[str]) -> list[time]:
    """Those of the words that are times like 9:30 or 16:05."""
    found: list[time] = []
    for word in words:
        hours, colon, minutes = word.strip().partition(":")
        if not (colon and hours.isdecimal() and minutes.isdecimal() and len(word.strip()) <= 5):
            continue
        if int(hours) < 24 and int(minutes) < 60:
            found.append(time(int(hours), int(minutes)))
    return found
