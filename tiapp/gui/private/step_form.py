"""Writing a step of the plan: an if and a then, and what else may help. Saved as one writes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Muted, wrapping
from tiapp.gui.private.day_choice import DayChoice
from tiapp.gui.private.private_text import PrivateText, labelled
from tiapp.learning.model import PromptRef
from tiapp.private.plan import Plan
from tiapp.private.plan_model import Step, Wording

SAVED_AFTER_MS = 1200


class StepForm(QWidget):
    """The fields of one step. It keeps what is written by itself, at the latest when asked to.

    Signals:
        saved(Step): what stands there is kept.
    """

    saved = Signal(object)

    def __init__(
        self,
        plan: Plan,
        runner: Runner,
        today: Callable[[], date],
        step_id: str,
        wording: Wording | None = None,
        prompt: PromptRef | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`wording` stands there at first; it is kept only once something is added to it."""
        super().__init__(parent)
        self.setObjectName("step_form")
        self.setSizePolicy(wrapping())
        self.step_id = step_id
        self._plan = plan
        self._runner = runner
        self._prompt = prompt
        self._edits = self._kept = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.when = PrivateText("step_when", 2)
        self.then = PrivateText("step_then", 2)
        self.first_move = PrivateText("step_first_move", 2)
        self.on = DayChoice(
            "step_on",
            self.tr("No day"),
            [
                (self.tr("Today"), 0),
                (self.tr("Tomorrow"), 1),
                (self.tr("In a week"), 7),
                (self.tr("In two weeks"), 14),
            ],
            today,
            self.tr("The day of the step"),
        )
        self.come_back = DayChoice(
            "step_come_back",
            self.tr("Not at all"),
            [
                (self.tr("In a week"), 7),
                (self.tr("In two weeks"), 14),
                (self.tr("In six weeks"), 42),
            ],
            today,
            self.tr("The day to come back to this step"),
        )
        column.addWidget(labelled(self.tr("&If or when"), self.when))
        column.addWidget(labelled(self.tr("&Then I will"), self.then))
        column.addWidget(labelled(self.tr("First small &move, if you like"), self.first_move))
        column.addWidget(labelled(self.tr("&On which day"), self.on.box, shown=self.on))
        column.addWidget(
            labelled(self.tr("&Come back to it"), self.come_back.box, shown=self.come_back)
        )
        self.said = Muted(
            self.tr("It is saved as you write. Please write about yourself, not about others.")
        )
        column.addWidget(self.said)
        if wording is not None:
            self._fill(wording)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MS)
        self._timer.timeout.connect(self.save)
        for text in (self.when, self.then, self.first_move):
            text.textChanged.connect(self._on_edited)
        self.on.changed.connect(self._on_edited)
        self.come_back.changed.connect(self._on_edited)

    def wording(self) -> Wording:
        """What stands there."""
        return Wording(
            when=self.when.words(),
            then=self.then.words(),
            first_move=self.first_move.words(),
            on=self.on.day(),
            come_back_on=self.come_back.day(),
        )

    @property
    def edited(self) -> bool:
        """Whether something was written or chosen here."""
        return self._edits > 0

    def save(self, then: Callable[[Step | None], None] | None = None) -> None:
        """Keeps what stands there, if it is not kept yet; then calls `then`.

        With neither an if nor a then there is nothing to keep yet.
        """
        self._timer.stop()
        wording, edits = self.wording(), self._edits
        if wording.blank or edits == self._kept:
            if then is not None:
                then(None)
            return

        def kept(step: Step) -> None:
            self._kept = max(self._kept, edits)
            self.saved.emit(step)
            if then is not None:
                then(step)

        self._runner.run(
            self,
            lambda: self._plan.write(self.step_id, wording, self._prompt),
            kept,
            changed=Topic.PLAN,
            keep=self.step_id,
        )

    def stop(self) -> None:
        """What stands there is not to be kept any more."""
        self._timer.stop()
        self._kept = self._edits

    def _on_edited(self) -> None:
        self._edits += 1
        self._timer.start()

    def _fill(self, wording: Wording) -> None:
        self.when.setPlainText(wording.when)
        self.then.setPlainText(wording.then)
        self.first_move.setPlainText(wording.first_move)
        self.on.set_day(wording.on)
        self.come_back.set_day(wording.come_back_on)
