"""How a page asks for work: one call, off the interface thread, and its result comes back here.

Python work goes to one worker thread (two kept the window from
answering for 39 ms, one for 6).
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Hub, Topic

_log = logging.getLogger(__name__)

UNEXPECTED = AppError(
    "Something went wrong inside Steady.",
    "What you did before is safe. You can carry on, or close Steady and open it again.",
    code="APP-1",
)


class Runner(Protocol):
    """Does calls off the interface thread: the Worker, or the private room's own way to it."""

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
        """See Worker.run.

        `keep` says that the call saves private words, and names what they are the words of. Should
        it not go, the private room tries it again until it does, or until another call of that
        name is asked for: whoever wrote them may have gone on to another page.
        """
        ...


class _Job:
    """What becomes of a call once it is back. It never leaves the interface thread."""

    __slots__ = ("changed", "failed", "owner", "then")

    def __init__(
        self,
        owner: QObject,
        then: Callable[[Any], None] | None,
        failed: Callable[[AppError], None] | None,
        changed: Topic | None,
    ) -> None:
        self.owner = owner
        self.then = then
        self.failed = failed
        self.changed = changed


class Worker(QObject):
    """The one worker thread. Calls run in the order they were asked for."""

    _done = Signal(int, object, object)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._jobs: dict[int, tuple[Callable[[], Any], _Job]] = {}
        self._asked = 0
        self._waiting: deque[tuple[int, Callable[[], Any]] | None] = deque()
        self._ready = threading.Semaphore(0)
        self._stopped = False
        self._thread: threading.Thread | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """True when every call has come back."""
        return not self._jobs

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
        """Does `call()` in the worker; then, here, `then(result)` and one announcement.

        An AppError goes to `failed`, or else to the hub, which shows it. Nothing comes back to an
        owner that has been deleted meanwhile; the announcement is still made. After `stop`
        nothing is done any more. Nothing is kept here: private words are saved by `RoomWorker`.
        """
        if self._stopped:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="tiapp-worker", daemon=True)
            self._thread.start()
        self._asked += 1
        # The call is held here too until it is back. What it belongs to may be a widget, and the
        # thread must never be the last to let go of one: it would take it apart there.
        self._jobs[self._asked] = (call, _Job(owner, then, failed, changed))
        self._put((self._asked, call))

    def stop(self, seconds: float = 10.0) -> None:
        """Finishes what was asked for, then ends the thread for good."""
        self._stopped = True
        if self._thread is not None:
            self._put(None)
            self._thread.join(seconds)
            self._thread = None

    def _put(self, order: tuple[int, Callable[[], Any]] | None) -> None:
        self._waiting.append(order)
        self._ready.release()

    def _take(self) -> tuple[int, Callable[[], Any]] | None:
        self._ready.acquire()
        return self._waiting.popleft()

    def _work(self) -> None:
        while (order := self._take()) is not None:
            number, call = order
            result: Any = None
            error: BaseException | None = None
            try:
                result = call()
            except AppError as known:
                error = known
            except Exception as bug:
                _log.exception("A call in the worker failed")
                error = bug
            # Before the interface thread hears of it, and so before it lets go of the call itself.
            del order, call
            try:
                self._done.emit(number, result, error)
            except RuntimeError:  # the application is closing
                return
            del result, error

    @Slot(int, object, object)
    def _on_done(self, number: int, result: Any, error: Exception | None) -> None:
        _, job = self._jobs.pop(number)
        alive = shiboken6.isValid(job.owner)
        if error is not None:
            known = error if isinstance(error, AppError) else UNEXPECTED
            if job.failed is not None and alive:
                job.failed(known)
            else:
                self.hub.failed.emit(known)
            return
        if job.then is not None and alive:
            job.then(result)
        if job.changed is not None:
            self.hub.changed.emit(job.changed)
