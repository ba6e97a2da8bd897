"""The recovery code on paper or as a PDF. It goes from memory to the printer or to the file."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from tiapp.gui.kit.paper import ask_to_print
from tiapp.gui.private.code_shown_view import CodeShownView
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.private.recovery_code import RecoveryCode

TEMPLATE = "recovery-code"


class CodePaper(QObject):
    """Serves one showing of the code."""

    def __init__(self, view: CodeShownView, code: RecoveryCode, tools: VaultTools) -> None:
        super().__init__(view)
        self._view = view
        self._code = code
        self._tools = tools
        view.print_wanted.connect(self._print)
        view.save_wanted.connect(self._ask_where)

    def _print(self) -> None:
        from tiapp.printing.typeset import typeset_pages

        data, tools = self._data(), self._tools
        tools.worker().run(
            self._view,
            lambda: typeset_pages(tools.resources, TEMPLATE, data, tools.today()),
            lambda pages: ask_to_print(self._view, pages, self._printed),
        )

    def _printed(self, gone: bool) -> None:
        if gone:
            self._view.say(self.tr("Sent to the printer. Please collect the paper straight away."))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self._view, self.tr("Save the recovery code"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.tr("code.pdf"))
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, file: Path) -> None:
        """Writes the PDF there, for this account's eyes only."""
        from tiapp.printing.typeset import typeset
        from tiapp.storage.atomic import write_private

        data, tools = self._data(), self._tools

        def write() -> None:
            write_private(file, typeset(tools.resources, TEMPLATE, data, tools.today()))

        tools.worker().run(
            self._view,
            write,
            lambda _: self._view.say(
                self.tr(
                    "Saved. Anyone who has this file can open your private room, so keep it "
                    "away from this computer."
                )
            ),
        )

    def _data(self) -> dict[str, Any]:
        return {
            "title": self.tr("Recovery code"),
            "about": self.tr(
                "This code opens a locked room in Steady when its passphrase is forgotten. "
                "Keep this paper somewhere only you go, and not beside the computer."
            ),
            "group": self.tr("Group"),
            "groups": list(self._code.groups),
            "lines": [
                self.tr("Capital letters, spaces and dashes do not matter."),
                self.tr("In Steady, open Reflect and choose “Use your recovery code”."),
                self.tr("If you make a newer code, this one no longer works."),
            ],
        }
