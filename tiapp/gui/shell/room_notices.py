"""Short notices above a private page: the room locks soon, or the code is not confirmed yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label


class RoomNotices(QWidget):
    """Each notice is there until what it says is over, or the person sends it away.

    Signals:
        stay_wanted(): the person is here.
        confirm_wanted(): they would like to confirm the recovery code now.
        later_wanted(): not today.
    """

    stay_wanted = Signal()
    confirm_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room_notices")
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 16, 40, 0)
        column.setSpacing(8)
        self._soon = CalloutBox("care", self.tr("Your private room will lock in a minute"))
        self._soon.setObjectName("locks_soon")
        self._soon.add(
            Label(
                self.tr(
                    "Press any key or move the mouse to keep it open. What you wrote "
                    "is saved either way."
                )
            )
        )
        row = FlowRow()
        stay = buttons.secondary(self.tr("Keep it open"), "keep_open")
        stay.clicked.connect(self.stay_wanted)
        row.add(stay)
        self._soon.add(row)
        self._code = CalloutBox("info", self.tr("Your recovery code is not confirmed yet"))
        self._code.setObjectName("code_reminder")
        self._code.add(
            Label(
                self.tr(
                    "It is the only way in if you forget your passphrase. Confirming it "
                    "takes a moment, with your paper to hand."
                )
            )
        )
        ways = FlowRow()
        confirm = buttons.secondary(self.tr("Confirm the code"), "code_reminder_confirm")
        confirm.clicked.connect(self.confirm_wanted)
        ways.add(confirm)
        later = buttons.secondary(self.tr("Not today"), "code_reminder_later")
        later.setAccessibleName(self.tr("Confirm the code another day"))
        later.clicked.connect(self.later_wanted)
        ways.add(later)
        self._code.add(ways)
        for box in (self._soon, self._code):
            box.hide()
            column.addWidget(box)
        self.hide()

    def show_now(self, *, locks_soon: bool, code: bool) -> None:
        """Shows what holds now."""
        if locks_soon and self._soon.isHidden():
            announce(self._soon, self._soon.title.text())
        self._soon.setVisible(locks_soon)
        self._code.setVisible(code)
        self.setVisible(locks_soon or code)
