"""Trends: a person's own check-ins over time, for them alone. No target, and no good or bad."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.text import Label, Muted, SectionTitle, wrapping
from tiapp.gui.private.check_in_calls import CheckInCalls
from tiapp.gui.private.delete_all import DeleteAll
from tiapp.gui.private.kept_list import KeptList
from tiapp.gui.private.trend_view import PictureCard, SummaryList, table_of
from tiapp.learning.practice.model import ItemKind
from tiapp.private.trend import Period, Trend


class TrendsPage(Page):
    """Asked for by the person each time; nothing brings it up by itself."""

    topics = frozenset({Topic.LIBRARY})

    def __init__(self, calls: CheckInCalls, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Trends"), "trends_page", parent)
        self._calls = calls
        self._hub = hub
        self._period = Period.MONTH
        self._trend: Trend | None = None
        # A screen reader is given the table first; the picture is one press away, and the other
        # way round for everybody else.
        self._as_table = QAccessible.isActive()
        items = calls.items()
        self._items = {item.id: item for item in items.items} if items is not None else {}
        self._order = [i.id for i in self._items.values() if i.kind is ItemKind.SCALE]
        self._deleted = False
        self.add(
            Muted(
                self.tr(
                    "Your answers, over time. Only you see them. Neither end of a line is "
                    "better than the other."
                )
            )
        )
        self._choices = FlowRow()
        self._periods = self._chooser(
            [
                ("trend_week", self.tr("Last 7 days"), Period.WEEK),
                ("trend_month", self.tr("Last month"), Period.MONTH),
                ("trend_year", self.tr("Last year"), Period.YEAR),
                ("trend_all", self.tr("Everything"), Period.ALL),
            ]
        )
        self.add(self._choices)
        self._shown = QWidget()
        self._shown.setSizePolicy(wrapping())
        self._column = QVBoxLayout(self._shown)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.add(self._shown)
        self._kept = QVBoxLayout()
        self._kept.setSpacing(16)
        self.column.addLayout(self._kept)

    def open(self, destination: Destination) -> None:
        """The list below begins anew; a picture of the same period is brought up to date."""
        self._clear(self._kept)

    def refresh(self) -> None:
        """Asks for the period."""
        period = self._period
        self._calls.runner.run(
            self, lambda: self._calls.check_ins.trend(self._order, period), self._show
        )

    def leaving(self) -> bool:
        """What was deleted here cannot be put back any more."""
        if self._deleted:
            self._deleted = False
            self._calls.runner.run(self, self._calls.check_ins.forget_deleted)
        return True

    def main_button(self) -> QAbstractButton | None:
        return None

    def _chooser(self, choices: list[tuple[str, str, Period]]) -> QButtonGroup:
        group = QButtonGroup(self)
        for name, words, period in choices:
            chip = buttons.chip(words, name)
            group.addButton(chip)
            chip.setChecked(period is self._period)
            chip.clicked.connect(lambda _=False, chosen=period: self._choose(chosen))
            self._choices.add(chip)
        return group

    def _choose(self, period: Period) -> None:
        self._period = period
        self.refresh()

    def _show(self, trend: Trend) -> None:
        self._trend = trend
        self._clear(self._column)
        if not trend.check_ins:
            self._show_nothing()
        else:
            self._show_something(trend)
        if self._kept.count() == 0:
            self._calls.runner.run(self, self._calls.check_ins.count, self._show_kept)

    def _show_nothing(self) -> None:
        card = Card("trend_nothing")
        card.add(Label(self.tr("There is nothing to show for this period"), "h3"))
        words = (
            self.tr("Once you have checked in, your answers will be here as lines over time.")
            if self._calls.keeps_history
            else self.tr(
                "No history of your check-ins is kept. You can change that on the check-in page."
            )
        )
        card.add(Muted(words))
        row = FlowRow()
        there = buttons.primary(self.tr("Go to the check-in"), "trend_check_in")
        there.clicked.connect(lambda: self.go.emit(Destination(Screen.CHECK_IN)))
        row.add(there)
        card.add(row)
        self._column.addWidget(card)

    def _show_something(self, trend: Trend) -> None:
        self._column.addWidget(SummaryList(trend, self._items))
        row = FlowRow()
        words = self.tr("Show as a chart") if self._as_table else self.tr("Show as a table")
        icon = "chart-line" if self._as_table else "list"
        other = buttons.secondary(words, "trend_other_form", icon)
        other.clicked.connect(self._turn)
        row.add(other)
        self._column.addWidget(row)
        if self._as_table:
            when = QCoreApplication.translate("TrendsPage", "When")
            self._column.addWidget(table_of(trend, self._items, when))
        else:
            self._column.addWidget(PictureCard(trend, self._items, self._order))

    def _turn(self) -> None:
        self._as_table = not self._as_table
        assert self._trend is not None
        self._show(self._trend)
        # A moment later: what is not in view yet cannot take the focus.
        QTimer.singleShot(0, self, self._begin_at_other_form)

    def _begin_at_other_form(self) -> None:
        for other in self.findChildren(QAbstractButton, "trend_other_form"):
            if other.isVisible():
                other.setFocus()

    def _show_kept(self, count: int) -> None:
        if not count or self._kept.count():
            return
        self._kept.addWidget(SectionTitle(self.tr("What is kept")))
        kept = KeptList(self._calls.check_ins, self._calls.runner, self._items)
        kept.changed.connect(self._on_kept_changed)
        self._kept.addWidget(kept)
        kept.load()
        everything = DeleteAll(count)
        everything.delete_wanted.connect(self._delete_all)
        self._kept.addWidget(everything)

    def _on_kept_changed(self) -> None:
        self._deleted = True
        self.refresh()

    def _delete_all(self) -> None:
        self._calls.runner.run(
            self, self._calls.check_ins.delete_all, self._all_deleted, changed=Topic.CHECK_INS
        )

    def _all_deleted(self, _: object) -> None:
        self._hub.status.emit(self.tr("All check-ins deleted"))
        self._clear(self._kept)
        self.refresh()
        self.title.setFocus()

    @staticmethod
    def _clear(column: QVBoxLayout) -> None:
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
