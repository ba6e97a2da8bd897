"""Where the private room may add something to other pages, which know no more of it than this."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from tiapp.learning.model import PromptRef


class ReaderSlot(Protocol):
    """Something below a prompt in the reader. Nothing fills it while the private room is shut."""

    def widget_for(self, prompt: PromptRef) -> QWidget | None:
        """The widget to show below that prompt, or None."""
        ...
