"""tiapp vault: set up and look after the private room. What is in it is another command's."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.cli.answers import answer, answer_json
from tiapp.cli.folders import services_of, whose
from tiapp.cli.parsing import CalmParser, Commands, add_command, add_group
from tiapp.cli.passphrase import (
    add_new_passphrase,
    add_passphrase,
    given_new_passphrase,
    given_secret,
    unlocked,
)

if TYPE_CHECKING:
    from tiapp.private.vault import Vault
    from tiapp.storage.paths import Paths

_STATES = {
    "none": "There is no private room yet. tiapp vault create sets one up.",
    "locked": "There is a private room, and it is locked.",
    "open": "There is a private room. It is open in another Steady window or command.",
    "unavailable": "The private room cannot be opened here: something it needs is missing.",
}


def add(commands: "Commands[CalmParser]") -> None:
    """Make the commands known."""
    group = add_group(commands, "vault", "look after the private room")
    create = add_command(group, "create", "set up a private room and print its recovery code")
    add_passphrase(create)
    create.set_defaults(run=_create)
    status = add_command(
        group, "status", "say whether there is one, and how it is protected", json=True
    )
    status.set_defaults(run=_status)
    back_up = add_command(group, "backup", "make a backup now, and check it")
    add_passphrase(back_up)
    back_up.set_defaults(run=_back_up)
    restore = add_command(group, "restore", "restore a backup; what was there before is kept")
    restore.add_argument("backup", type=Path, help="the backup: its folder, or the vault.db in it")
    add_passphrase(restore)
    restore.set_defaults(run=_restore)
    verify = add_command(group, "verify", "check everything, or check a backup by restoring it")
    verify.add_argument(
        "backup",
        type=Path,
        nargs="?",
        help="check this backup instead, by restoring it to a temporary folder",
    )
    add_passphrase(verify)
    verify.set_defaults(run=_verify)
    change = add_command(group, "change-passphrase", "change the passphrase")
    add_passphrase(change)
    add_new_passphrase(change)
    change.set_defaults(run=_change_passphrase)


def vault_of(chosen: argparse.Namespace, paths: "Paths") -> "Vault":
    """The vault of the person named, or of the only one. AppError when unclear or not there."""
    from tiapp.private import troubles

    services = services_of(paths)
    person = whose(services, getattr(chosen, "person", None))
    if person is None:
        raise troubles.none_here()
    return services.for_person(person).vault


def _create(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.private import troubles
    from tiapp.private.passphrase import check_new
    from tiapp.private.vault import VaultState

    services = services_of(paths)
    person = whose(services, getattr(chosen, "person", None))
    # before anybody is asked for anything
    if person is not None and services.for_person(person).vault.state() is not VaultState.NONE:
        raise troubles.here_already()
    passphrase = given_new_passphrase(chosen.passphrase_fd)
    check_new(passphrase)
    # where nobody has begun, somebody without a name begins here
    made = services.for_person(person or services.people.add()).vault.create(passphrase)
    made.room.close()
    answer(
        [
            "The private room is set up. This is its recovery code, shown this once:",
            "",
            f"    {made.code}",
            "",
            "Write it on paper and keep it somewhere only you go. It opens the room if you forget",
            "the passphrase. Without either, nobody can open it.",
        ]
    )
    return 0


def _status(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.private.vault import VaultState, cipher_versions

    services = services_of(paths)
    person = whose(services, getattr(chosen, "person", None))
    vault = services.for_person(person).vault if person is not None else None
    state = vault.state() if vault is not None else VaultState.NONE
    if vault is not None and state is VaultState.LOCKED and vault.is_open_elsewhere():
        state = VaultState.OPEN
    backups = vault.backups.list() if vault is not None else ()
    versions = cipher_versions()
    if chosen.json:
        answer_json(
            {
                "state": str(state),
                "backups": len(backups),
                "last_backup": backups[0].made.isoformat() if backups else None,
                "sqlcipher": versions.sqlcipher if versions else None,
                "sqlite": versions.sqlite if versions else None,
                "openssl": versions.openssl if versions else None,
            }
        )
        return 0
    lines = [_STATES[state]]
    if backups:
        made = backups[0].made
        lines.append(f"Backups: {len(backups)}, the last of {made.day} {made:%B %Y, %H:%M}.")
    else:
        lines.append("Backups: none yet.")
    if versions is not None:
        lines.append(f"SQLCipher {versions.sqlcipher}")
        lines.append(f"SQLite {versions.sqlite}")
        lines.append(f"OpenSSL {versions.openssl}")
    answer(lines)
    return 0


def _back_up(chosen: argparse.Namespace, paths: "Paths") -> int:
    with closing(unlocked(chosen, vault_of(chosen, paths))) as room:
        backup = room.back_up()
    answer(["A backup was made and checked.", str(backup.path)])
    return 0


def _restore(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.private.backups import Backups

    services = services_of(paths)
    person = whose(services, getattr(chosen, "person", None))
    backup, secret = Backups.at(chosen.backup), given_secret(chosen)
    # on a new computer nobody has begun yet
    vault = services.for_person(person or services.people.add()).vault
    restored = vault.backups.restore(backup, secret)
    lines = ["The backup has been restored. From now on its passphrase opens the private room."]
    if restored.kept is not None:
        lines += ["What was there before is kept:", str(restored.kept)]
    answer(lines)
    return 0


def _verify(chosen: argparse.Namespace, paths: "Paths") -> int:
    vault = vault_of(chosen, paths)
    if chosen.backup is not None:
        vault.backups.test(vault.backups.at(chosen.backup), given_secret(chosen))
        answer(["The backup was restored to a temporary folder and checked. Nothing is missing."])
        return 0
    with closing(unlocked(chosen, vault)) as room:
        room.verify()
    answer(["Everything in the private room was read and checked. Nothing is damaged."])
    return 0


def _change_passphrase(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.private.passphrase import check_new

    vault = vault_of(chosen, paths)
    with closing(unlocked(chosen, vault)) as room:
        new = given_new_passphrase(chosen.new_passphrase_fd)
        check_new(new)
        room.change_passphrase(new)
    answer(
        [
            "The passphrase was changed.",
            "Backups made before this still open with the passphrase you had then.",
        ]
    )
    return 0
