"""Before finishing: the parts not reached yet, and that leaving them out is fine."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, SectionTitle
from tiapp.learning.model import Module


class FinishQuestion(Card):
    """Lists what is left.

    Signals:
        part_wanted(str): go to that part.
        finish_wanted(): count them as skipped, and finish.
        stay_wanted(): back to where the person was.
    """

    part_wanted = Signal(str)
    finish_wanted = Signal()
    stay_wanted = Signal()

    def __init__(
        self, module: Module, left: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__("finish_question", parent)
        self.column.setSpacing(12)
        self.heading = SectionTitle(self.tr("Some parts are still unopened"))
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add(self.heading)
        self.add(
            Label(
                self.tr(
                    "You can open them now, or leave them out. Leaving parts out is fine: "
                    "the module still counts as finished, and nobody is told which parts "
                    "you left."
                )
            )
        )
        for part_id in left:
            number = module.part_number(part_id)
            part = module.parts[number - 1]
            words = self.tr("Go to part {number}: {title}").format(number=number, title=part.title)
            button = ChoiceButton(words, f"go_to_{part_id}")
            button.clicked.connect(lambda _=False, wanted=part_id: self.part_wanted.emit(wanted))
            self.add(button)
        self.column.addSpacing(8)
        row = FlowRow()
        self.main: QAbstractButton = buttons.primary(
            self.tr("Skip these and finish"), "skip_and_finish"
        )
        self.main.clicked.connect(self.finish_wanted)
        row.add(self.main)
        stay = buttons.secondary(self.tr("Back to the part"), "finish_stay")
        stay.clicked.connect(self.stay_wanted)
        row.add(stay)
        self.add(row)
