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
SEEN_OF_A_SCENARIO = 0.5
"""How much of a scenario's words people meet: about half of them stand on one way through."""


def minutes_of(blocks: tuple[Block, ...]) -> int:
    """Minutes for a part: words at 150 a minute, 1 a question, half of a scenario; at least 1.

    Rounded to the nearest, so that the parts of a module add up to what the module says.

    The rule is the one the project asked for. 150 words a minute is slow on purpose: people
    read between phone calls. The words of checks, reflections and plans are in their own
    minutes already. A scenario takes a minute at least.
    """
    extra = 0.0
    for block in blocks:
        if isinstance(block, Check | Reflect | Plan):
            extra += MINUTES_FOR_A_QUESTION
        elif isinstance(block, Scenario):
            extra += max(1.0, words_of(block) * SEEN_OF_A_SCENARIO / WORDS_A_MINUTE)
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


def words_of(scenario: Scenario) -> int:
    """All words of a scenario, those included that one way through does not meet."""
    count = words_in(scenario.intro)
    for scene in scenario.scenes:
        count += words_in(scene.blocks)
        for choice in scene.choices:
            count += len(plain(choice.text).split()) + words_in(choice.consequence)
    return count
