"""Writes a pack's folder as one file to hand out: a zip with a list of what is in it.

The same folder gives the same bytes everywhere: names in order, one date for all, nothing
squeezed (two versions of a compressor squeeze differently, and text is small). The list comes
first, as `manifest.json`, and holds the SHA-256 of every file.
"""

import hashlib
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from tiapp.authoring.pack_names import check_names, refused
from tiapp.core.errors import AppError
from tiapp.learning.model import Pack
from tiapp.learning.pack_reader import read_pack
from tiapp.learning.practice.pack_files import practice_problems
from tiapp.learning.scan import scan_pack
from tiapp.storage.faults import calmly

ENDING = ".tipack"
MANIFEST = "manifest.json"
FORMAT = "tiapp-pack"
VERSION = 1

FILES = 2_000
FILE_BYTES = 20 * 1024 * 1024
ALL_BYTES = 200 * 1024 * 1024
PACK_BYTES = 100 * 1024 * 1024

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can hold."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack file says of itself. `files`: name to (size in bytes, SHA-256 in hex)."""

    id: str
    title: str
    publisher: str
    version: int
    files: Mapping[str, tuple[int, str]]

    def as_json(self) -> dict[str, Any]:
        """As it stands in the file."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "pack": {
                "id": self.id,
                "title": self.title,
                "publisher": self.publisher,
                "version": self.version,
            },
            "files": {
                name: {"size": size, "sha256": digest}
                for name, (size, digest) in sorted(self.files.items())
            },
        }


def make_pack_file(folder: Path, out: Path, *, force: bool = False) -> Manifest:
    """Write the pack in `folder` to `out`. What it says of itself comes back.

    AppError when the pack has a problem (the first is named), holds something that a pack may not
    hold, or `out` is there already and `force` is not set. `out` is whole or not there at all.
    """
    if out.exists() and not force:
        raise AppError(
            f"There is already a file called {out.name}.",
            "It was not changed. Choose another name, or add --force to replace it.",
            code="file-exists",
        )
    pack = sound_pack(folder)
    manifest = manifest_of(folder, pack)
    with calmly(out):
        beside = out.with_name(f"{out.name}.{os.getpid()}.new")
        try:
            with beside.open("wb") as stream:
                _write(stream, folder, manifest)
                stream.flush()
                os.fsync(stream.fileno())
            if beside.stat().st_size > PACK_BYTES:
                raise refused("it is larger than 100 MB", "Save its pictures smaller.")
            os.replace(beside, out)
        finally:
            beside.unlink(missing_ok=True)
    return manifest


def sound_pack(folder: Path) -> Pack:
    """The pack in a folder. AppError that names the first problem when there is one."""
    reading = read_pack(folder)
    if problems := (*reading.problems, *practice_problems(scan_pack(folder))):
        first = problems[0]
        file = first.file.relative_to(folder) if first.file.is_relative_to(folder) else first.file
        place = f"{file.as_posix()}, line {first.line}" if first.line else file.as_posix()
        raise refused(f"{place}: {first.what.rstrip('.')}", first.mend)
    if reading.pack is None:
        raise refused("it has no pack.toml")
    return reading.pack


def manifest_of(folder: Path, pack: Pack) -> Manifest:
    """Look through the folder of a pack. Hidden files and those beginning with _ stay out."""
    files: dict[str, tuple[int, str]] = {}
    with calmly(folder / "pack.toml"):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if any(part.startswith((".", "_")) for part in name.split("/")):
                continue
            if path.is_symlink():
                raise refused(f"{name} is a link", "Put the file itself in its place.")
            if path.is_dir():
                continue
            data = path.read_bytes() if path.stat().st_size <= FILE_BYTES else None
            if data is None:
                raise refused(f"{name} is larger than 20 MB", "Save a smaller copy.")
            files[name] = len(data), hashlib.sha256(data).hexdigest()
    if len(files) > FILES:
        raise refused(f"it has more than {FILES} files", "Divide it into several packs.")
    if sum(size for size, _ in files.values()) > ALL_BYTES:
        raise refused("its files come to more than 200 MB", "Save its pictures smaller.")
    check_names(files)
    return Manifest(pack.id, pack.title, pack.publisher, pack.version, files)


def _write(stream: BinaryIO, folder: Path, manifest: Manifest) -> None:
    import json

    listed = json.dumps(manifest.as_json(), ensure_ascii=False, indent=1).encode() + b"\n"
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(MANIFEST), listed)
        for name, (_, digest) in sorted(manifest.files.items()):
            data = (folder / name).read_bytes()
            if hashlib.sha256(data).hexdigest() != digest:
                raise refused(f"{name} was changed meanwhile", "Make the pack once more.")
            archive.writestr(_entry(name), data)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = 3  # the same on Windows
    entry.external_attr = 0o100644 << 16
    return entry
