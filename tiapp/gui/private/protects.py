"""What the private room protects and what it cannot: the same words at set-up and in Settings."""

from PySide6.QtCore import QCoreApplication


def protects() -> list[str]:
    """Who is kept out."""
    tr = QCoreApplication.translate
    return [
        tr("Protects", "Others at this computer cannot read it, even in the same account."),
        tr(
            "Protects",
            "Copied files, memory sticks and backups stay closed to anyone who has them.",
        ),
        tr(
            "Protects",
            "Supervisors see none of it. Steady does not even tell them that you have a "
            "private room.",
        ),
        tr("Protects", "What has been saved is safe from a power cut or a crash."),
    ]


def cannot_protect() -> list[str]:
    """What no lock of this kind can do anything about."""
    tr = QCoreApplication.translate
    return [
        tr(
            "Protects",
            "Programs that spy on this computer, or people who manage it, while it is unlocked.",
        ),
        tr("Protects", "Someone who makes you unlock it. A court can order you to."),
        tr(
            "Protects",
            "Forgetting both the passphrase and the recovery code. Nobody can open it then, "
            "and neither can we.",
        ),
        tr(
            "Protects",
            "Traces that the computer itself may keep in its memory or while it sleeps.",
        ),
        tr("Protects", "Plain copies that you export or print yourself."),
        tr("Protects", "Someone seeing that there is a locked file, and how large it is."),
    ]
