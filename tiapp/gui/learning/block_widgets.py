"""One native widget for each block, so that a screen reader meets headings, lists and tables."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit.text import HeadingLabel
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.boxes import callout_widget, quote_widget
from tiapp.gui.learning.check_card import CheckCard
from tiapp.gui.learning.inline_text import running_text
from tiapp.gui.learning.list_block import list_widget
from tiapp.gui.learning.picture_block import picture_widget
from tiapp.gui.learning.prompt_cards import PlanCard, ReflectCard
from tiapp.gui.learning.scenario_card import ScenarioCard
from tiapp.gui.learning.table_block import TableBlock
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
    plain,
)

EXTRA_ABOVE = {3: 16, 4: 8}
"""Pixels above a heading of that level, besides the gap between blocks."""


def widget_for(block: Block, context: BlockContext) -> QWidget:
    """Builds the widget that shows `block`."""
    match block:
        case Heading():
            return HeadingLabel(plain(block.text), block.level)
        case Paragraph():
            return running_text(block.text, context)
        case ItemList():
            return list_widget(block, context)
        case Quote():
            return quote_widget(block, context)
        case Table():
            return TableBlock(block, context)
        case Picture():
            return picture_widget(block, context)
        case Callout():
            return callout_widget(block, context)
        case Reflect():
            return ReflectCard(block, context)
        case Plan():
            return PlanCard(block, context)
        case Check():
            return CheckCard(block, context)
        case Scenario():
            return ScenarioCard(block, context)


def fill(column: QVBoxLayout, blocks: Sequence[Block], context: BlockContext) -> list[QWidget]:
    """Puts each block at the end of `column`, with more air before headings."""
    made: list[QWidget] = []
    for block in blocks:
        if isinstance(block, Heading) and column.count():
            column.addSpacing(EXTRA_ABOVE[block.level])
        widget = widget_for(block, context)
        column.addWidget(widget)
        made.append(widget)
    return made
