"""The texts of a pack besides its modules: huddle sheets, prompts, exercises, forms and so on."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tiapp.authoring.belonging import files_of_pack
from tiapp.learning.limits import MODULE_BYTES
from tiapp.learning.problems import Problems
from tiapp.learning.text_file import read_text

_NO_PROSE = frozenset({"id", "source", "title_of_source", "publisher", "number", "words"})
"""Keys whose values are names of others, or not for reading."""
_LEFT_OUT = ("module.md", "pack.toml")


@dataclass(frozen=True, slots=True)
class OtherText:
    """One piece of text and the line on which it begins."""

    file: Path
    line: int
    text: str


def other_texts(root: Path) -> Iterator[OtherText]:
    """Every piece that people read. What cannot be read is left out: its reader says so."""
    for path in files_of_pack(root):
        if path.name in _LEFT_OUT or path.suffix not in (".md", ".toml"):
            continue
        text = read_text(path, MODULE_BYTES, Problems(path), root=root)
        if text is None:
            continue
        lines = text.split("\n")
        if path.suffix == ".md":
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield OtherText(path, number, line)
            continue
        try:
            values = tomllib.loads(text)
        except Exception:  # not only TOMLDecodeError: also RecursionError, ValueError
            continue
        for value in _strings(values):
            yield OtherText(path, _line_of(value, lines), value)


def _strings(value: object, key: str = "") -> Iterator[str]:
    match value:
        case str() if key not in _NO_PROSE and " " in value:
            yield value
        case dict():
            for name, inside in value.items():
                yield from _strings(inside, str(name))
        case list():
            for inside in value:
                yield from _strings(inside, key)


def _line_of(value: str, lines: list[str]) -> int:
    """The line with the beginning of a text; quotation marks in it may be written otherwise."""
    beginning = value.split("\n", 1)[0].split('"', 1)[0][:60]
    return next((n for n, line in enumerate(lines, 1) if beginning and beginning in line), 1)
