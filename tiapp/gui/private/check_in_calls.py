"""What the pages of the check-in ask for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from tiapp.core.settings import Settings
from tiapp.gui.kit.run import Runner
from tiapp.learning.model import SupportList
from tiapp.learning.practice.model import CheckInSet
from tiapp.private.check_ins import CheckIns


@dataclass(frozen=True, slots=True)
class CheckInCalls:
    """The open room's check-ins, and the few other calls that go with them.

    `items` gives the questions, or None when they cannot be read. `keep_settings` may raise
    AppError; then what held before still holds.
    """

    check_ins: CheckIns
    items: Callable[[], CheckInSet | None]
    settings: Callable[[], Settings]
    keep_settings: Callable[[Settings], None]
    support: Callable[[], SupportList]
    now: Callable[[], datetime]
    runner: Runner

    @property
    def on(self) -> bool:
        """Whether the person has switched the check-in on."""
        return self.settings().check_in

    @property
    def keeps_history(self) -> bool:
        """Whether check-ins are kept."""
        return self.settings().check_in_history

    def switch(self, *, on: bool, history: bool) -> None:
        """Keeps both choices. AppError when they can't be saved."""
        self.keep_settings(replace(self.settings(), check_in=on, check_in_history=history))
