"""The first pass over a module's text: front matter, parts, and the lines they stand on.

The Markdown parser keeps no line numbers, so everything that needs one is found here. The
limits are checked here too, before any parser sees the text.
"""

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.problems import Problems, shown

_PART_ID = re.compile(r"\{ *#([^{}#]*)\}$")


@dataclass(frozen=True, slots=True)
class PartSource:
    """One part as text. `lines[0]` stands on line `first_line` of the file."""

    id: str
    title: str
    line: int
    lines: tuple[str, ...]
    sound: bool = True
    """False when it goes beyond a limit: then it is not handed to the Markdown parser."""

    @property
    def first_line(self) -> int:
        """The line below the heading."""
        return self.line + 1


@dataclass(frozen=True, slots=True)
class ModuleSource:
    """A module's file, taken apart. `front` begins on line 2."""

    front: str
    parts: tuple[PartSource, ...]


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


LINK = (
    "This is a link to a file somewhere else.",
    "Put the file itself in the pack; Steady does not follow links out of a pack.",
)


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


def split(text: str, problems: Problems) -> ModuleSource | None:
    """Front matter and parts of a module's text, or None when there is no front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != "+++":
        problems.add(
            1,
            "The file does not begin with a line of +++.",
            "Put the module's id, title and so on at the very top, between two lines of +++.",
        )
        return None
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "+++"), 0)
    if not end:
        problems.add(
            1,
            "The front matter has no end.",
            "Put a second line of +++ below the last of its lines.",
        )
        return None
    if len(lines) > limits.LINES_A_MODULE:
        problems.add(
            limits.LINES_A_MODULE,
            f"The file has {len(lines)} lines; {limits.LINES_A_MODULE} is the most.",
            "Divide it into two modules.",
        )
        return None
    parts = _parts(lines, end + 1, problems)
    return ModuleSource("\n".join(lines[1:end]), parts)


def _parts(lines: list[str], start: int, problems: Problems) -> tuple[PartSource, ...]:
    """Everything below the front matter, cut at each `## `."""
    headings = [n for n in range(start, len(lines)) if is_part_heading(lines[n])]
    first = headings[0] if headings else len(lines)
    for number in range(start, first):
        if lines[number].strip():
            problems.add(
                number + 1,
                "This text stands before the first part.",
                "Put a heading above it, such as ## Welcome {#welcome}.",
            )
            break
    if not headings:
        problems.add(
            start,
            "The module has no part.",
            "Start one with a heading, such as ## Welcome {#welcome}.",
        )
    if len(headings) > limits.PARTS_A_MODULE:
        problems.add(
            headings[limits.PARTS_A_MODULE] + 1,
            f"The module has {len(headings)} parts; {limits.PARTS_A_MODULE} is the most.",
            "Divide it into two modules.",
        )
        headings = headings[: limits.PARTS_A_MODULE]
    seen: dict[str, int] = {}
    parts = []
    for index, number in enumerate(headings):
        end = headings[index + 1] if index + 1 < len(headings) else len(lines)
        body = tuple(line.rstrip() for line in lines[number + 1 : end])
        part = _part(lines[number], number + 1, body, problems)
        if part.id and part.id in seen:
            problems.add(
                part.line,
                f"The part id {part.id} is already used on line {seen[part.id]}.",
                "Give this part an id of its own.",
            )
        seen.setdefault(part.id, part.line)
        parts.append(part)
    return tuple(parts)


def is_part_heading(line: str) -> bool:
    """True for a line that begins with two #, not three."""
    return line.startswith("##") and not line.startswith("###")


def _part(heading: str, line: int, body: tuple[str, ...], problems: Problems) -> PartSource:
    """One part, with its heading and limits checked."""
    title = heading[2:].strip()
    part_id: str | None = None
    if match := _PART_ID.search(title[-200:]):
        part_id = match[1].strip()
        title = title.removesuffix(match[0]).rstrip()
    if not title:
        problems.add(line, "This part has no heading.", "Put its title after ##.")
    if part_id is None:
        problems.add(
            line,
            f"The part {shown(title)} has no id." if title else "This part has no id.",
            "Put one in braces after the title, such as ## Welcome {#welcome}.",
        )
    elif not limits.is_id(part_id):
        problems.add(line, f"{shown(part_id)} cannot be an id.", limits.ID_ADVICE)
    if not any(body):
        problems.add(line, "This part is empty.", "Write its text below the heading.")
    sound = within_limits(body, line + 1, problems)
    return PartSource(part_id or "", title, line, body, sound)


def within_limits(lines: tuple[str, ...], first_line: int, problems: Problems) -> bool:
    """True when the text may be handed to the Markdown parser; problems say why not."""
    before = len(problems)
    _check_size(lines, first_line, problems)
    brackets = marks = 0
    for number, line in enumerate(lines, first_line):
        _check_line(line, number, problems)
        brackets = brackets + line.count("[") if line else 0
        marks = marks + sum(map(line.count, limits.MARKS)) if line else 0
        if brackets > limits.BRACKETS_A_BLOCK:
            problems.add(
                number,
                f"More than {limits.BRACKETS_A_BLOCK} [ stand in one paragraph or list.",
                "Divide it with empty lines.",
            )
            brackets = 0
        if marks > limits.MARKS_A_BLOCK:
            problems.add(
                number,
                f"More than {limits.MARKS_A_BLOCK} marks such as * or _ stand in one paragraph.",
                "Divide it with empty lines.",
            )
            marks = 0
    return len(problems) == before


def _check_size(lines: tuple[str, ...], first_line: int, problems: Problems) -> None:
    """How much a part may hold altogether."""
    size = sum(len(line.encode()) + 1 for line in lines)
    whole = "\n".join(lines)
    counts = (
        (len(lines), limits.LINES_A_PART, "lines"),
        (whole.count("["), limits.BRACKETS_A_PART, "["),
        (sum(map(whole.count, limits.MARKS)), limits.MARKS_A_PART, "marks such as * or _"),
        (whole.count("|"), limits.CELLS_A_PART, "table cells"),
    )
    if size > limits.PART_BYTES:
        problems.add(
            first_line - 1,
            f"This part has {kilobytes(size)}; {kilobytes(limits.PART_BYTES)} is the most.",
            "Divide it into several parts.",
        )
    for count, most, what in counts:
        if count > most:
            problems.add(
                first_line - 1,
                f"This part has {count} {what}; {most} is the most.",
                "Divide it into several parts.",
            )


def _check_line(line: str, number: int, problems: Problems) -> None:
    """How much one line may hold."""
    if len(line) > limits.LINE_CHARS:
        problems.add(
            number,
            f"This line has {len(line)} letters; {limits.LINE_CHARS} is the most.",
            "Break it into several lines or paragraphs.",
        )
    if limits.nesting(line) > limits.NESTING:
        problems.add(
            number,
            f"Lists or quotations are nested more than {limits.NESTING} deep here.",
            "Use fewer levels; two are easiest to read.",
        )
    if line.count("|") - line.count("\\|") > limits.TABLE_COLUMNS + 1:
        problems.add(
            number,
            f"This table has more than {limits.TABLE_COLUMNS} columns.",
            "Divide it into smaller tables.",
        )
