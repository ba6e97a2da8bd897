"""The section of Settings for reminders: off, until the person says when one is welcome.

Days and times are in the person's settings, so that reminders come while the private room is
locked; their words are in the vault, and can be seen and changed only while it is open.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime, QTimer, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.core.settings import Settings
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.spin_margin import with_margin
from tiapp.gui.kit.text import Label, Muted, wrapping
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.private.private_text import PrivateText, labelled
from tiapp.private.reminder_rules import MOST_TIMES, Quiet, ReminderTimes
from tiapp.private.reminders import ReminderTexts

SAVED_AFTER_MS = 1200

_USUAL_QUIET = Quiet(time(18), time(8))


class ReminderSection:
    """A `SettingsSection`. `texts`, `runner` and `closing` are there only while the room is open.

    `closing` is emitted before the room locks.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        save: Callable[[Settings], None],
        hub: Hub,
        texts: ReminderTexts | None = None,
        runner: Runner | None = None,
        closing: SignalInstance | None = None,
    ) -> None:
        self._settings = settings
        self._save = save
        self._hub = hub
        self._texts = texts
        self._runner = runner
        self._closing = closing

    def title(self) -> str:
        """Its heading."""
        return QCoreApplication.translate("ReminderSection", "Reminders")

    def settings_widget(self, go: Go) -> QWidget:
        """What stands below it."""
        card = ReminderCard(self._settings, self._save, self._hub)
        if self._texts is not None and self._runner is not None:
            card.add(ReminderWords(self._texts, self._runner, self._hub, self._closing))
        else:
            card.add(
                Muted(
                    QCoreApplication.translate(
                        "ReminderSection",
                        "A reminder says “A note from Steady”. You can give it your own "
                        "words while your private room is open.",
                    )
                )
            )
        return card


