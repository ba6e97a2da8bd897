"""Uses the whole program with words that exist nowhere else, in a process of its own.

    python -m tests.journeys.canary_use DATA EXPORT WORDS close|kill

WORDS is a JSON object of unique words by the name of the place where they are planted. At the end
the window is closed, or the process is killed in the middle of typing. What it leaves behind is
looked through by test_canary.py.
"""

import json
import logging
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.vaults import QUICK
from tiapp.app import _BugLog
from tiapp.core.clock import SystemClock
from tiapp.core.settings import Settings
from tiapp.gui.application import start
from tiapp.gui.kit import clipboard
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.pictures import settle
from tiapp.gui.shell.main_window import MainWindow
from tiapp.learning.blocks import Reflect
from tiapp.private.check_in_model import Answer, CheckIn
from tiapp.private.exporters.plain import write_markdown
from tiapp.private.journal_model import Draft
from tiapp.private.plan_model import Wording
from tiapp.private.vault import Vault
from tiapp.services import Services
from tiapp.storage.paths import Paths


class Use:
    """One window, and what somebody does in it."""

    def __init__(self, data: Path, words: dict[str, str]) -> None:
        self.words = words
        self.paths = Paths.under(data)
        self.clock = SystemClock()
        self.services = Services(self.paths, self.clock)
        logging.getLogger("tiapp").addHandler(_BugLog(self.paths.logs, self.clock))
        person = self.services.people.add("Isla")
        vault = Vault(self.services.people.folder(person.id), self.clock, cost=QUICK)
        self.code = str(vault.create(words["passphrase"]).code)
        vault.close()
        self.hub = Hub()
        self.app: QApplication = start(self.paths.resources, self.hub)
        self.worker = Worker(self.hub)
        self.window = MainWindow(self.services, self.hub, self.worker)
        self.window.start(person.id)
        self.window.resize(1240, 860)
        self.window.show()
        settle(self.worker)
        session = self.window.arrivals.session
        assert session is not None
        session.save_settings(Settings(check_in=True, check_in_history=True, reminders=True))
        self.session = session

    def wait(self, condition: Callable[[], bool]) -> None:
        """Until it holds; a minute is ten times what it takes."""
        for _ in range(6_000):
            settle(self.worker)
            if condition():
                return
            QTest.qWait(10)
        raise SystemExit("a condition never held")

    def go(self, screen: Screen, **where: str) -> None:
        """To a screen, as the navigation does it."""
        assert self.window.stage is not None
        self.window.stage.go(Destination(screen, **where))  # type: ignore[arg-type]
        settle(self.worker)

    def find(self, kind: type, name: str = "") -> QWidget:
        """The first visible widget of a kind."""
        for widget in self.window.findChildren(kind, name or None):
            if widget.isVisible() and widget.isEnabled():
                return widget
        raise SystemExit(f"no {kind.__name__} {name} is in view")

    def press(self, name: str) -> None:
        """A button, as with the mouse."""
        button = self.find(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        button.click()
        settle(self.worker)

    def unlock(self) -> None:
        """With the passphrase, typed at the door."""
        self.go(Screen.REFLECT)
        QTest.keyClicks(self.find(QLineEdit, "unlock_passphrase"), self.words["passphrase"])
        self.press("unlock")
        self.wait(lambda: self.session.private.is_open)

    def write(self) -> None:
        """An entry with everything that an entry has, by keys."""
        self.press("reflect_new")
        editor = self.find(QPlainTextEdit)
        QTest.keyClicks(editor, self.words["old"])
        settle(self.worker)
        assert isinstance(editor, QPlainTextEdit)
        editor.selectAll()
        QTest.keyClicks(editor, self.words["body"])
        QTest.keyClicks(self.find(QLineEdit, "entry_title"), self.words["title"])
        QTest.keyClicks(self.find(QLineEdit, "entry_tags"), self.words["tag"])
        editor.selectAll()
        editor.copy()
        clipboard.put_private(self.words["copied"])
        self.wait(lambda: self.words["body"] in self._bodies())
        QTest.keyClicks(self.find(QLineEdit, "reflect_search"), self.words["searched"])
        settle(self.worker)

    def _bodies(self) -> str:
        room = self.session.private.room
        assert room is not None
        return " ".join(entry.body for entry in room.journal.every())

    def plant(self) -> None:
        """What other pages keep, through the services they use."""
        room, words = self.session.private.room, self.words
        assert room is not None
        room.journal.set_names([words["name"]])
        gone = room.journal.begin(Draft(words["deleted"]))
        room.journal.delete(gone.id)
        answer = Answer("energy", words=words["answer"])
        check_in = CheckIn(datetime.now(), "steady", 1, (answer,), note=words["note"])
        room.check_ins.add(check_in)
        room.check_ins.keep_draft(
            CheckIn(datetime.now(), "steady", 1, (), note=words["check-in draft"])
        )
        step = room.plan.add(
            Wording(when=words["when"], then=words["step"], first_move=words["first move"])
        )
        room.plan.done(step.id, helped=words["helped"])
        room.plan.add(Wording(then=words["open step"]))
        room.reminders.keep([words["reminder"]])

    def walk(self) -> None:
        """Every screen, Quick search, and a fault inside the program that quotes private words."""
        for screen in Screen:
            if screen is not Screen.MODULE:
                self.go(screen)
        for entry in self.services.library.entries()[:2]:
            self.go(Screen.MODULE, module_id=entry.id)
        self.go(Screen.HOME)
        self.window.acts.quick_search()
        dialog = self.find(QWidget, "quick_search")
        QTest.keyClicks(self.find(QLineEdit, "quick_search_field"), self.words["body"])
        settle(self.worker)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

        def breaks() -> None:
            secret = self.words["crash"]
            raise RuntimeError(f"something broke at {secret}")

        self.worker.run(self.window, breaks)
        self.session.private.worker.run(self.window, breaks)
        settle(self.worker)

    def reply(self) -> None:
        """An answer to the first question of the first module, written in the reader."""
        entry = self.services.library.entries()[0]
        module = self.services.library.module(entry.id)
        part, block = next(
            (part, block)
            for part in module.parts
            for block in part.blocks
            if isinstance(block, Reflect)
        )
        self.go(Screen.MODULE, module_id=entry.id, part_id=part.id)
        if part.note is not None:
            self.press("note_continue")
        settle(self.worker)
        self.press(f"write_reply_{block.id}")
        QTest.keyClicks(self.find(QPlainTextEdit), self.words["reply"])
        self.wait(lambda: self.words["reply"] in self._bodies())

    def export(self, folder: Path) -> None:
        """The one place where plain words may be: where the person put them."""
        room = self.session.private.room
        assert room is not None
        write_markdown(room.journal.every(), folder)

    def end(self, how: str) -> None:
        """Closes the window, or dies in the middle of typing."""
        self.go(Screen.REFLECT)
        self.press("reflect_new")
        QTest.keyClicks(self.find(QPlainTextEdit), self.words["draft"])
        if how == "kill":
            self.wait(lambda: self.words["draft"] in self._bodies())
            QTest.keyClicks(self.find(QPlainTextEdit), "more")
            os.kill(os.getpid(), signal.SIGKILL)
        self.window.close()
        self.wait(lambda: not self.window.isVisible())
        self.worker.stop()


def main(arguments: list[str]) -> int:
    """All of it, in order."""
    data, export, words, how = arguments
    use = Use(Path(data), json.loads(words))
    sys.stdout.write(json.dumps(use.code) + "\n")
    sys.stdout.flush()
    use.unlock()
    use.write()
    use.plant()
    use.reply()
    use.walk()
    room = use.session.private.room
    assert room is not None
    backup = room.back_up()
    room.test_backup(backup)
    use.window.acts.hide_screen()
    settle(use.worker)
    use.window.acts.hide_screen()
    use.wait(lambda: use.session.private.vault.state() == "locked")
    use.unlock()
    use.export(Path(export))
    use.end(how)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
