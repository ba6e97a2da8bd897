"""Finds the completion files in folders, sticks and shares: every *.json, and nothing by a link."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ENDING = ".json"


@dataclass(slots=True)
class Found:
    """What a look through the sources has found so far."""

    files: list[str] = field(default_factory=list)
    others: int = 0
    unreachable: list[str] = field(default_factory=list)
    """Folders that could not be looked through."""


def look_through(sources: Sequence[Path], found: Found) -> Iterator[None]:
    """Fill `found`, a folder at a time. A file that was named itself counts whatever its ending.

    Links are counted and not followed, so that no name in a folder leads out of it. Files come in
    the order of their names, however the disk keeps them.
    """
    for source in sources:
        folders = []
        if source.is_dir():
            folders.append(str(source))
        else:
            found.files.append(str(source))
        while folders:
            folders.extend(reversed(_one(folders.pop(), found)))
            yield


def _one(folder: str, found: Found) -> list[str]:
    inside: list[str] = []
    files: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inside.append(entry.path)
                elif entry.is_file(follow_symlinks=False) and entry.name.lower().endswith(ENDING):
                    files.append(entry.path)
                else:
                    found.others += 1
    except OSError:
        found.unreachable.append(folder)
    found.files.extend(sorted(files))
    return sorted(inside)


def shown_name(file: str, sources: Sequence[Path]) -> str:
    """The name as a person may see it: below its source, without anything a screen obeys."""
    short = file
    for source in sources:
        below = str(source) + os.sep
        if file.startswith(below):
            short = file[len(below) :]
            break
    else:
        short = os.path.basename(file) or file
    readable = short.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in readable)
