"""The top of a module as fields of a form, and back into the text without touching the rest.

Comments, sources, changes and whatever else stands there stay as the author wrote them.
"""

import json
import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from tiapp.learning.limits import TOML_BYTES

_REVIEW_KEYS = ("specialist", "lived_experience")
_GROUP = re.compile(r"\s*\[")
_KEY = re.compile(r"\s*([A-Za-z_]+)\s*=")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the form shows. Lists are shown a line each; dates as 2026-11-27, or empty."""

    title: str = ""
    version: int = 1
    level: str = "informed"
    minutes: int = 1
    topics: tuple[str, ...] = ()
    audience: str = ""
    outcomes: tuple[str, ...] = ()
    checked_against_sources: str = ""
    specialist: str = ""
    lived_experience: str = ""


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source to put at the end of the sources. `year` 0 is a source without one."""

    title: str
    publisher: str
    year: int
    used_for: str


def read_facts(text: str) -> Facts | None:
    """The fields of a module's text; None when its top cannot be understood."""
    top = _top(text)
    if top is None or len(top.encode()) > TOML_BYTES:
        return None
    try:
        values = tomllib.loads(top)
    except Exception:  # not only TOMLDecodeError: also RecursionError, ValueError
        return None
    review = values.get("reviewed_by", {})
    review = review if isinstance(review, dict) else {}
    made: dict[str, Any] = {}
    for field in fields(Facts):
        holder = review if field.name in _REVIEW_KEYS else values
        value = holder.get(field.name)
        if isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, list):
            value = tuple(str(item) for item in value)
        usual = getattr(Facts(), field.name)
        if type(value) is type(usual):
            made[field.name] = value
    return Facts(**made)


def with_facts(text: str, facts: Facts) -> str:
    """The text with these fields in its top. What is the same already stays as it is written."""
    before = read_facts(text)
    if before is None:
        return text
    for field in fields(Facts):
        value = getattr(facts, field.name)
        if value != getattr(before, field.name):
            group = "reviewed_by" if field.name in _REVIEW_KEYS else ""
            text = _with_value(text, group, field.name, _toml(field.name, value))
    return text


def with_source(text: str, source: NewSource) -> str:
    """The text with one more source below those there are."""
    lines = ["[[sources]]", f"title = {_quoted(source.title)}"]
    lines.append(f"publisher = {_quoted(source.publisher)}")
    if source.year:
        lines.append(f"year = {source.year}")
    lines.append(f"used_for = {_quoted(source.used_for)}")
    return _with_group(text, "sources", lines)


def with_change(text: str, version: int, what: str) -> str:
    """The text with one more line about what a version brought."""
    lines = ["[[changes]]", f"version = {version}", f"what = {_quoted(what)}"]
    return _with_group(text, "changes", lines)


def _top(text: str) -> str | None:
    lines = text.split("\n")
    end = _end(lines)
    return "\n".join(lines[1:end]) + "\n" if end else None


def _end(lines: list[str]) -> int:
    """The line of the second +++; 0 when there is none."""
    if lines[0].rstrip() != "+++":
        return 0
    return next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "+++"), 0)


def _with_value(text: str, group: str, key: str, value: str) -> str:
    lines = text.split("\n")
    end = _end(lines)
    start, stop = _span(lines, end, group)
    for number in range(start, stop):
        match = _KEY.match(lines[number])
        if match and match[1] == key:
            lines[number : _after_value(lines, number, stop)] = [f"{key} = {value}"]
            return "\n".join(lines)
    if group and start == stop:
        lines[end:end] = ["", f"[{group}]", f"{key} = {value}"]
    else:
        while stop > start and not lines[stop - 1].strip():
            stop -= 1
        lines.insert(stop, f"{key} = {value}")
    return "\n".join(lines)


def _span(lines: list[str], end: int, group: str) -> tuple[int, int]:
    """From which line to which a group's own keys stand; the same twice when it is not there."""
    start = 1
    if group:
        heads = (n for n in range(1, end) if lines[n].split("#")[0].strip() == f"[{group}]")
        head = next(heads, None)
        if head is None:
            return end, end
        start = head + 1
    number = start
    while number < end and not _GROUP.match(lines[number]):
        match = _KEY.match(lines[number])
        number = _after_value(lines, number, end) if match else number + 1
    return start, number


def _after_value(lines: list[str], number: int, stop: int) -> int:
    """The line after a key's value, which may go on over several."""
    for last in range(number + 1, stop + 1):
        try:
            tomllib.loads("\n".join(lines[number:last]))
        except tomllib.TOMLDecodeError:
            continue
        return last
    return number + 1


def _with_group(text: str, name: str, group: list[str]) -> str:
    """A [[group]] after the last of its name, or at the end of the top."""
    lines = text.split("\n")
    end = _end(lines)
    if not end:
        return text
    heads = [n for n in range(1, end) if lines[n].strip().startswith(f"[[{name}]]")]
    at = end
    if heads:
        number = heads[-1] + 1
        while number < end and not _GROUP.match(lines[number]):
            number = _after_value(lines, number, end) if _KEY.match(lines[number]) else number + 1
        at = number
    while at > 1 and not lines[at - 1].strip():
        at -= 1
    after = [""] if at < end and lines[at].strip() and lines[at].rstrip() != "+++" else []
    lines[at:at] = ["", *group, *after]
    return "\n".join(lines)


def _toml(key: str, value: object) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        if len(value) < 2:
            return "[" + ", ".join(_quoted(str(item)) for item in value) + "]"
        return "[\n" + "".join(f"    {_quoted(str(item))},\n" for item in value) + "]"
    if key == "checked_against_sources" and value:
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            pass
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """A TOML text on one line: JSON writes it the same way, but for one control character."""
    words = " ".join(text.encode("utf-8", "replace").decode().split())
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
