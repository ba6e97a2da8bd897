"""Two slots of the reader as one: plans have theirs, and reflections another."""

from PySide6.QtWidgets import QWidget

from tiapp.gui.kit.slots import ReaderSlot
from tiapp.learning.model import PromptRef


class ReaderSlots:
    """A `ReaderSlot` that asks the one for plans first."""

    def __init__(self, plans: ReaderSlot, others: ReaderSlot | None) -> None:
        self._plans = plans
        self._others = others

    def widget_for(self, prompt: PromptRef) -> QWidget | None:
        """The first widget that one of the two has for the prompt."""
        widget = self._plans.widget_for(prompt)
        if widget is None and self._others is not None:
            return self._others.widget_for(prompt)
        return widget
