"""Quick search's way into the open private room: in the worker, and only the newest letters."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.slots import FoundItem, SearchSource

Show = Callable[[str, list[FoundItem]], None]


class RoomSearch:
    """Looks through what the private room has registered for Quick search."""

    def __init__(self, sources: list[SearchSource], worker: Runner) -> None:
        self._sources = sources
        self._worker = worker
        self._newest = ""

    def ask(self, owner: QObject, text: str, show: Show) -> None:
        """Calls `show(text, results)`, unless other letters are asked for before."""
        self._newest = text
        if text.strip() and self._sources:
            self._worker.run(owner, lambda: self._find(text), lambda found: show(text, found))

    def _find(self, text: str) -> list[FoundItem]:
        """In the worker. Somebody who types on is not kept waiting for what they typed before."""
        if text != self._newest:
            return []
        return [item for source in self._sources for item in source.find(text)]
