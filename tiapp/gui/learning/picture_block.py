"""A picture as wide as the column at most, with its description for who cannot see it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tiapp.gui.kit.card import Card
from tiapp.gui.kit.reading import PictureBox
from tiapp.gui.kit.roles import HIDDEN_NAME
from tiapp.gui.kit.text import Muted
from tiapp.gui.learning.block_context import BlockContext
from tiapp.learning.blocks import Picture


class PictureBlock(PictureBox):
    """Paints a picture; it shrinks with the column and keeps its shape."""

    def __init__(self, image: QImage, alt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self.setObjectName("picture" if alt else HIDDEN_NAME)
        self.setAccessibleName(alt)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = min(width, self._image.width())
        return max(1, round(shown * self._image.height() / self._image.width()))

    def sizeHint(self) -> QSize:
        return self._image.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(self.width(), self._image.width())
        height = self.heightForWidth(self.width())
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - width if rtl else 0
        painter.drawImage(QRect(x, 0, width, height), self._image)
        painter.end()


def picture_widget(block: Picture, context: BlockContext) -> QWidget:
    """The picture; where it could not be opened, its description in a quiet box."""
    image = context.pictures.get(block.name)
    if image is not None:
        return PictureBlock(image, block.alt)
    if not block.alt:
        return QWidget()
    box = Card("picture_description")
    box.add(Muted(box.tr("Picture: {description}").format(description=block.alt)))
    return box
