"""The end of a module: settle, one action, where support is. No praise and no score."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SectionTitle, SmallTitle
from tiapp.gui.learning.about_module import AboutModule
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.block_widgets import widget_for
from tiapp.gui.learning.module_paper import ModulePaper, PaperCard
from tiapp.learning.blocks import Callout, CalloutKind, Plan
from tiapp.learning.model import Module, Part


class ClosingPage(QWidget):
    """What stands in the place of the parts once the module is finished.

    Signals:
        support_wanted(), learn_wanted(), home_wanted(), look_again_wanted()
        part_wanted(str): look at that part again.
    """

    support_wanted = Signal()
    learn_wanted = Signal()
    home_wanted = Signal()
    look_again_wanted = Signal()
    part_wanted = Signal(str)

    def __init__(
        self,
        module: Module,
        context: BlockContext,
        practise: Sequence[Part] = (),
        steps: QWidget | None = None,
        paper: ModulePaper | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`practise` holds the parts with questions that the person may like to try again.

        `steps` is what others add here, such as the private room.
        """
        super().__init__(parent)
        self.setObjectName("closing_page")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.heading = SectionTitle(self.tr("You have reached the end"))
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._column.addWidget(self.heading)
        self._add_settle(module, context)
        self._add_plan(module, context)
        if steps is not None:
            self._column.addWidget(steps)
        if practise:
            self._column.addWidget(self._build_practise(practise))
        self._column.addWidget(self._build_support())
        self._column.addWidget(
            Muted(
                self.tr(
                    "Finished means that you reached the end at your own pace. It is not a "
                    "test, and Steady does not keep what you skipped or answered."
                )
            )
        )
        self._column.addWidget(self._build_ways())
        if paper is not None:
            self._column.addWidget(PaperCard(module, paper))
        self._column.addWidget(AboutModule(module))

    def _add_settle(self, module: Module, context: BlockContext) -> None:
        for part in module.parts:
            for block in part.blocks:
                if isinstance(block, Callout) and block.kind is CalloutKind.SETTLE:
                    self._column.addWidget(widget_for(block, context))
                    return
        self._column.addWidget(
            notice(
                "settle",
                self.tr("A moment to settle"),
                self.tr(
                    "Look up from the screen for a moment, and notice something ordinary near "
                    "you. Go on with your day when you are ready."
                ),
            )
        )

    def _add_plan(self, module: Module, context: BlockContext) -> None:
        for part in module.parts:
            for block in part.blocks:
                if isinstance(block, Plan):
                    self._column.addWidget(widget_for(block, context))
                    return

    def _build_practise(self, parts: Sequence[Part]) -> Card:
        card = Card("look_again_at")
        card.add(SmallTitle(self.tr("If you would like to look again")))
        card.add(
            Muted(
                self.tr(
                    "These parts have a question that you may want to return to. This list is "
                    "only here, for now, and is not kept."
                )
            )
        )
        for part in parts:
            button = ChoiceButton(self.tr("Look at: {title}").format(title=part.title))
            button.setObjectName(f"look_at_{part.id}")
            button.clicked.connect(lambda _=False, wanted=part.id: self.part_wanted.emit(wanted))
            card.add(button)
        return card

    def _build_support(self) -> Card:
        card = Card("closing_support")
        card.add(SmallTitle(self.tr("If something stays with you")))
        card.add(
            Label(
                self.tr(
                    "Support has people you can talk to, and a short pause that you can leave at "
                    "any moment."
                )
            )
        )
        row = FlowRow()
        button = buttons.secondary(self.tr("Open support"), "closing_open_support", "life-buoy")
        button.clicked.connect(self.support_wanted)
        row.add(button)
        card.add(row)
        return card

    def _build_ways(self) -> QWidget:
        row = FlowRow()
        self.main: QAbstractButton = buttons.primary(self.tr("Back to Learn"), "closing_learn")
        self.main.clicked.connect(self.learn_wanted)
        home = buttons.secondary(self.tr("Home"), "closing_home")
        home.setAccessibleName(self.tr("Go to Home"))
        home.clicked.connect(self.home_wanted)
        again = buttons.secondary(self.tr("Look again"), "closing_look_again")
        again.clicked.connect(self.look_again_wanted)
        for button in (self.main, home, again):
            row.add(button)
        return row
