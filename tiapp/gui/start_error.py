"""Says in a small window why Steady could not open, to who started it from a desktop."""

import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from tiapp.core.errors import AppError


def make(error: AppError) -> QMessageBox:
    """The window, not shown yet. Its words are plain text."""
    box = QMessageBox()
    box.setWindowTitle("Steady")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error.title)
    box.setInformativeText(f"{error.advice} ({error.code})" if error.code else error.advice)
    close = QCoreApplication.translate("StartError", "Close this message")
    box.addButton(close, QMessageBox.ButtonRole.AcceptRole)
    return box


def tell(error: AppError) -> None:
    """Shows it and waits until it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    make(error).exec()
    del app
