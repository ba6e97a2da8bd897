"""The first pass over a module's text: front matter, parts, and the lines they stand on.

The Markdown parser keeps no line numbers, so everything that needs one is found here. The
limits are checked here too, before any parser sees the text.
"""

import re
from dataclasses import dataclass

from tiapp.learning import limits
from tiapp.learning.bounds import within_limits
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
