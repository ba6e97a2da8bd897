"""One steadying exercise: what it is and who should rather leave it out, then a step at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.equal_row import Evener
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SmallTitle, wrapping
from tiapp.gui.kit.theme import theme
from tiapp.gui.support.breath_circle import BreathCircle
from tiapp.learning.practice.model import Exercise, ExerciseKind


class ExerciseView(QWidget):
    """Nothing is timed, and every step has the way out beside it.

    Signals:
        left(): back to the others.
    """

    left = Signal()

    def __init__(self, exercise: Exercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exercise_view")
        self.setSizePolicy(wrapping())
        self._exercise = exercise
        self._step = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.heading = SmallTitle(exercise.title)
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.addWidget(self.heading)
        self._where = Muted("")
        column.addWidget(self._where)
        self._words = Label("")
        self._words.setObjectName("exercise_words")
        column.addWidget(self._words)
        self._leave_out = Muted(exercise.leave_out)
        column.addWidget(self._leave_out)
        self._circle: BreathCircle | None = None
        self._move = buttons.quiet(self.tr("Show a slow circle to follow"), "exercise_circle")
        self._move.setCheckable(True)
        self._move.toggled.connect(self._on_move)
        self._move.hide()
        column.addWidget(self._move, 0, Qt.AlignmentFlag.AlignLeading)
        if exercise.kind is ExerciseKind.BREATH:
            self._circle = BreathCircle()
            self._circle.hide()
            column.addWidget(self._circle, 0, Qt.AlignmentFlag.AlignLeading)
        row = FlowRow()
        self.next = buttons.secondary("", "exercise_next")
        self.next.clicked.connect(self._forward)
        row.add(self.next)
        self._leave = buttons.secondary("", "exercise_leave")
        self._leave.clicked.connect(self.left)
        row.add(self._leave)
        self._evener = Evener([self.next, self._leave], row)
        column.addWidget(row)
        self._draw()

    def _forward(self) -> None:
        self._step += 1
        if self._step > len(self._exercise.steps):
            self._step = 0
        self._draw()
        announce(self._words, self._words.text())

    def _draw(self) -> None:
        steps = self._exercise.steps
        before, after = self._step < 0, self._step >= len(steps)
        self._leave_out.setVisible(before)
        if before:
            self._where.setText(self._minutes())
            self._words.setText(self._exercise.about)
            self.next.setText(self.tr("Begin"))
            self.next.setAccessibleName(
                self.tr("Begin: {title}").format(title=self._exercise.title)
            )
        elif after:
            self._where.setText(self.tr("That was the last step"))
            self._words.setText(
                self.tr("Stay with it as long as you like, do it again, or choose another.")
            )
            self.next.setText(self.tr("Do it again"))
        else:
            self._where.setText(
                self.tr("Step {number} of {count}").format(number=self._step + 1, count=len(steps))
            )
            self._words.setText(steps[self._step])
            last = self._step == len(steps) - 1
            self.next.setText(self.tr("Finish") if last else self.tr("Next step"))
        if not before:
            self.next.setAccessibleName("")
        on_the_way = not before and not after
        self._leave.setText(self.tr("Stop here") if on_the_way else self.tr("Choose another"))
        self._offer_circle(on_the_way)

    def _minutes(self) -> str:
        return self.tr(
            "About %n minute(s). You can stop at any moment.", "", self._exercise.minutes
        )

    def _offer_circle(self, on_the_way: bool) -> None:
        """Only for breath, only if asked, and not where nothing may move."""
        offered = self._circle is not None and on_the_way and not theme().still
        self._move.setVisible(offered)
        if not offered:
            self._move.setChecked(False)

    def _on_move(self, on: bool) -> None:
        if self._circle is None:
            return
        self._circle.setVisible(on)
        if on:
            self._circle.start()
        else:
            self._circle.stop()
        words = self.tr("Hide the circle") if on else self.tr("Show a slow circle to follow")
        self._move.setText(words)
