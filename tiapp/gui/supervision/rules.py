"""What holds for a whole installation, as the Team screen may see and change it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """Calls of the services. Those that change something may raise AppError; then nothing did."""

    purpose: Callable[[], str]
    """The organisation's own line on what summaries are for; empty: Steady's."""
    keep_purpose: Callable[[str], None]
    use_team_place: Callable[[str], None]
    """Try the address of a server and use it from now on; empty: the file on this computer."""
