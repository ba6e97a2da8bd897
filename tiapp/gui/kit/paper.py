"""Prints pages that Typst has drawn, through the system's own print dialog."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QWidget


def ask_to_print(parent: QWidget, pages: Sequence[bytes], printed: Callable[[bool], None]) -> None:
    """Opens the dialog over `parent`; `printed` hears whether the pages went to a printer.

    The pages are kept in memory alone.
    """
    # late: few visits print
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Steady")  # print queues show this to others
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: printed(paint_pages(printer, pages)))
    dialog.rejected.connect(lambda: printed(False))
    QDialog.open(dialog)  # its own needs a slot by name


def paint_pages(printer: object, pages: Sequence[bytes]) -> bool:
    """Paints each picture over a whole page. False when the printer does not take it."""
    from PySide6.QtPrintSupport import QPrinter

    assert isinstance(printer, QPrinter)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        picture = QImage.fromData(page)
        room = painter.viewport()
        size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(room.topLeft(), size), picture)
    painter.end()
    return True
