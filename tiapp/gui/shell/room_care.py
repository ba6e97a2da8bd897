"""What happens by itself around an open private room: backups, tidying, watching for sleep.

Nothing of it begins before the page that the person wanted is painted.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.shell.lock_watch import LockWatch
from tiapp.gui.shell.private_room import PrivateRoom

if TYPE_CHECKING:
    from tiapp.private.room import Room

CARE_AFTER_MS = 1_500


class RoomCare(QObject):
    """Belongs to the stage of one person.

    Signals:
        changed(): `locks_soon` or `code_waits` is another now.
    """

    changed = Signal()

    def __init__(
        self, private: PrivateRoom, minutes: Callable[[], int], hub: Hub, stage: QWidget
    ) -> None:
        super().__init__(stage)
        self._stage = stage
        self._private = private
        self._hub = hub
        self._sleep: QObject | None = None
        self.locks_soon = False
        self.code_waits = False
        """Whether the recovery code is not confirmed, and the person may be reminded."""
        self._put_off = False
        self.watch = LockWatch(minutes, self)
        self.watch.warned.connect(lambda: self._say_soon(True))
        self.watch.eased.connect(lambda: self._say_soon(False))
        self.watch.lock_wanted.connect(private.lock)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(CARE_AFTER_MS)
        self._later.timeout.connect(self._care)
        private.opened.connect(self._begin)
        private.emptied.connect(self._end)
        hub.changed.connect(self._on_changed)

    def put_off(self) -> None:
        """No more about the code until the room is opened another time."""
        self._put_off = True
        self._set_code_waits(False)

    def _begin(self) -> None:
        self.watch.start()
        self._put_off = False
        self._later.start()

    def _end(self) -> None:
        self.watch.stop()
        self._later.stop()
        self._set_code_waits(False)
        self._say_soon(False)

    def _care(self) -> None:
        room = self._private.room
        if room is None:
            return
        if self._sleep is None:
            from tiapp.gui.shell.sleep_watch import SleepWatch

            sleep = SleepWatch(int(self._stage.window().winId()), self)
            sleep.lock_wanted.connect(self._private.lock)
            self._sleep = sleep
        from tiapp.gui.private.spelling_marks import load_dictionary

        worker = self._private.worker
        worker.run(self, load_dictionary)
        worker.run(self, room.journal.tidy)
        worker.run(self, room.back_up_if_due, lambda _: self._hub.changed.emit(Topic.ROOM))
        self._look_at_code(room)
        if room.newer_backup is not None:
            self._hub.failed.emit(_knows_less())

    def _on_changed(self, topic: Topic) -> None:
        room = self._private.room
        if topic is Topic.ROOM and room is not None and self.code_waits:
            self._look_at_code(room)

    def _look_at_code(self, room: "Room") -> None:
        def look(confirmed: bool) -> None:
            self._set_code_waits(not confirmed and not self._put_off)

        self._private.worker.run(self, lambda: room.code_confirmed, look)

    def _set_code_waits(self, waits: bool) -> None:
        if waits != self.code_waits:
            self.code_waits = waits
            self.changed.emit()

    def _say_soon(self, soon: bool) -> None:
        if soon != self.locks_soon:
            self.locks_soon = soon
            self.changed.emit()


def _knows_less() -> AppError:
    return AppError(
        "The private room has less in it than its last backup.",
        "The computer may have stopped suddenly, or an older folder may have been put back. "
        "What is there is safe. If something is missing, restore the backup: Settings, Data "
        "of the private room.",
        code="vault-behind",
    )
