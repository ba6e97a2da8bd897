"""Pack files and a double-click on Linux: an entry for the desktop, and a name for their kind.

Both follow freedesktop.org: the Desktop Entry Specification, and Shared MIME-info. They are files
below XDG_DATA_HOME, so nothing of the computer's own is changed and nobody else's account.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tiapp.authoring.opener import refuse_unprintable
from tiapp.storage.atomic import write_private
from tiapp.storage.faults import calmly

MIME_TYPE = "application/vnd.tiapp.pack+zip"
_OURS = "# Written by Steady; Steady takes it away again when asked."
_PATIENCE = 20

_KIND = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <comment>Steady pack</comment>
    <sub-class-of type="application/zip"/>
    <glob pattern="*.tipack"/>
  </mime-type>
</mime-info>
"""


class LinuxOpener:
    """An Opener. `data` is XDG_DATA_HOME, `command` what starts Steady."""

    def __init__(self, data: Path, command: Sequence[str]) -> None:
        self._data = data
        self._command = tuple(command)
        # the name that the window gives itself, so that desktops know whose window it is
        self.entry = data / "applications" / "tiapp.desktop"
        self.kind = data / "mime" / "packages" / "tiapp.xml"

    def is_set(self) -> bool:
        """Whether both files stand there as they should."""
        return _text(self.entry) == desktop_entry(self._command) and _text(self.kind) == _KIND

    def set(self) -> bool:
        """Write both, and have the desktop read them. An entry that is not ours is kept beside."""
        refuse_unprintable(self._command)
        with calmly(self.entry):
            if self.entry.exists() and not self._is_ours():
                os.replace(self.entry, self._before)
        write_private(self.kind, _KIND.encode())
        write_private(self.entry, desktop_entry(self._command).encode())
        return self._tell_desktop()

    def take_back(self) -> None:
        """Take both away, if they are ours, and put back what stood there before."""
        with calmly(self.entry):
            if self._is_ours():
                self.entry.unlink()
                if self._before.exists():
                    os.replace(self._before, self.entry)
            self.kind.unlink(missing_ok=True)
        self._tell_desktop()

    @property
    def _before(self) -> Path:
        """Where an entry of somebody else's is kept meanwhile; desktops do not read it."""
        return self.entry.with_suffix(".desktop.before")

    def _is_ours(self) -> bool:
        return _OURS in _text(self.entry)

    def _tell_desktop(self) -> bool:
        """Renew the two indexes that desktops read. False when there is no program for it."""
        orders = (
            ("update-mime-database", self._data / "mime"),
            ("update-desktop-database", self._data / "applications"),
        )
        return all([_run(program, folder) for program, folder in orders])


def desktop_entry(command: Sequence[str]) -> str:
    """The entry's text. The command's words are quoted twice, as the standard asks."""
    return "\n".join(
        (
            _OURS,
            "[Desktop Entry]",
            "Type=Application",
            "Name=Steady",
            "Comment=Learn at your own pace about trauma-informed practice",
            f"Exec={' '.join(_quoted(word) for word in command)} %f",
            "Terminal=false",
            "Categories=Education;",
            f"MimeType={MIME_TYPE};",
            "StartupWMClass=tiapp",
            "",
        )
    )


def _quoted(word: str) -> str:
    """One word of Exec: in quotes, with signs that mean something made plain."""
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _run(program: str, folder: Path) -> bool:
    found = shutil.which(program)
    if found is None or not folder.is_dir():
        return False
    try:
        done = subprocess.run([found, str(folder)], capture_output=True, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, ValueError):
        return ""
