"""`make screens`: draws every screen to PNG, light and dark, at 100 and 200 per cent text.

File names say which screen, theme, text size, window title and window size.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from demo_data import fill
from demo_room import PASSPHRASE
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from tiapp.core.errors import AppError
from tiapp.core.settings import Settings, Theme
from tiapp.gui.application import start
from tiapp.gui.authoring.author_page import AuthorPage
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.theme import theme
from tiapp.gui.pictures import settle
from tiapp.gui.shell.main_window import MainWindow
from tiapp.learning.blocks import Check, Plan, Reflect, Scenario

SIZE = QSize(1240, 860)
SMALL = QSize(1024, 640)
"""The smallest size that every screen must work at (docs/design.md)."""


SHOWN = ("starting-safely", "what-trauma-is", "five-principles")
"""The modules drawn part by part, unless all are asked for."""


class Camera:
    """Drives one real window and saves what it shows."""

    def __init__(self, out: Path, size: QSize) -> None:
        self.out = out
        self.files: list[Path] = []
        self._folder = tempfile.TemporaryDirectory(prefix="steady-screens-")
        self.services, self.person_id = fill(Path(self._folder.name))
        self.hub = Hub()
        self.app: QApplication = start(self.services.paths.resources, self.hub)
        self.worker = Worker(self.hub)
        self.window = MainWindow(self.services, self.hub, self.worker)
        self.window.start(self.person_id)
        self.window.resize(size)
        self.window.show()
        self.look = "light-100"
        self.settle()

    def settle(self) -> None:
        """Waits until nothing is being read or saved."""
        settle(self.worker)

    def go(self, screen: Screen, module_id: str = "", part_id: str = "", term: str = "") -> None:
        """Goes to a screen and waits for it."""
        stage = self.window.stage
        assert stage is not None
        stage.go(Destination(screen, module_id=module_id, part_id=part_id, term=term))
        self.settle()
        if module_id:
            self.settle()  # what lies below the first view is built a moment later

    def open_a_pack(self) -> None:
        """A copy of the shipped pack on the Author screen, looked through."""
        copy = Path(self._folder.name) / "our-training"
        if not copy.exists():
            shutil.copytree(self.services.paths.content[0] / "steady", copy)
        stage = self.window.stage
        assert stage is not None
        self.go(Screen.AUTHOR)
        page = stage.page()
        assert isinstance(page, AuthorPage)
        page.open_pack(copy)
        self.settle()
        self.settle()  # the first file is read once the list of them is there
        self.press("check")

    def press(self, name: str) -> bool:
        """Presses the visible button of that object name, if there is one."""
        for button in self.window.findChildren(QAbstractButton, name):
            if button.isVisible():
                button.click()
                self.settle()
                return True
        return False

    def unlock(self) -> None:
        """Opens the private room of the sample data, if it is locked."""
        session = self.window.arrivals.session
        assert session is not None
        if session.private.is_open:
            return
        session.private.unlock(PASSPHRASE)
        while not session.private.is_open:
            self.settle()

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Saves what the window shows now."""
        window = widget or self.window
        title = re.sub(r"[^A-Za-z0-9]+", "-", window.windowTitle()).strip("-")
        size = f"{window.width()}x{window.height()}"
        file = self.out / f"{name}_{self.look}_{title}_{size}.png"
        if not window.grab().save(str(file)):
            raise SystemExit(f"The pictures could not be written to {self.out}.")
        self.files.append(file)

    def shoot_whole(self, name: str) -> None:
        """Saves the page from top to bottom, a screenful at a time."""
        page = self.window.stage.page() if self.window.stage else None
        scroll = getattr(page, "scroll", None)
        bar = scroll.verticalScrollBar() if scroll is not None else None
        self.shoot(name)
        number = 2
        while bar is not None and bar.value() < bar.maximum() and number <= 12:
            bar.setValue(bar.value() + max(1, bar.pageStep() - 60))
            self.settle()
            self.shoot(f"{name}-{number}")
            number += 1

    def set_look(self, colours: Theme, text_size: int) -> None:
        """Chooses colours and text size, as a person would in Settings."""
        session = self.window.arrivals.session
        assert session is not None
        session.save_settings(replace(session.person.settings, theme=colours, text_size=text_size))
        self.look = f"{colours.value}-{text_size}"
        self.settle()

    def close(self) -> None:
        """Closes the window and removes the sample data."""
        self.window.close()
        self.worker.stop()
        self._folder.cleanup()


