"""The lines between two --- at the top of a Markdown file, as far as a journal needs them.

A small reader of its own instead of YAML: it knows one level of keys, and cannot be made to work
hard. What it does not know stays in the text, so that nothing is lost.
"""

import json
import re
from dataclasses import dataclass, field

LINES_MOST = 200
_KEY = re.compile(r"([A-Za-z][\w -]{0,60}?)\s*:(?:\s+(.*))?$")
_ITEM = re.compile(r"\s*-\s+(.*)$")
_KNOWN = {
    "date": "date",
    "datetime": "date",
    "created": "date",
    "created at": "date",
    "date created": "date",
    "day": "date",
    "zone": "zone",
    "timezone": "zone",
    "time zone": "zone",
    "tz": "zone",
    "title": "title",
    "tags": "tags",
    "keywords": "tags",
    "prompt": "prompt",
    "steady-id": "id",
}


@dataclass(slots=True)
class FirstLines:
    """What stood there. `rest` is the text below, with the lines that nobody knew before it."""

    values: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    lines: dict[str, str] = field(default_factory=dict)
    """Each value's line as it was written, should it turn out not to be understood."""
    rest: str = ""


def read_first_lines(text: str) -> FirstLines:
    """Take a text apart. One without such lines comes back whole in `rest`."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return FirstLines(rest=text)
    ends = (n for n in range(1, min(len(lines), LINES_MOST)) if lines[n].strip() in ("---", "..."))
    end = next(ends, None)
    if end is None:
        return FirstLines(rest=text)
    found = FirstLines()
    unknown: list[str] = []
    listing = False
    for line in lines[1:end]:
        item = _ITEM.match(line)
        if listing and item is not None:
            found.tags.append(_plain(item[1]))
            continue
        listing = False
        key = _KEY.match(line)
        known = _KNOWN.get(key[1].strip().lower()) if key is not None else None
        if key is None or known is None or (known in found.values and known != "tags"):
            if line.strip():
                unknown.append(line)
            continue
        value = (key[2] or "").strip()
        if known == "tags":
            found.tags += _tags(value)
            listing = not value
        else:
            found.values[known] = _plain(value)
            found.lines[known] = line
    body = "\n".join(lines[end + 1 :]).lstrip("\n")
    found.rest = "\n".join(("---", *unknown, "---", "", body)) if unknown else body
    return found


def _plain(value: str) -> str:
    """Without the quotes that YAML and JSON put round a text."""
    value = value.strip()
    if value.startswith('"'):
        try:
            read = json.loads(value)
            return read if isinstance(read, str) else value
        except ValueError:
            return value.strip('"')
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _tags(value: str) -> list[str]:
    if value.startswith("["):
        try:
            read = json.loads(value)
            return [tag for tag in read if isinstance(tag, str)]
        except (ValueError, RecursionError, TypeError):
            value = value.strip("[]")
    if not value:
        return []
    parts = value.split(",") if "," in value else [value]
    return [_plain(part) for part in parts]
