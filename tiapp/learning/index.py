"""What is known of the content folders without opening their files.

An index is made by reading, kept as JSON in the cache folder (index_file.py), and believed
only for files whose size and time are still the same. Paths always come from looking through
the content folders, never from the kept file.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tiapp.learning.model import ModuleEntry, Pack, PackProblem
from tiapp.learning.problems import module_id_taken
from tiapp.learning.scan import PackFolder, Scan, Stamp

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class IndexedModule:
    """One module file as it was when it was read. `entry` is None when it cannot be opened."""

    path: Path
    stamp: Stamp
    fingerprint: str
    entry: ModuleEntry | None
    problems: tuple[PackProblem, ...]


@dataclass(frozen=True, slots=True)
class IndexedPack:
    """One pack's folder as it was when it was read. `pack` is None when it cannot be opened."""

    path: Path
    files: tuple[tuple[str, Stamp], ...]
    fingerprint: str
    pack: Pack | None
    problems: tuple[PackProblem, ...]
    modules: tuple[IndexedModule, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What all packs together hold, for lists."""

    packs: tuple[Pack, ...]
    entries: tuple[ModuleEntry, ...]
    problems: tuple[PackProblem, ...]
    roots: dict[str, Path]
    """The pack's folder for each module id."""


def build(
    found: Scan, old: Sequence[IndexedPack] = (), *, verify: bool = False
) -> list[IndexedPack]:
    """The index for what was found, reading only what `old` does not know.

    With `verify` the files' contents decide, not their sizes and times.
    """
    known = {pack.path: pack for pack in old}
    return [_pack(folder, known.get(folder.path), verify) for folder in found.packs]


def covers(found: Scan, old: Sequence[IndexedPack]) -> bool:
    """True when `old` knows all that was found, by size and time: then nothing need be read."""
    if [folder.path for folder in found.packs] != [pack.path for pack in old]:
        return False
    return all(
        folder.files == pack.files
        and folder.modules == tuple((module.path, module.stamp) for module in pack.modules)
        for folder, pack in zip(found.packs, old, strict=True)
    )


def _pack(folder: PackFolder, old: IndexedPack | None, verify: bool) -> IndexedPack:
    fingerprint = ""
    if verify or old is None or old.files != folder.files:
        fingerprint = fingerprint_of([folder.path / name for name, _ in folder.files])
    if old is not None and fingerprint in ("", old.fingerprint) and not (verify and old.problems):
        pack, problems, fingerprint = old.pack, old.problems, old.fingerprint
    else:
        from tiapp.learning.pack_reader import read_texts
        from tiapp.learning.practice.pack_files import practice_problems

        texts = read_texts(folder)
        pack, problems = texts.pack, (*texts.problems, *practice_problems(folder))
    pack_id = pack.id if pack else ""
    same_pack = old is not None and old.pack == pack
    known = {module.path: module for module in old.modules} if old and same_pack else {}
    modules = tuple(
        _module(path, stamp, known.get(path), pack_id, folder.path, verify)
        for path, stamp in folder.modules
    )
    return IndexedPack(folder.path, folder.files, fingerprint, pack, problems, modules)


def _module(
    path: Path, stamp: Stamp, old: IndexedModule | None, pack_id: str, root: Path, verify: bool
) -> IndexedModule:
    if old is not None and old.stamp == stamp and not verify:
        return old
    fingerprint = module_fingerprint(path)
    # What could not be opened is tried again: the reader itself may have been mended.
    if old is not None and old.fingerprint == fingerprint and not (verify and old.problems):
        return IndexedModule(path, stamp, fingerprint, old.entry, old.problems)
    from tiapp.learning.module_reader import read_module

    reading = read_module(path, pack_id, root)
    entry = reading.module.entry if reading.module else None
    return IndexedModule(path, stamp, fingerprint, entry, reading.problems)


def fingerprint_of(paths: Sequence[Path]) -> str:
    """One SHA-256 of several files. A file that cannot be read counts as such."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\n".encode("utf-8", "surrogatepass"))
        try:
            if path.is_symlink() or not path.is_file():
                digest.update(b"not a file\n")
                continue
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        except OSError:
            digest.update(b"not to be read\n")
    return digest.hexdigest()


def module_fingerprint(path: Path) -> str:
    """The SHA-256 of a module file and of the names, sizes and times of its pictures."""
    digest = hashlib.sha256(fingerprint_of([path]).encode())
    folder = path.parent / "images"
    try:
        pictures = sorted(folder.iterdir()) if folder.is_dir() else []
        for picture in pictures:
            status = picture.lstat()
            digest.update(f"{picture.name}\n{status.st_size} {status.st_mtime_ns}\n".encode())
    except (OSError, UnicodeError):
        digest.update(b"not to be read\n")
    return digest.hexdigest()


def contents(found: Scan, packs: Sequence[IndexedPack]) -> Contents:
    """Put the packs together. The first of two packs or modules with one id stays.

    Between content folders (what came with Steady, what was installed) the newer version of a
    pack does, and the other is passed over without a word.
    """
    packs = without_older(packs, lambda indexed: indexed.pack)
    from_scan = {folder.path: folder.problems for folder in found.packs}
    problems = list(found.problems)
    good_packs: dict[str, Pack] = {}
    entries: dict[str, ModuleEntry] = {}
    roots: dict[str, Path] = {}
    for indexed in packs:
        problems += (*from_scan.get(indexed.path, ()), *indexed.problems)
        for module in indexed.modules:
            problems += module.problems
        pack = indexed.pack
        if pack is None:
            continue
        if pack.id in good_packs:
            problems.append(_pack_twice(pack, good_packs[pack.id]))
            continue
        good_packs[pack.id] = pack
        for module in indexed.modules:
            entry = module.entry
            if entry is None:
                continue
            if entry.id in entries:
                problems.append(module_id_taken(entry.path, entry.id, entries[entry.id].path))
                continue
            entries[entry.id] = entry
            roots[entry.id] = pack.path
    return Contents(tuple(good_packs.values()), tuple(entries.values()), tuple(problems), roots)


def without_older(packs: Sequence[T], pack_of: Callable[[T], Pack | None]) -> list[T]:
    """Without packs of which another content folder holds a version that goes before."""
    first: dict[str, Pack] = {}
    for item in packs:
        pack = pack_of(item)
        if pack is None:
            continue
        known = first.setdefault(pack.id, pack)
        if pack.version > known.version and pack.path.parent != known.path.parent:
            first[pack.id] = pack
    return [
        item
        for item in packs
        if (pack := pack_of(item)) is None or pack.path.parent == first[pack.id].path.parent
    ]


def _pack_twice(pack: Pack, first: Pack) -> PackProblem:
    return PackProblem(
        pack.path / "pack.toml",
        0,
        f"The pack id {pack.id} belongs to {first.path} already.",
        "Give this pack an id of its own, or take one of the two away.",
    )
