"""tiapp vault: set up and look after the private room. What is in it is another command's."""

import argparse
from typing import TYPE_CHECKING

from tiapp.cli.answers import answer
from tiapp.cli.folders import services_of, whose
from tiapp.cli.parsing import CalmParser, Commands, add_command, add_group
from tiapp.cli.passphrase import (
    add_new_passphrase,
    add_passphrase,
    given_new_passphrase,
    unlocked,
)

if TYPE_CHECKING:
    from tiapp.private.vault import Vault
    from tiapp.storage.paths import Paths


def add(commands: "Commands[CalmParser]") -> None:
    """Make the commands known."""
    group = add_group(commands, "vault", "look after the private room")
    create = add_command(group, "create", "set up a private room and print its recovery code")
    add_passphrase(create)
    create.set_defaults(run=_create)
    change = add_command(group, "change-passphrase", "choose another passphrase")
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
            "Write it on paper and keep it where only you look. It opens the room if you forget",
            "the passphrase. Without either, nobody can open it.",
        ]
    )
    return 0


def _change_passphrase(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.private.passphrase import check_new

    vault = vault_of(chosen, paths)
    room = unlocked(chosen, vault)
    try:
        new = given_new_passphrase(chosen.new_passphrase_fd)
        check_new(new)
        room.change_passphrase(new)
    finally:
        room.close()
    answer(
        [
            "The passphrase was changed.",
            "Backups made before are still opened by the passphrase of their time.",
        ]
    )
    return 0
