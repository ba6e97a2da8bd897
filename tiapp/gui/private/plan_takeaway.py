"""Taking the plan along: on paper or in a calendar, each behind the same clear warning."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Muted, SmallTitle
from tiapp.gui.private.plain_warning import PlainWarning
from tiapp.private.plan_model import Step


class PlanTakeaway(Card):
    """Two buttons, and the warning in their place once one was pressed."""

    def __init__(
        self,
        steps: Sequence[Step],
        resources: Path,
        now: Callable[[], datetime],
        runner: Runner,
        hub: Hub,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("plan_takeaway", parent)
        self._steps = steps
        self._resources = resources
        self._now = now
        self._runner = runner
        self._hub = hub
        self._warning: PlainWarning | None = None
        self.add(SmallTitle(self.tr("Take it with you")))
        self.add(
            Muted(
                self.tr(
                    "Your open steps on a page to print, or the ones with a day in your own "
                    "calendar."
                )
            )
        )
        self._row = FlowRow()
        page = buttons.secondary(self.tr("Save for printing"), "plan_print", "printer")
        page.clicked.connect(
            lambda: self._warn("plan.pdf", self.tr("PDF (*.pdf)"), self._save_page)
        )
        self._row.add(page)
        calendar = buttons.secondary(self.tr("Save for a calendar"), "plan_calendar", "calendar")
        calendar.clicked.connect(
            lambda: self._warn("plan.ics", self.tr("Calendar (*.ics)"), self._save_calendar)
        )
        self._row.add(calendar)
        calendar.setEnabled(any(step.wording.on is not None for step in steps))
        self.add(self._row)

    def _warn(self, name: str, kind: str, save: Callable[[str], None]) -> None:
        warning = PlainWarning(name, kind)
        warning.kept.connect(self._take_back)
        warning.chosen.connect(save)
        self._warning = warning
        self._row.hide()
        self.add(warning)
        warning.begin()

    def _take_back(self) -> None:
        if self._warning is not None:
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None
        self._row.show()
        for button in self._row.findChildren(QWidget, "plan_print"):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_page(self, file: str) -> None:
        from tiapp.private.plan_files import save_page

        words = {
            "title": self.tr("My plan"),
            "intro": self.tr(
                "Small steps, in my own words. Letting one go is as good as doing it."
            ),
            "when": self.tr("If or when"),
            "then": self.tr("Then I will"),
            "first_move": self.tr("First small move"),
            "on": self.tr("On"),
            "foot": self.tr("Printed from Steady. Anyone who finds this page can read it."),
        }
        self._run(lambda: save_page(Path(file), self._steps, self._resources, self._now(), words))

    def _save_calendar(self, file: str) -> None:
        from tiapp.private.plan_files import save_calendar

        self._run(lambda: save_calendar(Path(file), self._steps, self._now()))

    def _run(self, call: Callable[[], object]) -> None:
        self._runner.run(self, call, self._saved)

    def _saved(self, _: object) -> None:
        self._take_back()
        self._hub.status.emit(self.tr("Copy saved"))
