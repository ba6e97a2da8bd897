"""Blocks of content as plain values, which the templates in `resources/print/` lay out."""

from collections.abc import Iterable
from typing import Any

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
    Span,
    Table,
    Text,
)

Plain = dict[str, Any]


def blocks(values: Iterable[Block]) -> list[Plain]:
    """Blocks in their order. A picture that is only decoration is not among them."""
    return [made for block in values if (made := _block(block)) is not None]


def text(value: Text) -> list[Plain]:
    """Runs of letters. Only links that lead out of Steady stay links on paper."""
    return [_span(span) for span in value]


def _span(span: Span) -> Plain:
    made: Plain = {"text": span.text}
    if span.strong:
        made["strong"] = True
    if span.emphasis:
        made["emphasis"] = True
    if span.link and not span.link.startswith("#"):
        made["link"] = span.link
    return made


def _block(block: Block) -> Plain | None:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "text": text(block.text)}
        case Heading():
            return {"kind": "heading", "level": block.level, "text": text(block.text)}
        case ItemList():
            items = [blocks(item) for item in block.items]
            return {"kind": "list", "ordered": block.ordered, "items": items}
        case Quote():
            return {"kind": "quote", "blocks": blocks(block.blocks)}
        case Table():
            return {
                "kind": "table",
                "header": [text(cell) for cell in block.header],
                "rows": [[text(cell) for cell in row] for row in block.rows],
            }
        case Picture():
            # the words stand for it: a picture is not handed to the page
            return {"kind": "picture", "alt": block.alt} if block.alt else None
        case Callout():
            return {"kind": "callout", "title": block.title, "blocks": blocks(block.blocks)}
        case Reflect():
            return {"kind": "reflect", "title": block.title, "blocks": blocks(block.blocks)}
        case Plan():
            return {"kind": "plan", "title": block.title, "blocks": blocks(block.blocks)}
        case Check():
            return _check(block)
        case Scenario():
            return _scenario(block)


def _check(check: Check) -> Plain:
    return {
        "kind": "check",
        "question": blocks(check.question),
        "options": [
            {
                "text": text(option.text),
                "fits": option.fits,
                "feedback": blocks(option.feedback),
            }
            for option in check.options
        ],
    }


def _scenario(scenario: Scenario) -> Plain:
    """Its first scene, to talk about, and how it looks from the end; the ways between need Steady.

    The end holds on every way, so it gives nothing away that was not chosen.
    """
    first = scenario.scenes[0]
    last = next(scene for scene in scenario.scenes if scene.ending)
    return {
        "kind": "scenario",
        "title": scenario.title,
        "intro": blocks(scenario.intro),
        "first": blocks(first.blocks),
        "choices": [text(choice.text) for choice in first.choices],
        "last": blocks(last.blocks),
    }
