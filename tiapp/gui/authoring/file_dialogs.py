"""Asks where a file or folder is, with the system's own dialogs. Tests put answers in its place."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

PACK_ENDING = ".tipack"


class FileDialogs:
    """Each returns None when the person changed their mind."""

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder that is there."""
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def pack_file(self, parent: QWidget, title: str) -> Path | None:
        """A pack file to open."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, "", _pack_files())
        return Path(chosen) if chosen else None

    def new_pack_file(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Where to put a pack file. The dialog has asked before it names one that is there."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name, _pack_files())
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == PACK_ENDING else path.with_name(path.name + PACK_ENDING)


def _pack_files() -> str:
    return QCoreApplication.translate("FileDialogs", "Steady packs (*.tipack)")
