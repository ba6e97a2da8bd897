"""Plan: small steps of one's own. Done and let go are equals, and nothing is ever late."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Label, Muted, SectionTitle, wrapping
from tiapp.gui.private.plan_takeaway import PlanTakeaway
from tiapp.gui.private.step_card import ClosedStep, OpenStep
from tiapp.gui.private.step_form import StepForm
from tiapp.private.plan import Plan, new_id
from tiapp.private.plan_model import Step, Wording
from tiapp.private.plan_rules import closed_steps, open_steps, to_come_back_to

CLOSED_SHOWN = 10


@dataclass(frozen=True, slots=True)
class PlanCalls:
    """The open room's plan, and the few other calls that go with it."""

    plan: Plan
    now: Callable[[], datetime]
    resources: Path
    runner: Runner


class PlanPage(Page):
    """Lives as long as the private room is open."""

    topics = frozenset({Topic.PLAN})

    def __init__(self, calls: PlanCalls, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Plan"), "plan_page", parent)
        self._calls = calls
        self._hub = hub
        self._steps: tuple[Step, ...] = ()
        self._form: StepForm | None = None
        self._before: Step | None = None
        """The step being changed, as it was."""
        self._ask_about = ""
        """The step that was done a moment ago."""
        self._focus: Callable[[], None] | None = None
        self._deleted: Step | None = None
        self._all_closed = False
        self.add(
            Muted(
                self.tr(
                    "Small steps, in your own words. Letting one go is as good as doing it. Only "
                    "you see this."
                )
            )
        )
        self._add = buttons.primary(self.tr("Write a step"), "plan_add", "plus")
        self._add.clicked.connect(lambda: self._write(None))
        self._top = FlowRow()
        self._top.add(self._add)
        self.add(self._top)
        self._form_card = Card("plan_form_card")
        self._form_card.hide()
        self.add(self._form_card)
        self._list = QWidget()
        self._list.setSizePolicy(wrapping())
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.add(self._list)

    def refresh(self) -> None:
        """Draws the steps as they are."""
        self._calls.runner.run(self, self._calls.plan.steps, self._show)

    def leaving(self) -> bool:
        """Keeps what is being written, also before the room locks."""
        if self._form is not None:
            self._form.save()
        for card in self._list.findChildren(ClosedStep):
            if words := card.written():
                self._keep_helped(card.step_id, words)
        if self._deleted is not None:
            self._deleted = None
            self._calls.runner.run(self, self._calls.plan.forget_deleted)
        self._ask_about = ""
        return True

    def escape(self) -> bool:
        """Closes what is being written; it is kept."""
        if self._form is None:
            return False
        self._finish()
        return True

    def main_button(self) -> QAbstractButton | None:
        """*Write a step*, or *Finish this step* while one is being written."""
        found = self._form_card.findChild(QAbstractButton, "plan_finish")
        return found if self._form is not None and found is not None else self._add

    # Writing

    def _write(self, step: Step | None) -> None:
        if self._form is not None:
            self._form.save()
        self._clear(self._form_card.column)
        self._before = step
        form = StepForm(
            self._calls.plan,
            self._calls.runner,
            lambda: self._calls.now().date(),
            step.id if step is not None else new_id(),
            step.wording if step is not None else None,
            step.prompt if step is not None else None,
        )
        self._form = form
        words = self.tr("Write a step") if step is None else self.tr("Change this step")
        self._form_card.add(SectionTitle(words))
        self._form_card.add(form)
        row = FlowRow()
        finish = buttons.primary(self.tr("Finish this step"), "plan_finish")
        finish.clicked.connect(self._finish)
        row.add(finish)
        away = buttons.secondary(
            self.tr("Discard this step") if step is None else self.tr("Leave it as it was"),
            "plan_away",
        )
        away.clicked.connect(self._put_away)
        row.add(away)
        self._form_card.add(row)
        self._form_card.show()
        self._top.hide()
        form.when.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll.verticalScrollBar().setValue(0)

    def _finish(self) -> None:
        if self._form is not None:
            self._form.save(lambda _: self._close_form())

    def _put_away(self) -> None:
        form, before = self._form, self._before
        if form is None:
            return
        form.stop()
        plan, step_id = self._calls.plan, form.step_id
        call: Callable[[], object]
        if before is not None:
            call = lambda: plan.put_back(before)  # noqa: E731 - one call, named by the branch
        else:
            call = lambda: plan.delete(step_id)  # noqa: E731
        self._calls.runner.run(self, call, lambda _: self._close_form(), changed=Topic.PLAN)

    def _close_form(self) -> None:
        self._form = self._before = None
        self._clear(self._form_card.column)
        self._form_card.hide()
        self._top.show()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    # Drawing

    def _show(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        self._clear(self._column)
        writing = self._form.step_id if self._form is not None else ""
        still_open = [step for step in open_steps(steps) if step.id != writing]
        closed = closed_steps(steps)
        if self._deleted is not None:
            self._column.addWidget(self._undo_card())
        if not steps:
            self._show_nothing()
        coming_back = {s.id for s in to_come_back_to(steps, self._calls.now().date())}
        for number, step in enumerate(still_open):
            card = OpenStep(
                step,
                come_back=step.id in coming_back,
                first=number == 0,
                last=number == len(still_open) - 1,
            )
            self._connect_open(card, step)
            self._column.addWidget(card)
        if still_open:
            takeaway = PlanTakeaway(
                still_open, self._calls.resources, self._calls.now, self._calls.runner, self._hub
            )
            self._column.addWidget(takeaway)
        self._show_closed(closed)
        if self._focus is not None:
            focus, self._focus = self._focus, None
            # A moment later: what is not in view yet cannot take the focus.
            QTimer.singleShot(0, self, focus)

    def _show_nothing(self) -> None:
        card = Card("plan_nothing")
        card.add(Label(self.tr("No steps yet"), "h3"))
        card.add(
            Muted(
                self.tr(
                    "Write one here, or below a plan in a module. For example: If a call was "
                    "hard, then I will stand up and fill a glass of water before the next one."
                )
            )
        )
        self._column.addWidget(card)

    def _show_closed(self, closed: tuple[Step, ...]) -> None:
        if not closed:
            return
        self._column.addWidget(SectionTitle(self.tr("Done and let go")))
        shown = closed if self._all_closed else closed[:CLOSED_SHOWN]
        for step in shown:
            card = ClosedStep(step, ask=step.id == self._ask_about)
            self._connect_closed(card, step)
            self._column.addWidget(card)
        if len(shown) < len(closed):
            more = buttons.secondary(self.tr("Show earlier steps"), "plan_more", "arrow-down")
            more.clicked.connect(self._show_all_closed)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_all_closed(self) -> None:
        self._all_closed = True
        self._show(self._steps)

    def _undo_card(self) -> Card:
        card = Card("plan_deleted")
        card.add(Label(self.tr("The step is deleted. You can put it back until you leave here.")))
        row = FlowRow()
        back = buttons.secondary(self.tr("Put it back"), "plan_put_back", "undo")
        back.clicked.connect(self._put_back)
        row.add(back)
        card.add(row)
        return card

    # What a card asks for

    def _connect_open(self, card: OpenStep, step: Step) -> None:
        plan, step_id = self._calls.plan, step.id
        card.done.connect(lambda: self._close_step(lambda: plan.done(step_id), ask=step_id))
        card.let_go.connect(lambda: self._close_step(lambda: plan.let_go(step_id), shown=step_id))
        card.change_wanted.connect(lambda: self._write(step))
        card.moved.connect(lambda by: self._move(step_id, by))
        card.later.connect(lambda days: self._later(step, days))
        if (prompt := step.prompt) is not None:
            there = Destination(Screen.MODULE, module_id=prompt.module, part_id=prompt.part)
            card.module_wanted.connect(lambda: self.go.emit(there))

    def _connect_closed(self, card: ClosedStep, step: Step) -> None:
        plan, step_id = self._calls.plan, step.id
        card.bring_back.connect(
            lambda: self._do(lambda: plan.bring_back(step_id), self._begin_open(step_id))
        )
        card.delete.connect(lambda: self._delete(step))
        card.helped.connect(lambda words: self._on_helped(step_id, words))

    def _do(self, call: Callable[[], object], focus: Callable[[], None] | None = None) -> None:
        self._focus = focus
        self._calls.runner.run(self, call, changed=Topic.PLAN)

    def _close_step(self, call: Callable[[], Step], *, ask: str = "", shown: str = "") -> None:
        self._ask_about = ask
        self._do(call, lambda: self._begin_closed(ask or shown))
        words = self.tr("Step done") if ask else self.tr("Step let go")
        self._hub.status.emit(words)

    def _on_helped(self, step_id: str, words: str) -> None:
        self._ask_about = ""
        if words:
            self._focus = lambda: self._begin_closed(step_id)
            self._keep_helped(step_id, words)
        else:
            self._focus = lambda: self._begin_closed(step_id)
            self._show(self._steps)

    def _keep_helped(self, step_id: str, words: str) -> None:
        plan = self._calls.plan
        self._calls.runner.run(
            self,
            lambda: plan.say_what_helped(step_id, words),
            changed=Topic.PLAN,
            keep=f"helped {step_id}",
        )

    def _move(self, step_id: str, by: int) -> None:
        plan = self._calls.plan
        self._do(lambda: plan.move(step_id, by), self._begin_open(step_id, by))
        order = [step.id for step in open_steps(self._steps)]
        place = min(max(order.index(step_id) + by, 0), len(order) - 1) + 1
        announce(
            self.title,
            self.tr("Now step {place} of {count}").format(place=place, count=len(order)),
        )

    def _later(self, step: Step, days: int) -> None:
        plan, today = self._calls.plan, self._calls.now().date()
        again = today + timedelta(days=days) if days else None
        wording: Wording = replace(step.wording, come_back_on=again)
        self._do(lambda: plan.change(step.id, wording), self._begin_open(step.id))

    def _delete(self, step: Step) -> None:
        plan = self._calls.plan
        self._deleted = step
        self._do(lambda: plan.delete(step.id), self._begin_undo)

    def _put_back(self) -> None:
        step, self._deleted = self._deleted, None
        if step is not None:
            plan = self._calls.plan
            self._do(lambda: plan.put_back(step), lambda: self._begin_closed(step.id))

    # Where the focus goes

    def _begin_open(self, step_id: str, by: int = 0) -> Callable[[], None]:
        def begin() -> None:
            for card in self._list.findChildren(OpenStep):
                if card.step_id == step_id and not card.isHidden():
                    card.begin(by=by)

        return begin

    def _begin_closed(self, step_id: str) -> None:
        for card in self._list.findChildren(ClosedStep):
            if card.step_id == step_id and not card.isHidden():
                card.begin()

    def _begin_undo(self) -> None:
        for button in self._list.findChildren(QAbstractButton, "plan_put_back"):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _clear(column: QVBoxLayout) -> None:
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
