"""The reader alone in a window, on a small module and a real record, driven as a person would."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import FixedClock
from tests.factories import (
    CALLOUT,
    CHECK,
    NOTE,
    PLAN,
    REFLECT,
    SCENARIO,
    module_text,
    picture_bytes,
    write_pack,
)
from tiapp.gui.application import start
from tiapp.gui.kit import roles
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.slots import Slots
from tiapp.gui.learning.module_page import ModulePage
from tiapp.learning.library import Library
from tiapp.record.progress import Progress

PATIENCE_MS = 20_000
MODULE = "a-module"
RESOURCES = Path(__file__).parents[3] / "resources"

LONG = "\n\n".join(
    f"Paragraph {n}. People read this at a desk, between two callers, on a tired afternoon, "
    "and they may stop in the middle of any line and come back to it another day."
    for n in range(1, 41)
)
TABLE = """\
| Kind | In plain words |
|---|---|
| Single event | One sudden thing |
| Repeated harm | Harm that comes **back** |"""
LISTS = """\
### What helps

- Say who you are.
- Ask first:
    1. once at the door
    2. once at the desk

> Nobody asked me before."""
LINKS = """\
Read [the next part](#part-2) or carry on.

[Where to read more](https://example.org/a/long/address)

![A door that stands open](door.png)

![A picture that cannot be opened](broken.png)"""
SETTLE = """\
/// callout | Before you go
    id: gentle-close
    kind: settle

Look up from the screen for a moment.
///"""

PARTS = (
    f"{CALLOUT}\n\n{LISTS}\n\n{TABLE}\n\n{LINKS}",
    f"{NOTE}\n\n{LONG}",
    f"{CHECK}\n\n{SCENARIO}",
    f"{REFLECT}\n\n{PLAN}\n\n{SETTLE}",
)


class Reader:
    """A ModulePage with everything real around it."""

    def __init__(self, qtbot: QtBot, folder: Path, parts: tuple[str, ...] = PARTS) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.record = folder / "record.db"
        self.clock = FixedClock()
        self.hub = Hub()
        self.app = start(RESOURCES, self.hub)
        roles.install()
        self.worker = Worker(self.hub)
        self.went: list[Destination] = []
        self.topics: list[Topic] = []
        self.hub.changed.connect(self.topics.append)
        self.write(*parts)
        self.open_window()

    def write(self, *parts: str, **changed: str) -> None:
        """Writes the module anew, as an update of the pack would."""
        write_pack(self.folder / "content" / "pack", {MODULE: module_text(*parts, **changed)})
        images = self.folder / "content" / "pack" / "modules" / MODULE / "images"
        images.mkdir(exist_ok=True)
        (images / "door.png").write_bytes(picture_bytes(40, 30))
        (images / "broken.png").write_bytes(picture_bytes(40, 30)[:60])

    def open_window(self) -> None:
        """A new reader on what is on the disk, as after a restart."""
        self.library = Library([self.folder / "content"], None)
        self.progress = Progress(self.record, self.clock)
        self.slots = Slots()
        self.page = ModulePage(
            self.library,
            self.progress,
            self.worker,
            self.hub,
            lambda: datetime(2026, 3, 10, 14, 2),
            self.slots,
        )
        self.page.go.connect(self.went.append)
        # Kept in a window of its own size, so that the page is laid out as in the shell.
        self.window = QWidget()
        QVBoxLayout(self.window).setContentsMargins(0, 0, 0, 0)
        self.window.layout().addWidget(self.page)
        self.window.resize(1000, 700)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def restart(self, *, leave: bool = True) -> "Reader":
        """Ends the reader, as a kill would unless it may `leave`, and begins again."""
        if leave:
            self.page.leaving()
            self.settle()
        else:
            self.page.view._rest.stop()
        self.window.close()
        self.window.deleteLater()
        self.settle()
        self.progress.close()
        self.open_window()
        return self

    def close(self) -> None:
        """Ends everything."""
        self.settle()
        self.window.close()
        self.worker.stop()
        self.progress.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents()

    def settle(self) -> None:
        """Waits until everything that was asked for has come back and is on the page."""
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=PATIENCE_MS)
        self.qtbot.waitUntil(self._whole, timeout=PATIENCE_MS)

    def _whole(self) -> bool:
        return not getattr(self.page.view.content, "unfinished", False)

    def until(self, condition: Callable[[], bool]) -> None:
        """Waits for a condition."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def open(self, part_id: str = "", *, resume: bool = False) -> "Reader":
        """Opens the module."""
        self.page.open(Destination(Screen.MODULE, MODULE, part_id=part_id, resume=resume))
        self.settle()
        return self

    @property
    def part(self) -> str:
        """The id of the part on the page; empty while something else is there."""
        return getattr(getattr(self.page.view.content, "part", None), "id", "")

    def reached(self) -> set[str]:
        """What the record holds, read through a connection of its own."""
        other = Progress(self.record, self.clock)
        try:
            return set(other.resume(self.library.module(MODULE)).reached)
        finally:
            other.close()

    def find(self, name: str) -> QWidget:
        """The one visible widget of that name."""
        found = [w for w in self.page.findChildren(QWidget, name) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets are named {name}"
        return found[0]

    def is_there(self, name: str) -> bool:
        """Whether a widget of that name can be seen."""
        return any(w.isVisible() for w in self.page.findChildren(QWidget, name))

    def click(self, name: str) -> "Reader":
        """Clicks a button with the mouse."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        self.page.view.ensureWidgetVisible(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()
        return self

    def key(self, key: Qt.Key) -> "Reader":
        """Presses a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()
        return self

    def press(self, name: str) -> "Reader":
        """Reaches a button with Tab alone and presses it with Space."""
        for _ in range(150):
            focus = QApplication.focusWidget()
            if focus is not None and focus.objectName() == name:
                return self.key(Qt.Key.Key_Space)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}")

    def focus(self) -> str:
        """The object name of what has the focus."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def words(self) -> str:
        """Every word of every visible label."""
        labels = (w for w in self.page.findChildren(QLabel) if w.isVisible())
        return "\n".join(label.accessibleName() or label.text() for label in labels)

    def scroll_to(self, value: int) -> None:
        """Scrolls as a person would."""
        self.page.view.verticalScrollBar().setValue(value)

    @property
    def scrolled(self) -> int:
        """Where the scroll bar stands."""
        return self.page.view.verticalScrollBar().value()
