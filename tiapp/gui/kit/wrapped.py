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


def _flags(button: QAbstractButton, *, centred: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if button.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    across = Qt.AlignmentFlag.AlignHCenter if centred else side | Qt.AlignmentFlag.AlignAbsolute
    how = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
    return int(across | Qt.AlignmentFlag.AlignVCenter) | int(how)


def text_height(button: QAbstractButton, width: int) -> int:
    """How high the words are, `width` pixels wide."""
    room = QRect(0, 0, max(1, width), _NO_LIMIT)
    flags = _flags(button, centred=False)
    return button.fontMetrics().boundingRect(room, flags, button.text()).height()


def text_width(button: QAbstractButton) -> int:
    """How wide the words are in one line.

    Laid out in lines, words take up to a pixel more for each gap between them than measured alone.
    """
    words = plain_words(button)
    return button.fontMetrics().horizontalAdvance(words) + 2 + words.count(" ")


def longest_word(button: QAbstractButton) -> int:
    """The least width that breaks no word."""
    metrics = button.fontMetrics()
    words = plain_words(button).split()
    return max((metrics.horizontalAdvance(word) + 1 for word in words), default=0)


def draw_text(
    painter: QPainter, button: QAbstractButton, rect: QRect, *, centred: bool = False
) -> None:
    """Draws the words in the painter's pen, from the side where reading begins or centred."""
    painter.drawText(rect, _flags(button, centred=centred), button.text())


def wrapping_policy() -> QSizePolicy:
    """As wide as there is room; as high as the words need at that width."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
