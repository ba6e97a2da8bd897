"""Choosing a prompt: by theme, or a reflection that goes step by step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SectionTitle, SmallTitle, wrapping
from tiapp.learning.practice.model import GuidedModel, Prompts
from tiapp.private.journal_model import GUIDED, Asked

SHOWN = 8
"""Prompts at once: more are a page to read instead of a choice."""


class ChoosePrompt(QWidget):
    """The prompts and guided reflections there are.

    Signals:
        chosen(Asked, GuidedModel or None): this one.
        left(): none of them.
    """

    chosen = Signal(object, object)
    left = Signal()

    def __init__(
        self, prompts: Prompts, guided: tuple[GuidedModel, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("choose_prompt")
        self.setSizePolicy(wrapping())
        self._prompts = prompts
        self._from = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        back = buttons.secondary(self.tr("Go back"), "choose_back", "arrow-left")
        back.clicked.connect(self.left)
        row = FlowRow()
        row.add(back)
        column.addWidget(row)
        column.addWidget(SectionTitle(self.tr("Choose a prompt")))
        if guided:
            column.addWidget(SmallTitle(self.tr("Step by step")))
        for model in guided:
            column.addWidget(self._model(model))
        column.addWidget(SmallTitle(self.tr("One question")))
        filters = FlowRow()
        self.theme = self._filter(
            filters, self.tr("&About"), "choose_theme", [(t.id, t.title) for t in prompts.themes]
        )
        self.mood = self._filter(
            filters,
            self.tr("&Kind of day"),
            "choose_mood",
            [(t.id, t.title) for t in prompts.moods],
        )
        column.addWidget(filters)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        self._none = Muted(self.tr("No prompt fits both. Choose a different kind of day."))
        self._none.hide()
        column.addWidget(self._none)
        row = FlowRow()
        self._more = buttons.secondary(self.tr("Show other prompts"), "choose_more", "rotate-ccw")
        self._more.clicked.connect(self._show_others)
        row.add(self._more)
        column.addWidget(row)
        self._choices: list[ChoiceButton] = []
        self._fill()

    def _model(self, model: GuidedModel) -> QWidget:
        card = Card(f"guided_{model.id}")
        card.setSizePolicy(wrapping())
        card.add(Label(model.title, "strong"))
        card.add(Label(model.about))
        words = self.tr("%n step(s), about {minutes} minutes. {after}", "", len(model.steps))
        card.add(Muted(words.format(minutes=model.minutes, after=model.after)))
        begin = buttons.secondary(
            self.tr("Begin {title}").format(title=model.title), f"begin_{model.id}"
        )
        begin.clicked.connect(
            lambda: self.chosen.emit(Asked(model.title, id=f"{GUIDED}{model.id}"), model)
        )
        row = FlowRow()
        row.add(begin)
        card.add(row)
        return card

    def _filter(
        self, row: FlowRow, words: str, name: str, items: list[tuple[str, str]]
    ) -> QComboBox:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        box = QComboBox()
        box.setObjectName(name)
        box.addItem(self.tr("Any"), "")
        for key, title in items:
            box.addItem(title, key)
        box.currentIndexChanged.connect(self._begin_again)
        label = QLabel(words)
        label.setBuddy(box)
        column.addWidget(label)
        column.addWidget(box)
        row.add(holder)
        return box

    def _begin_again(self) -> None:
        self._from = 0
        self._fill()

    def _show_others(self) -> None:
        self._from += SHOWN
        self._fill()

    def _fill(self) -> None:
        for choice in self._choices:
            self._list.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        fitting = self._prompts.fitting(
            theme=str(self.theme.currentData()), mood=str(self.mood.currentData())
        )
        if self._from >= len(fitting):
            self._from = 0
        self._choices = []
        for prompt in fitting[self._from : self._from + SHOWN]:
            choice = ChoiceButton(prompt.text, f"prompt_{prompt.id}")
            asked = Asked(prompt.text, id=prompt.id)
            choice.clicked.connect(lambda _=False, asked=asked: self.chosen.emit(asked, None))
            self._choices.append(choice)
            self._list.addWidget(choice)
        self._more.setVisible(len(fitting) > SHOWN) if self._more.parentWidget() else None
        self._none.setVisible(not fitting)
