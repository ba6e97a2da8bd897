"""What fills the window: one stage at a time, and a note of the first paint for the benchmark."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from tiapp.gui.kit.page import Page
    from tiapp.gui.shell.messages import MessageArea


@runtime_checkable
class Stage(Protocol):
    """A stage with a page in view and room for messages. The hidden screen is not one."""

    messages: "MessageArea"

    def page(self) -> "Page | None":
        """The page in view."""
        ...


class Stages(QStackedWidget):
    """The window's content. A passing stage goes away for good when another is shown."""

    def __init__(self, on_first_paint: Callable[[], None]) -> None:
        super().__init__()
        self._on_first_paint: Callable[[], None] | None = on_first_paint

    def show_stage(self, stage: QWidget) -> None:
        """Shows a stage in place of the one in view; a passing one is then dropped."""
        before = self.currentWidget()
        self.show_over(stage)
        if before is not None and before is not stage and before.property("passing"):
            self.drop(before)

    def show_over(self, stage: QWidget) -> None:
        """Shows a stage and keeps the one in view, to come back to."""
        if self.indexOf(stage) < 0:
            self.addWidget(stage)
        self.setCurrentWidget(stage)

    def drop(self, stage: QWidget) -> None:
        """Takes a stage away."""
        self.removeWidget(stage)
        stage.hide()
        stage.deleteLater()

    def current(self) -> Stage | None:
        """The stage in view, unless the screen is hidden."""
        stage = self.currentWidget()
        return stage if isinstance(stage, Stage) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells once that something has been painted."""
        super().paintEvent(event)
        if self._on_first_paint is not None:
            first, self._on_first_paint = self._on_first_paint, None
            first()
