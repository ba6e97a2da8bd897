"""Small modules, and a record to try them on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tiapp.learning.model import Level, Module, ModuleEntry, Part, PartEntry, Review
from tiapp.record.progress import Progress


def build_module(
    *part_ids: str, id: str = "m1", version: int = 1, title: str = "A made-up module"
) -> Module:
    parts = tuple(
        Part(id=name, title=f"Part {name}", minutes=number, note=None, blocks=())
        for number, name in enumerate(part_ids, start=1)
    )
    entry = ModuleEntry(
        id=id,
        pack_id="test",
        title=title,
        version=version,
        level=Level.INFORMED,
        minutes=sum(part.minutes for part in parts),
        topics=(),
        audience="",
        outcomes=(),
        has_content_note=False,
        reviewed=False,
        language="en",
        parts=tuple(PartEntry(part.id, part.title, part.minutes) for part in parts),
        path=Path(),
    )
    return Module(entry, parts, (), (), Review(), None)


@pytest.fixture
def make_module() -> Callable[..., Module]:
    """`make_module("a", "b", version=2)` is a module with two parts."""
    return build_module


@pytest.fixture
def module() -> Module:
    """A module with the parts one, two and three."""
    return build_module("one", "two", "three")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a person's record.db is, or will be."""
    return tmp_path / "people" / "someone" / "record.db"


@pytest.fixture
def progress(file: Path, fixed_clock) -> Iterator[Progress]:
    """A record that nobody has used yet."""
    progress = Progress(file, fixed_clock)
    yield progress
    progress.close()
