"""How strong a passphrase is, in a sentence."""

from PySide6.QtCore import QCoreApplication

from tiapp.private.strength import Strength, missing, strength_of


def strength_words(passphrase: str) -> str:
    """What to say below the field at this letter; nothing for an empty one."""
    if not passphrase:
        return ""
    tr = QCoreApplication.translate
    match strength_of(passphrase):
        case Strength.SHORT:
            return tr("Strength", "%n more character(s), please.", "", missing(passphrase))
        case Strength.GUESSABLE:
            return tr(
                "Strength",
                "Long enough, and easy to guess. A few words that do not belong together are "
                "stronger.",
            )
        case Strength.GOOD:
            return tr("Strength", "Good. One more word would make it stronger.")
        case Strength.STRONG:
            return tr("Strength", "Strong.")
