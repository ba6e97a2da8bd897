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
    Text,
    plain,
)

GAP = 0.6
"""The space between two blocks, in lines."""

HEAD = 6.0
"""The title, the position and the title of the part, in lines."""


def enough_blocks(blocks: Sequence[Block], lines: float, letters: int) -> int:
    """The number of blocks that take at least `lines` lines of `letters` letters each.

    It counts low: a block too many costs a moment, one too few would show as a gap.
    """
    filled = HEAD
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
            return 1.6 + sum(1.6 + sum(map(_letters, row)) // letters for row in block.rows)
        case Check():
            return 5 + _all(block.question, letters) + 1.8 * len(block.options)
        case Scenario():
            scene = block.scenes[0]
            return 5 + _all((*block.intro, *scene.blocks), letters) + 2.3 * len(scene.choices)
        case _:
            return 1


def _letters(text: Text) -> int:
    return len(plain(text))


def _all(blocks: Iterable[Block], letters: int) -> float:
    return sum(_lines(block, letters) for block in blocks)
