"""Settings, Privacy and lock: when the room locks, its passphrase and code, what it cannot do."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from tiapp.core.settings import LOCK_MINUTES, Settings
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label
from tiapp.gui.private.about_room_view import bullets
from tiapp.gui.private.protects import cannot_protect
from tiapp.gui.private.settings_parts import doing, labelled, row_of
from tiapp.gui.private.vault_page import Task
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.private.vault import VaultState


class PrivacySection:
    """A SettingsSection that is there with an open room, a locked one, and none."""

    def __init__(
        self,
        tools: VaultTools,
        settings: Callable[[], Settings],
        keep: Callable[[Settings], None],
    ) -> None:
        self._tools = tools
        self._settings = settings
        self._keep = keep

    def title(self) -> str:
        """Its heading."""
        return QCoreApplication.translate("PrivacySection", "Privacy and lock")

    def settings_widget(self, go: Go) -> QWidget:
        """One card, for the state that holds now."""
        return PrivacyCard(self._tools, self._settings, self._keep, go)


class PrivacyCard(Card):
    """Choices that take effect at once, and doors to what takes a few steps."""

    def __init__(
        self,
        tools: VaultTools,
        settings: Callable[[], Settings],
        keep: Callable[[Settings], None],
        go: Go,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("privacy_card", parent)
        self._tools = tools
        self._settings = settings
        self._keep = keep
        self._go = go
        self.column.setSpacing(16)
        state = tools.state()
        self.add(Label(self._state_words(state)))
        if state is VaultState.NONE:
            self.add(
                row_of(
                    doing(
                        self.tr("Set up a private room"),
                        "settings_set_up",
                        "key-round",
                        lambda: self._task(Task.SET_UP),
                    )
                )
            )
        elif state is not VaultState.UNAVAILABLE:
            self.add(self._minutes())
            self._keys()
        self._cannot()

    def _state_words(self, state: VaultState) -> str:
        match state:
            case VaultState.NONE:
                return self.tr(
                    "You have no private room. Modules and Support all work without one."
                )
            case VaultState.OPEN:
                return self.tr("Your private room is open. Ctrl+L locks it at any time.")
            case VaultState.LOCKED:
                return self.tr("Your private room is locked.")
            case VaultState.UNAVAILABLE:
                return self.tr(
                    "The private room needs a part of Steady that is missing on this "
                    "computer, so it stays closed. The person who looks after this computer "
                    "can install it."
                )

    def _minutes(self) -> QWidget:
        box = QComboBox()
        box.setObjectName("setting_lock_after_minutes")
        for minutes in LOCK_MINUTES:
            box.addItem(self.tr("%n minute(s)", "", minutes), minutes)
        box.setCurrentIndex(box.findData(self._settings().lock_after_minutes))
        box.currentIndexChanged.connect(
            lambda: self._keep(replace(self._settings(), lock_after_minutes=box.currentData()))
        )
        return labelled(
            self.tr("Lock the private &room after"),
            box,
            self.tr(
                "This is the time without a key press or mouse movement. Steady tells you a "
                "minute before, and saves what you wrote. The room locks straight away when "
                "you hide the screen, when the computer sleeps and when its screen is locked."
            ),
        )

    def _keys(self) -> None:
        self.add(
            row_of(
                doing(
                    self.tr("Change the passphrase"),
                    "settings_passphrase",
                    "key-round",
                    lambda: self._task(Task.PASSPHRASE),
                ),
                doing(
                    self.tr("Check the recovery code"),
                    "settings_confirm_code",
                    "check",
                    lambda: self._task(Task.CONFIRM_CODE),
                ),
                doing(
                    self.tr("Make a new recovery code"),
                    "settings_new_code",
                    "file-text",
                    lambda: self._task(Task.NEW_CODE),
                ),
                doing(
                    self.tr("Encrypt everything again"),
                    "settings_new_key",
                    "shield",
                    lambda: self._task(Task.NEW_KEY),
                ),
            )
        )

    def _cannot(self) -> None:
        box = CalloutBox("care", self.tr("What it cannot protect against"))
        box.add(bullets(cannot_protect()))
        self.add(box)

    def _task(self, task: Task) -> None:
        self._go(Destination(Screen.VAULT, term=task.value))
