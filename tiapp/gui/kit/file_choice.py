"""Asks where to save and what to open, in the system's own dialogs.

A page gets a FileChoice, so that tests can answer in a person's place.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], None]
ThenMany = Callable[[list[Path]], None]


class FileChoice(Protocol):
    """Who is asked for files and folders. `then` is not called when the person thinks better of it.

    Asking returns at once: nothing else in the window waits for an answer.
    """

    def to_save(self, owner: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
        """A file to write, with `name` offered. The person has agreed if it is to be replaced."""
        ...

    def to_open(self, owner: QWidget, title: str, kinds: str, then: Then) -> None:
        """A file to read."""
        ...

    def to_open_many(self, owner: QWidget, title: str, kinds: str, then: ThenMany) -> None:
        """Files to read, one or more."""
        ...

    def folder(self, owner: QWidget, title: str, begin: Path | None, then: Then) -> None:
        """A folder to write to or to read."""
        ...


class SystemFileChoice:
    """The system's dialogs. It begins where the last file was, while the window is open."""

    def __init__(self) -> None:
        self._last = Path.home()

    def to_save(self, owner: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
        """The save dialog, which asks before a file is replaced."""
        dialog = self._dialog_of_one(owner, title, then)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kinds)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.open()

    def to_open(self, owner: QWidget, title: str, kinds: str, then: Then) -> None:
        """The open dialog."""
        dialog = self._dialog_of_one(owner, title, then)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(kinds)
        dialog.open()

    def to_open_many(self, owner: QWidget, title: str, kinds: str, then: ThenMany) -> None:
        """The open dialog, for several files."""
        dialog = self._dialog(owner, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(kinds)

        def chosen(names: list[str]) -> None:
            files = [Path(name) for name in names]
            self._last = files[0].parent if files else self._last
            then(files)

        dialog.filesSelected.connect(chosen)
        dialog.open()

    def folder(self, owner: QWidget, title: str, begin: Path | None, then: Then) -> None:
        """The folder dialog."""
        dialog = self._dialog_of_one(owner, title, then)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if begin is not None:
            dialog.setDirectory(str(begin))
        dialog.open()

    def _dialog(self, owner: QWidget, title: str) -> QFileDialog:
        dialog = QFileDialog(owner.window(), title, str(self._last))
        dialog.setObjectName("file_choice")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _dialog_of_one(self, owner: QWidget, title: str, then: Then) -> QFileDialog:
        dialog = self._dialog(owner, title)

        def chosen(name: str) -> None:
            found = Path(name)
            self._last = found if found.is_dir() else found.parent
            then(found)

        dialog.fileSelected.connect(chosen)
        return dialog
