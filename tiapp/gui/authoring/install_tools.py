"""Installing a pack, and taking an install back: what is asked, and what is told."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tiapp.gui.authoring.ask_box import AskBox
from tiapp.gui.authoring.ask_place import AskPlace
from tiapp.gui.authoring.author_calls import AuthorCalls
from tiapp.gui.authoring.file_dialogs import FileDialogs
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker

if TYPE_CHECKING:
    from tiapp.authoring.installed import Installed, Look


class InstallTools(QObject):
    """Belongs to the Author page, and asks in its place for questions.

    Signals:
        go(Destination): the person chose to go somewhere.
    """

    go = Signal(object)

    def __init__(
        self,
        calls: AuthorCalls,
        worker: Worker,
        place: AskPlace,
        dialogs: Callable[[], FileDialogs],
    ) -> None:
        super().__init__(place)
        self._calls = calls
        self._worker = worker
        self._place = place
        self._dialogs = dialogs

    def _run(self, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._worker.run(self, call, then, failed=self._place.tell_error)

    def choose(self) -> None:
        """Asks for a pack file first."""
        file = self._dialogs().pack_file(self._place, self.tr("A pack to install"))
        if file is not None:
            self.look(file)

    def look(self, file: Path) -> None:
        """Shows who published a pack file and what it would change, and asks."""
        self._run(lambda: self._calls.look(file), lambda look: self._ask_install(file, look))

    def _ask_install(self, file: Path, look: "Look") -> None:
        made = look.manifest
        box = AskBox(self.tr("Install this pack?"), "install_box")
        box.say(
            self.tr("{title}, version {version}").format(title=made.title, version=made.version),
            "install_title",
        )
        box.say(
            self.tr("Published by {publisher}. Steady cannot confirm who published it.").format(
                publisher=made.publisher
            ),
            "install_publisher",
        )
        if look.before is not None:
            box.say(self.tr("You have version {version} now.").format(version=look.before.version))
        for line in look.changes.lines():
            box.say(line.strip())
        box.say(self.tr("What you and others have done in its modules is kept. You can undo it."))
        box.offer(self.tr("Install the pack"), "install_now", lambda: self._install(file))
        box.leave(self.tr("Not now"))
        self._place.put(box)

    def _install(self, file: Path) -> None:
        self._worker.run(
            self,
            lambda: self._calls.install(file),
            self._installed,
            failed=self._place.tell_error,
            changed=Topic.LIBRARY,
        )

    def _installed(self, look: "Look") -> None:
        title = self.tr("{title} is installed").format(title=look.manifest.title)
        box = AskBox(title, "installed_box", "ok")
        box.say(self.tr("Its modules are in Learn. Undo install removes it again."))
        box.offer(
            self.tr("Open Learn"),
            "open_learn",
            lambda: self.go.emit(Destination(Screen.LEARN)),
        )
        box.leave(self.tr("Close this message"))
        self._place.put(box)

    def ask_undo(self) -> None:
        """Asks which install to take back."""
        self._run(self._calls.undoable, self._show_undoable)

    def _show_undoable(self, found: "tuple[tuple[Installed, ...], tuple[str, ...]]") -> None:
        installed, undoable = found
        box = AskBox(self.tr("Undo an install"), "undo_box")
        if not undoable:
            box.say(self.tr("No pack has been installed, so there is nothing to undo."))
            box.leave(self.tr("Close this message"))
            self._place.put(box)
            return
        box.say(
            self.tr(
                "The pack goes back to what it was before its last change. What people have "
                "done in it is kept, and you can undo this too."
            )
        )
        titles = {one.pack.id: one.pack.title for one in installed}
        for pack_id in undoable:
            title = titles.get(pack_id, pack_id)
            box.offer(
                self.tr("Undo {title}").format(title=title),
                f"undo_{pack_id}",
                lambda pack_id=pack_id: self._undo(pack_id),  # type: ignore[misc]
            )
        box.leave(self.tr("Not now"))
        self._place.put(box)

    def _undo(self, pack_id: str) -> None:
        self._worker.run(
            self,
            lambda: self._calls.undo(pack_id),
            lambda _: self._place.tell(
                self.tr("The pack is back as it was"),
                [self.tr("What people have done in it is kept.")],
                "ok",
            ),
            failed=self._place.tell_error,
            changed=Topic.LIBRARY,
        )
