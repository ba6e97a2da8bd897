"""All packs' pathways, prompts, exercises and so on together, each read when first asked for."""

from collections.abc import Iterable
from functools import cached_property
from typing import Protocol, TypeVar

from tiapp.learning.practice.check_in import read_check_in
from tiapp.learning.practice.exercises import read_exercises
from tiapp.learning.practice.guided import read_guided
from tiapp.learning.practice.model import (
    CheckInSet,
    Exercise,
    GuidedModel,
    PathwayFile,
    Prompts,
    Resource,
    Sheet,
    Template,
)
from tiapp.learning.practice.pack_files import each_file, each_inside
from tiapp.learning.practice.pathways import read_pathways
from tiapp.learning.practice.prompts import read_prompts
from tiapp.learning.practice.resources import read_resources
from tiapp.learning.practice.sheets import read_sheet
from tiapp.learning.practice.templates import read_template
from tiapp.learning.scan import PackFolder


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_WithId)


class Shelf:
    """What the packs held at one moment. Where two packs have the same id, the first stays."""

    def __init__(self, packs: tuple[PackFolder, ...]) -> None:
        """Only remembers the folders."""
        self._packs = packs

    @cached_property
    def pathways(self) -> PathwayFile:
        """Routes through modules, and the levels beyond them."""
        files = list(each_file(self._packs, "pathways.toml", read_pathways))
        return PathwayFile(
            _first_of_each(outline for file in files for outline in file.outlines),
            _first_of_each(level for file in files for level in file.beyond),
        )

    @cached_property
    def prompts(self) -> Prompts:
        """Questions to reflect on."""
        files = list(each_file(self._packs, "prompts.toml", read_prompts))
        return Prompts(
            _first_of_each(tag for file in files for tag in file.themes),
            _first_of_each(tag for file in files for tag in file.moods),
            _first_of_each(prompt for file in files for prompt in file.prompts),
        )

    @cached_property
    def guided(self) -> tuple[GuidedModel, ...]:
        """Reflections step by step."""
        files = each_file(self._packs, "guided.toml", read_guided)
        return _first_of_each(model for file in files for model in file)

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """Steadying exercises."""
        files = each_file(self._packs, "exercises.toml", read_exercises)
        return _first_of_each(exercise for file in files for exercise in file)

    @cached_property
    def check_in(self) -> CheckInSet | None:
        """The questions of the check-in: those of the first pack that has some."""
        return next(each_file(self._packs, "check-in.toml", read_check_in), None)

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        """Things outside Steady."""
        files = each_file(self._packs, "resources.toml", read_resources)
        return _first_of_each(resource for file in files for resource in file)

    @cached_property
    def templates(self) -> tuple[Template, ...]:
        """Forms for practice, in the order of their files' names."""
        return _first_of_each(each_inside(self._packs, "templates", read_template))

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Pages to pass on, in the order of their files' names."""
        return _first_of_each(each_inside(self._packs, "sheets", read_sheet))


def _first_of_each(values: Iterable[T]) -> tuple[T, ...]:
    found: dict[str, T] = {}
    for value in values:
        found.setdefault(value.id, value)
    return tuple(found.values())
