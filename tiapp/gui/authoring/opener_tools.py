"""Pack files and a double-click: what it is now, and having it the other way."""

from PySide6.QtCore import QObject

from tiapp.gui.authoring.ask_box import AskBox
from tiapp.gui.authoring.ask_place import AskPlace
from tiapp.gui.authoring.author_calls import AuthorCalls
from tiapp.gui.kit.run import Worker


class OpenerTools(QObject):
    """Belongs to the Author page, and asks in its place for questions."""

    def __init__(self, calls: AuthorCalls, worker: Worker, place: AskPlace) -> None:
        super().__init__(place)
        self._calls = calls
        self._worker = worker
        self._place = place

    def ask(self) -> None:
        """Says whether pack files open with Steady, and offers the other way."""
        self._worker.run(self, self._calls.opens_packs, self._show, failed=self._place.tell_error)

    def _show(self, is_set: bool) -> None:
        box = AskBox(self.tr("Open pack files with a double-click"), "opener_box")
        box.say(
            self.tr("Pack files open with Steady when you double-click them.")
            if is_set
            else self.tr("Steady does not open pack files yet when you double-click them.")
        )
        box.say(
            self.tr(
                "This is for your account on this computer. Opening a pack file only shows what "
                "is in it; you are asked before it is installed."
            )
        )
        if is_set:
            words = self.tr("No longer open them with Steady")
            box.offer(words, "opener_off", lambda: self._have(False), main=True)
        else:
            words = self.tr("Have Steady open them")
            box.offer(words, "opener_on", lambda: self._have(True), main=True)
        box.leave(self.tr("Not now"))
        self._place.put(box)

    def _have(self, wanted: bool) -> None:
        self._worker.run(
            self,
            lambda: self._calls.have_packs_opened(wanted),
            lambda at_once: self._told(wanted, at_once),
            failed=self._place.tell_error,
        )

    def _told(self, wanted: bool, at_once: bool) -> None:
        title = (
            self.tr("Pack files open with Steady now")
            if wanted
            else self.tr("Pack files no longer open with Steady")
        )
        lines = [self.tr("You can change it here again at any time.")]
        if not at_once:
            lines.append(self.tr("Your desktop may see it only after you have signed in again."))
        self._place.tell(title, lines, "ok")
