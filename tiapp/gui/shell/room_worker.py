"""The private room's way to the worker: open as long as the room is, and no longer.

Private pages ask here instead of the Worker itself. What comes back after the room has locked is
let go of, unseen; what is asked for after that is not done at all, so nothing is ever written to a
locked room.
"""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QTimer

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.run import Worker

AGAIN_MS = 5_000


class RoomWorker(QObject):
    """Made for one opening of the room. A `Runner` like the Worker.

    A call that saves words (`keep`) and can't is tried again every few seconds. What is still
    waiting when the room closes counts as a draft.

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
        self._waiting: dict[str, tuple[Callable[[], Any], Topic | None]] = {}
        self._asked: dict[str, int] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._save_what_waits)

    def run(
        self,
        owner: QObject,
        call: Callable[[], Any],
        then: Callable[[Any], None] | None = None,
        *,
        failed: Callable[[AppError], None] | None = None,
        changed: Topic | None = None,
        keep: str = "",
    ) -> None:
        """As Worker.run, while the room is open."""
        if self._shut:
            return
        # newer words take the place of older ones that are still waiting
        self._waiting.pop(keep, None)
        number = self._asked[keep] = self._asked.get(keep, 0) + 1
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
                return
            if keep and number == self._asked[keep]:
                if self._shut and self._keep:
                    self.unsaved.append(call)
                    self.trouble = error
                elif not self._shut:
                    self._waiting[keep] = (call, changed)
                    self._again.start()
            if self._shut and not draft:
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
        self._again.stop()
        if self._keep:
            self.unsaved += [call for call, _ in self._waiting.values()]
            self.try_again()
        self._waiting.clear()

    def try_again(self) -> None:
        """Tries once more to save what could not be saved."""
        waiting, self.unsaved = self.unsaved, []
        self.trouble = None
        for call in waiting:
            self.saving += 1
            self._worker.run(self, call, self._saved, failed=self._keeper(call))

    def _save_what_waits(self) -> None:
        for keep, (call, changed) in list(self._waiting.items()):
            self.run(self, call, failed=_said_before, changed=changed, keep=keep)

    def _saved(self, _: object) -> None:
        self.saving -= 1

    def _keeper(self, call: Callable[[], Any]) -> Callable[[AppError], None]:
        def keep(error: AppError) -> None:
            self.saving -= 1
            self.unsaved.append(call)
            self.trouble = error

        return keep


def _said_before(_: AppError) -> None:
    """The person was told when it first could not be saved."""
