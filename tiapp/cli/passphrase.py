"""Asks for a passphrase on the terminal, or reads it from a file descriptor; never from elsewhere.

Arguments can be read by every program on the computer, and environment variables by many.
"""

import argparse
import os
import time
import warnings
from typing import TYPE_CHECKING

from tiapp.cli.answers import say
from tiapp.cli.parsing import CalmParser
from tiapp.core.errors import AppError

if TYPE_CHECKING:
    from tiapp.private.recovery_code import RecoveryCode
    from tiapp.private.room import Room
    from tiapp.private.vault import Vault

_LONGEST = 4096
_TRIES = 5


def add_passphrase(parser: CalmParser) -> None:
    """Let that command take --passphrase-fd."""
    parser.add_argument(
        "--passphrase-fd",
        type=_descriptor,
        metavar="N",
        help="read the passphrase from this file descriptor instead of asking for it",
    )


def add_new_passphrase(parser: CalmParser) -> None:
    """Let that command take --new-passphrase-fd."""
    parser.add_argument(
        "--new-passphrase-fd",
        type=_descriptor,
        metavar="M",
        help="read the new passphrase from this file descriptor instead of asking for it",
    )


def given_secret(chosen: argparse.Namespace) -> "str | RecoveryCode":
    """The passphrase, or the recovery code typed in its place. AppError when there is none."""
    descriptor: int | None = chosen.passphrase_fd
    return _secret(_asked("Passphrase: ") if descriptor is None else _read(descriptor))


def given_new_passphrase(descriptor: int | None) -> str:
    """A passphrase to be: on the terminal it is asked for twice. AppError when they differ."""
    if descriptor is not None:
        return _read(descriptor)
    from tiapp.private.passphrase import check_new

    first = _asked("New passphrase (12 characters or more): ")
    check_new(first)
    if _asked("New passphrase again: ") != first:
        raise AppError(
            "The two were not the same.",
            "Nothing was changed. Try again; nothing shows while you type.",
            code="passphrase-twice",
        )
    return first


def unlocked(chosen: argparse.Namespace, vault: "Vault") -> "Room":
    """Open the private room; whoever asks closes it. AppError when it can't be opened.

    On the terminal a slip may be mended, after the same gentle wait as in the window.
    """
    from tiapp.private.vault import VaultState

    if vault.state() is VaultState.NONE:
        # before anybody is asked for anything
        from tiapp.private import troubles

        raise troubles.none_here()
    if chosen.passphrase_fd is not None:
        return _open(vault, _read(chosen.passphrase_fd))
    for left in reversed(range(_TRIES)):
        try:
            return _open(vault, _asked("Passphrase: "))
        except AppError as error:
            if error.code not in ("passphrase-differs", "code-differs") or not left:
                raise
            say(str(error))
            _wait(vault.waiting.left())
    raise AssertionError("the last try either opens or raises")


def _open(vault: "Vault", typed: str) -> "Room":
    secret = _secret(typed)
    return vault.unlock(typed) if isinstance(secret, str) else vault.unlock_with_code(str(secret))


def _secret(typed: str) -> "str | RecoveryCode":
    """A whole recovery code is taken for one: its check leaves a chance of one in a million."""
    from tiapp.private.recovery_code import look_at

    return look_at(typed).code or typed


def _wait(seconds: int) -> None:
    if seconds:
        say("One second, please." if seconds == 1 else f"{seconds} seconds, please.")
        time.sleep(seconds)


def _asked(prompt: str) -> str:
    import getpass

    try:
        with warnings.catch_warnings():
            # without a terminal it would read the passphrase from stdin, and show it
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except getpass.GetPassWarning as error:
        raise AppError(
            "There is no terminal here to ask for the passphrase on.",
            "Nothing was changed. Give it through a file descriptor, with --passphrase-fd.",
            code="no-terminal",
        ) from error
    except (EOFError, OSError) as error:
        raise AppError(
            "No passphrase was given.",
            "Nothing was changed. Run the command again when you have it.",
            code="no-passphrase",
        ) from error


def _read(descriptor: int) -> str:
    """All of it, without one newline at the end."""
    try:
        data = b""
        while len(data) <= _LONGEST:
            more = os.read(descriptor, _LONGEST)
            if not more:
                break
            data += more
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(descriptor) from error
    if len(data) > _LONGEST:
        raise _unreadable(descriptor)
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text


def _unreadable(descriptor: int) -> AppError:
    return AppError(
        f"No passphrase could be read from file descriptor {descriptor}.",
        "Nothing was changed. Open it for reading and give the passphrase there, as UTF-8.",
        code="passphrase-fd",
    )


def _descriptor(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 6:
        raise argparse.ArgumentTypeError("a file descriptor is a number, 0 or higher")
    return int(text)
