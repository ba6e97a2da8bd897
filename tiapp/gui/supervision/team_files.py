"""Asks where files and folders are, with the system's own dialogs. Tests answer in its place."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


class TeamFiles:
    """Each returns nothing when the person changed their mind."""

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder that is there."""
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def completion_files(self, parent: QWidget, title: str) -> list[Path]:
        """Completion files, one or many."""
        kinds = QCoreApplication.translate("TeamFiles", "Completion files (*.json);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
        return [Path(name) for name in chosen]

    def staff_list(self, parent: QWidget, title: str) -> Path | None:
        """A staff list."""
        kinds = QCoreApplication.translate("TeamFiles", "Tables (*.csv *.txt *.tsv);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
        return Path(chosen) if chosen else None

    def new_file(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Where to put a file. The dialog has asked before it names one that is there."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name)
        if not chosen:
            return None
        path = Path(chosen)
        ending = Path(name).suffix
        return path if path.suffix == ending else path.with_name(path.name + ending)
