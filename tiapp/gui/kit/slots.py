"""Where the private room may add something to other pages, which know no more of it than this.

The shell fills the slots when the room opens and empties them when it locks. A page that has room
for one asks `Slots` for what is there now, and draws anew when `changed` is emitted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit.places import Destination

if TYPE_CHECKING:
    from tiapp.learning.model import PromptRef

Go = Callable[[Destination], None]
"""Takes the person somewhere: what a page's `go` signal does."""


class ReaderSlot(Protocol):
    """Something below a prompt in the reader."""

    def widget_for(self, prompt: "PromptRef") -> QWidget | None:
        """The widget to show below that prompt, or None."""
        ...


class HomeCard(Protocol):
    """Something on Home, below the module to carry on with."""

    def home_card(self, go: Go) -> QWidget | None:
        """A card made for this showing of Home, or None when there is nothing to show."""
        ...


class ClosingStep(Protocol):
    """Something on the closing page of a module, between the plan and Support."""

    def closing_step(self, module_id: str, go: Go) -> QWidget | None:
        """A card made for this showing of the page, or None."""
        ...


@dataclass(frozen=True, slots=True)
class FoundItem:
    """A line of Quick search: what it is called, what kind of thing it is, where it leads."""

    words: str
    kind: str
    there: Destination


class SearchSource(Protocol):
    """Something that Quick search looks through besides screens, modules and words."""

    def find(self, text: str) -> list[FoundItem]:
        """The best results, best first; a few. Called in the worker, never for an empty text."""
        ...


class SettingsSection(Protocol):
    """A section of Settings, shown above the person's data."""

    def title(self) -> str:
        """Its heading."""
        ...

    def settings_widget(self, go: Go) -> QWidget:
        """What stands below the heading; made anew whenever the slots change."""
        ...


class Slots(QObject):
    """What is registered now, each kind in the order of registration.

    Signals:
        changed(): something else is there; whoever shows a slot draws it anew. What was shown
            before belongs to a room that is locked by now, and must go.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._empty()

    def _empty(self) -> None:
        self.reader: ReaderSlot | None = None
        self.home: list[HomeCard] = []
        self.closing: list[ClosingStep] = []
        self.search: list[SearchSource] = []
        self.settings: list[SettingsSection] = []

    def replace(self, fill: Callable[["Slots"], None]) -> None:
        """Empties every slot, lets `fill` register what belongs there now, and says so once."""
        self._empty()
        fill(self)
        self.changed.emit()
