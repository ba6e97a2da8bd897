"""A backup in words: when it was made, and how large it is."""

from PySide6.QtCore import QCoreApplication, QLocale

from tiapp.gui.kit.dates import long_date
from tiapp.private.backups import Backup


def backup_words(backup: Backup) -> str:
    """22 November 2026 at 14:02, 1.2 MB."""
    return QCoreApplication.translate("BackupWords", "{day} at {time}, {size}").format(
        day=long_date(backup.made.date()),
        time=backup.made.strftime("%H:%M"),
        size=QLocale().formattedDataSize(
            backup.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
        ),
    )
