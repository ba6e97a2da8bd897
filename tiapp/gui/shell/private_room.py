"""The window's side of the private room: who holds the vault, and when it opens and locks.

See docs/decisions/007-locking.md for the order in which things go when it locks.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tiapp.core.errors import AppError
from tiapp.gui.kit import clipboard
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.run import Worker
from tiapp.gui.shell.room_worker import RoomWorker

if TYPE_CHECKING:
    from tiapp.private.erase import Erased
    from tiapp.private.room import Room
    from tiapp.private.vault import Created, Vault, VaultState

Failed = Callable[[AppError], None]


class PrivateRoom(QObject):
    """One person's vault at this window, and while it is open, the room in it.

    Signals:
        opened(): private pages may be built from `room`, and ask through `worker`.
        closing(): save drafts now, through `worker`; everything is still there.
        emptied(): take everything private out of sight now. Nothing can be asked any more.
        closed(): the file is closed and the key is gone.
        held(): a draft could not be saved (`trouble` says why). It is kept, with the file open
            and nothing on the screen, until `try_again` or `let_go`.
    """

    opened = Signal()
    closing = Signal()
    emptied = Signal()
    closed = Signal()
    held = Signal()

    def __init__(self, vault: "Vault", worker: Worker, hub: Hub) -> None:
        # No parent: it must outlive the window's stage while a key is still being derived.
        super().__init__()
        self.vault = vault
        self._worker = worker
        self._hub = hub
        self._room: Room | None = None
        self._closing_room: Room | None = None
        self._runner: RoomWorker | None = None
        self._when_closed: Callable[[], None] | None = None
        self._leaving: tuple[Callable[[], object], Callable[[], None]] | None = None
        self._asked = 0
        self._ended = False

    @property
    def room(self) -> "Room | None":
        """The open room; None while it is locked or there is none."""
        return self._room

    @property
    def is_open(self) -> bool:
        """Whether private pages may be shown."""
        return self._room is not None

    @property
    def worker(self) -> RoomWorker:
        """How private pages ask for work. Only while the room is open."""
        assert self._runner is not None
        return self._runner

    @property
    def state(self) -> "VaultState":
        """What there is, as the window sees it: cheap enough to ask each time.

        Locked from the moment when nothing can be seen any more, although the file closes a
        little later.
        """
        from tiapp.private.vault import VaultState

        state = self.vault.state()
        return VaultState.LOCKED if state is VaultState.OPEN and not self.is_open else state

    @property
    def trouble(self) -> AppError | None:
        """Why a draft could not be saved when the room was to lock; None otherwise."""
        return self._runner.trouble if self._runner is not None and not self.is_open else None

    # Opening

    def create(
        self, passphrase: str, then: Callable[["Created"], None], failed: Failed | None = None
    ) -> None:
        """Makes the vault and opens it; `then` gets the recovery code after `opened`."""

        def made(created: "Created") -> None:
            if self._enter(created.room):
                then(created)

        self._ask(lambda: self.vault.create(passphrase), made, failed, lambda made: made.room)

    def unlock(self, passphrase: str, failed: Failed | None = None) -> None:
        """Opens the room, in the worker; `opened` tells when it is done."""
        self._ask(lambda: self.vault.unlock(passphrase), self._enter, failed)

    def unlock_with_code(self, code: str, failed: Failed | None = None) -> None:
        """Opens the room with the recovery code."""
        self._ask(lambda: self.vault.unlock_with_code(code), self._enter, failed)

    def _ask(
        self,
        call: Callable[[], Any],
        then: Callable[[Any], Any],
        failed: Failed | None,
        room_of: Callable[[Any], "Room"] = lambda room: room,
    ) -> None:
        self._asked += 1
        number = self._asked

        def came(result: Any) -> None:
            if number == self._asked and not self._ended:
                then(result)
            else:  # hidden, locked or left meanwhile
                self._worker.run(self, room_of(result).close)

        def did_not(error: AppError) -> None:
            if number == self._asked and not self._ended:
                (failed or self._hub.failed.emit)(error)

        def go() -> None:
            self._worker.run(self, call, came, failed=did_not)

        if self._closing_room is None:
            go()
        else:
            self._when_closed = go  # whoever unlocks at once would meet their own room still open

    def _enter(self, room: "Room") -> bool:
        self._room = room
        self._runner = RoomWorker(self._worker, self._hub)
        self.opened.emit()
        self._hub.changed.emit(Topic.ROOM)
        return self._room is room

    # Locking

    def lock(self) -> None:
        """Locks the room: drafts first, then everything goes. Safe to repeat.

        When it returns nothing private can be seen or asked for. The file is closed once what was
        being saved is saved: `closed`, or `held`, tells.
        """
        if self._empty(keep=True):
            # The worker does one thing after the other: by then every draft was saved, or was not.
            self._worker.run(self, _nothing, self._after_drafts)

    def may_leave(self, leave: Callable[[], object], stay: Callable[[], None]) -> bool:
        """Locks the room, and says whether the person can leave now: nothing is unsaved.

        Otherwise they stay for the moment. `leave` is called once everything is saved, or `stay`
        when something could not be: it is held then, for them to choose what becomes of it.
        """
        self.lock()
        if self._runner is None:
            return True
        if self._runner.saving:
            self._leaving = (leave, stay)
            return False
        if self._runner.unsaved:
            stay()
            return False
        return True

    def erase(self, then: Callable[["Erased"], None], failed: Failed) -> None:
        """Erases everything private. The room is locked first, with nothing to keep."""
        self._empty(keep=False)
        self._closing_room = self._runner = None  # erasing closes it
        self._worker.run(self, self.vault.erase, then, failed=failed, changed=Topic.ROOM)

    def end(self) -> None:
        """Locks for good: the person leaves, or the window closes. There is no later any more.

        Ask `may_leave` first. A draft that can't be saved is told like any other trouble, and is
        gone.
        """
        self._empty(keep=False)
        self._ended = True
        self._close()

    def _empty(self, *, keep: bool) -> bool:
        """Has drafts saved and everything else taken away; False when nothing was open."""
        self._asked += 1  # a key that is being derived now opens nothing any more
        self._when_closed = None
        if self._room is None or self._runner is None:
            return False
        self._runner.begin_closing(keep=keep)
        self.closing.emit()
        self._runner.shut()
        self._closing_room, self._room = self._room, None
        clipboard.take_back()
        self.emptied.emit()
        self._hub.changed.emit(Topic.ROOM)
        return True

    def try_again(self) -> None:
        """Tries once more to save what kept the room from locking."""
        if self._runner is not None and self._closing_room is not None:
            self._runner.try_again()
            self._worker.run(self, _nothing, self._after_drafts)

    def let_go(self) -> None:
        """Locks without what could not be saved."""
        self._close()

    def _after_drafts(self, _: object) -> None:
        leaving, self._leaving = self._leaving, None
        if self._runner is not None and self._runner.unsaved:
            self.held.emit()
            self._hub.changed.emit(Topic.ROOM)
            if leaving is not None:
                leaving[1]()
        else:
            self._close()
            if leaving is not None:
                leaving[0]()

    def _close(self) -> None:
        room = self._closing_room
        if room is not None:
            self._worker.run(self, room.close, self._on_closed, changed=Topic.ROOM)

    def _on_closed(self, _: object) -> None:
        self._closing_room = self._runner = None
        self.closed.emit()
        go, self._when_closed = self._when_closed, None
        if go is not None:
            go()


def _nothing() -> None:
    """Comes back from the worker when everything before it is done."""
