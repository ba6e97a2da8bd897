"""Saves a document as PDF where the person says: made in the worker, then asked where to."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.file_choice import FileChoice
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.run import Runner


class Paper(Protocol):
    """A document that was made, and a name for its file."""

    @property
    def name(self) -> str: ...
    @property
    def data(self) -> bytes: ...


class PdfSaver:
    """What pages need to save documents. The file is written whole or not at all."""

    def __init__(
        self,
        write: Callable[[bytes, Path], None],
        choice: FileChoice,
        worker: Runner,
        hub: Hub,
    ) -> None:
        """`write` puts the bytes in a file; the person was asked if one was there already."""
        self._write = write
        self._choice = choice
        self._worker = worker
        self._hub = hub

    def ask(self, owner: QWidget, make: Callable[[], Paper]) -> None:
        """Makes the document, then asks where it should go. `owner` is what was pressed."""
        self._worker.run(owner, make, lambda paper: self._ask_where(owner, paper))

    def _ask_where(self, owner: QWidget, paper: Paper) -> None:
        tr = QCoreApplication.translate
        self._choice.to_save(
            owner,
            tr("PdfSaver", "Save as PDF"),
            paper.name,
            tr("PdfSaver", "PDF (*.pdf)"),
            lambda file: self.save(owner, paper, file),
        )

    def save(self, owner: QWidget, paper: Paper, file: Path) -> None:
        """Writes it there, and says so."""
        words = QCoreApplication.translate("PdfSaver", "Saved as {name}.").format(name=file.name)

        def said(_: object) -> None:
            self._hub.status.emit(words)
            announce(owner, words)

        self._worker.run(owner, lambda: self._write(paper.data, file), said)
