"""What the private room adds around the pages: slots, notices, the button that locks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.shell import private_pages
from tiapp.gui.shell.nav_rail import NavRail
from tiapp.gui.shell.room_care import RoomCare
from tiapp.gui.shell.room_notices import RoomNotices
from tiapp.gui.shell.session import Session


class RoomAtStage(QObject):
    """Made when the private room is first looked for, after the first screen is painted.

    Signals:
        go(Destination): a notice leads somewhere.
        told(AppError): something to be shown wherever the person is.
    """

    go = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        session: Session,
        rail: NavRail,
        notices: RoomNotices,
        on_private_page: Callable[[], bool],
        stage: QWidget,
    ) -> None:
        super().__init__(stage)
        self._session = session
        self._rail = rail
        self._notices = notices
        self._on_private_page = on_private_page
        person = session.person
        self._care = RoomCare(
            session.private, lambda: person.settings.lock_after_minutes, session.hub, stage
        )
        self._care.changed.connect(self.show_notices)
        notices.stay_wanted.connect(self._care.watch.somebody_is_here)
        notices.later_wanted.connect(self._care.put_off)
        confirm = Destination(Screen.VAULT, term="confirm-code")
        notices.confirm_wanted.connect(lambda: self.go.emit(confirm))
        session.private.held.connect(self._tell_what_is_held)
        self.fill_slots()

    def fill_slots(self) -> None:
        """Registers what belongs on other pages now: with the room open, or shut."""
        session = self._session
        room = session.private.room
        self._rail.show_lock(room is not None)
        if room is None:
            session.slots.replace(lambda slots: private_pages.fill_slots_shut(slots, session))
        else:
            session.slots.replace(lambda slots: private_pages.fill_slots(slots, session, room))

    def show_notices(self) -> None:
        """On private pages only: while somebody reads a module nothing is to move."""
        private = self._on_private_page()
        self._notices.show_now(
            locks_soon=private and self._care.locks_soon, code=private and self._care.code_waits
        )

    def close_what_is_open(self) -> None:
        """Quick search may list what was found in the room.

        A file that is still being chosen would be written by nobody.
        """
        for dialog in self._rail.window().findChildren(QDialog):
            if dialog.objectName() == "quick_search" or dialog.property("private"):
                dialog.close()

    def _tell_what_is_held(self) -> None:
        trouble = self._session.private.trouble
        if trouble is not None:
            advice = self.tr("{reason} Open Reflect to try again.").format(reason=trouble.advice)
            self.told.emit(
                AppError(
                    self.tr("The last thing you wrote in your private room is not saved yet."),
                    advice,
                    code=trouble.code,
                )
            )
