"""Something to think about, and a plan for oneself.

By themselves they neither take nor keep a word; the private room may put something there that does.
"""

from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons, clipboard
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Muted, SmallTitle
from tiapp.gui.learning.block_context import BlockContext
from tiapp.learning.blocks import Block, ItemList, Paragraph, Plan, Quote, Reflect, plain
from tiapp.learning.model import PromptRef


class ReflectCard(Card):
    """A question to think over. The private room may put its own widget below the words."""

    def __init__(
        self, block: Reflect, context: BlockContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"reflect_{block.id}", parent)
        self.add(SmallTitle(block.title or self.tr("Something to think about")))
        context.put(self.column, block.blocks)
        for widget in context.slot(_prompt(block, context), self._ordinary):
            self.add(widget)

    def _ordinary(self) -> list[QWidget]:
        return [Muted(self.tr("Think it over. Steady keeps nothing you think or say here."))]


class PlanCard(Card):
    """An if-then sentence to finish for oneself."""

    def __init__(self, block: Plan, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(f"plan_{block.id}", parent)
        self.add(SmallTitle(block.title or self.tr("A plan, if you want one")))
        context.put(self.column, block.blocks)
        for widget in context.slot(_prompt(block, context), lambda: self._ordinary(block)):
            self.add(widget)

    def _ordinary(self, block: Plan) -> list[QWidget]:
        copy = buttons.secondary(self.tr("Copy the sentence"), f"copy_{block.id}", "copy")
        row = FlowRow()
        row.add(copy)
        said = Muted("")
        said.hide()
        copy.clicked.connect(lambda: self._copy(first_words(block.blocks), said))
        words = Muted(self.tr("Say it to yourself, or write it somewhere only you see."))
        return [words, row, said]

    def _copy(self, sentence: str, said: Muted) -> None:
        clipboard.put(sentence)
        words = self.tr("Copied. You can paste it anywhere you like.")
        said.setText(words)
        said.show()
        announce(said, words)


def _prompt(block: Reflect | Plan, context: BlockContext) -> PromptRef:
    return PromptRef(
        context.pack_id,
        context.module_id,
        context.part_id,
        block.id,
        first_words(block.blocks),
        plan=isinstance(block, Plan),
    )


def first_words(blocks: tuple[Block, ...]) -> str:
    """The first paragraph, which is the prompt itself."""
    for block in blocks:
        match block:
            case Paragraph():
                return plain(block.text)
            case Quote():
                return first_words(block.blocks)
            case ItemList() if block.items:
                return first_words(block.items[0])
    return ""
