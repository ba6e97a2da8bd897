"""Reads a folder of Markdown or text files as journal entries, one a file.

The folder may come from anywhere, so it is read with distrust: plain files of a sensible size and
number, never through links. What is not taken is named with a reason; no file is ever changed.
"""

import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.private.importers.dates import day_in_name, placed, read_moment
from tiapp.private.importers.first_lines import FirstLines, read_first_lines
from tiapp.private.importers.records import DateFrom, Record, Skipped
from tiapp.private.journal_model import BODY_MOST, TITLE_MOST, clean_tags

ENDINGS = (".md", ".markdown", ".txt", ".text")
FILES_MOST = 50_000
BYTES_MOST = 4 * BODY_MOST
BYTES_IN_ALL = 500 * 1024 * 1024
DEPTH_MOST = 16
_WANTED_CONTROLS = "\t\n\f"


def read_folder(folder: Path) -> Iterator[Record | Skipped]:
    """Every file in it, in the order of their names. AppError when it is no folder that opens."""
    try:
        entries = os.listdir(folder)
    except OSError as error:
        raise AppError(
            "That folder cannot be opened.",
            "Nothing was imported. Check its name, and that its disk or share is connected.",
            code="import-folder",
        ) from error
    del entries
    taken = 0
    size = 0
    for path, skipped in _files(folder, "", 0):
        if skipped is not None:
            yield skipped
            continue
        taken += 1
        if taken > FILES_MOST:
            yield Skipped("", f"Only {FILES_MOST:,} files are read at a time; the rest were left.")
            return
        data = _data(folder / path)
        if isinstance(data, str):
            yield Skipped(path, data)
            continue
        raw, changed = data
        size += len(raw)
        if size > BYTES_IN_ALL:
            yield Skipped("", "Only 500 MB is read at a time; the rest was left.")
            return
        try:
            yield read_text(path, raw, changed)
        except Exception:  # whatever a file holds, it must not stop the others
            yield Skipped(path, "It could not be understood.")


def read_text(where: str, raw: bytes, changed: float) -> Record | Skipped:
    """One file's bytes as a record. `changed` is the time of its last change."""
    text = _decoded(raw)
    if text is None:
        return Skipped(where, "Its text is not saved as UTF-8.")
    if any(ord(c) < 32 and c not in _WANTED_CONTROLS for c in text) or "\x7f" in text:
        return Skipped(where, "It has control characters in it, so it is not plain text.")
    if len(text) > BODY_MOST:
        return Skipped(where, f"It is longer than {BODY_MOST:,} letters.")
    top = read_first_lines(text)
    body = top.rest.strip("\n")
    if not body.strip() and not top.values.get("title"):
        return Skipped(where, "It is empty.")
    return _record(where, top, body, changed)


def _record(where: str, top: FirstLines, body: str, changed: float) -> Record:
    name = where.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    in_name = day_in_name(name) or _day_in_folders(where)
    zone, note = top.values.get("zone", ""), ""
    written = read_moment(top.values.get("date", ""), zone)
    date_from = DateFrom.TEXT
    if written is None and "date" in top.values:
        note = "Its date could not be read, so it stays in the text."
        body = f"{top.lines['date']}\n\n{body}"
    if written is None and in_name is not None:
        written, date_from = in_name[0], DateFrom.NAME
    if written is None:
        written, date_from = placed(datetime.fromtimestamp(changed)), DateFrom.FILE
    entry_id = _id(top.values.get("id", ""))
    title = top.values.get("title", "")
    if not title and not entry_id:
        title = in_name[1] if in_name else name
    return Record(
        where=where,
        written=written,
        body=body,
        title=" ".join(title.split())[:TITLE_MOST],
        tags=clean_tags(top.tags),
        zone=zone if date_from is DateFrom.TEXT else "",
        date_from=date_from,
        id=entry_id,
        asked=top.values.get("prompt", ""),
        note=note,
    )


def _day_in_folders(where: str) -> tuple[datetime, str] | None:
    """The day of 2024/03/01.md."""
    parts = where.rsplit(".", 1)[0].split("/")
    return day_in_name("-".join(parts[-3:])) if len(parts) >= 3 else None


def _id(text: str) -> str:
    import uuid

    try:
        return str(uuid.UUID(text)) if text else ""
    except ValueError:
        return ""


def _files(folder: Path, inside: str, depth: int) -> Iterator[tuple[str, Skipped | None]]:
    """The paths below a folder with /, or why one of them is not looked at."""
    here = folder / inside
    try:
        with os.scandir(here) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield inside, Skipped(inside, "This folder cannot be opened.")
        return
    for entry in entries:
        path = f"{inside}/{entry.name}" if inside else entry.name
        if entry.name.startswith("."):
            yield path, Skipped(path, "It is hidden, so it is left alone.")
        elif entry.is_symlink():
            yield path, Skipped(path, "It is a link to somewhere else.")
        elif entry.is_dir(follow_symlinks=False):
            if depth >= DEPTH_MOST:
                yield path, Skipped(path, "It is too many folders deep.")
            else:
                yield from _files(folder, path, depth + 1)
        elif not entry.name.lower().endswith(ENDINGS):
            yield path, Skipped(path, "It is not a Markdown or text file.")
        else:
            yield path, None


def _data(file: Path) -> tuple[bytes, float] | str:
    """A file's bytes and time of change, or why it is not read."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(file, flags | getattr(os, "O_BINARY", 0))
    except OSError:
        return "It cannot be opened."
    try:
        with os.fdopen(handle, "rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                return "It is not an ordinary file."
            if status.st_size > BYTES_MOST:
                return "It is larger than 4 MB."
            raw = opened.read(BYTES_MOST + 1)
            if len(raw) > BYTES_MOST:
                return "It is larger than 4 MB."
            return raw, status.st_mtime
    except OSError:
        return "It cannot be read."


def _decoded(raw: bytes) -> str | None:
    coding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(coding)
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
