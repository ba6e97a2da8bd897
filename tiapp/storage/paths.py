"""Where Steady keeps things, and where it finds what came with it."""

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one installation. Making a Paths touches no disk but to look for content.

    `data` holds the people, `config` the choices of the installation, `cache` what can be made
    again, `logs` the event log; `content` and `resources` came with the program and are only read.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path
    content: tuple[Path, ...]
    resources: Path

    @property
    def packs(self) -> Path:
        """What was installed besides the content that came with the program."""
        return self.data / "packs"

    @classmethod
    def default(cls) -> "Paths":
        """The usual places of this system, on this computer alone (never a roaming profile)."""
        # late: it is not needed when a folder was chosen, and the start should stay quick
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("Steady", appauthor=False, roaming=False)
        return cls(
            data=Path(dirs.user_data_dir),
            config=Path(dirs.user_config_dir),
            cache=Path(dirs.user_cache_dir),
            logs=Path(dirs.user_log_dir),
            content=_shipped_content(),
            resources=_shipped("resources"),
        )

    @classmethod
    def under(cls, folder: Path) -> "Paths":
        """Everything inside one folder, for a stick, a demonstration or a test."""
        root = Path(os.path.abspath(folder))
        return cls(
            data=root,
            config=root / "config",
            cache=root / "cache",
            logs=root / "logs",
            content=_shipped_content(),
            resources=_shipped("resources"),
        )


def make_private_folder(folder: Path) -> None:
    """Make `folder`, and what is missing above it, for this account's eyes only (0700).

    Folders that exist are left as they are. OSError when it can't be made.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_private_folder(folder.parent)
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not folder.is_dir():
            raise


def _shipped(name: str) -> Path:
    """A folder that comes with Steady: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _shipped_content() -> tuple[Path, ...]:
    folder = _shipped("content")
    return (folder,) if folder.is_dir() else ()
