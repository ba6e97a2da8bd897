"""What the reader asks of its services. Runs in the worker; never touches a widget."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from tiapp.core.errors import AppError
from tiapp.gui.kit.places import Destination
from tiapp.gui.learning.picture_decoding import decode
from tiapp.learning.blocks import Block, Callout, Picture, Quote
from tiapp.learning.model import Module, Part
from tiapp.record.model import Completion, Place, Resume

if TYPE_CHECKING:
    from tiapp.learning.library import Library
    from tiapp.record.progress import Progress


@dataclass(frozen=True, slots=True)
class Opened:
    """A module with the place to begin at; `finished_on` only when looking again."""

    module: Module
    resume: Resume
    place: Place
    finished_on: date | None = None
    pictures: Mapping[str, QImage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turned:
    """A part that is saved as reached, and may be drawn now."""

    part: Part
    pictures: Mapping[str, QImage]


class ReadingCalls:
    """One method for each thing the reader asks. Everything may raise an AppError."""

    def __init__(self, library: "Library", progress: "Progress") -> None:
        self._library = library
        self._progress = progress

    def open(self, destination: Destination) -> Opened:
        """Reads the module and where the person is in it; saves the part as reached."""
        module = self._library.module(destination.module_id)
        return self._opened(module, self._progress.resume(module), destination.part_id)

    def take_again(self, module: Module) -> Opened:
        """Starts a new attempt at the first part."""
        return self._opened(module, self._progress.take_again(module), "")

    def turn(self, module: Module, part_id: str, *, save: bool, opening: bool = False) -> Turned:
        """Saves the part as reached (unless looking again), then reads its pictures.

        `opening`: nothing has been drawn yet, so the news of an update counts as unseen.
        """
        part = module.parts[module.part_number(part_id) - 1]
        if save:
            self._progress.reach(module, part_id, opening=opening)
        return Turned(part, self._pictures(module, part))

    def remember(self, module: Module, place: Place) -> None:
        """Keeps where the person is."""
        self._progress.remember(module, place)

    def finish(self, module: Module, skipped: tuple[str, ...]) -> Completion:
        """Counts the skipped parts as reached, then finishes."""
        for part_id in skipped:
            self._progress.reach(module, part_id)
        return self._progress.finish(module)

    def _opened(self, module: Module, resume: Resume, part_id: str) -> Opened:
        known = {part.id for part in module.parts}
        place = resume.place
        if part_id in known and part_id != place.part_id:
            place = Place(part_id)
        elif place.part_id not in known:
            place = Place(module.parts[0].id)
        # Reaching a part again would move its place to the top.
        there = place == resume.place and place.part_id in resume.reached
        save = not (there or resume.looking_again)
        turned = self.turn(module, place.part_id, save=save, opening=True)
        finished_on = None
        if resume.looking_again and (state := self._progress.states().get(module.id)):
            finished_on = state.finished_on
        return Opened(module, resume, place, finished_on, turned.pictures)

    def _pictures(self, module: Module, part: Part) -> dict[str, QImage]:
        found: dict[str, QImage] = {}
        for name in picture_names(part.blocks):
            try:
                image = decode(self._library.picture(module.id, name))
            except AppError:
                continue  # its description stands in its place
            if image is not None:
                found[name] = image
        return found


def picture_names(blocks: tuple[Block, ...]) -> list[str]:
    """The pictures that a part shows, in order."""
    names: list[str] = []
    for block in blocks:
        if isinstance(block, Picture):
            names.append(block.name)
        elif isinstance(block, Callout | Quote):
            names.extend(picture_names(block.blocks))
    return names
