"""Writes a file of a pack and reads it, for tests."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tiapp.learning.problems import Problems

T = TypeVar("T")


def read(
    folder: Path, text: str, reader: Callable[[Path, Problems], T], name: str = "file.toml"
) -> tuple[T, list[tuple[int, str]]]:
    """What the reader makes of the text, and its problems as lines and words."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    problems = Problems(path)
    made = reader(path, problems)
    found = problems.found()
    assert all(problem.mend for problem in found)
    return made, [(problem.line, problem.what) for problem in found]


def line_of(text: str, words: str) -> int:
    """The number of the first line that holds these words."""
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)
