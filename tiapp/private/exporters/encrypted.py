"""A copy that stays encrypted: the same passphrase and recovery code open it."""

import secrets
import shutil
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.private.backups import Backup
from tiapp.storage.atomic import sync_file, sync_folder
from tiapp.storage.faults import calmly


def copy_backup(backup: Backup, folder: Path) -> Path:
    """Put a backup, which was checked when it was made, into a folder; returns where it is."""
    target = folder / f"steady-journal-{backup.name}"
    with calmly(target):
        if target.exists():
            raise AppError(
                "There is already a copy with that name.",
                "Nothing was changed. Choose another folder.",
                code="export-exists",
            )
        beside = folder / f".steady-{secrets.token_hex(8)}.new"
        try:
            shutil.copytree(backup.path, beside)
            for file in beside.iterdir():
                sync_file(file)  # it may be a stick that is pulled out next
            sync_folder(beside)
            beside.rename(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        sync_folder(folder)
    return target
