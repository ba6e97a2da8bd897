"""Pack files and a double-click on Windows: three keys of this account's own registry.

Written from Microsoft's page on file types ("File Types", Win32 shell); it has not been tried on
Windows. Nothing here needs an administrator, and nothing outside HKEY_CURRENT_USER is touched.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import list2cmdline

from tiapp.authoring.opener import refuse_unprintable

CLASSES = r"Software\Classes"
KIND = "Steady.Pack"
_PLACE = Path("HKEY_CURRENT_USER", "Software", "Classes")


def keys(command: Sequence[str]) -> dict[str, str]:
    """Each key below HKEY_CURRENT_USER and its default value; the ending itself comes last."""
    return {
        rf"{CLASSES}\{KIND}": "Steady pack",
        rf"{CLASSES}\{KIND}\shell\open\command": f'{list2cmdline(command)} "%1"',
        rf"{CLASSES}\.tipack": KIND,
    }


if sys.platform == "win32":
    import winreg

    from tiapp.storage.faults import calmly

    class WindowsOpener:
        """An Opener. `command` is what starts Steady."""

        def __init__(self, command: Sequence[str]) -> None:
            self._command = tuple(command)

        def is_set(self) -> bool:
            """Whether every key has our value."""
            return all(_value(key) == value for key, value in keys(self._command).items())

        def set(self) -> bool:
            """Write the keys."""
            refuse_unprintable(self._command)
            with calmly(_PLACE):
                for key, value in keys(self._command).items():
                    winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, value)
            return True

        def take_back(self) -> None:
            """Delete our own keys, and the ending's when it still leads to us."""
            with calmly(_PLACE):
                if _value(rf"{CLASSES}\.tipack") == KIND:
                    _delete(rf"{CLASSES}\.tipack")
                for inner in (r"\shell\open\command", r"\shell\open", r"\shell", ""):
                    _delete(rf"{CLASSES}\{KIND}{inner}")

    def _value(key: str) -> str:
        try:
            return winreg.QueryValue(winreg.HKEY_CURRENT_USER, key)
        except OSError:
            return ""

    def _delete(key: str) -> None:
        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            pass
