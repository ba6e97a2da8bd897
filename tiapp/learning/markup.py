"""One part's Markdown to typed blocks. What is not a known block does not come out of here."""

import xml.etree.ElementTree as etree

from tiapp.learning.blocks import Block, ContentNote, Plan, Reflect
from tiapp.learning.checks import check
from tiapp.learning.context import Context, Lines, is_block
from tiapp.learning.fences import mark
from tiapp.learning.minutes import minutes_of
from tiapp.learning.model import Part
from tiapp.learning.parser import to_tree
from tiapp.learning.pictures import PictureFolder
from tiapp.learning.problems import Problems
from tiapp.learning.prose import callout, one, prose
from tiapp.learning.scenarios import scenario
from tiapp.learning.source import PartSource


def read_part(
    source: PartSource,
    part_ids: frozenset[str],
    pictures: PictureFolder,
    block_lines: dict[str, int],
    problems: Problems,
) -> Part | None:
    """A part as typed blocks, or None when its text cannot be parsed at all.

    `block_lines` remembers the ids of the module's blocks so far, and gets this part's too.
    """
    if not source.sound:
        return None
    marked = mark(source.lines, source.first_line, problems)
    for opening in marked.openings:
        if opening.id and opening.id in block_lines:
            problems.add(
                opening.line,
                f"The id {opening.id} is already used on line {block_lines[opening.id]}.",
                f"Give this {opening.name} an id of its own.",
            )
        block_lines.setdefault(opening.id, opening.line)
    if not marked.sound:
        return None
    lines = Lines(source.lines, source.first_line)
    context = Context(problems, marked.openings, part_ids, pictures, lines)
    note: ContentNote | None = None
    blocks: list[Block] = []
    for element in to_tree(marked.text):
        made = _top_block(element, context)
        if isinstance(made, ContentNote):
            if blocks or note:
                problems.add(
                    made.line,
                    "This content note does not come first in its part.",
                    "Move it to just below the part's heading; one is enough.",
                )
            note = note or made
        elif made is not None:
            blocks.append(made)
    made_blocks = tuple(blocks)
    return Part(source.id, source.title, minutes_of(made_blocks), note, made_blocks, source.line)


def _top_block(element: etree.Element, context: Context) -> Block | ContentNote | None:
    """One thing that stands directly in a part."""
    if not is_block(element):
        return one(element, context)
    opening = context.opening(element)
    match opening.name:
        case "content-note":
            return _content_note(element, context)
        case "check":
            return check(element, context)
        case "scenario":
            return scenario(element, context)
        case "callout":
            return callout(element, context)
    blocks = prose(element, context)
    if not blocks:
        context.problems.add(
            opening.line, f"This {opening.name} is empty.", "Write its text, or take it away."
        )
    kind = Reflect if opening.name == "reflect" else Plan
    return kind(opening.id, opening.title, blocks, opening.line)


def _content_note(element: etree.Element, context: Context) -> ContentNote:
    """What is in a part, and the summary for those who would rather not read it."""
    opening = context.opening(element)
    text = [child for child in element if not is_block(child)]
    summaries = [child for child in element if is_block(child)]
    blocks = prose(text, context)
    summary = prose(summaries[0], context) if summaries else ()
    if not blocks:
        context.problems.add(
            opening.line,
            "This content note does not say what is in the part.",
            "Write a sentence or two above its summary.",
        )
    if not summary:
        context.problems.add(
            opening.line,
            "This content note has no summary.",
            "Put /// summary, a few sentences and /// in it, for those who skip the part.",
        )
    if len(summaries) > 1:
        context.problems.add(
            context.opening(summaries[1]).line,
            "This content note has a second summary.",
            "Put both into one.",
        )
    return ContentNote(opening.id, opening.title, blocks, summary, opening.line)
