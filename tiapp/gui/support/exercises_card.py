"""Ways to steady oneself: a few kinds to choose from, of which breath is only one.

Open to everybody: it needs no private room, keeps nothing, and works before anybody has said who
they are.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, SectionTitle, wrapping
from tiapp.gui.support.exercise_view import ExerciseView
from tiapp.learning.practice.model import Exercise, ExerciseKind


class ExercisesCard(Card):
    """A list by kind; an exercise opens in its place."""

    def __init__(self, exercises: Sequence[Exercise], parent: QWidget | None = None) -> None:
        super().__init__("exercises_card", parent)
        self.column.setSpacing(12)
        self._exercises = exercises
        kinds = dict.fromkeys(exercise.kind for exercise in exercises)
        # Breath last: attention to it unsettles some people.
        self._kinds = sorted(kinds, key=lambda kind: kind is ExerciseKind.BREATH)
        self._view: ExerciseView | None = None
        self._opened = ""
        self.heading = SectionTitle(self.tr("Ways to steady yourself"))
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add(self.heading)
        self._all = QWidget()
        self._all.setSizePolicy(wrapping())
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            Label(
                self.tr(
                    "Short things to try, if you want to. They help some people for a "
                    "moment; they are not treatment. Nothing here is kept."
                )
            )
        )
        column.addWidget(self._chooser())
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        self.add(self._all)
        self._show_kind(self._kinds[0])

    def escape(self) -> bool:
        """Back from an exercise to the list. False when the list is in view."""
        if self._view is None:
            return False
        self._close()
        return True

    def _chooser(self) -> QWidget:
        row = FlowRow(spacing=8)
        group = QButtonGroup(self)
        for kind in self._kinds:
            chip = buttons.chip(self._kind_words(kind), f"exercises_{kind.value}")
            group.addButton(chip)
            chip.setChecked(kind is self._kinds[0])
            chip.clicked.connect(lambda _=False, chosen=kind: self._show_kind(chosen))
            row.add(chip)
        return row

    def _show_kind(self, kind: ExerciseKind) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for exercise in self._exercises:
            if exercise.kind is kind:
                button = ChoiceButton(exercise.title, f"exercise_{exercise.id}")
                button.setAccessibleDescription(exercise.about)
                button.clicked.connect(lambda _=False, chosen=exercise: self._open(chosen))
                self._list.addWidget(button)

    def _open(self, exercise: Exercise) -> None:
        self._opened = exercise.id
        self._view = ExerciseView(exercise)
        self._view.left.connect(self._close)
        self._all.hide()
        self.add(self._view)
        self._view.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            self.column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._all.show()
        button = self.findChild(ChoiceButton, f"exercise_{self._opened}")
        (button or self.heading).setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_words(self, kind: ExerciseKind) -> str:
        return {
            ExerciseKind.SENSES: self.tr("With the senses"),
            ExerciseKind.MOVEMENT: self.tr("With movement"),
            ExerciseKind.ATTENTION: self.tr("With a thought"),
            ExerciseKind.COMPANY: self.tr("With company"),
            ExerciseKind.BREATH: self.tr("With the breath"),
        }[kind]
