"""Whether a double-click on a pack file opens it with Steady, for this account on this computer."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from tiapp.core.errors import AppError
from tiapp.storage.paths import Paths


class Opener(Protocol):
    """What one system needs for it. Everything may be done twice; OSError becomes an AppError."""

    def is_set(self) -> bool:
        """Whether pack files open with this Steady now."""
        ...

    def set(self) -> bool:
        """Have them open with it. False when the desktop sees it only after the next sign-in."""
        ...

    def take_back(self) -> None:
        """Have them no longer open with it. What others have set is left alone."""
        ...


def opener_here(paths: Paths, environment: Mapping[str, str], home: Path) -> Opener:
    """The one for this system. AppError where Steady does not know how."""
    command = start_command(paths)
    if sys.platform == "win32":
        from tiapp.authoring.opener_windows import WindowsOpener

        return WindowsOpener(command)
    if sys.platform.startswith("linux"):
        from tiapp.authoring.opener_linux import LinuxOpener

        given = environment.get("XDG_DATA_HOME", "")
        # the standard says that a relative one counts as none
        data = Path(given) if Path(given).is_absolute() else home / ".local" / "share"
        return LinuxOpener(data, command)
    raise AppError(
        "Steady cannot set this on this kind of computer.",
        "Nothing was changed. You can still choose Install on the Author screen.",
        code="no-double-click",
    )


def start_command(paths: Paths) -> tuple[str, ...]:
    """How Steady is started on these folders; a pack file goes behind it."""
    python = Path(sys.executable)
    if python.stem.lower() == "python" and python.suffix:  # Windows: no terminal window as well
        quiet = python.with_name(f"pythonw{python.suffix}")
        python = quiet if quiet.exists() else python
    at_home = paths.data == Paths.default().data
    return (str(python), "-m", "tiapp", *(() if at_home else ("--data", str(paths.data))))


def refuse_unprintable(command: Sequence[str]) -> None:
    """AppError for a path with a line break or the like, which no such setting can hold."""
    if not all(word.isprintable() for word in command):
        raise AppError(
            "Steady stands in a folder whose name this setting cannot hold.",
            "Nothing was changed. Choose Install on the Author screen instead.",
            code="no-double-click",
        )
