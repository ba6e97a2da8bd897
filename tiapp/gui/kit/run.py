"""How a page asks for work: one call, off the interface thread, and its result comes back here.

Python work goes to one worker thread (performance page, section 7: two would stall the window).
"""

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

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


class _Job:
    """A call on its way to the worker and back."""

    __slots__ = ("call", "changed", "failed", "owner", "then")

    def __init__(
        self,
        owner: QObject,
        call: Callable[[], Any],
        then: Callable[[Any], None] | None,
        failed: Callable[[AppError], None] | None,
        changed: Topic | None,
    ) -> None:
        self.owner = owner
        self.call = call
        self.then = then
        self.failed = failed
        self.changed = changed


class Worker(QObject):
    """The one worker thread. Calls run in the order they were asked for."""

    _done = Signal(object, object, object)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._pending = 0
        self._stopped = False
        self._thread: threading.Thread | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """True when every call has come back."""
        return self._pending == 0

    def run(
        self,
        owner: QObject,
        call: Callable[[], Any],
        then: Callable[[Any], None] | None = None,
        *,
        failed: Callable[[AppError], None] | None = None,
        changed: Topic | None = None,
    ) -> None:
        """Does `call()` in the worker; then, here, `then(result)` and one announcement.

        An AppError goes to `failed`, or else to the hub, which shows it. Nothing comes back to an
        owner that has been deleted meanwhile; the announcement is still made. After `stop`
        nothing is done any more.
        """
        if self._stopped:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="tiapp-worker", daemon=True)
            self._thread.start()
        self._pending += 1
        self._jobs.put(_Job(owner, call, then, failed, changed))

    def stop(self, seconds: float = 10.0) -> None:
        """Finishes what was asked for, then ends the thread for good."""
        self._stopped = True
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(seconds)
            self._thread = None

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            result: Any = None
            error: BaseException | None = None
            try:
                result = job.call()
            except AppError as known:
                error = known
            except Exception as bug:
                _log.exception("A call in the worker failed")
                error = bug
            try:
                self._done.emit(job, result, error)
            except RuntimeError:  # the application is closing
                return
            # The interface thread has its own hold on these; what belongs to widgets must not be
            # let go of last by this thread, which would take it apart here.
            del job, result, error

    @Slot(object, object, object)
    def _on_done(self, job: _Job, result: Any, error: Exception | None) -> None:
        self._pending -= 1
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
