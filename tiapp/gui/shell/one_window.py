"""Raises this window when Steady is started a second time: a watched file, no sockets."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from tiapp.storage.one_instance import show_request


class ShowWatch(QObject):
    """Watches the data folder for the request of a second start.

    Signals:
        wanted(): somebody started Steady again; show the window.
    """

    wanted = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = show_request(data)
        self._seen = self._stamp()
        self._watcher = QFileSystemWatcher([str(data)], self)
        if self._file.exists():
            self._watcher.addPath(str(self._file))
        self._watcher.directoryChanged.connect(self._look)
        self._watcher.fileChanged.connect(self._look)

    def _stamp(self) -> tuple[int, int] | None:
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino

    def _look(self) -> None:
        now = self._stamp()
        if now is not None:
            # A file that was replaced is no longer watched, so it is named again each time.
            self._watcher.addPath(str(self._file))
        if now is not None and now != self._seen:
            self._seen = now
            self.wanted.emit()
