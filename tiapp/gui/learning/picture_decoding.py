"""Turns the bytes of a picture into something to paint, within limits. No widgets."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_PIXELS = 40_000_000
"""Larger pictures are not opened (as in learning/limits.py)."""

WIDEST = 1600
"""Pixels kept: enough for the reading column at 200 % on a fine screen."""


def decode(data: bytes) -> QImage | None:
    """The picture, no wider than WIDEST; None when it is broken or too large.

    Works in any thread. The size is read from the header before anything is unpacked.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if reader.format().data() not in (b"png", b"jpeg", b"webp"):
        return None
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    if size.width() > WIDEST:
        reader.setScaledSize(size.scaled(QSize(WIDEST, size.height()), _KEEP))
    image = reader.read()
    return None if image.isNull() else image


_KEEP = Qt.AspectRatioMode.KeepAspectRatio
