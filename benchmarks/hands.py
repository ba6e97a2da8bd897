"""Finds widgets by object name, presses buttons, and notices when something has been painted."""

import os
import time
import traceback
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QScrollArea, QWidget

from benchmarks.drive import PATIENCE, Step, give


class Painted(QObject):
    """Something to wait for: `ground` has been painted while `holds()` was true.

    `ground` is a widget that is painted with whatever changes inside, or a window, which hears
    beforehand that something in it will be painted. `at` is the moment when that whole picture
    was out: Qt paints everything that is due in one go, and only then comes to what waits in its
    queue.
    """

    def __init__(self, ground: QWidget, holds: Callable[[], bool]) -> None:
        super().__init__(ground)
        self.at = 0.0
        self._holds = holds
        self._seen = False
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painting = event.type() in (QEvent.Type.Paint, QEvent.Type.UpdateRequest)
        if painting and not self._seen and self._holds():
            self._seen = True
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = time.monotonic()

    def __call__(self) -> bool:
        return self.at > 0


class Hands(QObject):
    """Follows a plan: a generator that yields what to wait for before it goes on."""

    def __init__(self) -> None:
        super().__init__()
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)]
        self.window = found[0]
        self.label = "start"
        """What is being done, for whoever measures how long it took."""
        self._plan: Iterator[Step] = iter(())
        self._step: Step = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._look)

    def follow(self, plan: Iterator[Step]) -> None:
        """Begins; the rest happens in the event loop."""
        self._plan = plan
        self._go_on()
        self._timer.start()

    def _look(self) -> None:
        try:
            if self._step():
                self._go_on()
            elif time.monotonic() - self._since > PATIENCE:
                raise TimeoutError(f"nothing came of: {self.label}")
        except Exception as error:
            self._give_up(error)

    def _go_on(self) -> None:
        self._since = time.monotonic()
        try:
            self._step = next(self._plan)
        except StopIteration:
            self._timer.stop()
            self.leave()

    def _give_up(self, error: Exception) -> None:
        traceback.print_exception(error)
        self._timer.stop()
        if "BENCH_ANSWER" in os.environ:
            give({"error": f"{self.label}: {type(error).__name__}: {error}"})
        os._exit(1)

    def leave(self) -> None:
        """Ends the program as a person does."""
        self.window.close()

    # --- Finding ---------------------------------------------------------------------------

    def all(self, name: str) -> list[QWidget]:
        """Every widget of that name that can be seen."""
        return [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]

    def there(self, name: str) -> QWidget | None:
        """The first of them."""
        return next(iter(self.all(name)), None)

    def button(self, name: str) -> QAbstractButton | None:
        """A button that a person could press now."""
        widget = self.there(name)
        return widget if isinstance(widget, QAbstractButton) and widget.isEnabled() else None

    def press(self, name: str) -> None:
        """Presses it. LookupError when it is not there to be pressed."""
        button = self.button(name)
        if button is None:
            raise LookupError(f"there is no button {name} to press")
        self.label = f"press {name}"
        button.click()

    def act(self, name: str) -> None:
        """Runs a command of the menus."""
        action = self.window.findChild(QAction, f"action_{name}")
        if action is None:
            raise LookupError(f"there is no command {name}")
        self.label = f"run {name}"
        action.trigger()

    def ground(self, scroll: str) -> QWidget:
        """The widget that a scroll area moves: every change of its content repaints it."""
        area = self.window.findChild(QScrollArea, scroll)
        if area is None:
            raise LookupError(f"there is no {scroll}")
        return area.widget()

    def text(self, name: str) -> str:
        """The words of a label, or nothing."""
        widget = self.there(name)
        return str(getattr(widget, "text", str)()) if widget is not None else ""

    # --- Waiting ---------------------------------------------------------------------------

    def calm(self, seconds: float = 0.03) -> Step:
        """The worker has nothing left to do, for that long."""
        since = time.monotonic()

        def step() -> bool:
            nonlocal since
            if not self.window.worker.idle:
                since = time.monotonic()
            return time.monotonic() - since >= seconds

        return step
