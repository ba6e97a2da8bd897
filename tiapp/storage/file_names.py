"""Makes names for files that every system takes and none takes for something else."""

import unicodedata

_LONGEST = 60
_MOST_BYTES = 180
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"}
)


def safe_file_name(words: str, instead: str = "file") -> str:
    """The words as a file's name without its ending: letters of any script, digits, space, - and _.

    At most 60 letters long, never empty (then it is `instead`), never one that Windows keeps for a
    device, and without a point, so that no ending and no way out of the folder can be in it.
    """
    kept = "".join(
        letter if letter.isalnum() or letter in "-_" or _joins(letter) else " "
        for letter in unicodedata.normalize("NFC", words)
    )
    name = " ".join(kept.split())[:_LONGEST]
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1]
    name = name.strip(" -")
    if not name or not any(letter.isalnum() for letter in name):
        return instead
    return f"{name}_" if name.casefold() in _DEVICES else name


def _joins(letter: str) -> bool:
    """Marks that belong to the letter before them, as in most scripts of India."""
    return unicodedata.category(letter) in ("Mn", "Mc")
