"""Opens a TOML file of a pack for reading value by value."""

from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.problems import Problems
from tiapp.learning.text_file import read_text
from tiapp.learning.toml_values import Lines, Table, parse


def open_toml(path: Path, problems: Problems, *, root: Path | None = None) -> Table | None:
    """The top of a TOML file, or None and a problem.

    `root` is the folder nothing may lead out of; without it, the file's own.
    """
    text = read_text(path, limits.TOML_BYTES, problems, root=root or path.parent)
    values = parse(text, problems) if text is not None else None
    return Table(values, problems, Lines(text)) if values is not None and text is not None else None
