"""Settings, Data of the private room: backups, trying one out, restoring, export, erasing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.places import MOVING, Destination, Screen
from tiapp.gui.kit.slots import Go
from tiapp.gui.kit.text import Label, Muted, SmallTitle
from tiapp.gui.private.backup_words import backup_words
from tiapp.gui.private.settings_parts import doing, row_of
from tiapp.gui.private.vault_page import Task
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.private.backups import Backup, Tested
from tiapp.private.vault import VaultState

SHOWN = 5
"""Backups that Settings lists; the page to restore one lists them all."""


class DataSection:
    """A SettingsSection that is there as soon as there is a private room."""

    def __init__(self, tools: VaultTools) -> None:
        self._tools = tools

    def title(self) -> str:
        """Its heading."""
        return QCoreApplication.translate("DataSection", "Data of the private room")

    def settings_widget(self, go: Go) -> QWidget:
        """One card."""
        return DataCard(self._tools, go)


class DataCard(Card):
    """Lists the backups as soon as they have been read."""

    def __init__(self, tools: VaultTools, go: Go, parent: QWidget | None = None) -> None:
        super().__init__("private_data_card", parent)
        self._tools = tools
        self._go = go
        self._busy = False
        self.column.setSpacing(12)
        self._open = tools.state() is VaultState.OPEN
        self.add(SmallTitle(self.tr("Backups")))
        self.add(
            Label(
                self.tr(
                    "Steady makes a backup when you unlock the room and the last one is at "
                    "least a day old. Backups are encrypted like the room, and stay on this "
                    "computer."
                )
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.column.addLayout(self._list)
        self._said = Muted("")
        self._said.setObjectName("backup_said")
        self._said.hide()
        self.add(self._said)
        restore = self.tr("Restore or delete a backup")
        made = [doing(restore, "settings_restore", "history", self._restore)]
        if self._open:
            made = [
                doing(self.tr("Back up now"), "back_up_now", "save", self._back_up),
                doing(self.tr("Test my backup"), "test_backup", "check", self._test),
                *made,
            ]
        else:
            self.add(Muted(self.tr("Unlock the room to make or test a backup.")))
        self.add(row_of(*made))
        self.add(SmallTitle(self.tr("Import and export")))
        self.add(
            Label(
                self.tr(
                    "Import a folder of text, or export your entries: encrypted, or as "
                    "plain files after a clear warning."
                )
            )
        )
        self.add(
            row_of(
                doing(
                    self.tr("Import or export"),
                    "settings_moving",
                    "folder-open",
                    lambda: self._go(Destination(Screen.REFLECT, item=MOVING)),
                )
            )
        )
        self.add(SmallTitle(self.tr("Erase everything")))
        self.add(
            Label(
                self.tr(
                    "Deletes the private room, its keys and the backups that Steady made. "
                    "Steady asks you once before it does."
                )
            )
        )
        self.add(
            row_of(
                doing(
                    self.tr("Erase everything private"),
                    "settings_erase",
                    "trash-2",
                    lambda: self._go(Destination(Screen.VAULT, term=Task.ERASE.value)),
                )
            )
        )
        self._shown: list[QWidget] = []
        self._newest: Backup | None = None
        self._read()

    def _read(self) -> None:
        self._tools.worker().run(
            self,
            self._tools.vault.backups.list,
            self._show,
            failed=lambda error: self._say(error.title),
        )

    def _show(self, backups: tuple[Backup, ...]) -> None:
        for widget in self._shown:
            self._list.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._newest = backups[0] if backups else None
        words = [backup_words(backup) for backup in backups[:SHOWN]]
        if not words:
            words = [self.tr("There is no backup yet.")]
        if len(backups) > SHOWN:
            words.append(self.tr("And %n more.", "", len(backups) - SHOWN))
        self._shown = [Label(line) for line in words]
        for label in self._shown:
            self._list.addWidget(label)

    def _back_up(self) -> None:
        room = self._tools.room()
        if room is None or self._busy:
            return
        self._begin(self.tr("One moment, the backup is being made and checked."))

        def made(_: Backup) -> None:
            self._end(self.tr("The backup has been made and checked."))
            self._read()

        self._tools.worker().run(self, room.back_up, made, failed=self._did_not)

    def _test(self) -> None:
        room, newest = self._tools.room(), self._newest
        if self._busy or room is None:
            return
        if newest is None:
            self._say(self.tr("There is no backup yet. Choose Back up now to make the first."))
            return
        self._begin(
            self.tr("One moment, the backup is being restored to a temporary folder and read.")
        )
        self._tools.worker().run(
            self, lambda: room.test_backup(newest), self._tell, failed=self._did_not
        )

    def _tell(self, tested: Tested) -> None:
        words = self.tr(
            "The backup of {backup} is sound. It was restored to a temporary folder, read "
            "through and compared: it has {count} rows, as many as when it was made."
        )
        backup = backup_words(tested.backup)
        self._end(words.format(backup=backup, count=sum(tested.rows.values())))

    def _restore(self) -> None:
        self._go(Destination(Screen.VAULT, term=Task.RESTORE.value))

    def _did_not(self, error: AppError) -> None:
        self._end(f"{error.title} {error.advice}")

    def _begin(self, words: str) -> None:
        self._busy = True
        self._say(words)

    def _end(self, words: str) -> None:
        self._busy = False
        self._say(words)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)
