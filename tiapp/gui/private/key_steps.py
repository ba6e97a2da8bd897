"""Another passphrase; or, when it became known to somebody, another key for everything."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Topic
from tiapp.gui.private.choose_view import ChooseView
from tiapp.gui.private.code_steps import CodeSteps
from tiapp.gui.private.told_view import ToldView
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.private.recovery_code import RecoveryCode
from tiapp.private.room import Room
from tiapp.private.strength import suggest

if TYPE_CHECKING:
    from tiapp.gui.private.vault_page import VaultPage


class KeySteps(QObject):
    """Asks for the present passphrase first: whoever passes an open room must not change it."""

    def __init__(self, page: "VaultPage", tools: VaultTools) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools

    def begin(self, *, new_key: bool) -> None:
        """One step: the present one, the new one, done."""
        room = self._tools.room()
        if room is None:
            self._page.back_wanted.emit()
            return
        if new_key:
            heading = self.tr("Encrypt everything again")
            intro = self.tr(
                "For when someone else may know your passphrase. Everything is encrypted again "
                "with a new key, a new passphrase and a new recovery code. Earlier backups still "
                "open with the old passphrase; you can delete them in Settings. So does a room "
                "that was kept when you restored a backup."
            )
            do_it = self.tr("Encrypt everything again")
        else:
            heading = self.tr("Change your passphrase")
            intro = self.tr(
                "Your recovery code stays the same. Earlier backups still open with the "
                "passphrase you had then. If someone else may know it, choose “Encrypt "
                "everything again” in Settings."
            )
            do_it = self.tr("Change the passphrase")
        view = ChooseView(
            heading,
            "change_passphrase",
            suggest,
            intro=intro,
            do_it=do_it,
            back=self.tr("Leave it as it is"),
            ask_present=True,
        )
        view.chosen.connect(
            lambda new, present: self._change(view, room, new, present, new_key=new_key)
        )
        view.back_wanted.connect(self._page.back_wanted)
        self._page.show_view(view)

    def _change(
        self, view: ChooseView, room: Room, new: str, present: str, *, new_key: bool
    ) -> None:
        view.begin_work(self.tr("One moment, please."))
        differs = AppError(
            self.tr("That is not your current passphrase."),
            self.tr("Nothing was changed. Take your time and try again."),
            code="passphrase-differs",
        )

        def change() -> RecoveryCode | None:
            if not room.is_passphrase(present):
                raise differs
            if new_key:
                code = room.new_data_key(new)
                room.back_up()  # those made before have the key that became known
                return code
            room.change_passphrase(new)
            return None

        self._tools.worker().run(
            view, change, self._changed, failed=view.did_not, changed=Topic.ROOM
        )

    def _changed(self, code: RecoveryCode | None) -> None:
        if code is not None:
            CodeSteps(self._page, self._tools).show(code)
            return
        view = ToldView(
            self.tr("Change your passphrase"),
            "passphrase_changed",
            self.tr("Your passphrase is changed"),
            self.tr("From now on only the new one opens your private room."),
            self.tr("Continue"),
        )
        view.go_on.connect(self._page.back_wanted)
        self._page.show_view(view)
