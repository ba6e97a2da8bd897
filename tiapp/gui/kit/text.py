"""Words on a page. Everything is plain text, except `Prose`, which escapes what it is given."""

import html

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tiapp.gui.kit.theme import theme
from tiapp.learning.blocks import Span, Text, plain


def wrapping() -> QSizePolicy:
    """The size policy of words that wrap: as high as the width needs.

    A policy without that flag cuts off the last lines.
    """
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class Label(QLabel):
    """Plain words that wrap. `role` picks size and weight in the style sheet."""

    def __init__(self, text: str, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("textRole", role)
        self.setWordWrap(True)
        self.setText(text)
        self.setSizePolicy(wrapping())


class HeadingLabel(Label):
    """A heading. A screen reader finds it as one and hears its level."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, text: str, level: int, parent: QWidget | None = None) -> None:
        super().__init__(text, f"h{min(level, 4)}", parent)
        self.level = level
        words = QCoreApplication.translate("HeadingLabel", "Heading level {level}")
        self.setAccessibleDescription(words.format(level=level))


class Title(HeadingLabel):
    """The h1 of a page. It takes the focus when the page comes up, so that it is read out.

    The Tab key passes it by, as there is nothing to do on it.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, 1, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: round the words, not the whole line."""
        if self.isRightToLeft():
            return self.rect()
        flags = int(self.alignment()) | int(Qt.TextFlag.TextWordWrap)
        words = self.fontMetrics().boundingRect(self.rect(), flags, self.text())
        return words.intersected(self.rect())


class SectionTitle(HeadingLabel):
    """An h2."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, 2, parent)


class SmallTitle(HeadingLabel):
    """An h3."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, 3, parent)


class ParagraphLabel(Label):
    """A paragraph of plain reading text."""

    accessible_role = QAccessible.Role.Paragraph

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "body", parent)


class Muted(Label):
    """Quieter words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "muted", parent)


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
