"""A module as a screen reader would read it out: what is there, as what, in which order."""

from collections.abc import Iterable, Iterator

from tiapp.learning.blocks import (
    Block,
    Callout,
    Check,
    Heading,
    ItemList,
    Paragraph,
    Picture,
    Plan,
    Quote,
    Reflect,
    Scenario,
    Table,
    Text,
    plain,
)
from tiapp.learning.model import Module, Part

_INDENT = "    "


def outline(module: Module) -> list[str]:
    """One line for each thing that is met, indented by what stands around it."""
    lines = [f"Heading level 1: {module.entry.title}"]
    for part in module.parts:
        lines += _part(part)
    return lines


def _part(part: Part) -> Iterator[str]:
    yield f"Heading level 2: {part.title}"
    if part.note:
        yield f"Content note: {part.note.title}"
        yield from _inside(part.note.blocks)
        yield f"{_INDENT}Buttons: continue, read the summary, skip the part"
        yield f"{_INDENT}Summary"
        yield from (_INDENT + line for line in _inside(part.note.summary))
    yield from _all(part.blocks)


def _inside(blocks: Iterable[Block]) -> Iterator[str]:
    for line in _all(blocks):
        yield _INDENT + line


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"Heading level {level}: {plain(text)}"
        case Paragraph(text=text):
            yield f"Paragraph: {plain(text)}"
            yield from _links(text)
        case ItemList(items=items, ordered=ordered):
            kind = "Numbered list" if ordered else "List"
            yield f"{kind} with {_count(len(items), 'item')}"
            for item in items:
                yield from _inside(item)
        case Quote(blocks=inside):
            yield "Quotation"
            yield from _inside(inside)
        case Table():
            yield from _table(block)
        case Picture(name=name, alt=alt):
            yield f"Picture: {alt}" if alt else f"Decorative picture ({name})"
        case Callout(title=title, blocks=inside):
            yield f"Note: {title}" if title else "Note"
            yield from _inside(inside)
        case Reflect(title=title, blocks=inside):
            yield f"Reflection: {title}" if title else "Reflection"
            yield from _inside(inside)
        case Plan(title=title, blocks=inside):
            yield f"Plan: {title}" if title else "Plan"
            yield from _inside(inside)
        case Check():
            yield from _check(block)
        case Scenario():
            yield from _scenario(block)


def _links(text: Text) -> Iterator[str]:
    for span in text:
        if span.link:
            yield f"{_INDENT}Link: {span.text} ({span.link})"


def _table(table: Table) -> Iterator[str]:
    headings = [plain(cell) or "without a name" for cell in table.header]
    columns, rows = _count(len(headings), "column"), _count(len(table.rows), "row")
    yield f"Table with {columns} and {rows}"
    for row in table.rows:
        cells = (f"{name}: {plain(cell)}" for name, cell in zip(headings, row, strict=True))
        yield f"{_INDENT}Row: {'; '.join(cells)}"


def _check(check: Check) -> Iterator[str]:
    yield f"Question: {check.title}" if check.title else "Question"
    yield from _inside(check.question)
    for option in check.options:
        yield f"{_INDENT}Answer to choose: {plain(option.text)}"


def _scenario(scenario: Scenario) -> Iterator[str]:
    yield f"Scenario: {scenario.title}" if scenario.title else "Scenario"
    yield from _inside(scenario.intro)
    for scene in scenario.scenes:
        yield f"{_INDENT}Scene: {scene.title or scene.id}"
        yield from (_INDENT + line for line in _inside(scene.blocks))
        for choice in scene.choices:
            yield f"{_INDENT * 2}Choice: {plain(choice.text)}"
        if scene.ending:
            yield f"{_INDENT * 2}The end of the scenario"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
