"""Callouts and quotations."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.reading import QuoteBox
from tiapp.gui.learning.block_context import BlockContext
from tiapp.learning.blocks import Callout, CalloutKind, Quote


def callout_title(kind: CalloutKind) -> str:
    """What a callout without a title of its own is called."""
    tr = QCoreApplication.translate
    match kind:
        case CalloutKind.INFO:
            return tr("Callout", "Good to know")
        case CalloutKind.EXAMPLE:
            return tr("Callout", "An example")
        case CalloutKind.CARE:
            return tr("Callout", "With care")
        case CalloutKind.KEY:
            return tr("Callout", "Worth remembering")
        case CalloutKind.SETTLE:
            return tr("Callout", "A moment to settle")


def callout_widget(block: Callout, context: BlockContext) -> QWidget:
    """A tinted box with the callout's words."""
    box = CalloutBox(block.kind.value, block.title or callout_title(block.kind))
    context.put(box.column, block.blocks)
    return box


def quote_widget(block: Quote, context: BlockContext) -> QWidget:
    """Words somebody says, set in a little."""
    box = QuoteBox()
    box.setProperty("box", "quote")
    column = QVBoxLayout(box)
    column.setContentsMargins(20, 4, 0, 4)
    column.setSpacing(8)
    context.put(column, block.blocks)
    return box