def scenes(camera: Camera, *, every_module: bool) -> Iterator[tuple[str, Callable[[], None]]]:
    """Every screen by name, with how to get there."""
    library = camera.services.library
    yield "home", lambda: camera.go(Screen.HOME)
    yield "learn", lambda: camera.go(Screen.LEARN)
    yield "reflect-locked", lambda: camera.go(Screen.REFLECT)
    for screen in (Screen.REFLECT, Screen.CHECK_IN, Screen.TRENDS, Screen.PLAN):

        def open_and_go(screen: Screen = screen) -> None:
            camera.unlock()
            camera.go(screen)

        yield screen.value, open_and_go
    for state, button in (
        ("writing", "reflect_new"),
        ("prompts", "prompt_choose"),
        ("moving", "reflect_moving"),
    ):

        def press(button: str = button) -> None:
            camera.unlock()
            camera.go(Screen.REFLECT)
            camera.press(button)

        yield f"reflect-{state}", press
    for task in ("passphrase", "confirm-code", "new-code", "restore", "erase"):

        def begin(task: str = task) -> None:
            camera.unlock()
            camera.go(Screen.VAULT, term=task)

        yield f"room-{task}", begin
    yield "summary", lambda: camera.go(Screen.SUMMARY)
    yield "profiles", lambda: camera.go(Screen.PROFILES)
    yield "tools", lambda: camera.go(Screen.TOOLS)
    yield "resources", lambda: camera.go(Screen.RESOURCES)
    yield "glossary", lambda: camera.go(Screen.GLOSSARY)
    yield "support", lambda: camera.go(Screen.SUPPORT)
    yield "settings", lambda: camera.go(Screen.SETTINGS)
    yield "help", lambda: camera.go(Screen.HELP)
    yield "about", lambda: camera.go(Screen.ABOUT)
    yield "author", lambda: camera.go(Screen.AUTHOR)
    yield "author-desk", camera.open_a_pack
    for panel in ("files", "people", "modules", "director", "staff", "export", "care"):

        def team(panel: str = panel) -> None:
            camera.go(Screen.TEAM)
            camera.press(f"team_show_{panel}")

        yield f"team-{panel}", team
    kinds = {Check: "check", Scenario: "scenario", Reflect: "reflect", Plan: "plan"}
    for entry in library.entries():
        if entry.id not in SHOWN and not every_module:
            continue
        module = library.module(entry.id)
        for number, part in enumerate(module.parts, start=1):
            holds = "".join(
                f"-{word}"
                for kind, word in kinds.items()
                if any(isinstance(block, kind) for block in part.blocks)
            )

            def there(entry_id: str = entry.id, part_id: str = part.id) -> None:
                camera.go(Screen.MODULE, entry_id, part_id)

            yield f"module-{entry.id}-{number}{holds}", there
            if part.note is not None:

                def go_on(go_there: Callable[[], None] = there) -> None:
                    go_there()
                    camera.press("note_continue")

                yield f"module-{entry.id}-{number}{holds}-read", go_on


