"""How long a part takes: a calm estimate, never a target."""

from collections.abc import Iterable

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

WORDS_A_MINUTE = 150
MINUTES_FOR_A_QUESTION = 1
MINUTES_FOR_A_SCENARIO = 3


def minutes_of(blocks: tuple[Block, ...]) -> int:
    """Minutes for a part: words at 150 a minute, 1 a question, 3 a scenario; at least 1.

    Rounded to the nearest, so that the parts of a module add up to what the module says.

    The rule is the one the project asked for. 150 words a minute is slow on purpose: people
    read between phone calls. The words of checks, reflections, plans and scenarios are in
    their own minutes already.
    """
    extra = 0
    for block in blocks:
        if isinstance(block, Check | Reflect | Plan):
            extra += MINUTES_FOR_A_QUESTION
        elif isinstance(block, Scenario):
            extra += MINUTES_FOR_A_SCENARIO
    return max(1, int(words_in(blocks) / WORDS_A_MINUTE + extra + 0.5))


def words_in(blocks: Iterable[Block]) -> int:
    """Words of running text, without those inside questions and scenarios."""
    count = 0
    for block in blocks:
        match block:
            case Paragraph(text=text) | Heading(text=text):
                count += len(plain(text).split())
            case Callout(blocks=inside) | Quote(blocks=inside):
                count += words_in(inside)
            case ItemList(items=items):
                count += sum(words_in(item) for item in items)
            case Table(header=header, rows=rows):
                cells = [*header, *(cell for row in rows for cell in row)]
                count += sum(len(plain(cell).split()) for cell in cells)
    return count
