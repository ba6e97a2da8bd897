"""Something to think about, and a plan for oneself. Neither takes or keeps a word."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
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
        private = context.slot(_prompt(block, context))
        if private is not None:
            self.add(private)
            return
        self.add(Muted(self.tr("Think it over. Steady keeps nothing you think or say here.")))


class PlanCard(Card):
    """An if-then sentence to finish for oneself."""

    def __init__(self, block: Plan, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(f"plan_{block.id}", parent)
        self.add(SmallTitle(block.title or self.tr("A plan, if you want one")))
        context.put(self.column, block.blocks)
        private = context.slot(_prompt(block, context))
        if private is not None:
            self.add(private)
            return
        self.add(Muted(self.tr("Say it to yourself, or write it somewhere only you see.")))
        self._sentence = first_words(block.blocks)
        copy = buttons.secondary(self.tr("Copy the sentence"), f"copy_{block.id}", "copy")
        copy.clicked.connect(self._copy)
        row = FlowRow()
        row.add(copy)
        self.add(row)
        self._said = Muted("")
        self._said.hide()
        self.add(self._said)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._sentence)
        words = self.tr("Copied. You can paste it anywhere you like.")
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)


def _prompt(block: Reflect | Plan, context: BlockContext) -> PromptRef:
    return PromptRef(
        context.pack_id, context.module_id, context.part_id, block.id, first_words(block.blocks)
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
