"""The recovery code: shown once, then one group is asked back, now or on another day."""

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tiapp.gui.kit.hub import Topic
from tiapp.gui.private.code_asked_view import CodeAskedView
from tiapp.gui.private.code_paper import CodePaper
from tiapp.gui.private.code_shown_view import CodeShownView
from tiapp.gui.private.told_view import ToldView
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.private.recovery_code import GROUPS, RecoveryCode

if TYPE_CHECKING:
    from tiapp.gui.private.vault_page import VaultPage


class CodeSteps(QObject):
    """Holds the code only as long as these steps are in view."""

    def __init__(self, page: "VaultPage", tools: VaultTools) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools

    def begin(self, *, anew: bool) -> None:
        """Makes another code, or asks for a group of the one on paper."""
        room = self._tools.room()
        if room is None:
            self._page.back_wanted.emit()
        elif anew:
            self._tools.worker().run(self, room.new_recovery_code, self.show, changed=Topic.ROOM)
        else:
            self._tools.worker().run(self, lambda: room.asked_group, self._ask_from_paper)

    def show(self, code: RecoveryCode) -> None:
        """Shows a code that was just made."""
        view = CodeShownView(code)
        CodePaper(view, code, self._tools)
        view.written.connect(lambda: self._ask(secrets.randbelow(GROUPS) + 1, code))
        view.later.connect(self._page.back_wanted)
        self._page.show_view(view)

    def _ask_from_paper(self, group: int) -> None:
        self._ask(group, None)

    def _ask(self, group: int, code: RecoveryCode | None) -> None:
        again = self.tr("Show the code again") if code else self.tr("Make a new code")
        view = CodeAskedView(group, again)
        view.typed.connect(lambda typed: self._check(view, group, typed))
        if code is not None:
            view.again_wanted.connect(lambda: self.show(code))
        else:
            view.again_wanted.connect(lambda: self.begin(anew=True))
        view.later.connect(self._page.back_wanted)
        self._page.show_view(view)

    def _check(self, view: CodeAskedView, group: int, typed: str) -> None:
        room = self._tools.room()
        if room is not None:
            self._tools.worker().run(
                view,
                lambda: room.confirm_code(group, typed),
                lambda fits: self._confirmed() if fits else view.did_not_fit(),
                changed=Topic.ROOM,
            )

    def _confirmed(self) -> None:
        view = ToldView(
            self.tr("Your private room is ready"),
            "code_confirmed",
            self.tr("Everything is in place"),
            self.tr(
                "The passphrase and the recovery code are yours alone. Steady locks the "
                "room when nobody has used the computer for a while, when you hide the "
                "screen, and whenever you choose Lock private room (Ctrl+L)."
            ),
            self.tr("Continue"),
        )
        view.go_on.connect(self._page.back_wanted)
        self._page.show_view(view)
