"""What a person can choose about how Steady looks and behaves."""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """Light, dark, or whatever the system uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """Whether things may move, at most 150 ms."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Per cent of the standard size, for letters and controls alike (docs/design.md)."""

READING_WIDTHS = (50, 60, 70)
"""Characters a line; longer lines are hard to follow."""

LINE_SPACINGS = (130, 150, 180)
"""Per cent of the letter height, in reading text."""


LOCK_MINUTES = (2, 5, 10, 15, 30, 60)
"""How long the private room may stand open with nobody at it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's choices. Every field has a calm default.

    They stand in a plain file and hold while the private room is locked, so nothing that tells
    about a person may be among them: on or off, days and times, never words of their own.
    """

    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    reading_width: int = 70
    line_spacing: int = 150
    letter_spacing: int = 0
    """Extra space between letters in per cent of the letter size: 0, 4 or 8."""
    motion: Motion = Motion.SYSTEM
    mark_spelling: bool = True
    """Whether words that the system's dictionary does not know are marked where one writes."""
    hide_screen_by_shift: bool = True
    """Whether pressing Shift three times hides the screen (Ctrl+Shift+H always does)."""
    team: bool = False
    """Whether the person looks after a team, and so sees the Team screen."""
    check_in: bool = False
    """Whether the person has switched the check-in on. What they say there is in the vault."""
    check_in_history: bool = False
    """Whether check-ins are kept; a choice of its own."""
    reminders: bool = False
    reminder_days: str = "mon tue wed thu fri"
    reminder_times: str = "12:30"
    reminder_quiet: str = "18:00-08:00"
    """When a reminder may come; readable here while the vault is locked. Its words are in there."""
    author_tools: bool = False
    """Whether the Author screen has its row in the navigation."""
    lock_after_minutes: int = 5
    """Minutes without a key or a movement after which the private room locks."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What holds for the data folder, whoever uses it."""

    shared_computer: bool | None = None
    """True: ask who you are at the start. None: nobody was asked yet."""
    last_person: str = ""
    """Person id of whoever used it last; only looked at when the computer is not shared."""
    window: str = ""
    """The window's size and place, as Qt's saveGeometry in base64."""
    summary_purpose: str = ""
    """What completion summaries are for, in the organisation's own words; empty: the usual line."""
    team_db: str = ""
    """A server or file for the team store instead of the usual file. May hold a password."""
