"""What stands in the place of a private page as long as the room is not open."""

from PySide6.QtWidgets import QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private.code_view import CodeView
from tiapp.gui.private.door_calls import DoorCalls, Failed
from tiapp.gui.private.forgotten_view import ForgottenView
from tiapp.gui.private.offer_view import OfferView
from tiapp.gui.private.passphrase_once_view import PassphraseOnceView
from tiapp.gui.private.told_view import ToldView
from tiapp.gui.private.trouble_views import (
    DAMAGE,
    DamagedView,
    HeldView,
    elsewhere_view,
    unavailable_view,
)
from tiapp.gui.private.unlock_view import UnlockView
from tiapp.gui.private.view_page import ViewPage
from tiapp.private.backups import Backup
from tiapp.private.rescue import Rescued
from tiapp.private.vault import VaultState


class DoorPage(ViewPage):
    """Says what is there, and what can be done next. It holds nothing private itself."""

    topics = frozenset({Topic.ROOM})

    def __init__(self, calls: DoorCalls, parent: QWidget | None = None) -> None:
        super().__init__("", "door_page", parent)
        self._calls = calls
        self._there = Destination(Screen.REFLECT)
        self._drawn: tuple[VaultState, Screen, AppError | None] | None = None

    def open(self, destination: Destination) -> None:
        """Keeps where the person is heading."""
        self._there = destination
        self._drawn = None

    def refresh(self) -> None:
        """Shows what fits the room's state. As long as that is the same, what is typed stays."""
        trouble = self._calls.trouble()
        now = (self._calls.state(), self._there.screen, trouble)
        if now == self._drawn:
            return
        self._drawn = now
        if trouble is not None:
            self._tell_what_is_held(trouble)
        elif now[0] is VaultState.NONE:
            self.show_view(OfferView(self._there.screen, self.go.emit))
        elif now[0] is VaultState.UNAVAILABLE:
            self.show_view(unavailable_view(self.go.emit))
        else:
            self._ask_for_passphrase()

    def _ask_for_passphrase(self) -> None:
        view = UnlockView(self._where(), self._calls, self._seen)
        view.code_wanted.connect(self._ask_for_code)
        view.forgotten.connect(self._tell_of_forgetting)
        self.show_view(view)

    def _ask_for_code(self) -> None:
        view = CodeView(self._calls, self._seen)
        view.passphrase_wanted.connect(self._ask_for_passphrase)
        self.show_view(view)

    def _seen(self, failed: Failed) -> Failed:
        """Some answers are a state of their own; the rest goes back to who asked."""

        def answer(error: AppError) -> None:
            if error.code == "vault-open-elsewhere":
                view = elsewhere_view()
                view.go_on.connect(self._ask_for_passphrase)
                self.show_view(view)
            elif error.code == "vault-unavailable":
                self.show_view(unavailable_view(self.go.emit))
            elif error.code in DAMAGE:
                self._calls.worker.run(
                    self,
                    self._calls.vault.backups.list,
                    lambda backups: self._tell_of_damage(error, list(backups)),
                    failed=lambda _: self._tell_of_damage(error, []),
                )
            else:
                failed(error)

        return answer

    def _tell_of_damage(self, error: AppError, backups: list[Backup]) -> None:
        view = DamagedView(error, backups, self.go.emit)
        view.again_wanted.connect(self._ask_for_passphrase)
        view.rescue_wanted.connect(self._ask_to_rescue)
        self.show_view(view)

    def _ask_to_rescue(self) -> None:
        view = PassphraseOnceView(
            self.tr("Rescue what can be read"),
            "rescue",
            self.tr(
                "Steady copies everything that can still be read into a new room with the "
                "same passphrase and recovery code. The damaged file is kept."
            ),
            self.tr("&Passphrase"),
            self.tr("Rescue what can be read"),
            self.tr("Back"),
        )
        view.given.connect(
            lambda passphrase: self._calls.worker.run(
                view,
                lambda: self._calls.vault.rescue(passphrase),
                self._tell_what_was_rescued,
                failed=view.did_not,
            )
        )
        view.back_wanted.connect(self._ask_for_passphrase)
        self.show_view(view)

    def _tell_what_was_rescued(self, rescued: Rescued) -> None:
        lines = [self.tr("%n row(s) could be read and are now in the new room.", "", rescued.rows)]
        if rescued.lost:
            lines.append(self.tr("In %n place(s) something could not be read.", "", rescued.lost))
        lines.append(self.tr("The damaged room is kept in {folder}.").format(folder=rescued.kept))
        view = ToldView(
            self.tr("Rescue what can be read"),
            "rescued",
            self.tr("The new room is in place"),
            self.tr("Unlock it in the usual way."),
            self.tr("Unlock the private room"),
            lines,
        )
        view.go_on.connect(self._ask_for_passphrase)
        self.show_view(view)

    def _tell_of_forgetting(self) -> None:
        view = ForgottenView()
        view.again_wanted.connect(self._ask_for_passphrase)
        view.afresh_wanted.connect(self._start_afresh)
        self.show_view(view)

    def _start_afresh(self) -> None:
        self._calls.worker.run(self, self._calls.vault.start_afresh, self._tell_where_it_is)

    def _tell_where_it_is(self, kept: object) -> None:
        view = ToldView(
            self.tr("Start afresh"),
            "afresh",
            self.tr("The old room is kept"),
            self.tr("It is still locked, in {folder}.").format(folder=kept),
            self.tr("Set up a new private room"),
        )
        view.go_on.connect(lambda: self.go.emit(Destination(Screen.VAULT)))
        self._drawn = (VaultState.NONE, self._there.screen, None)
        self.show_view(view)

    def _tell_what_is_held(self, trouble: AppError) -> None:
        view = HeldView(trouble)
        view.again_wanted.connect(self._calls.try_again)
        view.let_go.connect(self._calls.let_go)
        self.show_view(view)

    def _where(self) -> str:
        return {
            Screen.CHECK_IN: self.tr("Check-in"),
            Screen.TRENDS: self.tr("Trends"),
            Screen.PLAN: self.tr("Plan"),
            Screen.VAULT: self.tr("Your private room"),
        }.get(self._there.screen, self.tr("Reflect"))
