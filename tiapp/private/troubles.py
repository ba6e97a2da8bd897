"""What can go wrong with the private room, in sentences that a person can act on."""

from pathlib import Path

from tiapp.core.errors import AppError

UNCHANGED = "Everything in it is safe and unchanged."


def locked() -> AppError:
    """It was locked in the meantime."""
    return AppError(
        "The private room is locked.",
        f"{UNCHANGED} Unlock it with your passphrase to go on.",
        code="vault-locked",
    )


def none_here() -> AppError:
    """Nobody has set one up."""
    return AppError(
        "There is no private room here yet.",
        "Nothing was changed. Set one up first, or restore a backup.",
        code="vault-none",
    )


def here_already() -> AppError:
    """One would take another's place."""
    return AppError(
        "There is already a private room here.",
        "It is safe, and nothing was changed. Unlock it with its passphrase.",
        code="vault-exists",
    )


def open_elsewhere() -> AppError:
    """Another window or command has it."""
    return AppError(
        "The private room is open in another Steady window or command.",
        "Everything in it is safe, and nothing was changed. Lock it there, then try again.",
        code="vault-open-elsewhere",
    )


def passphrase_differs() -> AppError:
    """The passphrase opens nothing."""
    return AppError(
        "That is not the passphrase of this private room.",
        f"{UNCHANGED} Take your time and try again, or use your recovery code.",
        code="passphrase-differs",
    )


def code_differs() -> AppError:
    """A well-formed code, of something else."""
    return AppError(
        "That code is complete, but it does not open this private room.",
        f"{UNCHANGED} It may be an older code: making a new code cancels the old one.",
        code="code-differs",
    )


def too_soon(seconds: int) -> AppError:
    """Tries follow one another too fast."""
    words = "1 second" if seconds == 1 else f"{seconds} seconds"
    return AppError(
        f"Please wait {words} before the next try.",
        f"{UNCHANGED} The short wait stops others from trying one passphrase after another.",
        code="vault-wait",
    )


def keys_missing(file: Path) -> AppError:
    """Neither the key file nor its twin is there."""
    return AppError(
        f"The file {file.name}, which holds the key of the private room, is missing.",
        f"Nothing was changed. Without it nobody can open the room. If you have a copy, put "
        f"it in {file.parent}; otherwise restore a backup, which has one.",
        code="vault-keys-missing",
    )


def keys_damaged(file: Path) -> AppError:
    """Neither the key file nor its twin can be read."""
    return AppError(
        f"The file {file.name}, which holds the key of the private room, is damaged.",
        f"Nothing was changed. Restore a backup, which has a copy, or put a copy of your "
        f"own in "
        f"{file.parent}.",
        code="vault-keys-damaged",
    )


def keys_newer(file: Path) -> AppError:
    """Written by a later version of Steady."""
    return AppError(
        f"The file {file.name} was saved by a newer version of Steady.",
        f"{UNCHANGED} Install the newer version of Steady to open the private room.",
        code="newer",
    )


def damaged(file: Path) -> AppError:
    """The database can't be read, or not all of it."""
    return AppError(
        "The private room is damaged and cannot be opened as it is.",
        f"Steady has not changed {file.name}. Restore the last backup, or let Steady rescue what "
        "can still be read. Either way the damaged file is kept.",
        code="vault-damaged",
    )


def database_missing(file: Path) -> AppError:
    """The keys are there and what they open is not."""
    return AppError(
        f"The file {file.name}, which holds the private room, is missing.",
        f"Nothing was changed. Restore the last backup, or put the file back in {file.parent}.",
        code="vault-missing",
    )


def no_room_on_disk(folder: Path) -> AppError:
    """Too little to open it safely."""
    return AppError(
        "The disk is almost full, so the private room stays closed for now.",
        f"{UNCHANGED} Free some space on the disk that holds {folder} (64 MB are enough), "
        "then try again.",
        code="vault-space",
    )


def too_little_memory() -> AppError:
    """Key derivation needs 128 MB for a moment."""
    return AppError(
        "There is too little free memory to open the private room just now.",
        f"{UNCHANGED} Close another program or two, then try again. Steady needs 128 MB for "
        f"a moment; this is part of what protects you.",
        code="vault-memory",
    )


def cannot_encrypt() -> AppError:
    """The libraries are missing, or too old."""
    return AppError(
        "The private room cannot be opened here, because something it needs is missing.",
        f"{UNCHANGED} Install Steady again to open it. Learning works without it.",
        code="vault-unavailable",
    )


def other_key(backup: Path) -> AppError:
    """A backup from before the key was changed, or of another vault."""
    return AppError(
        "This backup was made with an earlier key.",
        f"Nothing was changed. Use the passphrase you had at the time to open {backup.name}.",
        code="backup-other-key",
    )


def backup_unsound(backup: Path) -> AppError:
    """A backup that can't be relied on."""
    return AppError(
        "This backup is not complete, so it was not used.",
        f"Nothing was changed. Please choose a different backup from {backup.name}.",
        code="backup-damaged",
    )


def no_backup(path: Path) -> AppError:
    """What was chosen is none."""
    return AppError(
        "There is no private room backup there.",
        f"Nothing was changed. A backup is a folder with vault.db and vault.json in it; "
        f"{path.name} is not one.",
        code="backup-none",
    )
