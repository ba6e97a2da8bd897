"""A short steadying exercise, a step at a time, that can be left at any moment."""

from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.learning.model import Pause


class PauseCard(CalloutBox):
    """Closed until the person opens it; nothing moves by itself and nothing is timed."""

    def __init__(self, pause: Pause, parent: QWidget | None = None) -> None:
        super().__init__("settle", pause.title, parent)
        self._pause = pause
        self._step = -1
        self._words = Label(pause.intro)
        self._words.setObjectName("pause_words")
        self.add(self._words)
        self._where = Muted("")
        self._where.hide()
        self.add(self._where)
        row = FlowRow()
        self._next = buttons.secondary(self.tr("Start the pause"), "pause_next")
        self._next.clicked.connect(self._forward)
        row.add(self._next)
        self._leave = buttons.secondary(self.tr("Stop here"), "pause_leave")
        self._leave.clicked.connect(self._close)
        self._leave.hide()
        row.add(self._leave)
        self.add(row)

    def _forward(self) -> None:
        self._step += 1
        if self._step >= len(self._pause.steps):
            self._close()
            return
        self._words.setText(self._pause.steps[self._step])
        self._where.setText(
            self.tr("{number} of {count}").format(
                number=self._step + 1, count=len(self._pause.steps)
            )
        )
        last = self._step == len(self._pause.steps) - 1
        self._next.setText(self.tr("Finish the pause") if last else self.tr("Next step"))
        self._where.show()
        self._leave.show()
        announce(self._words, self._words.text())

    def _close(self) -> None:
        if self._leave.hasFocus():
            self._next.setFocus()
        self._step = -1
        self._words.setText(self._pause.leave)
        self._next.setText(self.tr("Start again"))
        self._where.hide()
        self._leave.hide()
        announce(self._words, self._words.text())
