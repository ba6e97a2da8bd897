"""Opens a pack's text files with distrust: plain files of a sensible size, in UTF-8."""

import stat
from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.problems import Problems

LINK = (
    "This is a link to a file or folder somewhere else.",
    "Put the file or folder itself in the pack; Steady does not follow links out of a pack.",
)


def read_text(path: Path, most: int, problems: Problems, *, root: Path) -> str | None:
    """The text of a file inside `root`, or None and a problem.

    Refuses links that lead out of `root`, anything but a plain file, files over `most`
    bytes, and text that is not UTF-8. Line ends become plain line feeds.
    """
    try:
        if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
            problems.add(0, *LINK)
            return None
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.add(0, "This is not a file.", "Put a plain text file in its place.")
            return None
        if status.st_size > most:
            problems.add(
                0,
                f"The file has {kilobytes(status.st_size)}; {kilobytes(most)} is the most.",
                "Divide it into smaller ones.",
            )
            return None
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        problems.add(0, "The file is not there.", "Put it back, or install the pack again.")
        return None
    except OSError as reason:
        problems.add(
            0,
            f"The file cannot be opened ({reason.strerror or 'unknown reason'}).",
            "Check that you may read it, and that the disk or share is connected.",
        )
        return None
    return decode(data[: most + 1], problems)


def kilobytes(size: int) -> str:
    """A size for people: 70 KB, 50 MB."""
    if size >= 1024 * 1024:
        return f"{size / (1024 * 1024):.0f} MB"
    return f"{-(-size // 1024)} KB"


def decode(data: bytes, problems: Problems) -> str | None:
    """UTF-8 text with plain line feeds, or None and a problem with the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        line = data.count(b"\n", 0, reason.start) + 1
        problems.add(
            line,
            "A letter on this line is not stored as UTF-8.",
            "Save the file again with the encoding UTF-8.",
        )
        return None
    text = text.replace("\r\n", "\n")
    if limits.unwanted(text):
        for number, line_text in enumerate(text.split("\n"), start=1):
            if code := limits.unwanted(line_text):
                problems.add(
                    number,
                    f"This line holds a hidden character ({code}).",
                    "Delete it: retype the words around it.",
                )
        return None
    return text.expandtabs(4)
