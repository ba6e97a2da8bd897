"""Finds the line of a key in TOML text, since the TOML reader does not keep it."""

import re


def inside(place: str, name: str, index: int = 0) -> str:
    """The place of a group inside another: the second [[step]] of the first [[model]], say."""
    return f"{place}/{name}:{index}"


class Lines:
    """Where each group and each key of a TOML text stands, gone through once."""

    _GROUP = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\s*\]\]?\s*(?:#.*)?")
    _KEY = re.compile(r"\s*\"?([A-Za-z0-9_-]+)\"?\s*=")

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Go through the text; `first_line` is where it begins in its file."""
        self._found: dict[tuple[str, str], int] = {}
        self._first = first_line
        counts: dict[str, int] = {}
        place = ""
        for number, line in enumerate(text.split("\n"), first_line):
            if match := self._GROUP.fullmatch(line):
                place = self._place(match[1].split("."), counts)
                self._found.setdefault((place, ""), number)
            elif match := self._KEY.match(line):
                self._found.setdefault((place, match[1]), number)

    @staticmethod
    def _place(names: list[str], counts: dict[str, int]) -> str:
        """The place of a group that begins here; a new one of its name within the one around it."""
        *around, last = names
        place = ""
        for name in around:
            place = inside(place, name, max(counts.get(f"{place}/{name}", 0) - 1, 0))
        index = counts.get(f"{place}/{last}", 0)
        counts[f"{place}/{last}"] = index + 1
        return inside(place, last, index)

    def find(self, place: str, key: str) -> int:
        """The key's line, else that of its group, else the first."""
        return (
            self._found.get((place, key))
            or self._found.get((inside(place, key), ""))
            or self._found.get((place, ""))
            or self._first
        )
