"""First use, in three short steps that can each be skipped."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tiapp.core.settings import TEXT_SIZES, Settings, Theme
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.radio_row import CheckRow, RadioRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.kit.widths import keep_width


@dataclass(frozen=True, slots=True)
class Welcomed:
    """What somebody chose at first use. `shared` is None when they were not asked or skipped.

    `private_room` says that they would like to set one up next.
    """

    name: str = ""
    shared: bool | None = None
    settings: Settings = Settings()
    private_room: bool = False


class WelcomePage(Page):
    """Asks as little as possible.

    `try_settings` puts a look in force while it is being chosen.

    Signals:
        welcomed(Welcomed): the last step is done or skipped.
        left(): somebody came here by mistake; only where there are names to go back to.
    """

    welcomed = Signal(object)
    left = Signal()

    def __init__(
        self,
        ask_shared: bool,
        try_settings: Callable[[Settings], None],
        can_go_back: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "welcome_page", parent)
        self._ask_shared = ask_shared
        self._try = try_settings
        self._can_go_back = can_go_back
        self._settings = Settings()
        self._where = Muted("")
        self._where.setObjectName("welcome_step")
        self.column.insertWidget(0, self._where)
        self._titles = (
            self.tr("Welcome to Steady"),
            self.tr("Look and reading"),
            self.tr("Help, and ways out"),
        )
        self._steps = [
            self.add(build()) for build in (self._who_sees_what, self._look, self._ways_out)
        ]
        self._step = 0
        self.add(self._footer())
        self._go_to(0)

    def main_button(self) -> QAbstractButton | None:
        """*Continue*, or *Start* on the last step."""
        return self._continue

    def escape(self) -> bool:
        """Goes back a step."""
        if self._step > 0:
            self._go_to(self._step - 1)
        elif self._can_go_back:
            self.left.emit()
        else:
            return False
        return True

    def _who_sees_what(self) -> QWidget:
        step, column = _step()
        column.addWidget(
            Label(
                self.tr(
                    "A companion for working in a trauma-informed way, in small parts, at your "
                    "own pace. You can skip anything and stop at any point."
                )
            )
        )
        column.addWidget(
            notice(
                "info",
                self.tr("Who can see what"),
                self.tr(
                    "What you do here stays on this computer. Nobody is told, and nothing is sent "
                    "anywhere. Steady remembers which parts you have reached and which modules "
                    "you have finished. It does not keep your answers or what you skipped."
                ),
            )
        )
        card = Card()
        card.column.setSpacing(12)
        label = QLabel(self.tr("What should Steady &call you? You can leave this empty."))
        label.setWordWrap(True)
        self._name = QLineEdit()
        self._name.setObjectName("welcome_name")
        self._name.setMaxLength(60)
        keep_width(self._name, most=420)
        label.setBuddy(self._name)
        card.add(label)
        card.add(self._name)
        if self._ask_shared:
            card.add(Label(self.tr("Do others use this computer too?"), "strong"))
            self._yes = RadioRow(
                self.tr("Yes, ask who I am before showing anything"), "welcome_shared"
            )
            self._no = RadioRow(self.tr("No, only me"), "welcome_alone")
            group = QButtonGroup(card)
            group.addButton(self._yes)
            group.addButton(self._no)
            card.add(self._yes)
            card.add(self._no)
        column.addWidget(card)
        return step

    def _look(self) -> QWidget:
        step, column = _step()
        column.addWidget(
            Label(
                self.tr("Choose what is easy on your eyes. There is more in Settings, at any time.")
            )
        )
        card = Card()
        card.column.setSpacing(12)
        self._theme = self._choice(
            card,
            "welcome_theme",
            self.tr("C&olours"),
            [
                (self.tr("Same as this computer"), Theme.SYSTEM),
                (self.tr("Light"), Theme.LIGHT),
                (self.tr("Dark"), Theme.DARK),
            ],
            "theme",
        )
        self._size = self._choice(
            card,
            "welcome_text_size",
            self.tr("&Text size"),
            [(self.tr("{size} per cent").format(size=size), size) for size in TEXT_SIZES],
            "text_size",
        )
        column.addWidget(card)
        return step

    def _ways_out(self) -> QWidget:
        step, column = _step()
        column.addWidget(
            notice(
                "care",
                self.tr("Immediate help is one key away"),
                self.tr(
                    "Press F2 on any screen. Steady does not look for signs of danger and "
                    "nobody is watching, so please turn to people when you need them."
                ),
            )
        )
        column.addWidget(
            notice(
                "key",
                self.tr("Hide screen"),
                self.tr(
                    "Ctrl+Shift+H, or Shift three times, swaps Steady for a plain calendar. Your "
                    "place is kept. You can turn the Shift key off in Settings."
                ),
            )
        )
        column.addWidget(
            notice(
                "settle",
                self.tr("Nothing is lost"),
                self.tr(
                    "Close Steady whenever you like. It opens again exactly where you stopped."
                ),
            )
        )
        card = Card()
        card.column.setSpacing(4)
        self._room = CheckRow(self.tr("Set up a private room next"), "welcome_private_room")
        hint = self.tr(
            "For writing and checking in with yourself, locked with a passphrase of your own. You "
            "can also do it on any other day, or never: modules work fully without it."
        )
        self._room.setAccessibleDescription(hint)
        card.add(self._room)
        card.add(Muted(hint))
        column.addWidget(card)
        return step

    def _choice(
        self, card: Card, name: str, words: str, items: list[tuple[str, Any]], field: str
    ) -> QComboBox:
        label = QLabel(words)
        box = QComboBox()
        box.setObjectName(name)
        keep_width(box, most=420)
        for text, value in items:
            box.addItem(text, value)
        label.setBuddy(box)
        box.currentIndexChanged.connect(lambda: self._change(field, box.currentData()))
        card.add(label)
        card.add(box)
        return box

    def _change(self, field: str, value: Any) -> None:
        changes: dict[str, Any] = {field: value}
        self._settings = replace(self._settings, **changes)
        self._try(self._settings)

    def _footer(self) -> QWidget:
        row = FlowRow()
        self._continue = buttons.primary(self.tr("Continue"), "welcome_continue")
        self._continue.clicked.connect(self._forward)
        row.add(self._continue)
        self._skip = buttons.secondary(self.tr("Skip this step"), "welcome_skip")
        self._skip.clicked.connect(self._skip_step)
        row.add(self._skip)
        self._back = buttons.secondary(self.tr("Back"), "welcome_back")
        self._back.clicked.connect(self.escape)
        row.add(self._back)
        self._skip_all = buttons.quiet(self.tr("Skip the rest and start"), "welcome_skip_all")
        self._skip_all.clicked.connect(self._finish)
        row.add(self._skip_all)
        return row

    def _go_to(self, step: int) -> None:
        last = step == len(self._steps) - 1
        self._step = step
        for index, widget in enumerate(self._steps):
            widget.setVisible(index == step)
        self._where.setText(
            self.tr("Step {number} of {count}").format(number=step + 1, count=len(self._steps))
        )
        self.title.setText(self._titles[step])
        self._continue.setText(self.tr("Start using Steady") if last else self.tr("Continue"))
        self._skip.setVisible(not last)
        self._skip_all.setVisible(not last)
        self._back.setVisible(step > 0 or self._can_go_back)
        self._back.setText(self.tr("Back") if step > 0 else self.tr("Back to names"))
        self.scroll.verticalScrollBar().setValue(0)
        self.title.setFocus()

    def _forward(self) -> None:
        if self._step + 1 < len(self._steps):
            self._go_to(self._step + 1)
        else:
            self._finish()

    def _skip_step(self) -> None:
        if self._step == 0:
            self._name.clear()
        else:
            self._settings = Settings()
            self._try(self._settings)
        self._forward()

    def _finish(self) -> None:
        shared: bool | None = None
        if self._ask_shared and (self._yes.isChecked() or self._no.isChecked()):
            shared = self._yes.isChecked()
        name, room = self._name.text().strip(), self._room.isChecked()
        self.welcomed.emit(Welcomed(name, shared, self._settings, room))


def _step() -> tuple[QWidget, QVBoxLayout]:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return step, column
