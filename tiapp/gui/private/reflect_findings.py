"""What an entry holds that could show who somebody is: said quietly, with a reason for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.private.identifiable import Finding

SHOWN = 12


class FindingsBox(CalloutBox):
    """Each place with its reason; pressing one goes there. It can be closed, and blocks nothing.

    Signals:
        chosen(Finding): show me that place.
        closed(): that will do.
        names_wanted(): the person's own list of names.
    """

    chosen = Signal(object)
    closed = Signal()
    names_wanted = Signal()

    def __init__(
        self, text: str, found: tuple[Finding, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__("care", "", parent)
        self.setObjectName("findings")
        if found:
            words = self.tr("%n place(s) could show who someone is", "", len(found))
        else:
            words = self.tr("Nothing was found that looks like a name or a number")
        self.title.setText(words)
        self.title.show()
        self.setAccessibleName(words)
        self.add(
            Label(
                self.tr(
                    "Steady looks for names and numbers only, here on this computer. It changes "
                    "nothing and tells nobody. You decide."
                )
            )
        )
        for number, finding in enumerate(found[:SHOWN], start=1):
            piece = " ".join(text[finding.start : finding.end].split())
            button = ChoiceButton(f"“{piece}”: {finding.why}", f"finding_{number}")
            button.clicked.connect(lambda _=False, finding=finding: self.chosen.emit(finding))
            self.add(button)
        if len(found) > SHOWN:
            self.add(Muted(self.tr("and %n more", "", len(found) - SHOWN)))
        row = FlowRow(spacing=8)
        close = buttons.secondary(self.tr("Leave it as it is"), "findings_close")
        close.clicked.connect(self.closed)
        row.add(close)
        names = buttons.quiet(self.tr("Names to look out for"), "findings_names", "users")
        names.clicked.connect(self.names_wanted)
        row.add(names)
        self.add(row)
