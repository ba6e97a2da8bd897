"""Reads TOML kindly: each value with the type it should have, each fault with its line."""

import difflib
import re
import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from tiapp.learning import limits
from tiapp.learning.problems import Problems, shown
from tiapp.learning.text_file import kilobytes
from tiapp.learning.toml_lines import Lines, inside

__all__ = ["Lines", "Table", "parse"]

_PLACE = re.compile(r"at line (?P<line>\d+)|at end of document")


def parse(text: str, problems: Problems, *, first_line: int = 1) -> dict[str, Any] | None:
    """The TOML of a file or of front matter, or None and a problem.

    `first_line` is where the text stands in its file.
    """
    size = len(text.encode())
    if size > limits.TOML_BYTES:
        problems.add(
            first_line,
            f"These lines have {kilobytes(size)}; {kilobytes(limits.TOML_BYTES)} is the most.",
            "Shorten them.",
        )
        return None
    for number, row in enumerate(text.split("\n"), first_line):
        # A name of 32,000 parts, a.a.a..., keeps the TOML reader busy for 15 s.
        if len(row) > limits.LINE_CHARS or row.count(".") > limits.DOTS_A_TOML_LINE:
            problems.add(
                number,
                "This line is too long.",
                f"Break it into several; {limits.LINE_CHARS} letters"
                f" and {limits.DOTS_A_TOML_LINE} full stops are the most.",
            )
            return None
    try:
        return tomllib.loads(text)
    except Exception as reason:  # not only TOMLDecodeError: also RecursionError, ValueError
        place = _PLACE.search(str(reason))
        line = first_line
        if place:
            last = text.rstrip().count("\n") + 1
            line += int(place["line"] or last) - 1
        problems.add(
            line,
            "This line cannot be understood." if place else "These lines cannot be understood.",
            'Write name = "text" with straight quotation marks at both ends, lists in [ ] with'
            " commas, and no name twice.",
        )
        return None


class Table:
    """A TOML table and where it stands, for reading values one by one."""

    def __init__(
        self,
        values: dict[str, Any],
        problems: Problems,
        lines: Lines,
        place: str = "",
    ) -> None:
        """`place` says which [table] or [[table]] this is, as `Lines` has it; "" is the top."""
        self._values = values
        self._problems = problems
        self._lines = lines
        self._place = place

    def line(self, key: str = "") -> int:
        """The line of a key, or of the table's own beginning."""
        return self._lines.find(self._place, key)

    def fault(self, key: str, what: str, mend: str) -> None:
        """Note a problem at a key's line."""
        self._problems.add(self.line(key), what, mend)

    def has(self, key: str) -> bool:
        """True when the key is there."""
        return key in self._values

    def raw(self, key: str) -> object:
        """The value as it stands."""
        return self._values.get(key)

    def id(self) -> str:
        """The id, checked; empty when it cannot be one."""
        value = self.text("id", required=True)
        if value and not limits.is_id(value):
            self.fault("id", f"{shown(value)} cannot be an id.", limits.ID_ADVICE)
            return ""
        return value

    def text(self, key: str, *, required: bool = False, most: int = 2000) -> str:
        """A text; empty when it is not there."""
        value = self._values.get(key)
        if value is None:
            if required:
                self._missing(key, f'{key} = "..."')
            return ""
        if not isinstance(value, str):
            self.fault(key, f"{key} is not a text.", f'Put it in quotation marks: {key} = "..."')
            return ""
        if self._unfit(key, value, most):
            return ""
        if required and not value.strip():
            self.fault(key, f"{key} is empty.", "Write it between the quotation marks.")
        return value.strip()

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self._values.get(key)
        if value is None:
            if required:
                self._missing(key, f'{key} = ["...", "..."]')
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fault(
                key, f"{key} is not a list of texts.", f'Write it like this: {key} = ["...", "..."]'
            )
            return ()
        if len(value) > 100 or any(self._unfit(key, item, 2000) for item in value):
            if len(value) > 100:
                self.fault(key, f"{key} has {len(value)} entries.", "100 is the most.")
            return ()
        texts = tuple(item.strip() for item in value if item.strip())
        if required and not texts:
            self.fault(key, f"{key} is empty.", "Write at least one entry.")
        return texts

    def number(self, key: str, least: int, most: int) -> int | None:
        """A whole number, which must be there; None when it is not one."""
        value = self._values.get(key)
        if value is None:
            self._missing(key, f"{key} = {least}")
        elif isinstance(value, bool) or not isinstance(value, int):
            self.fault(
                key,
                f"{key} is not a whole number.",
                f"Write it without a point and without quotation marks: {key} = {least}",
            )
        elif not least <= value <= most:
            # Python refuses to write out numbers of thousands of digits.
            said = str(value) if abs(value) < 10**9 else "too large"
            self.fault(key, f"{key} is {said}.", f"Use {least} to {most}.")
        else:
            return value
        return None

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date, as TOML has it or as text; None when it is empty or not there."""
        value = self._values.get(key)
        if isinstance(value, str) and value.strip():
            try:
                return date.fromisoformat(value.strip())
            except ValueError:
                pass
        elif isinstance(value, date) and not isinstance(value, datetime):
            return value
        elif value is None or value == "":
            if required:
                self._missing(key, f"{key} = 2026-11-23")
            return None
        self.fault(key, f"{key} is not a date.", f"Write year, month, day: {key} = 2026-11-23")
        return None

    def table(self, key: str) -> "Table":
        """A table inside; an empty one when it is not there."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self.fault(key, f"{key} is not a group.", f"Put [{key}] on a line above its values.")
            value = {}
        return Table(value, self._problems, self._lines, inside(self._place, key))

    def tables(self, key: str, most: int = 2000) -> "tuple[Table, ...]":
        """The tables of a [[key]] list."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault(
                key, f"{key} is not a list of groups.", f"Put [[{key}]] on a line above each."
            )
            return ()
        if len(value) > most:
            self.fault(key, f"There are {len(value)} of {key}.", f"{most} is the most.")
            return ()
        return tuple(
            Table(item, self._problems, self._lines, inside(self._place, key, n))
            for n, item in enumerate(value)
        )

    def only(self, known: Iterable[str]) -> None:
        """Report keys that mean nothing here: most often a slip of the pen."""
        names = tuple(known)
        for key in self._values:
            if key not in names:
                near = difflib.get_close_matches(key[:80], names, n=1)
                self.fault(
                    key,
                    f"Nothing is called {shown(key)} here.",
                    f"Did you mean {near[0]}?" if near else "Take the line away.",
                )

    def _missing(self, key: str, example: str) -> None:
        self.fault("", f"{key} is missing.", f"Add a line: {example}")

    def _unfit(self, key: str, value: str, most: int) -> bool:
        if code := limits.unwanted(value.replace("\n", "")):
            self.fault(
                key, f"{key} holds a hidden character ({code}).", "Delete it: retype the words."
            )
            return True
        if len(value) > most:
            self.fault(key, f"{key} has {len(value)} letters.", f"{most} is the most.")
            return True
        return False
