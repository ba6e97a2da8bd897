"""How many blocks fill the first view, so that they can be drawn before the rest is built."""

from collections.abc import Iterable, Sequence

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
    plain,
)

GAP = 0.6
"""The space between two blocks, in lines."""


def enough_blocks(blocks: Sequence[Block], lines: float, letters: int) -> int:
    """The number of blocks that take at least `lines` lines of `letters` letters each.

    It counts low: a block too many costs a moment, one too few would show as a gap.
    """
    filled = 0.0
    for number, block in enumerate(blocks, start=1):
        filled += _lines(block, letters) + GAP
        if filled >= lines:
            return number
    return len(blocks)


def _lines(block: Block, letters: int) -> float:
    match block:
        case Heading():
            return 1.5
        case Paragraph():
            return 1 + len(plain(block.text)) // letters
        case ItemList():
            return sum(_all(item, letters) for item in block.items)
        case Quote() | Callout() | Reflect() | Plan():
            return 1 + _all(block.blocks, letters)
        case Table():
            return 1.8 * (1 + len(block.rows))
        case Check():
            return 4 + _all(block.question, letters) + 1.5 * len(block.options)
        case Scenario():
            scene = block.scenes[0]
            return 4 + _all((*block.intro, *scene.blocks), letters) + 2 * len(scene.choices)
        case _:
            return 1


def _all(blocks: Iterable[Block], letters: int) -> float:
    return sum(_lines(block, letters) for block in blocks)
