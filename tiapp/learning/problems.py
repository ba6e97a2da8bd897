"""Collects what is wrong with a file while it is read."""

from pathlib import Path

from tiapp.learning.limits import PROBLEMS_A_FILE
from tiapp.learning.model import PackProblem


class Problems:
    """What is wrong with one file, in the order it was found.

    Reading goes on after a problem, so that an author sees all of them at once; a file that
    is nothing but problems stops counting after PROBLEMS_A_FILE.
    """

    def __init__(self, file: Path) -> None:
        """Start with none for `file`."""
        self.file = file
        self._noted = 0
        self._found: dict[tuple[int, str], PackProblem] = {}

    def add(self, line: int, what: str, mend: str) -> None:
        """Note a problem: the line (0 for the whole file), what is wrong, how to mend it."""
        self._noted += 1
        if len(self._found) < PROBLEMS_A_FILE:
            self._found.setdefault((line, what), PackProblem(self.file, line, what, mend))

    def found(self) -> tuple[PackProblem, ...]:
        """All of them, by line."""
        return tuple(sorted(self._found.values(), key=lambda problem: problem.line))

    def __bool__(self) -> bool:
        """True once something was noted."""
        return self._noted > 0

    def __len__(self) -> int:
        """How often something was noted, those above the limit too: it grows with each."""
        return self._noted


def module_id_taken(path: Path, module_id: str, first: Path) -> PackProblem:
    """The problem of a module whose id another one has."""
    return PackProblem(
        path,
        0,
        f"The module id {module_id} belongs to {first} already.",
        "Give this module an id of its own in its front matter.",
    )


def shown(text: str, longest: int = 60) -> str:
    """A short, printable piece of an author's text for use inside a message."""
    clean = "".join(c if c.isprintable() else " " for c in text[: longest + 1])
    return clean if len(text) <= longest else clean[:longest].rstrip() + "..."
