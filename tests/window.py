"""A real window for tests: opened on a temporary folder, driven as a person would drive it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.conftest import FixedClock
from tests.vaults import PASSPHRASE, QUICK
from tiapp.gui.application import start
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.shell import main_window
from tiapp.gui.shell.main_window import MainWindow
from tiapp.gui.shell.private_room import PrivateRoom
from tiapp.private.vault import Vault
from tiapp.services import Services
from tiapp.storage.paths import Paths

main_window.READY_AFTER_MS = 0
"""Nobody waits in a test for Home to be painted before keys are in force."""

PATIENCE_MS = 20_000
"""How long a condition may take on a busy machine before a test gives up."""


class _StrayWindows(QObject):
    """Notes widgets that show as windows of their own: a flash on the screen, and lost focus."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QMainWindow | QDialog | QMenu)
            and watched.windowType() == Qt.WindowType.Window
        ):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()!r}")
        return False


class Steady:
    """The window of one data folder, with the few things that people do to it."""

    def __init__(
        self,
        qtbot: QtBot,
        data: Path,
        clock: FixedClock | None = None,
        content: tuple[Path, ...] | None = None,
    ) -> None:
        self.qtbot = qtbot
        self._closed = False
        paths = Paths.under(data)
        if content is not None:
            paths = Paths(
                data=paths.data,
                config=paths.config,
                cache=paths.cache,
                logs=paths.logs,
                content=content,
                resources=paths.resources,
            )
        self.services = Services(paths, clock or FixedClock())
        self.hub = Hub()
        self.app: QApplication = start(paths.resources, self.hub)
        self.worker = Worker(self.hub)
        self._strays = _StrayWindows()
        self.app.installEventFilter(self._strays)
        self.window = MainWindow(self.services, self.hub, self.worker)
        self.window.resize(1080, 860)

    def open(self, person: str | None = None) -> "Steady":
        """Shows the window as app.py does. `person` is a display name."""
        person_id = self.services.people.find(person).id if person else None
        self.window.start(person_id)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.until(lambda: self.window.ready)
        self.settle()
        return self

    def open_as_someone(self, name: str = "Isla") -> "Steady":
        """Opens Home for a person who is past the first steps."""
        if not any(person.name == name for person in self.services.people.all()):
            self.services.people.add(name)
        return self.open(name)

    def set_up_room(self, name: str = "Isla") -> None:
        """Gives a person a private room, locked, as another start of Steady would find it."""
        person = self.services.people.find(name)
        vault = Vault(self.services.people.folder(person.id), self.services.clock, cost=QUICK)
        vault.create(PASSPHRASE)
        vault.close()

    def open_with_room(self, name: str = "Isla") -> "Steady":
        """Opens Home for a person whose private room is open."""
        if not any(person.name == name for person in self.services.people.all()):
            self.services.people.add(name)
            self.set_up_room(name)
        self.open(name)
        self.unlock()
        return self

    @property
    def private(self) -> PrivateRoom:
        """The private room of whoever is here."""
        assert self.window.arrivals.session is not None
        return self.window.arrivals.session.private

    def unlock(self) -> None:
        """Opens the private room, without going anywhere."""
        self.private.unlock(PASSPHRASE)
        self.until(lambda: self.private.is_open)
        self.settle()

    def lock(self) -> None:
        """Locks the private room and waits until its file is closed."""
        with self.qtbot.waitSignal(self.private.closed, timeout=PATIENCE_MS):
            self.private.lock()
        self.settle()

    def close(self) -> None:
        """Closes the window and ends the worker. Safe to repeat."""
        if self._closed:
            return
        self._closed = True
        self.window.close()
        self.settle()  # it closes once what was written is saved
        self.worker.stop()
        self.window.deleteLater()
        self.app.removeEventFilter(self._strays)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert self._strays.seen == [], "shown as a window of its own"

    def settle(self) -> None:
        """Waits until everything that was asked for has come back."""
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=PATIENCE_MS)
        QApplication.processEvents()

    def until(self, condition: Callable[[], bool]) -> None:
        """Waits for a condition."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    @property
    def page(self) -> Page:
        """The page in view."""
        stage = self.window.stages.current()
        assert stage is not None
        page = stage.page()
        assert page is not None
        return page

    @property
    def screen(self) -> Screen:
        """The screen in view."""
        assert self.window.stage is not None
        return self.window.stage.in_view

    def find(self, name: str, kind: type = QWidget) -> QWidget:
        """The one visible widget of that object name."""
        found = [w for w in self.window.findChildren(kind, name) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets are named {name}"
        return found[0]

    def is_there(self, name: str) -> bool:
        """Whether a widget of that object name is visible."""
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        """Clicks the visible button of that name with the mouse."""
        button = self.find(name, QAbstractButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def keys(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Presses a key in whatever has the focus."""
        target = QApplication.focusWidget() or QApplication.activeWindow() or self.window
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def tab_to(self, name: str) -> QWidget:
        """Presses Tab until the widget of that name has the focus."""
        for _ in range(200):
            focus = QApplication.focusWidget()
            if focus is not None and focus.objectName() == name:
                return focus
            self.keys(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}")

    def press_by_key(self, name: str) -> None:
        """Reaches a button with Tab alone and presses it with Space."""
        self.tab_to(name)
        self.keys(Qt.Key.Key_Space)

    def go(self, screen: Screen, module_id: str = "", part_id: str = "") -> None:
        """Goes to a screen and waits for it."""
        assert self.window.stage is not None
        self.window.stage.go(Destination(screen, module_id=module_id, part_id=part_id))
        self.settle()

    def words(self) -> str:
        """Every word of every visible label, for looking through."""
        labels = (w for w in self.window.findChildren(QLabel) if w.isVisible())
        return "\n".join(label.accessibleName() or label.text() for label in labels)
