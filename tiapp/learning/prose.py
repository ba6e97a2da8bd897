"""Ordinary Markdown: paragraphs, headings, lists, quotations, tables, pictures, callouts."""

import xml.etree.ElementTree as etree
from collections.abc import Iterable

from tiapp.learning.blocks import (
    Block,
    Callout,
    CalloutKind,
    Heading,
    ItemList,
    Paragraph,
    Picture,
    Quote,
    Span,
    Table,
)
from tiapp.learning.context import Context, is_block
from tiapp.learning.inline import WORDS_TAG, text_of, tidy

_HEADINGS = {"h3": 3, "h4": 4}

STYLES = ("strong", "em", "code", "a", "img", WORDS_TAG)
"""What may stand among words; everything else is a block of its own."""

_MENDING = {
    "hr": ("A line across the page is not shown.", "Use a ### heading instead."),
    "h1": ("A heading with one # is not shown.", "Use ### inside a part, or put \\ before the #."),
    "h2": ("A part cannot begin here.", "Begin the line with ## at the edge, or use ###."),
    "h5": ("A heading with five # is not shown.", "Use ### or ####."),
    "h6": ("A heading with six # is not shown.", "Use ### or ####."),
    "pre": (
        "This text is indented by four spaces without a list above it.",
        "Begin it at the left edge.",
    ),
}


def prose(elements: Iterable[etree.Element], context: Context) -> tuple[Block, ...]:
    """Elements as blocks. Whatever is not on the list becomes a problem, not a block."""
    made = (one(element, context) for element in elements)
    return tuple(block for block in made if block is not None)


def one(element: etree.Element, context: Context) -> Block | None:
    """One element as a block, or None and a problem."""
    tag = str(element.tag)
    if is_block(element):
        return callout(element, context)
    line = context.line_of(element)
    if tag == "p":
        return _paragraph(element, line, context)
    if tag in _HEADINGS:
        return Heading(text_of(element, context), _HEADINGS[tag], line)
    if tag in ("ul", "ol"):
        items = tuple(item_blocks(item, context) for item in element)
        return ItemList(items, tag == "ol", line)
    if tag == "blockquote":
        return Quote(prose(element, context), line)
    if tag == "table":
        return _table(element, line, context)
    what, mend = _MENDING.get(
        tag, (f"Steady cannot show {tag} here.", "Use paragraphs, lists, tables and headings.")
    )
    context.problems.add(line, what, mend)
    return None


def _paragraph(element: etree.Element, line: int, context: Context) -> Block | None:
    """A paragraph, or the picture that is all it holds."""
    if len(element) == 1 and element[0].tag == "img":
        picture = element[0]
        if not (element.text or "").strip() and not (picture.tail or "").strip():
            return _picture(picture, line, context)
    text = text_of(element, context)
    return Paragraph(text, line) if text else None


def _picture(element: etree.Element, line: int, context: Context) -> Picture | None:
    name = element.get("src", "")
    if not context.pictures.check(name, line, context.problems):
        return None
    return Picture(name, element.get("alt", "").strip(), line)


def item_blocks(element: etree.Element, context: Context) -> tuple[Block, ...]:
    """A list item: its words as a paragraph, then whatever else it holds."""
    blocks: list[Block] = []
    words: list[etree.Element] = []
    line = context.line_of(element)
    loose = etree.Element("p")
    loose.text = element.text
    rest: list[etree.Element] = []
    for child in element:
        if rest or child.tag not in STYLES:
            rest.append(child)
        else:
            words.append(child)
    loose.extend(words)
    if words or (element.text or "").strip():
        text = text_of(loose, context)
        if text:
            blocks.append(Paragraph(text, line))
    return (*blocks, *prose(rest, context))


def _table(element: etree.Element, line: int, context: Context) -> Table | None:
    """A table whose rows all have as many cells as its header."""
    rows = [tuple(tidy(list(text_of(cell, context))) for cell in row) for row in element.iter("tr")]
    if not rows or not rows[0]:
        return None
    header, *body = rows
    empty: tuple[Span, ...] = ()
    width = len(header)
    return Table(header, tuple((row + (empty,) * width)[:width] for row in body), line)


def callout(element: etree.Element, context: Context) -> Callout:
    """A boxed aside, with its kind checked."""
    opening = context.opening(element)
    kind = opening.options.get("kind", "")
    if kind not in list(CalloutKind):
        context.problems.add(
            opening.line,
            f"This callout's kind is {kind}." if kind else "This callout has no kind.",
            f"Put one below it, indented by four spaces:     kind: info. There are"
            f" {', '.join(CalloutKind)}.",
        )
        kind = CalloutKind.INFO
    blocks = prose(element, context)
    if not blocks:
        context.problems.add(
            opening.line, "This callout is empty.", "Write its text, or take it away."
        )
    return Callout(opening.id, CalloutKind(kind), opening.title, blocks, opening.line)
