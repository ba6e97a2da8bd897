"""Which letters of a line carry light Markdown, so that an editor can show it lightly.

Nothing is changed or hidden: the marks stay where the person typed them. Plain Python.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a run of letters is meant."""

    HEADING = "heading"
    QUOTE = "quote"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    MARK = "mark"
    """The signs themselves: drawn more quietly than the words."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one line, from `start`, `length` of them."""

    start: int
    length: int
    style: Style


LINE_MOST = 4000
"""Longer lines are left plain: nobody marks those, and looking takes time at every key."""

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+\S")
_QUOTE = re.compile(r" {0,3}((?:> ?){1,10})")
_ITEM = re.compile(r"[ \t]*([-*+]|\d{1,9}[.)])[ \t]+\S")
_CODE = re.compile(r"(`)[^`]+(`)")
_STRONG = re.compile(
    r"(?<![*\w])(\*\*)(?![\s*])[^*]*[^\s*](\*\*)(?![*\w])"
    r"|(?<![\w_])(__)(?![\s_])[^_]*[^\s_](__)(?![\w_])"
)
_EMPHASIS = re.compile(
    r"(?<![*\w])(\*)(?![\s*])(?:[^*]*[^\s*])?(\*)(?![*\w])"
    r"|(?<![\w_])(_)(?![\s_])(?:[^_]*[^\s_])?(_)(?![\w_])"
)
_INLINE = ((_CODE, Style.CODE), (_STRONG, Style.STRONG), (_EMPHASIS, Style.EMPHASIS))


def marked(line: str) -> tuple[Run, ...]:
    """The runs of one line, wider ones first, so that later ones can be drawn over them."""
    if len(line) > LINE_MOST:
        return ()
    runs: list[Run] = []
    if found := _HEADING.match(line):
        runs.append(Run(0, len(line), Style.HEADING))
        runs.append(Run(found.start(1), len(found[1]), Style.MARK))
    elif found := _QUOTE.match(line):
        runs.append(Run(0, len(line), Style.QUOTE))
        runs.append(Run(found.start(1), len(found[1].rstrip()), Style.MARK))
    elif found := _ITEM.match(line):
        runs.append(Run(found.start(1), len(found[1]), Style.MARK))
    taken: list[tuple[int, int]] = []
    for pattern, style in _INLINE:
        for found in pattern.finditer(line):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            if style is Style.CODE:
                taken.append(found.span())
            runs.append(Run(found.start(), found.end() - found.start(), style))
            signs = [n for n in range(1, (found.lastindex or 0) + 1) if found[n] is not None]
            runs += [Run(found.start(n), len(found[n]), Style.MARK) for n in signs]
    return tuple(runs)
