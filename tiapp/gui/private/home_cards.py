"""What the open private room adds to Home: the check-in, and the next steps of the plan."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.core.settings import Settings
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.reading import ListBox, ListItemBox
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label, Muted, SectionTitle, wrapping
from tiapp.gui.private.step_words import heading, state_words
from tiapp.private.plan import Plan
from tiapp.private.plan_model import Step
from tiapp.private.plan_rules import next_steps


class CheckInHomeCard:
    """A `HomeCard`: a way to the check-in, once it is switched on. It says nothing of the last."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings

    def home_card(self, go: Go) -> QWidget | None:
        """The card, or None while the check-in is off."""
        return _CheckInCard(go) if self._settings().check_in else None


class PlanHomeCard:
    """A `HomeCard`: the next two steps."""

    def __init__(self, plan: Plan, runner: Runner) -> None:
        self._plan = plan
        self._runner = runner

    def home_card(self, go: Go) -> QWidget | None:
        """A card that shows itself once the steps are read, if there are any."""
        return _NextSteps(self._plan, self._runner, go)


class _CheckInCard(Card):
    def __init__(self, go: Go) -> None:
        super().__init__("check_in_card")
        self.add(SectionTitle(self.tr("A check-in, if you like")))
        self.add(Muted(self.tr("A few questions about today. You can leave out any of them.")))
        row = FlowRow()
        there = buttons.secondary(self.tr("Check in"), "home_check_in", "sun")
        there.clicked.connect(lambda: go(Destination(Screen.CHECK_IN)))
        row.add(there)
        self.add(row)


class _NextSteps(Card):
    def __init__(self, plan: Plan, runner: Runner, go: Go) -> None:
        super().__init__("next_steps_card")
        self._go = go
        self.hide()
        runner.run(self, plan.steps, self._show)

    def _show(self, steps: tuple[Step, ...]) -> None:
        shown = next_steps(steps)
        if not shown:
            return
        self.add(SectionTitle(self.tr("Your next steps")))
        holder = ListBox()
        holder.setSizePolicy(wrapping())
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for step in shown:
            column.addWidget(self._line(step))
        self.add(holder)
        row = FlowRow()
        there = buttons.secondary(self.tr("Open the plan"), "home_open_plan", "list-checks")
        there.clicked.connect(lambda: self._go(Destination(Screen.PLAN)))
        row.add(there)
        self.add(row)
        if self.parentWidget() is not None:
            self.show()

    @staticmethod
    def _line(step: Step) -> QWidget:
        line = ListItemBox()
        line.setSizePolicy(wrapping())
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(heading(step), "strong"))
        column.addWidget(Muted(state_words(step)))
        return line
