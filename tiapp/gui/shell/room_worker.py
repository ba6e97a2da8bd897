"""The private room's way to the worker: open as long as the room is, and no longer.

Private pages ask here instead of the Worker itself. What comes back after the room has locked is
let go of, unseen; what is asked for after that is not done at all, so nothing is ever written to a
locked room.
"""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.run import Worker


class RoomWorker(QObject):
    """Made for one opening of the room. A `Runner` like the Worker.

    Calls asked for while the room is closing are drafts being saved. One that can't be saved is
    kept in `unsaved`, with what it would save, until it is tried again or let go of.
    """

    def __init__(self, worker: Worker, hub: Hub) -> None:
        super().__init__()
        self._worker = worker
        self._hub = hub
        self._closing = False
        self._keep = False
        self._shut = False
        self.saving = 0
        """How many drafts have been asked for and have not come back."""
        self.unsaved: list[Callable[[], Any]] = []
        self.trouble: AppError | None = None
        """Why the last of them could not be saved."""

    def run(
        self,
        owner: QObject,
        call: Callable[[], Any],
        then: Callable[[Any], None] | None = None,
        *,
        failed: Callable[[AppError], None] | None = None,
        changed: Topic | None = None,
    ) -> None:
        """As Worker.run, while the room is open."""
        if self._shut:
            return
        draft = self._closing
        self.saving += draft

        def done(result: Any) -> None:
            self.saving -= draft
            if self._shut:
                return
            if then is not None and shiboken6.isValid(owner):
                then(result)
            if changed is not None:
                self._hub.changed.emit(changed)

        def not_done(error: AppError) -> None:
            self.saving -= draft
            if draft and self._keep:
                self.unsaved.append(call)
                self.trouble = error
            elif self._shut and not draft:
                pass
            elif failed is not None and shiboken6.isValid(owner):
                failed(error)
            else:
                self._hub.failed.emit(error)

        self._worker.run(self, call, done, failed=not_done)

    def begin_closing(self, *, keep: bool) -> None:
        """From now on, what is asked for are the drafts; those not saved are kept, or told."""
        self._closing = True
        self._keep = keep

    def shut(self) -> None:
        """Nothing more is taken on, and nothing is shown any more."""
        self._shut = True

    def try_again(self) -> None:
        """Tries once more to save what could not be saved."""
        waiting, self.unsaved = self.unsaved, []
        self.trouble = None
        for call in waiting:
            self.saving += 1
            self._worker.run(self, call, self._saved, failed=self._keeper(call))

    def _saved(self, _: object) -> None:
        self.saving -= 1

    def _keeper(self, call: Callable[[], Any]) -> Callable[[AppError], None]:
        def keep(error: AppError) -> None:
            self.saving -= 1
            self.unsaved.append(call)
            self.trouble = error

        return keep
