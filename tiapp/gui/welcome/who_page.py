"""Who are you? On a shared computer this comes first, and shows names alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.text import Label


class WhoPage(Page):
    """Names as buttons; nothing of anyone's has been opened yet.

    Signals:
        chosen(str): a person's id.
        new_here(): somebody who has not used Steady on this computer.
    """

    chosen = Signal(str)
    new_here = Signal()

    def __init__(self, people: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who are you?"), "who_page", parent)
        self.add(
            Label(
                self.tr(
                    "Several people use this computer. Choose your name and Steady opens at your "
                    "own place."
                )
            )
        )
        nameless = 0
        for person_id, name in people:
            if not name:
                nameless += 1
                name = self.tr("Someone without a name ({number})").format(number=nameless)
            button = ChoiceButton(name)
            button.setObjectName(f"who_{person_id}")
            button.clicked.connect(lambda _=False, chosen=person_id: self.chosen.emit(chosen))
            self.add(button)
        new = buttons.secondary(self.tr("I am new here"), "who_new")
        new.clicked.connect(self.new_here)
        row = FlowRow()
        row.add(new)
        self.add(row)
