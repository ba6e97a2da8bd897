"""Knowledge checks: a question, its options, and what Steady says to each."""

import re
import xml.etree.ElementTree as etree
from dataclasses import replace

from tiapp.learning.blocks import Block, Check, Option, Paragraph, Quote
from tiapp.learning.context import Context
from tiapp.learning.prose import item_blocks, prose

_BOX = re.compile(r"\[([ xX]?)\](?:\s+|$)")
_FEWEST, _MOST = 2, 5


def check(element: etree.Element, context: Context) -> Check | None:
    """A check, or None and problems when its options are not as they should be."""
    opening = context.opening(element)
    line, problems = opening.line, context.problems
    children = list(element)
    if not children or children[-1].tag != "ul":
        problems.add(
            line,
            "This check does not end with its options.",
            "Write two to five of them, last in the check:  - [x] An option that fits.",
        )
        return None
    question = prose(children[:-1], context)
    if not question:
        problems.add(line, "This check has no question.", "Write one above the options.")
    before = len(problems)
    options = [_option(item, context) for item in children[-1]]
    if not _FEWEST <= len(options) <= _MOST:
        problems.add(
            line,
            f"This check has {len(options)} option{'s' if len(options) > 1 else ''}.",
            "Two to five work best. Add some, or make two checks of it.",
        )
    elif len(problems) == before and not any(option and option.fits for option in options):
        problems.add(
            line,
            "This check has no option that fits.",
            "Put [x] in front of the one that fits.",
        )
    sound = tuple(option for option in options if option)
    return Check(opening.id, opening.title, question, sound, line)


def _option(item: etree.Element, context: Context) -> Option | None:
    """One option with its feedback."""
    line = context.line_of(item)
    words, feedback = words_and_quote(item, "option", context)
    if words is None:
        return None
    match = _BOX.match(words.text[0].text) if words.text else None
    if match is None:
        context.problems.add(
            line,
            "This option does not say whether it fits.",
            "Begin it with [x] if it fits, with [ ] if it does not.",
        )
        return None
    first = replace(words.text[0], text=words.text[0].text[match.end() :])
    text = (first, *words.text[1:]) if first.text else words.text[1:]
    if not text:
        context.problems.add(line, "This option is empty.", "Write what a person would choose.")
    if not feedback:
        context.problems.add(
            line,
            "This option has no feedback.",
            "Say why below it, on a line with four spaces and a > in front.",
        )
    return Option(text, match[1].lower() == "x", feedback)


def words_and_quote(
    item: etree.Element, kind: str, context: Context
) -> tuple[Paragraph | None, tuple[Block, ...]]:
    """A list item's one paragraph and the quotation under it; anything else is a problem."""
    line = context.line_of(item)
    paragraph: Paragraph | None = None
    quote: tuple[Block, ...] = ()
    for block in item_blocks(item, context):
        if isinstance(block, Paragraph) and paragraph is None:
            paragraph = block
        elif isinstance(block, Quote) and paragraph is not None and not quote:
            quote = block.blocks
        else:
            context.problems.add(
                line,
                f"This {kind} holds more than its words and what follows from them.",
                "Keep one paragraph, and below it lines with four spaces and a > in front.",
            )
            break
    if paragraph is None:
        context.problems.add(line, f"This {kind} has no words.", "Write them after the dash.")
    return paragraph, quote
