"""Tells when a file has been saved, in whatever editor."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

CALM_MS = 40
"""Editors save in several steps; after the last of them there is this much quiet."""


class FileWatch(QObject):
    """Watches one file and the folders in which it and its pictures lie.

    Many editors write a new file and put it in the old one's place. The watcher loses sight of
    the file then, so the folder is watched as well and the file is taken up again.

    Signals:
        stirred(): a save has begun, or was all there is of it; worth reading ahead.
        saved(): something of it may be new on the disk, and nothing more came for a moment.
    """

    stirred = Signal()
    saved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._on_calm)

    def watch(self, file: Path | None) -> None:
        """Watch this file from now on, or none."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._calm.stop()
        self._file = file
        self._take_up()

    def _take_up(self) -> None:
        if self._file is None:
            return
        known = {*self._watcher.files(), *self._watcher.directories()}
        wanted = (self._file, self._file.parent, self._file.parent / "images")
        new = [str(path) for path in wanted if str(path) not in known and path.exists()]
        if new:
            self._watcher.addPaths(new)

    def _on_changed(self) -> None:
        if not self._calm.isActive():
            self.stirred.emit()
        self._calm.start()

    def _on_calm(self) -> None:
        self._take_up()
        self.saved.emit()
