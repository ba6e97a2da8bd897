"""A pack's folder on an author's desk: which texts there are, read and saved whole."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tiapp.authoring.belonging import files_of_pack
from tiapp.core.errors import AppError
from tiapp.learning.library import HUDDLE
from tiapp.learning.limits import MODULE_BYTES
from tiapp.learning.model import Module, PackProblem
from tiapp.learning.practice.model import Sheet
from tiapp.learning.problems import Problems
from tiapp.learning.text_file import read_text
from tiapp.storage.exports import written_beside

_TEXTS = (".md", ".toml")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text that can be written in. `name` is its path inside the pack, with / everywhere."""

    path: Path
    name: str

    @property
    def short_name(self) -> str:
        """For a list: a module by its folder, other files by their path."""
        return self.path.parent.name if self.is_module else self.name.removeprefix("modules/")

    @property
    def is_module(self) -> bool:
        """Whether it can be shown as a page."""
        return self.path.name == "module.md"


def texts_of(root: Path) -> tuple[TextFile, ...]:
    """The modules first, then everything else that can be written in. AppError when it is no pack.

    Links are left out: nothing is ever written through one.
    """
    if not (root / "pack.toml").is_file():
        raise AppError(
            "There is no pack in this folder.",
            "Nothing was changed. Choose the folder that holds pack.toml, or make a new pack.",
            code="no-pack",
        )
    found = [
        TextFile(path, path.relative_to(root).as_posix())
        for path in files_of_pack(root)
        if path.suffix in _TEXTS and not path.is_symlink()
    ]
    return tuple(sorted(found, key=lambda text: (not text.is_module, text.name)))


def read(path: Path) -> str:
    """The text of a file. AppError when it cannot be read."""
    problems = Problems(path)
    text = read_text(path, MODULE_BYTES, problems, root=path.parent)
    if text is None:
        raise _cannot_be_opened(path, problems.found())
    return text


def module_of(path: Path, root: Path) -> Module:
    """The module in a module.md of the pack in `root`. AppError that names its first problem."""
    from tiapp.learning.module_reader import read_module

    reading = read_module(path, "", root)
    if reading.module is None:
        raise _cannot_be_opened(path, reading.problems)
    return reading.module


def has_huddle(module_file: Path) -> bool:
    """Whether there is a team-huddle sheet beside a module.md."""
    return module_file.with_name(HUDDLE).is_file()


def huddle_of(module_file: Path) -> Sheet:
    """The team-huddle sheet beside a module.md. AppError that names its first problem."""
    from tiapp.learning.guarded import guarded
    from tiapp.learning.practice.sheets import read_sheet

    path = module_file.with_name(HUDDLE)
    problems = Problems(path)
    sheet = guarded(read_sheet, path, problems)
    if sheet is None:
        raise _cannot_be_opened(path, problems.found())
    return sheet


def _cannot_be_opened(path: Path, problems: Sequence[PackProblem]) -> AppError:
    first = problems[0]
    line = f"Line {first.line}: " if first.line else ""
    return AppError(f"{path.name} cannot be opened.", f"{line}{first.what} {first.mend}")


def pictures_beside(module_file: Path) -> frozenset[tuple[str, int, int]]:
    """Name, size and time of each picture of a module: equal while none is another."""
    try:
        with os.scandir(module_file.parent / "images") as found:
            facts = [(entry.name, entry.stat(follow_symlinks=False)) for entry in found]
    except OSError:
        return frozenset()
    return frozenset((name, fact.st_size, fact.st_mtime_ns) for name, fact in facts)


def save(path: Path, text: str) -> None:
    """Save it whole: afterwards the new text is there, or the old one. AppError when it fails."""
    if path.is_symlink():
        raise AppError(
            f"{path.name} is a link to a file somewhere else, so Steady did not write to it.",
            "Nothing was changed. Put the file itself into the pack.",
            code="link",
        )
    with written_beside(path, force=True) as out:
        out.write(text.encode("utf-8", "replace"))


def part_at(text: str, line: int) -> str:
    """The id of the part in which a line of a module's text stands; empty above the first."""
    found = ""
    for row in text.split("\n")[:line]:
        if row.startswith("## ") and row.rstrip().endswith("}") and "{#" in row:
            found = row.rstrip()[row.rindex("{#") + 2 : -1]
    return found
