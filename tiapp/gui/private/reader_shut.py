"""A module's question while the private room is locked, or there is none: three ways on.

Nothing is typed here: think it over, open or set up a private room, or print the questions.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Muted, wrapping
from tiapp.learning.model import Module, PromptRef
from tiapp.learning.questions import questions_of
from tiapp.printing.typeset import typeset
from tiapp.private.vault import VaultState
from tiapp.storage.exports import written_beside
from tiapp.storage.file_names import safe_file_name

LINES = 5
"""Lines to write on by hand below each question."""


class ShutReaderSlot:
    """A `ReaderSlot` for questions as long as nothing can be written in the vault."""

    def __init__(
        self,
        state: Callable[[], VaultState],
        module: Callable[[str], Module],
        resources: Path,
        today: Callable[[], date],
        runner: Runner,
    ) -> None:
        self._state = state
        self._module = module
        self._resources = resources
        self._today = today
        self._runner = runner

    def widget_for(self, prompt: PromptRef) -> QWidget | None:
        """Ways on for a question; None for plans."""
        if prompt.plan:
            return None
        return ReaderShut(prompt, self._state(), self._write_pdf, self._runner)

    def _write_pdf(self, module_id: str, target: Path, words: dict[str, str]) -> None:
        """The questions of a module as a page to print."""
        module = self._module(module_id)
        parts: dict[str, list[dict[str, list[str]]]] = {}
        for question in questions_of(module):
            parts.setdefault(question.part, []).append({"words": list(question.words)})
        data = {
            "title": module.entry.title,
            "lines": LINES,
            "parts": [{"title": title, "questions": asked} for title, asked in parts.items()],
            **words,
        }
        pdf = typeset(self._resources, "questions", data, self._today())
        # the system's dialogue has asked before something is replaced
        with written_beside(target, force=True) as out:
            out.write(pdf)


WritePdf = Callable[[str, Path, dict[str, str]], None]


class ReaderShut(QWidget):
    """The words and buttons below one question."""

    def __init__(
        self,
        prompt: PromptRef,
        state: VaultState,
        write_pdf: WritePdf,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"reader_shut_{prompt.block}")
        self.setSizePolicy(wrapping())
        self._prompt = prompt
        self._write_pdf = write_pdf
        self._runner = runner
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(
            Muted(self.tr("Think it over. Steady keeps nothing you think or say here."))
        )
        row = FlowRow()
        if state is VaultState.NONE:
            words = self.tr("Set up a private room to write in")
            self._add(row, words, "shut_set_up", "lock", Screen.VAULT)
        elif state is VaultState.LOCKED:
            words = self.tr("Unlock your private room to write")
            self._add(row, words, "shut_unlock", "lock-open", Screen.REFLECT)
        printing = buttons.quiet(self.tr("Print the questions"), "shut_print", "printer")
        printing.clicked.connect(self._choose_file)
        row.add(printing)
        column.addWidget(row)
        self._said = Muted("")
        self._said.hide()
        column.addWidget(self._said)

    def _add(self, row: FlowRow, words: str, name: str, icon: str, screen: Screen) -> None:
        button = buttons.quiet(words, name, icon)
        button.clicked.connect(lambda: self._go(screen))
        row.add(button)

    def _go(self, screen: Screen) -> None:
        page: QWidget | None = self
        while page is not None and not isinstance(page, Page):
            page = page.parentWidget()
        if page is not None:
            page.go.emit(Destination(screen))

    def _choose_file(self) -> None:
        # open(), not exec(): a nested loop would outlive whatever closes the window
        name = f"{safe_file_name(self._prompt.module, 'questions')}.pdf"
        dialog = QFileDialog(self.window(), self.tr("Save the questions"), name, "PDF (*.pdf)")
        dialog.setObjectName("questions_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.save_pdf)
        dialog.open()

    def save_pdf(self, file: str) -> None:
        """Writes the questions of the module to that file."""
        words = {
            "intro": self.tr(
                "Write as much or as little as you like. Leave out whatever you want."
            ),
            "foot": self.tr("Printed from Steady. Anyone who finds this page can read it."),
        }
        write, module_id = self._write_pdf, self._prompt.module
        self._runner.run(self, lambda: write(module_id, Path(file), words), self._saved)

    def _saved(self, _: object) -> None:
        words = self.tr("The questions are saved, and can be printed from there.")
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)
