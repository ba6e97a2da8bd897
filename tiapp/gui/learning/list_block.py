"""Bulleted and numbered lists; a long item wraps beside its mark, not below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit.reading import ListBox, ListItemBox
from tiapp.gui.kit.roles import HIDDEN_NAME
from tiapp.gui.kit.text import Label, ParagraphLabel
from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.inline_text import running_text
from tiapp.learning.blocks import Block, ItemList, Paragraph

BULLET = "•"


def list_widget(block: ItemList, context: BlockContext) -> QWidget:
    """A list; an item may hold further blocks, most often a list inside."""
    items = [_item(item, context) for item in block.items]
    return _listed(items, ordered=block.ordered)


def bullets(lines: Sequence[str]) -> QWidget:
    """A bulleted list of plain words."""
    return _listed([ParagraphLabel(line) for line in lines], ordered=False)


def _item(blocks: tuple[Block, ...], context: BlockContext) -> QWidget:
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return running_text(blocks[0].text, context)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    context.put(column, blocks)
    return holder


def _listed(items: Sequence[QWidget], *, ordered: bool) -> QWidget:
    box = ListBox()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for number, words in enumerate(items, start=1):
        item = ListItemBox()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = Label(box.tr("{number}.").format(number=number) if ordered else BULLET)
        mark.setWordWrap(False)
        mark.setMinimumWidth(theme().px(26 if ordered else 18))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        if not ordered:
            mark.setObjectName(HIDDEN_NAME)
        row.addWidget(mark)
        row.addWidget(words, 1)
        column.addWidget(item)
    return box
