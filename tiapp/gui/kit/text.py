"""Words on a page: plain text, always. Reading text with emphasis and links is `prose.py`'s."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


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
