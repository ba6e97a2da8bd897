"""The first pass over a part: where each block opens and closes, and its options.

What comes out is text for the Markdown parser in which every opening line carries nothing but
a number. So the parser never reads an option an author wrote, and whatever it builds can be
traced back to a line of the file by that number.
"""

import difflib
import re
from dataclasses import dataclass

from tiapp.learning import limits
from tiapp.learning.block_kinds import INSIDE, OPTIONS, Opening
from tiapp.learning.problems import Problems, shown
from tiapp.learning.spacing import spaced

_OPEN = re.compile(r" {0,3}(?P<slashes>/{3,}) *(?P<name>[A-Za-z][\w-]*) *(?:\|(?P<title>.*))?")
_CLOSE = re.compile(r" {0,3}(?P<slashes>/{3,}) *")
_SLASHES = re.compile(r"[ >]*(?:(?:[-*+]|\d{1,9}[.)]) +)*/{3,}")
_OPTION = re.compile(r" {4,}(?P<key>[a-z][a-z_-]*) *: *(?P<value>.*)")
_LOOSE_OPTION = re.compile(r" {0,3}(?:id|kind|next|ending) *:.*")
_VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

_MOST_SLASHES = 8


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """A part's text, ready for the Markdown parser, and its blocks by number."""

    text: str
    openings: tuple[Opening, ...]
    sound: bool
    """False when blocks are not where they belong: then the text is not parsed further."""


def mark(lines: tuple[str, ...], first_line: int, problems: Problems) -> MarkedPart:
    """Find the blocks of a part; faults of slashes, names and options become problems."""
    return _Marker(lines, first_line, problems).run()


