"""What the parts of the Team screen have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.equal_row import equal_row
from tiapp.gui.kit.file_choice import FileChoice
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.places import Destination
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Label
from tiapp.gui.supervision.rules import Rules
from tiapp.supervision.team.desk import Desk


@dataclass(frozen=True, slots=True)
class Means:
    """What every panel works with."""

    desk_now: Callable[[], Desk]
    rules: Rules
    clock: Clock
    worker: Worker
    hub: Hub
    files: FileChoice
    go: Callable[[Destination], None]

    @property
    def desk(self) -> Desk:
        """That of the store in use, which may be another one after a choice under Data."""
        return self.desk_now()


class Panel(QWidget):
    """One part of the screen. It is read anew by `refresh` whenever it comes up."""

    def __init__(self, means: Means, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.means = means
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self._asked = 0

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end."""
        self.column.addWidget(widget)
        return widget

    def refresh(self) -> None:
        """Reads and draws anew."""

    def ask(self, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Read something in the worker; of several asked for, only the newest is shown."""
        self._asked += 1
        number = self._asked

        def show(answer: Any) -> None:
            if number == self._asked:
                then(answer)

        self.means.worker.run(self, call, show)

    def do(
        self,
        call: Callable[[], Any],
        words: str,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Change something in the worker, say so, and let everything that shows it read anew."""

        def done(answer: Any) -> None:
            if words:
                self.means.hub.status.emit(words)
            if then is not None:
                then(answer)

        self.means.worker.run(self, call, done, failed=failed, changed=Topic.TEAM)

    def report(self, error: AppError) -> None:
        """Shows what kept something from being done."""
        self.means.hub.failed.emit(error)


class Question(CalloutBox):
    """Asks once more before something that can't be taken back. The safer answer comes first."""

    def __init__(self, name: str) -> None:
        super().__init__("care", "")
        self.setObjectName(name)
        self._body = Label("")
        self.add(self._body)
        self._keep = buttons.secondary("", f"{name}_keep")
        self._go_on = buttons.secondary("", f"{name}_go_on")
        self.add(equal_row(self._keep, self._go_on))
        self._act: Callable[[], None] | None = None
        self._keep.clicked.connect(self.hide)
        self._go_on.clicked.connect(self._do)
        self.hide()

    def ask(self, title: str, body: str, keep: str, go_on: str, act: Callable[[], None]) -> None:
        """Show the question."""
        self.title.setText(title)
        self.title.show()
        self.setAccessibleName(title)
        self._body.setText(body)
        self._keep.setText(keep)
        self._go_on.setText(go_on)
        self._act = act
        self.show()
        self._keep.setFocus()

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


def field(words: str, widget: QWidget) -> QWidget:
    """A field with its label above it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = QLabel(words)
    label.setBuddy(widget)
    column.addWidget(label)
    column.addWidget(widget)
    widget.setAccessibleName(words.replace("&", ""))
    return holder
