"""Measuring and drawing a button's words over several lines, which Qt's own buttons cannot."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

_NO_LIMIT = 100_000


def plain_words(button: QAbstractButton) -> str:
    """The button's words as a person reads them."""
    return button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def escaped(words: str) -> str:
    """Words for setText: "&" stays a letter instead of marking a shortcut."""
    return words.replace("&", "&&")


def _flags(button: QAbstractButton) -> int:
    side = Qt.AlignmentFlag.AlignRight if button.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter) | int(
        Qt.TextFlag.TextWordWrap
    )


def text_height(button: QAbstractButton, width: int) -> int:
    """How high the words are, `width` pixels wide."""
    room = QRect(0, 0, max(1, width), _NO_LIMIT)
    return button.fontMetrics().boundingRect(room, _flags(button), plain_words(button)).height()


def text_width(button: QAbstractButton) -> int:
    """How wide the words are in one line."""
    return button.fontMetrics().horizontalAdvance(plain_words(button))


def longest_word(button: QAbstractButton) -> int:
    """The least width that breaks no word."""
    metrics = button.fontMetrics()
    return max((metrics.horizontalAdvance(word) for word in plain_words(button).split()), default=0)


def draw_text(painter: QPainter, button: QAbstractButton, rect: QRect) -> None:
    """Draws the words in the painter's pen, from the side where reading begins."""
    painter.drawText(rect, _flags(button), plain_words(button))


def wrapping_policy() -> QSizePolicy:
    """As wide as there is room; as high as the words need at that width."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
