"""What somebody sees who started Steady from a desktop when it could not open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tiapp.core.errors import AppError
from tiapp.gui.start_error import make


def test_it_says_what_happened_and_what_to_do_in_plain_text(qapp: QApplication) -> None:
    box = make(AppError("The folder <b>x</b> is full.", "Your work is safe. Make room.", code="c"))
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.text() == "The folder <b>x</b> is full."
    assert box.informativeText() == "Your work is safe. Make room. (c)"
    [button] = box.findChildren(QPushButton)
    assert button.text() == "Close this message"
