"""Local details: the form, and what becomes of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from tiapp.core.errors import AppError
from tiapp.gui.authoring.ask_place import AskPlace
from tiapp.gui.authoring.author_calls import AuthorCalls
from tiapp.gui.authoring.file_dialogs import PACK_ENDING, FileDialogs
from tiapp.gui.authoring.local_form import LocalForm
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.run import Worker


class LocalTools(QObject):
    """Belongs to the Author page, and asks in its place for questions."""

    def __init__(
        self,
        calls: AuthorCalls,
        worker: Worker,
        hub: Hub,
        place: AskPlace,
        dialogs: Callable[[], FileDialogs],
    ) -> None:
        super().__init__(place)
        self._calls = calls
        self._worker = worker
        self._hub = hub
        self._place = place
        self._dialogs = dialogs

    def _run(self, call: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._worker.run(self, call, then, failed=self._place.tell_error)

    def ask(self) -> None:
        """Shows the form, with what is installed now."""
        self._run(self._calls.local_now, lambda now: self._show_local(*now))

    def _show_local(self, organisation: str, before: Any) -> None:
        form = LocalForm(self._calls.today(), organisation, before)

        def filled() -> bool:
            if form.organisation.text().strip():
                return True
            form.organisation.setFocus()
            self._hub.status.emit(self.tr("Please give the name of your organisation first."))
            return False

        def install() -> None:
            name, details = form.organisation.text().strip(), form.details()
            if filled():
                self._worker.run(
                    self,
                    lambda: self._calls.install_local(name, details),
                    lambda _: self._place.tell(
                        self.tr("Support shows your local details"),
                        [self.tr("Undo install removes them again.")],
                        "ok",
                    ),
                    failed=self._tell_beside,
                    changed=Topic.LIBRARY,
                )

        def save() -> None:
            name, details = form.organisation.text().strip(), form.details()
            if not filled():
                return
            out = self._dialogs().new_pack_file(
                self._place, self.tr("Save the pack as"), f"local-details{PACK_ENDING}"
            )
            if out is not None:
                self._worker.run(
                    self,
                    lambda: self._calls.save_local(name, details, out),
                    lambda made: self._place.tell(
                        self.tr("The pack is ready"),
                        [self.tr("It is in {file}.").format(file=made)],
                        "ok",
                    ),
                    failed=self._tell_beside,
                )

        form.offer(self.tr("Show these in Support"), "local_install", install, main=True)
        form.offer(self.tr("Make a file to share"), "local_save", save)
        form.leave(self.tr("Not now"))
        self._place.put(form)

    def _tell_beside(self, error: AppError) -> None:
        """Says what is the matter without taking away what was filled in."""
        self._hub.failed.emit(error)