def practise(camera: Camera) -> None:
    """A question answered, a choice made in a scenario, a summary read, and the closing page."""
    entry = camera.services.library.entries()[1]
    module = camera.services.library.module(entry.id)
    for part in module.parts:
        camera.go(Screen.MODULE, entry.id, part.id)
        if part.note is not None and camera.press("note_summary"):
            camera.shoot(f"practise-{part.id}-summary")
            camera.press("summary_full")
        if camera.press("option_1") and camera.press("check_answer"):
            camera.shoot(f"practise-{part.id}-answered")
        if camera.press("choice_1"):
            camera.shoot(f"practise-{part.id}-chosen")
    camera.press("finish_module")
    camera.press("skip_and_finish")
    camera.shoot_whole("practise-closing")
    camera.press("closing_look_again")
    camera.shoot("practise-looking-again")


def shoot_all(camera: Camera, only: str, *, every_module: bool) -> None:
    """Draws every screen in the look in force."""
    for name, go_there in scenes(camera, every_module=every_module):
        if only and only not in name:
            continue
        go_there()
        camera.shoot_whole(name)
    if only:
        return
    practise(camera)
    camera.go(Screen.HOME)
    camera.window.acts.quick_search()
    camera.settle()
    dialog = camera.window.findChild(QDialog, "quick_search")
    if dialog is not None:
        camera.shoot("quick-search", dialog)
        dialog.reject()
    camera.hub.failed.emit(
        AppError(
            "We could not write to that folder.",
            "Your work is safe here. Choose another folder.",
            code="sample",
        )
    )
    camera.settle()
    camera.shoot("home-with-a-message")
    camera.press("close_message")
    camera.window.acts.hide_screen()
    camera.settle()
    camera.shoot("hidden")
    camera.window.ways_out.come_back()


def shoot_set_up(camera: Camera) -> None:
    """Setting up a private room, as Callum would meet it."""
    people = {person.name: person.id for person in camera.services.people.all()}
    look = camera.window.arrivals.session
    assert look is not None
    settings = look.person.settings
    camera.window.arrivals.enter(people["Callum"])
    theme().apply(camera.app, settings)
    camera.settle()
    camera.go(Screen.REFLECT)
    camera.shoot("room-offer")
    camera.press("vault_set_up")
    camera.shoot_whole("room-set-up-1")
    camera.press("about_room_continue")
    camera.shoot_whole("room-set-up-2")


def shoot_before_anyone(camera: Camera, theme_choice: Theme, text_size: int) -> None:
    """Who you are, and first use. Nobody's own look holds there, so it is put in force by hand."""
    settings = replace(Settings(), theme=theme_choice, text_size=text_size)
    camera.window.arrivals.show_who()
    theme().apply(camera.app, settings)
    camera.settle()
    camera.shoot("who-are-you")
    camera.window.arrivals.show_welcome()
    theme().apply(camera.app, settings)
    for step in range(1, 4):
        camera.settle()
        camera.shoot(f"welcome-{step}")
        if step < 3:
            camera.press("welcome_continue")


def main(arguments: list[str]) -> int:
    """Draws the screens and says where they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screens"))
    parser.add_argument("--only", default="", help="only screens whose name holds these letters")
    parser.add_argument("--look", default="", help="one look alone, such as dark-200")
    parser.add_argument("--small", action="store_true", help="at 1024x640, the smallest size")
    parser.add_argument("--all", action="store_true", help="every module, not three of them")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    drawn = 0
    for colours in (Theme.LIGHT, Theme.DARK):
        for text_size in (100, 200):
            if chosen.look and chosen.look != f"{colours.value}-{text_size}":
                continue
            # Sample data afresh for each look: reading through it changes what Home says.
            camera = Camera(chosen.out, SMALL if chosen.small else SIZE)
            try:
                camera.set_look(colours, text_size)
                shoot_all(camera, chosen.only, every_module=chosen.all)
                if not chosen.only:
                    shoot_set_up(camera)
                    shoot_before_anyone(camera, colours, text_size)
            finally:
                camera.close()
            drawn += len(camera.files)
    print(f"{drawn} pictures in {chosen.out}, in {time.monotonic() - begun:.0f} seconds")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
