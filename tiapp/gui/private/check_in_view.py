"""The check-in itself: the questions, and two ways on that are equally large."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.equal_row import equal_row
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label, Muted, SmallTitle
from tiapp.gui.private.check_in_form import CheckInForm
from tiapp.gui.private.view import View
from tiapp.gui.private.who_watches import WhoWatches
from tiapp.learning.practice.model import CheckInSet
from tiapp.private.check_in_model import CheckIn


class CheckInView(View):
    """Questions to answer or leave blank.

    Signals:
        save_wanted(), not_today_wanted(), picture_wanted(), off_wanted()
        history_changed(bool): keep a history from now on, or no longer.
        answers_changed(): something was chosen or written.
    """

    save_wanted = Signal()
    not_today_wanted = Signal()
    picture_wanted = Signal()
    off_wanted = Signal()
    history_changed = Signal(bool)
    answers_changed = Signal()

    def __init__(
        self, items: CheckInSet, go: Go, *, history: bool, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("CheckInView", "Check-in")
        super().__init__(title, "check_in_view", parent)
        self.add(Muted(items.intro))
        self._begun = Muted("")
        self._begun.setObjectName("check_in_begun")
        self._begun.hide()
        self.add(self._begun)
        self.form = CheckInForm(items)
        self.form.changed.connect(self.answers_changed)
        self.begin = self.form.first
        self.add(self.form)
        self._save = buttons.primary(self._save_words(history), "check_in_save")
        self._save.clicked.connect(self.save_wanted)
        self.main = self._save
        not_today = buttons.secondary(self.tr("Not today"), "check_in_not_today")
        not_today.clicked.connect(self.not_today_wanted)
        self.add(equal_row(self._save, not_today))
        self._where = Muted("")
        self.add(self._where)
        row = FlowRow()
        self._picture = buttons.link(self.tr("See your check-ins so far"), "check_in_picture")
        self._picture.clicked.connect(self.picture_wanted)
        row.add(self._picture)
        self.add(row)
        self.add(WhoWatches(go))
        self.add(self._choices(items, history))
        self.show_history(history)

    def show_draft(self, draft: CheckIn) -> None:
        """Shows what was begun, and when."""
        self.form.show_check_in(draft)
        self._begun.setText(
            self.tr(
                "You began this on {day} at {time}. Carry on with it, or choose Not today to "
                "put it away."
            ).format(day=long_date(draft.at.date()), time=f"{draft.at:%H:%M}")
        )
        self._begun.show()

    def clear(self) -> None:
        """Everything blank again."""
        self.form.show_check_in(None)
        self._begun.hide()

    def show_history(self, history: bool) -> None:
        """Says what becomes of the answers."""
        self._save.setText(self._save_words(history))
        self._picture.setVisible(history)
        self._history.blockSignals(True)
        self._history.setChecked(history)
        self._history.blockSignals(False)
        if history:
            self._where.setText(
                self.tr("It is kept in your private room, and you can delete it there.")
            )
        else:
            self._where.setText(
                self.tr("No history is kept: your answers are gone when you finish.")
            )

    def _save_words(self, history: bool) -> str:
        return self.tr("Save check-in") if history else self.tr("Finish check-in")

    def _choices(self, items: CheckInSet, history: bool) -> Card:
        card = Card("check_in_choices")
        card.add(SmallTitle(self.tr("About this check-in")))
        self._history = CheckRow(self.tr("Keep a history of my check-ins"), "check_in_keep_history")
        self._history.setChecked(history)
        self._history.toggled.connect(self.history_changed)
        card.add(self._history)
        off = buttons.secondary(self.tr("Switch off the check-in"), "check_in_switch_off")
        off.clicked.connect(self.off_wanted)
        row = FlowRow()
        row.add(off)
        card.add(row)
        card.add(Label(items.source, "small"))
        card.add(
            Label(
                self.tr("{who}. Licence: {licence}. Version {version}.").format(
                    who=items.attribution, licence=items.licence, version=items.version
                ),
                "small",
            )
        )
        if items.scoring:
            words = self.tr("How its authors score it: {scoring} Steady does not score anything.")
            card.add(Label(words.format(scoring=items.scoring), "small"))
        return card
