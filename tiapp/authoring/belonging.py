"""Which files make up a pack, and which only lie about in its folder."""

import re
from collections.abc import Iterator
from pathlib import Path

from tiapp.learning.pictures import NAME as PICTURE_NAME
from tiapp.learning.scan import PACK_FILES, PACK_FOLDERS

MODULE_FILES = ("module.md", "huddle.md")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


def belongs(parts: tuple[str, ...]) -> bool:
    """Whether a path inside a pack, taken apart, has a place in it."""
    match parts:
        case (name,):
            return name in PACK_FILES
        case (folder, name):
            return (folder, Path(name).suffix) in PACK_FOLDERS and _is_name(name)
        case ("modules", folder, name):
            return _is_name(folder) and name in MODULE_FILES
        case ("modules", folder, "images", name):
            return _is_name(folder) and bool(PICTURE_NAME.fullmatch(name)) and ".." not in name
    return False


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and ".." not in name and not name.endswith(".")


def files_of_pack(root: Path) -> list[Path]:
    """All files of the pack in `root` that have a place in it, by their paths."""
    return sorted(path for path in _files(root) if belongs(path.relative_to(root).parts))


def stray_files(root: Path) -> list[Path]:
    """All others."""
    return sorted(path for path in _files(root) if not belongs(path.relative_to(root).parts))


def _files(folder: Path) -> Iterator[Path]:
    """Plain files, and links as what they are; nothing in folders that are left alone."""
    try:
        children = list(folder.iterdir())
    except OSError:
        return
    for child in children:
        if child.name.startswith((".", "_")):
            continue
        if child.is_dir() and not child.is_symlink():
            yield from _files(child)
        else:
            yield child
