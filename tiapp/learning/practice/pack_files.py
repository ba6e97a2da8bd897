"""Which file of a pack is read by whom."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from tiapp.learning.guarded import guarded
from tiapp.learning.local_details import read_local
from tiapp.learning.model import PackProblem
from tiapp.learning.practice.check_in import read_check_in
from tiapp.learning.practice.exercises import read_exercises
from tiapp.learning.practice.guided import read_guided
from tiapp.learning.practice.pathways import read_pathways
from tiapp.learning.practice.prompts import read_prompts
from tiapp.learning.practice.resources import read_resources
from tiapp.learning.practice.sheets import read_sheet
from tiapp.learning.practice.templates import read_template
from tiapp.learning.problems import Problems
from tiapp.learning.scan import PackFolder

T = TypeVar("T")
Reader = Callable[[Path, Problems], T]

_FILES: dict[str, Reader[object]] = {
    "pathways.toml": read_pathways,
    "prompts.toml": read_prompts,
    "guided.toml": read_guided,
    "exercises.toml": read_exercises,
    "check-in.toml": read_check_in,
    "resources.toml": read_resources,
    "local.toml": read_local,
}
_FOLDERS: dict[str, Reader[object]] = {"templates": read_template, "sheets": read_sheet}


def practice_problems(folder: PackFolder) -> tuple[PackProblem, ...]:
    """What is wrong with any of these files of a pack."""
    found: list[PackProblem] = []
    for name, reader in _FILES.items():
        if folder.has(name):
            found += _problems(folder.path / name, reader)
    for name, reader in _FOLDERS.items():
        for path in folder.inside(name):
            found += _problems(path, reader)
    return tuple(found)


def each_file(packs: tuple[PackFolder, ...], name: str, read: Reader[T]) -> Iterator[T]:
    """What the packs' files of that name hold, without what cannot be read."""
    for folder in packs:
        if folder.has(name):
            path = folder.path / name
            value = guarded(read, path, Problems(path))
            if value is not None:
                yield value


def each_inside(packs: tuple[PackFolder, ...], name: str, read: Reader[T | None]) -> Iterator[T]:
    """What the files in the packs' folders of that name hold, without what cannot be read."""
    for folder in packs:
        for path in folder.inside(name):
            value = guarded(read, path, Problems(path))
            if value is not None:
                yield value


def _problems(path: Path, reader: Reader[object]) -> tuple[PackProblem, ...]:
    problems = Problems(path)
    guarded(reader, path, problems)
    return problems.found()
