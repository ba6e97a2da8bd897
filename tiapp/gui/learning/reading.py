"""What is known while a module is open. It lives in memory and goes with the page."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtGui import QImage

from tiapp.gui.learning.reading_calls import Opened
from tiapp.learning.model import Module, Part


class Reading:
    """The module, the part in view, and the parts reached so far."""

    def __init__(self, opened: Opened) -> None:
        self.module: Module = opened.module
        self.looking_again = opened.resume.looking_again
        self.updated_from = opened.resume.updated_from
        self.finished_on: date | None = opened.finished_on
        self.reached: set[str] = {*opened.resume.reached, opened.place.part_id}
        self.part: Part = self.part_of(opened.place.part_id)
        self.pictures: Mapping[str, QImage] = opened.pictures
        self.on_short_route = False
        """Whether the person took the short route. In memory only."""
        self._practised: dict[str, tuple[str, bool]] = {}

    def part_of(self, part_id: str) -> Part:
        """The part of that id."""
        return self.module.parts[self.module.part_number(part_id) - 1]

    def has(self, part_id: str) -> bool:
        """Whether the module has such a part."""
        return any(part.id == part_id for part in self.module.parts)

    @property
    def number(self) -> int:
        """1 for the first part."""
        return self.module.part_number(self.part.id)

    @property
    def short_route(self) -> list[Part]:
        """The parts for who has little time; empty where the module has no short route."""
        return [self.part_of(part_id) for part_id in self.module.short_route]

    @property
    def offers_short_route(self) -> bool:
        """Only at the beginning: later it would rather get in the way."""
        begun = len(self.reached) > 1 or self.looking_again or self.on_short_route
        return bool(self.module.short_route) and not begun

    @property
    def way(self) -> list[Part]:
        """The parts that *Next* goes through: the short route, or all of them."""
        short = self.short_route if self.on_short_route else []
        # Who chose another part from the list has left the short route.
        return short if self.part in short else list(self.module.parts)

    @property
    def last(self) -> bool:
        """Whether nothing comes after this part."""
        return self.neighbour(1) is None

    def neighbour(self, steps: int) -> str | None:
        """The id of the part that many further on the way; None beyond either end."""
        way = self.way
        at = way.index(self.part) + steps
        return way[at].id if 0 <= at < len(way) else None

    def left(self) -> tuple[str, ...]:
        """The parts not reached yet, in order."""
        return tuple(part.id for part in self.module.parts if part.id not in self.reached)

    def practised(self, check_id: str, fits: bool) -> None:
        """Notes the answer shown last. In memory only."""
        self._practised[check_id] = (self.part.id, fits)

    def to_practise(self) -> list[Part]:
        """The parts with a question whose last answer was worth another look."""
        wanted = {part_id for part_id, fits in self._practised.values() if not fits}
        return [part for part in self.module.parts if part.id in wanted]
