"""Running text, with links that a keyboard can reach."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.prose import Prose
from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.block_context import BlockContext
from tiapp.learning.blocks import Text, plain


class ReadingProse(Prose):
    """Prose inside the reading column, which gives it a width anyway.

    Qt lays rich text out several times to say how wide it would like to be; a page of it would
    take longer for that than for everything else.
    """

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(48), self.fontMetrics().height())


def running_text(text: Text, context: BlockContext, role: str = "body") -> QWidget:
    """A paragraph; one that is nothing but a link becomes a link of its own for everybody."""
    if len(text) == 1 and text[0].link:
        return _link_alone(plain(text), text[0].link, context)
    label = ReadingProse(text, role)
    if any(span.link for span in text):
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        label.setOpenExternalLinks(False)
        label.linkActivated.connect(context.follow)
    return label


def _link_alone(words: str, link: str, context: BlockContext) -> QWidget:
    button = buttons.link(words, "text_link")
    button.clicked.connect(lambda: context.follow(link))
    return button
