"""How one page may show a module as the reader would, without knowing the reader.

`gui/learning` has the reader's widgets and makes a ModulePreview; the shell hands the maker to
the page that wants one.
"""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from tiapp.learning.model import Module


class ModulePreview(Protocol):
    """Shows one module. It keeps nothing and reaches nothing of anybody's progress."""

    def widget(self) -> QWidget:
        """What to put on the page; always the same."""
        ...

    def prepare(self, module: Module) -> Any:
        """Read what its pictures need, in whatever thread."""
        ...

    def show_module(self, module: Module, prepared: Any) -> None:
        """Draw it, at the part and place that was in view before if it is still there."""
        ...

    def show_part(self, part_id: str) -> None:
        """Go to one of its parts, from its top."""
        ...


MakePreview = Callable[[], ModulePreview]
