"""A module's plan prompt while the private room is open: write the step right there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.empty import empty
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.private.reader_writing import WritingPlace, WritingSlot
from tiapp.gui.private.step_form import StepForm
from tiapp.gui.private.step_words import heading, more_words, state_words
from tiapp.learning.model import PromptRef
from tiapp.private.plan import Plan, new_id
from tiapp.private.plan_model import Step, Wording
from tiapp.private.plan_rules import when_of


class PlanReaderSlot(WritingSlot):
    """A `ReaderSlot` for plan prompts alone. Lives as long as the room is open."""

    def __init__(
        self,
        plan: Plan,
        runner: Runner,
        today: Callable[[], date],
        closing: SignalInstance,
        parent: QObject | None = None,
    ) -> None:
        """`closing` is emitted before the room locks: what is being written is kept then."""
        super().__init__(closing, parent)
        self._plan = plan
        self._runner = runner
        self._today = today

    def widget_for(self, prompt: PromptRef) -> QWidget | None:
        """The step of that prompt, or a place to write it."""
        if not prompt.plan:
            return None
        return self._given(ReaderPlan(self._plan, self._runner, self._today, prompt))


class ReaderPlan(WritingPlace):
    """Shows the steps that were written here before, and a form when the person asks for one."""

    def __init__(
        self,
        plan: Plan,
        runner: Runner,
        today: Callable[[], date],
        prompt: PromptRef,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"reader_plan_{prompt.block}", parent)
        self._plan = plan
        self._runner = runner
        self._today = today
        self._prompt = prompt
        self._form: StepForm | None = None
        self._load()

    def save(self) -> None:
        """Keeps what is being written."""
        if self._form is not None:
            self._form.save()

    def _load(self) -> None:
        self._runner.run(self, lambda: self._plan.of_prompt(self._prompt), self._show)

    def _show(self, steps: tuple[Step, ...]) -> None:
        self._clear()
        for step in steps:
            self._column.addWidget(Label(heading(step), "strong"))
            for line in [*more_words(step), state_words(step)]:
                self._column.addWidget(Muted(line))
        if not steps:
            self._column.addWidget(
                Muted(self.tr("You can write it into your plan, where only you see it."))
            )
        row = FlowRow()
        words = self.tr("Write another step") if steps else self.tr("Write this step")
        write = buttons.secondary(words, f"write_step_{self._prompt.block}", "pencil")
        write.clicked.connect(self._write)
        row.add(write)
        self._column.addWidget(row)

    def _write(self) -> None:
        self._clear()
        begun = Wording(when=when_of(self._prompt.text))
        form = StepForm(self._plan, self._runner, self._today, new_id(), begun, prompt=self._prompt)
        self._form = form
        self._column.addWidget(form)
        row = FlowRow()
        finish = buttons.secondary(self.tr("Finish this step"), "reader_step_finish")
        finish.clicked.connect(lambda: form.save(self._close))
        row.add(finish)
        away = buttons.secondary(self.tr("Discard this step"), "reader_step_away")
        away.clicked.connect(lambda: self._put_away(form))
        row.add(away)
        self._column.addWidget(row)
        (form.then if begun.when else form.when).setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self, form: StepForm) -> None:
        form.stop()
        plan, step_id = self._plan, form.step_id
        self._runner.run(self, lambda: plan.delete(step_id), self._close)

    def _close(self, _: object = None) -> None:
        self._form = None
        self._load()

    def _clear(self) -> None:
        self._form = None
        empty(self._column)
