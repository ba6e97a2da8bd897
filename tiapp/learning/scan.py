"""What lies in the content folders: packs and module files, without opening any of them."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.model import PackProblem
from tiapp.learning.text_file import LINK

PACK_FILES = (
    "pack.toml",
    "glossary.toml",
    "support.toml",
    "pathways.toml",
    "prompts.toml",
    "guided.toml",
    "exercises.toml",
    "check-in.toml",
    "resources.toml",
    "local.toml",
)
PACK_FOLDERS = (("templates", ".toml"), ("sheets", ".md"))
"""Folders of a pack with files of one kind each, and how these files' names end."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file's size and time: whether it may have changed since somebody looked."""

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A pack's folder and its files, by the order of their names."""

    path: Path
    files: tuple[tuple[str, Stamp], ...]
    modules: tuple[tuple[Path, Stamp], ...]
    problems: tuple[PackProblem, ...]

    def has(self, name: str) -> bool:
        """True when the pack has a file of that name at its top."""
        return any(found == name for found, _ in self.files)

    def inside(self, folder: str) -> tuple[Path, ...]:
        """The files in one of the pack's folders, by name."""
        return tuple(self.path / name for name, _ in self.files if name.startswith(f"{folder}/"))


@dataclass(frozen=True, slots=True)
class Scan:
    """All packs of all content folders."""

    packs: tuple[PackFolder, ...]
    problems: tuple[PackProblem, ...]


def scan(content_dirs: Sequence[Path]) -> Scan:
    """Look through the content folders. Never raises; what cannot be read is a problem."""
    packs: list[PackFolder] = []
    problems: list[PackProblem] = []
    for folder in content_dirs:
        children = _children(folder, problems)
        for child in children:
            path = folder / child.name
            if child.is_symlink():
                problems.append(PackProblem(path, 0, *LINK))
            elif child.is_dir() and _looks_like_a_pack(path):
                packs.append(scan_pack(path))
    return Scan(tuple(packs), tuple(problems))


def scan_pack(path: Path) -> PackFolder:
    """Look through one pack's folder."""
    problems: list[PackProblem] = []
    files = []
    for name in PACK_FILES:
        stamp = _stamp(path / name)
        if stamp is not None:
            files.append((name, stamp))
    for name, ending in PACK_FOLDERS:
        files += _folder_files(path, name, ending, problems)
    modules: list[tuple[Path, Stamp]] = []
    folder = path / "modules"
    if folder.is_symlink():
        problems.append(PackProblem(folder, 0, *LINK))
    elif folder.is_dir() or len(files) < 2:  # a pack of local details alone has no modules
        for child in _children(folder, problems):
            if child.is_symlink():
                problems.append(PackProblem(folder / child.name, 0, *LINK))
            elif child.is_dir():
                _add_module(folder / child.name / "module.md", modules, problems)
    if len(modules) > limits.MODULES_A_PACK:
        problems.append(
            PackProblem(
                folder,
                0,
                f"The pack has {len(modules)} modules; {limits.MODULES_A_PACK} is the most.",
                "Divide it into several packs. The first ones can be opened.",
            )
        )
    return PackFolder(path, tuple(files), tuple(modules[: limits.MODULES_A_PACK]), tuple(problems))


def _add_module(path: Path, modules: list[tuple[Path, Stamp]], problems: list[PackProblem]) -> None:
    stamp = _stamp(path)
    if stamp is not None:
        modules.append((path, stamp))
    else:
        problems.append(
            PackProblem(
                path,
                0,
                "There is no module.md in this folder.",
                "Put the module's text there under that name, or take the folder away.",
            )
        )


def _folder_files(
    pack: Path, name: str, ending: str, problems: list[PackProblem]
) -> list[tuple[str, Stamp]]:
    """The files of one of a pack's folders, as `templates/policy-lens.toml`; it may be missing."""
    folder = pack / name
    if folder.is_symlink():
        problems.append(PackProblem(folder, 0, *LINK))
        return []
    if not folder.is_dir():
        return []
    found = []
    for child in _children(folder, problems):
        stamp = _stamp(folder / child.name)
        if stamp is not None and child.name.endswith(ending):
            found.append((f"{name}/{child.name}", stamp))
    if len(found) > limits.FILES_A_FOLDER:
        problems.append(
            PackProblem(
                folder,
                0,
                f"The folder has {len(found)} files; {limits.FILES_A_FOLDER} is the most.",
                "Take some away. The first ones can be opened.",
            )
        )
    return found[: limits.FILES_A_FOLDER]


def _looks_like_a_pack(path: Path) -> bool:
    return _stamp(path / "pack.toml") is not None or (path / "modules").is_dir()


def _stamp(path: Path) -> Stamp | None:
    """Size and time of whatever stands at `path` (a link is looked at, not followed)."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns)


def _children(folder: Path, problems: list[PackProblem]) -> list["os.DirEntry[str]"]:
    """What lies in a folder, by name, without hidden things; a problem when it cannot be read."""
    try:
        with os.scandir(folder) as found:
            children = [child for child in found if not child.name.startswith((".", "_"))]
    except FileNotFoundError:
        problems.append(
            PackProblem(
                folder,
                0,
                "This folder is not there.",
                "Put it back, or install Steady again; nothing you have done is lost.",
            )
        )
        return []
    except OSError as reason:
        problems.append(
            PackProblem(
                folder,
                0,
                f"This folder cannot be opened ({reason.strerror or 'unknown reason'}).",
                "Check that you may read it, and that the disk or share is connected.",
            )
        )
        return []
    return sorted(children, key=lambda child: child.name)
