"""Asks where to save and what to open, in the system's own dialogs.

A page gets a FileChoice, so that tests can answer in a person's place.
"""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class FileChoice(Protocol):
    """Who is asked for files and folders. None: the person changed their mind."""

    def to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """A file to write. The person has agreed when it is to be replaced."""
        ...

    def to_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """A file to read."""
        ...

    def folder(self, parent: QWidget, title: str, begin: Path | None) -> Path | None:
        """A folder to write to."""
        ...


class SystemFileChoice:
    """The system's dialogs. It remembers the last folder while the window is open."""

    def __init__(self) -> None:
        self._last = Path.home()

    def to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """The save dialog, which asks before a file is replaced."""
        found, _ = QFileDialog.getSaveFileName(parent, title, str(self._last / name), kinds)
        return self._remembered(found)

    def to_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """The open dialog."""
        found, _ = QFileDialog.getOpenFileName(parent, title, str(self._last), kinds)
        return self._remembered(found)

    def folder(self, parent: QWidget, title: str, begin: Path | None) -> Path | None:
        """The folder dialog."""
        found = QFileDialog.getExistingDirectory(parent, title, str(begin or self._last))
        return Path(found) if found else None

    def _remembered(self, found: str) -> Path | None:
        if not found:
            return None
        self._last = Path(found).parent
        return Path(found)
