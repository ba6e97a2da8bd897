"""Writes entries as a folder of Markdown files or as JSON. What is in them: docs/journal-format.md.

Whoever calls this has told the person that nothing protects these files.
"""

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tiapp.core.errors import AppError
from tiapp.private.journal_model import Entry
from tiapp.storage.atomic import sync_folder
from tiapp.storage.faults import calmly
from tiapp.storage.file_names import safe_file_name

FORMAT = "steady-journal"
VERSION = 1


def write_markdown(entries: Iterable[Entry], target: Path) -> int:
    """A new folder `target` with a file for each entry; how many. All of them, or no folder."""
    with _new_folder(target) as folder:
        names: set[str] = set()
        for entry in entries:
            name = _name(entry, names)
            # file systems of Windows and macOS take capitals for the same letter
            names.add(name.casefold())
            _write(folder / f"{name}.md", markdown(entry))
        return len(names)


def write_json(entries: Iterable[Entry], target: Path) -> int:
    """A new folder `target` with journal.json; how many entries are in it."""
    with _new_folder(target) as folder:
        facts = [entry_facts(entry) for entry in entries]
        whole = {"format": FORMAT, "version": VERSION, "entries": facts}
        _write(folder / "journal.json", json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
        return len(facts)


WRITERS: dict[str, Callable[[Iterable[Entry], Path], int]] = {
    "md": write_markdown,
    "json": write_json,
}


def markdown(entry: Entry) -> str:
    """An entry as a Markdown file, which Steady's own import reads back as it was."""
    top = ["---", f"steady-id: {entry.id}", f"date: {entry.written.isoformat()}"]
    if entry.zone:
        top.append(f"zone: {entry.zone}")
    if entry.title:
        top.append(f"title: {_quoted(entry.title)}")
    if entry.tags:
        top.append(f"tags: [{', '.join(map(_quoted, entry.tags))}]")
    if entry.asked is not None and entry.asked.text:
        top.append(f"prompt: {_quoted(entry.asked.text)}")
    return "\n".join([*top, "---", "", entry.body]) + "\n"


def entry_facts(entry: Entry) -> dict[str, Any]:
    """An entry for other programs."""
    asked = entry.asked
    prompt: dict[str, Any] | None = None
    if asked is not None:
        prompt = {"text": asked.text, "id": asked.id}
        if asked.ref is not None:
            ref = asked.ref
            prompt |= {"pack": ref.pack, "module": ref.module, "part": ref.part, "block": ref.block}
    return {
        "id": entry.id,
        "written": entry.written.isoformat(),
        "zone": entry.zone,
        "title": entry.title,
        "body": entry.body,
        "tags": list(entry.tags),
        "prompt": prompt,
        "changed": entry.changed.isoformat() if entry.changed else None,
    }


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _name(entry: Entry, taken: set[str]) -> str:
    day = entry.written.strftime("%Y-%m-%d %H%M")
    name = safe_file_name(f"{day} {entry.heading}", day)
    number, chosen = 2, name
    while chosen.casefold() in taken:
        chosen = f"{name[:50]} {number}"
        number += 1
    return chosen


def _write(file: Path, text: str) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
        out.write(text)


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `target` at the end, whole. AppError if that is taken."""
    with calmly(target):
        if target.is_file() or (target.is_dir() and any(target.iterdir())):
            raise AppError(
                "That folder is not empty.",
                "Nothing was written. Give the name of a new or an empty folder.",
                code="export-exists",
            )
        if not target.absolute().parent.is_dir():
            raise AppError(
                "The folder for this cannot be found.",
                "Nothing was written. Check that the drive is connected, or choose another folder.",
                code="export-no-folder",
            )
        beside = target.with_name(f".steady-{secrets.token_hex(8)}.new")
        beside.mkdir(mode=0o700)
        try:
            yield beside
            for file in beside.iterdir():
                _sync(file)
            sync_folder(beside)
            if target.is_dir():
                target.rmdir()
            os.rename(beside, target)
            sync_folder(target.absolute().parent)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
