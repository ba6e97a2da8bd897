"""The running text of a part, piece by piece: what a person reads, and as what they meet it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tiapp.learning.blocks import (
    Block,
    Callout,
    Check,
    Heading,
    ItemList,
    Paragraph,
    Plan,
    Quote,
    Reflect,
    Scenario,
    Table,
    Text,
    plain,
)
from tiapp.learning.model import Part


class As(StrEnum):
    """What a piece of text is on the page."""

    TITLE = "title"
    PROSE = "prose"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item, cell or title. `line` is where it begins, or its block does."""

    text: str
    line: int
    shape: As
    spans: Text = ()
    shown_as: str = ""
    """The name of the block around it, such as check; empty in the part's own text.

    An answer of a check that does not fit is a "slip", a choice of a scenario a "choice": people
    say these, and the module may not.
    """


def passages_of(part: Part) -> tuple[Passage, ...]:
    """All text of a part in the order of the page, its title first."""
    return tuple(_part(part))


def _part(part: Part) -> Iterator[Passage]:
    yield Passage(part.title, part.line, As.TITLE)
    note = part.note
    if note:
        yield from _title(note.title, note.line, "content-note")
        yield from _blocks(note.blocks, "content-note")
        yield from _blocks(note.summary, "summary")
    yield from _blocks(part.blocks, "")


def _blocks(blocks: Iterable[Block], inside: str, shape: As = As.PROSE) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Paragraph(text=text, line=line):
                yield Passage(plain(text), line, shape, text, inside)
            case Heading(text=text, line=line):
                yield Passage(plain(text), line, As.TITLE, text, inside)
            case ItemList(items=items):
                for item in items:
                    yield from _blocks(item, inside, As.ITEM)
            case Quote(blocks=blocks_inside):
                yield from _blocks(blocks_inside, inside, shape)
            case Table(header=header, rows=rows, line=line):
                for cell in (*header, *(cell for row in rows for cell in row)):
                    yield Passage(plain(cell), line, As.CELL, cell, inside)
            case Callout(title=title, blocks=blocks_inside, line=line):
                yield from _title(title, line, "callout")
                yield from _blocks(blocks_inside, "callout")
            case Reflect(title=title, blocks=blocks_inside, line=line):
                yield from _title(title, line, "reflect")
                yield from _blocks(blocks_inside, "reflect")
            case Plan(title=title, blocks=blocks_inside, line=line):
                yield from _title(title, line, "plan")
                yield from _blocks(blocks_inside, "plan")
            case Check():
                yield from _check(block)
            case Scenario():
                yield from _scenario(block)


def _check(check: Check) -> Iterator[Passage]:
    yield from _title(check.title, check.line, "check")
    yield from _blocks(check.question, "check")
    for option in check.options:
        shown_as = "check" if option.fits else "slip"
        line = _line(option.feedback, check.line)
        yield Passage(plain(option.text), line, As.ITEM, option.text, shown_as)
        yield from _blocks(option.feedback, "check")


def _scenario(scenario: Scenario) -> Iterator[Passage]:
    yield from _title(scenario.title, scenario.line, "scenario")
    yield from _blocks(scenario.intro, "scenario")
    for scene in scenario.scenes:
        yield from _title(scene.title, scene.line, "scene")
        yield from _blocks(scene.blocks, "scene")
        for choice in scene.choices:
            line = _line(choice.consequence, scene.line)
            yield Passage(plain(choice.text), line, As.ITEM, choice.text, "choice")
            yield from _blocks(choice.consequence, "scene")


def _title(title: str, line: int, inside: str) -> Iterator[Passage]:
    if title:
        yield Passage(title, line, As.TITLE, (), inside)


def _line(answer: tuple[Block, ...], otherwise: int) -> int:
    """An option or choice stands just above what is said to it."""
    first = next((block.line for block in answer if block.line), 0)
    return max(first - 1, 1) if first else otherwise