class _Marker:
    """Walks through the lines of one part once."""

    def __init__(self, lines: tuple[str, ...], first_line: int, problems: Problems) -> None:
        self._lines = lines
        self._first = first_line
        self._problems = problems
        self._openings: list[Opening] = []
        self._stack: list[Opening] = []
        self._out: list[str] = []
        self._prose: list[str] = []
        self._prose_line = first_line
        self._sound = True
        self._told: set[int] = set()

    def run(self) -> MarkedPart:
        at = 0
        while at < len(self._lines):
            line, number = self._lines[at], self._first + at
            at += 1
            if match := _CLOSE.fullmatch(line):
                self._close(len(match["slashes"]), number)
            elif match := _OPEN.fullmatch(line):
                self._open(match, number)
                at = self._read_options(at)
            else:
                if _SLASHES.match(line):
                    self._stray_slashes(line, number)
                    line = ""
                if not self._prose:
                    self._prose_line = number
                self._prose.append(line)
        while self._stack:
            self._not_closed(self._stack[-1])
            self._end_block()
        self._flush()
        return MarkedPart("\n".join(self._out), tuple(self._openings), self._sound)

    def _fault(self, line: int, what: str, mend: str) -> None:
        self._sound = False
        self._problems.add(line, what, mend)

    def _flush(self) -> None:
        """Hand on the ordinary text since the last block line."""
        self._out += ["", *spaced(self._prose, self._prose_line, self._problems), ""]
        self._prose = []

    def _open(self, match: re.Match[str], line: int) -> None:
        name, slashes = match["name"].lower(), len(match["slashes"])
        if name not in OPTIONS:
            near = difflib.get_close_matches(name[:40], OPTIONS, n=1)
            self._fault(
                line,
                f"There is no block called {shown(name)}.",
                f"Did you mean {near[0]}?" if near else f"There are {', '.join(OPTIONS)}.",
            )
        self._leave_unclosed(name, slashes, line)
        parent = self._stack[-1] if self._stack else None
        self._check_place(name, parent, slashes, line)
        self._flush()
        opening = Opening(
            len(self._openings), name, (match["title"] or "").strip(), line, slashes, parent
        )
        self._openings.append(opening)
        self._stack.append(opening)
        # The outermost block gets most slashes, whatever the author wrote.
        self._out += ["", f"{self._fence()} {name} | {opening.number}", ""]

    def _leave_unclosed(self, name: str, slashes: int, line: int) -> None:
        """Close blocks that cannot hold this one: their closing line was forgotten."""
        while self._stack and name in OPTIONS:
            top = self._stack[-1]
            fits_above = any(name in INSIDE.get(o.name, ()) for o in self._stack[:-1])
            if name in INSIDE.get(top.name, ()) or slashes < top.slashes:
                return
            if not fits_above and name not in INSIDE[""]:
                return
            self._not_closed(top)
            self._end_block()

    def _check_place(self, name: str, parent: Opening | None, slashes: int, line: int) -> None:
        allowed = INSIDE.get(parent.name if parent else "", ())
        if name in OPTIONS and name not in allowed:
            homes = [home for home, inside in INSIDE.items() if name in inside]
            where = "a part, not inside another block" if "" in homes else f"a {homes[0]}"
            self._fault(
                line,
                f"A {name} cannot stand {'inside a ' + parent.name if parent else 'on its own'}.",
                f"Put it directly in {where}.",
            )
        elif parent and slashes >= parent.slashes and parent.number not in self._told:
            self._told.add(parent.number)
            self._fault(
                line,
                f"This {name} has as many slashes as the {parent.name} around it"
                f" (line {parent.line}).",
                f"Give the {parent.name} one slash more than what it holds ({'/' * (slashes + 1)}),"
                " at its start and at its end.",
            )

    def _read_options(self, at: int) -> int:
        """Read the option lines below an opening; returns where its text begins."""
        opening = self._openings[-1]
        known = OPTIONS.get(opening.name)
        faults = len(self._problems)
        while at < len(self._lines) and self._lines[at].strip():
            line, number = self._lines[at], self._first + at
            if _LOOSE_OPTION.fullmatch(line):
                self._fault(
                    number,
                    "An option stands at the edge.",
                    "Indent it by four spaces: it belongs to the line above.",
                )
            elif not line.startswith("    "):
                break
            elif known is not None:
                self._option(opening, known, line, number)
            at += 1
        wanted = known is not None and "id" in known and "id" not in opening.options
        if wanted and len(self._problems) == faults:
            self._fault(
                opening.line,
                f"This {opening.name} has no id.",
                "Put one just below, indented by four spaces:     id: a-short-name",
            )
        return at

    def _option(self, opening: Opening, known: tuple[str, ...], line: str, number: int) -> None:
        match = _OPTION.fullmatch(line)
        if match is None or not _VALUE.fullmatch(match["value"]):
            self._fault(
                number,
                f"The option {shown(line.strip())} is not a name, a colon and one plain word.",
                "Write it like this:     id: a-short-name",
            )
            return
        key, value = match["key"], match["value"]
        if key not in known:
            self._fault(
                number,
                f"A {opening.name} has no option {shown(key)}.",
                f"It takes {' and '.join(known)}." if known else "Leave this line out.",
            )
        elif key in opening.options:
            self._fault(number, f"{key} stands here twice.", "Keep one of them.")
        elif key in ("id", "next") and not limits.is_id(value):
            self._fault(number, f"{shown(value)} cannot be an id.", limits.ID_ADVICE)
            opening.options[key] = ""
        else:
            opening.options[key] = value

    def _close(self, slashes: int, line: int) -> None:
        if not self._stack:
            self._fault(
                line,
                "This line closes a block, but none is open.",
                "Take it away, or put the block's first line above its text.",
            )
            return
        depth = next((d for d, o in enumerate(reversed(self._stack)) if o.slashes == slashes), None)
        if depth is None:
            top = self._stack[-1]
            self._fault(
                line,
                f"This line has {slashes} slashes; the {top.name} that it should close"
                f" (line {top.line}) has {top.slashes}.",
                f"Use {'/' * top.slashes} at both ends.",
            )
            depth = 0
        for _ in range(depth):
            self._not_closed(self._stack[-1])
            self._end_block()
        self._end_block()

    def _end_block(self) -> None:
        """Write the closing line of the innermost block."""
        self._flush()
        self._out += ["", self._fence(), ""]
        self._stack.pop()

    def _fence(self) -> str:
        return "/" * max(3, _MOST_SLASHES - len(self._stack))

    def _not_closed(self, opening: Opening) -> None:
        self._fault(
            opening.line,
            f"The {shown(opening.name)} that begins here has no end.",
            f"Put {'/' * opening.slashes} on a line of its own after its last line.",
        )

    def _stray_slashes(self, line: str, number: int) -> None:
        if re.match(r" {0,3}/", line):
            self._fault(
                number,
                "A line that begins with /// opens or closes a block, and this one does neither.",
                "Write it like this: /// callout | In short",
            )
        else:
            self._fault(
                number,
                "A block cannot stand inside a list or a quotation.",
                "Begin its lines at the left edge.",
            )
