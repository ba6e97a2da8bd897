"""The prompt above the editor: changed, taken away, or walked step by step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.button import Button
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.text import Label, Muted, wrapping
from tiapp.learning.practice.model import GuidedModel
from tiapp.private.journal_model import Asked


class PromptCard(Card):
    """What the entry answers, if anything.

    Signals:
        changed(): another prompt, or none.
        choose_wanted(): the person wants to look through the prompts.
        another_wanted(): the next one, whichever it is.
        step_wanted(int): write at that step of the guided reflection.
        go(Destination): back to the module that asked.
    """

    changed = Signal()
    choose_wanted = Signal()
    another_wanted = Signal()
    step_wanted = Signal(int)
    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("prompt_card", parent)
        self.setSizePolicy(wrapping())
        self.asked: Asked | None = None
        self.model: GuidedModel | None = None
        self.step = 0
        self._above = Muted("")
        self.add(self._above)
        self.words = Label("", "strong")
        self.words.setObjectName("prompt_words")
        self.add(self.words)
        self._hint = Muted("")
        self.add(self._hint)
        row = FlowRow(spacing=8)
        self._back = self._button(row, self.tr("Previous step"), "prompt_step_back", "arrow-left")
        self._back.clicked.connect(lambda: self.step_wanted.emit(self.step - 1))
        self._next = self._button(row, self.tr("Next step"), "prompt_step_next", "arrow-right")
        self._next.clicked.connect(lambda: self.step_wanted.emit(self.step + 1))
        self._module = self._button(row, self.tr("Open the module"), "prompt_module", "book-open")
        self._module.clicked.connect(self._to_module)
        self._another = self._button(row, self.tr("Another prompt"), "prompt_another", "rotate-ccw")
        self._another.clicked.connect(self.another_wanted)
        self._choose = self._button(row, self.tr("Choose a prompt"), "prompt_choose", "list")
        self._choose.clicked.connect(self.choose_wanted)
        self._remove = self._button(row, self.tr("Write without it"), "prompt_remove", "x")
        self._remove.clicked.connect(lambda: self.ask(None))
        self.add(row)
        self._draw()

    def begin(self, asked: Asked | None, model: GuidedModel | None, step: int = 0) -> None:
        """Shows the prompt of an entry that was opened."""
        self.asked, self.model, self.step = asked, model, step
        self._draw()

    def ask(self, asked: Asked | None, model: GuidedModel | None = None) -> None:
        """Another prompt, chosen by the person; None takes it away."""
        self.begin(asked, model)
        self.changed.emit()
        announce(self, asked.text if asked else self.tr("Without a prompt"))

    def show_step(self, step: int) -> None:
        """That step of the guided reflection."""
        self.step = step
        self._draw()
        announce(self, self.words.text())

    def _button(self, row: FlowRow, words: str, name: str, icon: str) -> Button:
        button = buttons.quiet(words, name, icon)
        row.add(button)
        return button

    def _draw(self) -> None:
        model, asked = self.model, self.asked
        words, hint, above = "", "", ""
        if model is not None:
            step = model.steps[self.step]
            above = self.tr("{model}, step {number} of {count}: {title}").format(
                model=model.title,
                number=self.step + 1,
                count=len(model.steps),
                title=step.title,
            )
            words, hint = step.ask, step.hint
        elif asked is not None:
            above = self.tr("From a module") if asked.ref else self.tr("A prompt, if you want it")
            words = asked.text
        for label, text in ((self._above, above), (self.words, words), (self._hint, hint)):
            label.setText(text)
            _set_visible(label, bool(text))
        guided = model is not None
        _set_visible(self._back, guided and self.step > 0)
        _set_visible(self._next, model is not None and self.step + 1 < len(model.steps))
        linked = asked is not None and asked.ref is not None
        _set_visible(self._module, linked)
        _set_visible(self._another, asked is not None and not guided and not linked)
        _set_visible(self._choose, not linked)
        _set_visible(self._remove, asked is not None)
        self._look_like_a_card(asked is not None)
        self._choose.setText(
            self.tr("Choose another prompt") if asked is not None else self.tr("Choose a prompt")
        )

    def _look_like_a_card(self, card: bool) -> None:
        """A box of its own only round a prompt: the button alone needs none."""
        box = "card" if card else ""
        if self.property("box") != box:
            self.setProperty("box", box)
            self.style().unpolish(self)
            self.style().polish(self)
            self.column.setContentsMargins(*((20, 16, 20, 18) if card else (0, 0, 0, 0)))

    def _to_module(self) -> None:
        if self.asked is not None and self.asked.ref is not None:
            ref = self.asked.ref
            self.go.emit(Destination(Screen.MODULE, module_id=ref.module, part_id=ref.part))


def _set_visible(widget: QWidget, shown: bool) -> None:
    # never shown before it has a parent: it would become a window for a moment
    if widget.parentWidget() is not None:
        widget.setVisible(shown)
    elif not shown:
        widget.hide()
