"""Reading text with strong words, emphasis and links, drawn from spans."""

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from tiapp.gui.kit.text import wrapping
from tiapp.gui.kit.theme import theme
from tiapp.learning.blocks import Span, Text, plain


def _span_html(span: Span, link_colour: str) -> str:
    out = html.escape(span.text)
    if span.code:
        out = f"<code>{out}</code>"
    if span.strong:
        out = f"<b>{out}</b>"
    if span.emphasis:
        out = f"<i>{out}</i>"
    if span.link:
        out = (
            f'<a href="{html.escape(span.link, quote=True)}" style="color:{link_colour}">{out}</a>'
        )
    return out


class Prose(QLabel):
    """Reading text with strong words, emphasis and links, at the reader's line spacing.

    It is drawn from spans, each escaped; there is no way for mark-up in a pack to come through.
    """

    accessible_role = QAccessible.Role.Paragraph

    def __init__(self, text: Text, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("textRole", role)
        self.setWordWrap(True)
        self.setSizePolicy(wrapping())
        self.setAccessibleName(plain(text))
        self._draw()
        theme().changed.connect(self._draw)

    def _draw(self) -> None:
        now = theme()
        body = "".join(_span_html(span, now.tokens.link) for span in self._text)
        self.setText(f'<p style="line-height:{now.line_height()}%;margin:0">{body}</p>')
