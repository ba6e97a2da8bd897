"""The questions of a module, to print and think over away from the screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiapp.learning.blocks import Block, Callout, ItemList, Paragraph, Quote, Reflect, plain
from tiapp.learning.model import Module


@dataclass(frozen=True, slots=True)
class Questions:
    """One prompt of a module: the part it stands in, and what it asks, a paragraph each."""

    part: str
    title: str
    words: tuple[str, ...]


def questions_of(module: Module) -> tuple[Questions, ...]:
    """Everything that the module asks to reflect on, in its order."""
    return tuple(
        Questions(part.title, block.title, tuple(_paragraphs(block.blocks)))
        for part in module.parts
        for block in _reflections(part.blocks)
    )


def _reflections(blocks: Sequence[Block]) -> Iterator[Reflect]:
    for block in blocks:
        if isinstance(block, Reflect):
            yield block
        elif isinstance(block, Callout | Quote):
            yield from _reflections(block.blocks)


def _paragraphs(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield plain(block.text)
            case Quote():
                yield from _paragraphs(block.blocks)
            case ItemList():
                for item in block.items:
                    yield from _paragraphs(item)
