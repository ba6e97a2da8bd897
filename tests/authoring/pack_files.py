"""Builders of pack folders and of pack files that are not what they should be."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.factories import module_text, write_pack

Archive = zipfile.ZipFile
Said = dict[str, Any]


def pack_folder(folder: Path, *modules: str, version: int = 1, publisher: str = "Somebody") -> Path:
    """A pack of small modules with these ids."""
    texts = {f"{n:02}-{id_}": module_text(module_id=id_) for n, id_ in enumerate(modules, 1)}
    write_pack(folder, texts)
    toml = (folder / "pack.toml").read_text()
    toml = toml.replace("version = 1", f"version = {version}").replace("Somebody", publisher)
    (folder / "pack.toml").write_text(toml)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name inside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def said_of(files: Mapping[str, bytes], **pack: Any) -> Said:
    """What an honest manifest says of these files."""
    about = {"id": "a-pack", "title": "A pack", "publisher": "Somebody", "version": 1, **pack}
    listed = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    }
    return {"format": "tiapp-pack", "version": 1, "pack": about, "files": listed}


def archive_of(
    out: Path,
    files: Mapping[str, bytes],
    said: Said | None = None,
    *,
    method: int = zipfile.ZIP_STORED,
    more: Callable[[Archive], None] | None = None,
) -> Path:
    """A zip by hand: any names, any manifest, and whatever `more` adds."""
    with zipfile.ZipFile(out, "w", method) as archive:
        listed = said if said is not None else said_of(files)
        archive.writestr("manifest.json", json.dumps(listed))
        for name, data in files.items():
            archive.writestr(name, data)
        if more is not None:
            more(archive)
    return out
