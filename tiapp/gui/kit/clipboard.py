"""The clipboard, with a memory of what private words Steady put there, to take them back.

Anything else on the clipboard is somebody's own and is left alone.
"""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_NOT_FOR_HISTORIES = {
    # Windows: not into the clipboard history, nor to other computers of the same account.
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    # KDE's Klipper keeps what is marked so out of its history.
    "x-kde-passwordManagerHint": b"secret",
}

_put: set[int] = set()
"""What private words were put there, told apart by their hash alone."""


def private_mime(text: str) -> QMimeData:
    """The text as a private page hands it out: remembered, and marked for clipboard histories.

    A text field returns this from `createMimeDataFromSelection`.
    """
    _put.add(hash(text))
    data = QMimeData()
    data.setText(text)
    for kind, value in _NOT_FOR_HISTORIES.items():
        data.setData(kind, value)
    return data


class PrivateLine(QObject):
    """Lets what is copied or cut from a line field count as private words. Belongs to the field.

    Such a field has no `createMimeDataFromSelection`, so this looks at what it put there.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._chosen = 0
        field.selectionChanged.connect(self._on_chosen)
        QGuiApplication.clipboard().changed.connect(self._on_changed)

    def _on_chosen(self) -> None:
        # after a cut nothing is selected any more
        chosen = self._field.selectedText()
        self._chosen = hash(chosen) if chosen else self._chosen

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        clipboard = QGuiApplication.clipboard()
        if not self._chosen or hash(clipboard.text(mode)) != self._chosen:
            return
        _put.add(self._chosen)
        hint = next(reversed(_NOT_FOR_HISTORIES))
        marked = clipboard.mimeData(mode).hasFormat(hint)
        if mode is QClipboard.Mode.Clipboard and not marked:
            clipboard.setMimeData(private_mime(clipboard.text()))


def put_private(text: str) -> None:
    """Copies private words; `take_back` clears them when the room locks."""
    QGuiApplication.clipboard().setMimeData(private_mime(text))


def put(text: str) -> None:
    """Copies words that anybody may see, such as a number of the Support page."""
    _put.discard(hash(text))
    QGuiApplication.clipboard().setText(text)


def take_back() -> None:
    """Clears what private words are still there."""
    if not _put:
        return
    clipboard = QGuiApplication.clipboard()
    for mode in _MODES:
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        if hash(clipboard.text(mode)) in _put:
            clipboard.clear(mode)
    _put.clear()
