"""Saves a document as PDF where the person says: made in the worker, then asked where to."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from tiapp.gui.kit.announce import announce
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

    def __init__(self, write: Callable[[bytes, Path], None], worker: Runner, hub: Hub) -> None:
        """`write` puts the bytes in a file; the person was asked if one was there already."""
        self._write = write
        self._worker = worker
        self._hub = hub

    def ask(self, owner: QWidget, make: Callable[[], Paper]) -> None:
        """Makes the document, then asks where it should go. `owner` is what was pressed."""
        self._worker.run(owner, make, lambda paper: self._ask_where(owner, paper))

    def _ask_where(self, owner: QWidget, paper: Paper) -> None:
        tr = QCoreApplication.translate
        # open(), not exec(): nothing else in the window should wait for it.
        dialog = QFileDialog(owner.window(), tr("PdfSaver", "Save as PDF"))
        dialog.setObjectName("save_pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PdfSaver", "PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(paper.name)
        dialog.fileSelected.connect(lambda name: self.save(owner, paper, Path(name)))
        dialog.open()

    def save(self, owner: QWidget, paper: Paper, file: Path) -> None:
        """Writes it there, and says so."""
        words = QCoreApplication.translate("PdfSaver", "Saved as {name}.").format(name=file.name)

        def said(_: object) -> None:
            self._hub.status.emit(words)
            announce(owner, words)

        self._worker.run(owner, lambda: self._write(paper.data, file), said)
