"""Keeps the index as JSON in the cache folder, and reads it back with distrust.

The file can be deleted at any time. A file that is damaged, comes from another version, or
holds anything unexpected counts as not there.
"""

import contextlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tiapp import __version__
from tiapp.learning.index import IndexedModule, IndexedPack
from tiapp.learning.model import Level, ModuleEntry, Pack, PackProblem, PartEntry
from tiapp.learning.scan import Scan, Stamp

NAME = "library-index.json"
FORMAT = 1
_MOST_BYTES = 32 * 1024 * 1024


def load(path: Path, found: Scan) -> list[IndexedPack]:
    """What the file knows of the packs that were found; nothing when it is no use."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return []
        data = json.loads(path.read_bytes())
        if data["format"] != FORMAT or data["program"] != __version__:
            return []
        by_path = {_text(raw["path"]): raw for raw in data["packs"]}
        return [
            _pack(by_path[str(folder.path)], folder.path)
            for folder in found.packs
            if str(folder.path) in by_path
        ]
    except Exception:  # whatever is wrong with it, it is only a cache: read the packs again
        return []


def save(path: Path, packs: Sequence[IndexedPack]) -> None:
    """Write the file beside and put it in place. A full or read-only disk is no trouble."""
    data = {
        "format": FORMAT,
        "program": __version__,
        "packs": [_pack_out(pack) for pack in packs],
    }
    temporary = ""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".index-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=True, separators=(",", ":"))
        os.replace(temporary, path)
    except (OSError, ValueError):
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _pack_out(indexed: IndexedPack) -> dict[str, Any]:
    pack = indexed.pack
    return {
        "path": str(indexed.path),
        "files": [[name, stamp.size, stamp.mtime_ns] for name, stamp in indexed.files],
        "fingerprint": indexed.fingerprint,
        "pack": pack
        and [pack.id, pack.title, pack.publisher, pack.version, pack.language, pack.description],
        "problems": _problems_out(indexed.problems, indexed.path),
        "modules": [_module_out(module, indexed.path) for module in indexed.modules],
    }


def _module_out(module: IndexedModule, root: Path) -> dict[str, Any]:
    return {
        "path": module.path.relative_to(root).as_posix(),
        "size": module.stamp.size,
        "mtime_ns": module.stamp.mtime_ns,
        "fingerprint": module.fingerprint,
        "entry": module.entry and _entry_out(module.entry),
        "problems": _problems_out(module.problems, root),
    }


def _entry_out(entry: ModuleEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "pack": entry.pack_id,
        "title": entry.title,
        "version": entry.version,
        "level": entry.level,
        "minutes": entry.minutes,
        "topics": entry.topics,
        "audience": entry.audience,
        "outcomes": entry.outcomes,
        "note": entry.has_content_note,
        "reviewed": entry.reviewed,
        "language": entry.language,
        "parts": [[part.id, part.title, part.minutes, part.headings] for part in entry.parts],
    }


def _problems_out(problems: Sequence[PackProblem], root: Path) -> list[list[object]]:
    return [[p.file.relative_to(root).as_posix(), p.line, p.what, p.mend] for p in problems]


def _pack(raw: dict[str, Any], root: Path) -> IndexedPack:
    pack = None
    if raw["pack"] is not None:
        pack_id, title, publisher, version, language, description = raw["pack"]
        pack = Pack(
            _text(pack_id),
            _text(title),
            _text(publisher),
            _number(version),
            _text(language),
            _text(description),
            root,
        )
    return IndexedPack(
        root,
        tuple((_text(name), Stamp(_number(size), _number(at))) for name, size, at in raw["files"]),
        _text(raw["fingerprint"]),
        pack,
        _problems(raw["problems"], root),
        tuple(_module(module, root) for module in raw["modules"]),
    )


def _module(raw: dict[str, Any], root: Path) -> IndexedModule:
    path = _inside(raw["path"], root)
    entry = raw["entry"]
    return IndexedModule(
        path,
        Stamp(_number(raw["size"]), _number(raw["mtime_ns"])),
        _text(raw["fingerprint"]),
        None if entry is None else _entry(entry, path),
        _problems(raw["problems"], root),
    )


def _entry(raw: dict[str, Any], path: Path) -> ModuleEntry:
    return ModuleEntry(
        id=_text(raw["id"]),
        pack_id=_text(raw["pack"]),
        title=_text(raw["title"]),
        version=_number(raw["version"]),
        level=Level(raw["level"]),
        minutes=_number(raw["minutes"]),
        topics=_texts(raw["topics"]),
        audience=_text(raw["audience"]),
        outcomes=_texts(raw["outcomes"]),
        has_content_note=raw["note"] is True,
        reviewed=raw["reviewed"] is True,
        language=_text(raw["language"]),
        parts=tuple(
            PartEntry(_text(part_id), _text(title), _number(minutes), _texts(headings))
            for part_id, title, minutes, headings in raw["parts"]
        ),
        path=path,
    )


def _problems(raw: list[Any], root: Path) -> tuple[PackProblem, ...]:
    return tuple(
        PackProblem(_inside(name, root), _number(line), _text(what), _text(mend))
        for name, line, what, mend in raw
    )


def _inside(name: object, root: Path) -> Path:
    """A path inside the pack. The kept file cannot point anywhere else."""
    text = _text(name)
    if text.startswith("/") or "\\" in text or ":" in text or ".." in text.split("/"):
        raise ValueError("A path in the index leads out of the pack.")
    return root / text


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("Not a text.")
    return value


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError("Not a number.")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("Not a list.")
    return tuple(map(_text, value))
