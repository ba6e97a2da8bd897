"""Before anything leaves the private room in plain form: what that means, and a way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.equal_row import equal_row
from tiapp.gui.kit.text import Label


class PlainWarning(CalloutBox):
    """Stands in the page where the export was asked for.

    Signals:
        kept(): the person keeps it in Steady after all.
        chosen(str): the file to write.
    """

    kept = Signal()
    chosen = Signal(str)

    def __init__(self, file_name: str, kind: str, parent: QWidget | None = None) -> None:
        """`file_name` is a suggestion, and says nothing private; `kind` is a file filter."""
        super().__init__("care", "", parent)
        self.setObjectName("plain_warning")
        self._file_name = file_name
        self._kind = kind
        self.title.setText(self.tr("This file will not be locked"))
        self.title.show()
        self.setAccessibleName(self.title.text())
        self.add(
            Label(
                self.tr(
                    "Anyone who can open the file can read it, and so can programs that "
                    "copy or back up this computer. Steady cannot take it back. On a shared "
                    "computer or "
                    "printer, think about where it goes."
                )
            )
        )
        self._keep = buttons.primary(self.tr("Keep it in Steady"), "plain_keep")
        self._keep.clicked.connect(self.kept)
        go_on = buttons.secondary(self.tr("Choose where to save it"), "plain_go_on", "download")
        go_on.clicked.connect(self._choose)
        self.add(equal_row(self._keep, go_on))

    def begin(self) -> None:
        """Puts the focus on the safer answer and reads the warning out."""
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.title.text())

    def _choose(self) -> None:
        # open(), not exec(): a nested loop would outlive the locking of the room.
        dialog = QFileDialog(self.window(), self.tr("Save a copy"), self._file_name, self._kind)
        dialog.setProperty("private", True)  # it goes when the room locks
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self._file_name)
        emit: Callable[[str], None] = self.chosen.emit
        dialog.fileSelected.connect(emit)
        dialog.open()