class ReminderCard(Card):
    """When reminders may come. Every change holds at once."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        save: Callable[[Settings], None],
        hub: Hub,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("reminder_card", parent)
        self.column.setSpacing(12)
        self._settings = settings
        self._save = save
        self._hub = hub
        self.add(
            Label(
                self.tr(
                    "A reminder is a short note while Steady is open. If you miss one, that "
                    "is fine: nothing is counted, and it does not come back."
                )
            )
        )
        now = ReminderTimes.of(settings())
        self._on = CheckRow(self.tr("Remind me now and then"), "reminders_on")
        self._on.setChecked(now.on)
        self._on.toggled.connect(lambda on: self._change(lambda t: replace(t, on=on)))
        self.add(self._on)
        self._when = QWidget()
        self._when.setSizePolicy(wrapping())
        column = QVBoxLayout(self._when)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("On these days"), "strong"))
        column.addWidget(self._days(now))
        column.addWidget(Label(self.tr("At these times"), "strong"))
        self._times = FlowRow()
        self._fields: list[QTimeEdit] = []
        column.addWidget(self._times)
        self._show_times(now)
        column.addWidget(self._quiet(now))
        self.add(self._when)
        if not now.on:
            self._when.hide()

    def _days(self, now: ReminderTimes) -> QWidget:
        row = FlowRow(spacing=8)
        for day in range(7):
            name = QLocale().dayName(day + 1, QLocale.FormatType.LongFormat)
            chip = buttons.chip(name, f"reminder_day_{day}")
            chip.setChecked(day in now.days)
            chip.toggled.connect(lambda on, day=day: self._change_day(day, on))
            row.add(chip)
        return row

    def _show_times(self, now: ReminderTimes) -> None:
        for field in self._fields:
            field.blockSignals(True)  # on its way out it would tell of its time once more
        self._fields = []
        self._times.clear()
        for number, at in enumerate(now.times):
            self._times.add(self._time(number, at, removable=len(now.times) > 1))
        if len(now.times) < MOST_TIMES:
            more = buttons.quiet(self.tr("Add a time"), "reminder_add_time", "plus")
            more.clicked.connect(self._add_time)
            self._times.add(more)

    def _time(self, number: int, at: time, *, removable: bool) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        field = _time_field(at, f"reminder_time_{number}")
        self._fields.append(field)
        field.setAccessibleName(self.tr("Time {number}").format(number=number + 1))
        field.editingFinished.connect(lambda: self._change_time(number, field))
        row.addWidget(field)
        if removable:
            words = self.tr("Remove {time}").format(time=f"{at:%H:%M}")
            away = buttons.icon_only(words, f"reminder_time_{number}_away", "minus")
            away.clicked.connect(lambda: self._remove_time(number))
            row.addWidget(away)
        return holder

    def _quiet(self, now: ReminderTimes) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._has_quiet = CheckRow(self.tr("Keep some hours quiet"), "reminder_has_quiet")
        self._has_quiet.setChecked(now.quiet is not None)
        column.addWidget(self._has_quiet)
        hours = now.quiet or _USUAL_QUIET
        row = FlowRow()
        self._begins = _time_field(hours.begins, "reminder_quiet_begins")
        self._ends = _time_field(hours.ends, "reminder_quiet_ends")
        for words, field in (
            (self.tr("Quiet &from"), self._begins),
            (self.tr("&until"), self._ends),
        ):
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            label = QLabel(words)
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field)
            row.add(pair)
            field.editingFinished.connect(self._change_quiet)
        self._has_quiet.toggled.connect(self._change_quiet)
        self._quiet_row = row
        column.addWidget(row)
        if now.quiet is None:
            row.hide()
        return holder

    # Changes

    def _change(self, how: Callable[[ReminderTimes], ReminderTimes]) -> bool:
        settings = self._settings()
        try:
            self._save(how(ReminderTimes.of(settings)).into(settings))
        except AppError as error:
            self._hub.failed.emit(error)
            return False
        self._when.setVisible(self._on.isChecked())
        self._hub.status.emit(self.tr("Setting saved"))
        return True

    def _change_day(self, day: int, on: bool) -> None:
        def changed(now: ReminderTimes) -> ReminderTimes:
            return replace(now, days=now.days | {day} if on else now.days - {day})

        self._change(changed)

    def _change_times(self, how: Callable[[list[time]], list[time]]) -> None:
        self._change(lambda now: replace(now, times=tuple(how(list(now.times)))))
        self._show_times(ReminderTimes.of(self._settings()))

    def _change_time(self, number: int, field: QTimeEdit) -> None:
        chosen, now = _time_of(field), ReminderTimes.of(self._settings())
        if number < len(now.times) and now.times[number] != chosen:
            self._change_times(
                lambda times: sorted([*times[:number], *times[number + 1 :], chosen])
            )

    def _add_time(self) -> None:
        def added(times: list[time]) -> list[time]:
            free = (
                time(hour) for hour in (10, 12, 15, 9, 11, 13, 14, 16) if time(hour) not in times
            )
            return sorted([*times, next(free, time(17))])

        self._change_times(added)

    def _remove_time(self, number: int) -> None:
        self._change_times(lambda times: [*times[:number], *times[number + 1 :]])
        QTimer.singleShot(0, self, self._begin_at_times)

    def _begin_at_times(self) -> None:
        if self._fields:
            self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_quiet(self) -> None:
        on = self._has_quiet.isChecked()
        self._quiet_row.setVisible(on)
        quiet = Quiet(_time_of(self._begins), _time_of(self._ends)) if on else None
        if quiet != ReminderTimes.of(self._settings()).quiet:
            self._change(lambda now: replace(now, quiet=quiet))


class ReminderWords(QWidget):
    """The person's own words, a line each. Saved as they are written, and before the room locks."""

    def __init__(
        self,
        texts: ReminderTexts,
        runner: Runner,
        hub: Hub,
        closing: SignalInstance | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._edited = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MS)
        self._timer.timeout.connect(self._keep_quietly)
        if closing is not None:
            closing.connect(self._keep_quietly)
        self.setSizePolicy(wrapping())
        self._texts = texts
        self._runner = runner
        self._hub = hub
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._field = PrivateText("reminder_texts", 3)
        column.addWidget(
            labelled(
                self.tr("&Words of your own, one to a line"),
                self._field,
                self.tr(
                    "Steady uses them in turn. They are kept in your private room and shown "
                    "only while it is open. At other times, and in the computer's own "
                    "notices, a reminder says “A note from Steady”."
                ),
            )
        )
        row = FlowRow()
        keep = buttons.secondary(self.tr("Save these words"), "reminder_texts_save", "save")
        keep.clicked.connect(self._keep)
        row.add(keep)
        column.addWidget(row)
        self._field.textChanged.connect(self._on_edited)
        runner.run(self, texts.texts, self._show)

    def _on_edited(self) -> None:
        self._edited = True
        self._timer.start()

    def _keep_quietly(self) -> None:
        """What stands there so far; the field is left as it is while somebody writes in it."""
        self._timer.stop()
        if self._edited:
            lines = self._field.toPlainText().split("\n")
            self._edited = False
            self._runner.run(self, lambda: self._texts.keep(lines), keep="reminders")

    def _show(self, texts: tuple[str, ...]) -> None:
        self._field.blockSignals(True)
        self._field.setPlainText("\n".join(texts))
        self._field.blockSignals(False)

    def _keep(self) -> None:
        self._timer.stop()
        self._edited = False
        lines = self._field.toPlainText().split("\n")

        def kept(texts: tuple[str, ...]) -> None:
            self._show(texts)
            self._hub.status.emit(self.tr("Words saved"))

        self._runner.run(self, lambda: self._texts.keep(lines), kept, keep="reminders")


def _time_field(at: time, name: str) -> QTimeEdit:
    field = QTimeEdit(QTime(at.hour, at.minute))
    field.setObjectName(name)
    field.setDisplayFormat("HH:mm")
    keep_width(field, least=104)
    with_margin(field)
    return field


def _time_of(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())
