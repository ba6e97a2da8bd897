"""Putting a backup in place, what is there now being kept; or deleting one of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.private.backup_list_view import BackupListView
from tiapp.gui.private.backup_words import backup_words
from tiapp.gui.private.delete_backup import DeleteBackup
from tiapp.gui.private.passphrase_once_view import PassphraseOnceView
from tiapp.gui.private.told_view import ToldView
from tiapp.gui.private.vault_tools import VaultTools
from tiapp.private.backups import Backup, Restored

if TYPE_CHECKING:
    from tiapp.gui.private.vault_page import VaultPage


class RestoreSteps(QObject):
    """Works without an open room; an open one is locked first."""

    def __init__(self, page: "VaultPage", tools: VaultTools, name: str) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools
        self._name = name

    def begin(self) -> None:
        """Locks first, if need be; then the backup, or a list to choose from."""
        if self._tools.room() is not None:
            view = ToldView(
                self.tr("Restore a backup"),
                "restore_lock",
                self.tr("The private room needs to be locked first"),
                self.tr(
                    "What you were writing is saved first. Then you can choose what to "
                    "restore. What is in the room now is kept beside it."
                ),
                self.tr("Lock the private room"),
                kind="info",
            )
            view.go_on.connect(self._lock)
            self._page.show_view(view)
            return
        self._tools.worker().run(self, self._tools.vault.backups.list, self._show)

    def _lock(self) -> None:
        self._tools.lock()
        self.begin()

    def _show(self, backups: tuple[Backup, ...]) -> None:
        chosen = next((one for one in backups if one.name == self._name), None)
        if chosen is not None:
            self._ask(chosen)
            return
        view = BackupListView(list(backups))
        view.chosen.connect(self._ask)
        view.back_wanted.connect(self._page.back_wanted)
        self._page.show_view(view)

    def _ask(self, backup: Backup) -> None:
        view = PassphraseOnceView(
            self.tr("Restore a backup"),
            "restore",
            self.tr(
                "The backup of {backup} will be put in place. What is there now is kept "
                "beside it, so you can go back."
            ).format(backup=backup_words(backup)),
            self.tr("&Passphrase you had then"),
            self.tr("Restore this backup"),
            self.tr("Leave it as it is"),
            hint=self.tr(
                "With it, Steady can open the backup and check it first. You can leave this empty."
            ),
        )
        view.given.connect(lambda passphrase: self._restore(view, backup, passphrase))
        view.back_wanted.connect(self._page.back_wanted)
        delete = DeleteBackup(backup_words(backup))
        delete.delete_wanted.connect(lambda: self._delete(view, backup))
        view.add(delete)
        self._page.show_view(view)

    def _delete(self, view: PassphraseOnceView, backup: Backup) -> None:
        backups = self._tools.vault.backups

        def delete() -> tuple[Backup, ...]:
            backups.delete(backup)
            return backups.list()

        self._tools.worker().run(
            view, delete, self._show_the_rest, failed=view.did_not, changed=Topic.ROOM
        )

    def _show_the_rest(self, backups: tuple[Backup, ...]) -> None:
        self._name = ""
        self._show(backups)
        self._tools.hub.status.emit(self.tr("The backup is deleted."))

    def _restore(self, view: PassphraseOnceView, backup: Backup, passphrase: str) -> None:
        backups = self._tools.vault.backups
        self._tools.worker().run(
            view,
            lambda: backups.restore(backup, passphrase or None),
            self._tell,
            failed=view.did_not,
            changed=Topic.ROOM,
        )

    def _tell(self, restored: Restored) -> None:
        kept = self.tr("Unlock it in the usual way, with the passphrase you had then.")
        if restored.kept is not None:
            kept = self.tr(
                "Unlock it in the usual way, with the passphrase you had then. What was "
                "there before is "
                "kept in {folder}."
            ).format(folder=restored.kept)
        view = ToldView(
            self.tr("Restore a backup"),
            "restored",
            self.tr("The backup is in place"),
            kept,
            self.tr("Unlock the private room"),
        )
        view.go_on.connect(lambda: self._page.go.emit(Destination(Screen.REFLECT)))
        self._page.show_view(view)
