"""Reads and writes settings.toml and installation.toml: a few plain lines anyone can mend."""

import tomllib
from dataclasses import fields
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar, cast

from tiapp.core.errors import AppError
from tiapp.core.settings import (
    LINE_SPACINGS,
    LOCK_MINUTES,
    READING_WIDTHS,
    TEXT_SIZES,
    Installation,
    Motion,
    Settings,
    Theme,
)
from tiapp.storage.atomic import set_aside, write_private
from tiapp.storage.faults import SAFE

_ALLOWED: dict[str, tuple[object, ...]] = {
    "theme": tuple(Theme),
    "motion": tuple(Motion),
    "text_size": TEXT_SIZES,
    "reading_width": READING_WIDTHS,
    "line_spacing": LINE_SPACINGS,
    "letter_spacing": (0, 4, 8),
    "lock_after_minutes": LOCK_MINUTES,
    "shared_computer": (True, False),
}
"""For choices from a list: a value that is not on it becomes the default."""

_LARGEST = 64 * 1024
_Kind = TypeVar("_Kind", Settings, Installation)


def read_settings(file: Path) -> tuple[Settings, AppError | None]:
    """One person's settings, and what to tell them if the file was damaged.

    Never fails. Missing file: the defaults. One odd value: the default for that one. A file that
    can't be read at all is kept aside under another name, and the defaults are used.
    """
    table, notice = _read(file)
    return _fill(Settings, table), notice


def write_settings(file: Path, settings: Settings) -> None:
    """Save them; keys of a newer version that stand in the file are kept. AppError if it fails."""
    _write(file, settings)


def read_installation(file: Path) -> tuple[Installation, AppError | None]:
    """What holds for the whole data folder; as careful as `read_settings`."""
    table, notice = _read(file)
    return _fill(Installation, table), notice


def write_installation(file: Path, installation: Installation) -> None:
    """Save it; unknown keys are kept. AppError if it fails."""
    _write(file, installation)


def _read(file: Path) -> tuple[dict[str, Any], AppError | None]:
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        return {}, None
    except OSError:
        return {}, AppError(
            f"The file {file.name} could not be read, so the usual settings are used.",
            f"{SAFE} Ask the person who looks after this computer to look at {file.parent}.",
            code="settings-unreadable",
        )
    try:
        if len(data) > _LARGEST:
            raise ValueError
        return tomllib.loads(data.decode("utf-8-sig")), None
    except (ValueError, RecursionError):  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        aside = set_aside(file)
        kept = f"The damaged file is kept as {aside.name}. " if aside else ""
        return {}, AppError(
            f"The file {file.name} was damaged, so the usual settings are used.",
            f"{kept}{SAFE} You can choose your settings again.",
            code="settings-damaged",
        )


def _fill(kind: type[_Kind], table: dict[str, Any]) -> _Kind:
    """A value of `kind`, taking from `table` what fits and leaving the rest at its default."""
    default = kind()
    fitting: dict[str, Any] = {}
    for field in fields(default):
        if field.name in table:
            usual = getattr(default, field.name)
            value = _fitting(field.name, table[field.name], usual)
            if value is not None:
                fitting[field.name] = value
    return kind(**fitting)


def _fitting(name: str, value: object, usual: object) -> object | None:
    """`value` as the field wants it; None when it does not fit."""
    if name in _ALLOWED:
        for allowed in _ALLOWED[name]:
            # True == 1 in Python, and a file may say either: the kind has to fit too
            if value == allowed and isinstance(value, bool) == isinstance(allowed, bool):
                return allowed
        return None
    return value if type(value) is type(usual) else None


def _write(file: Path, value: Settings | Installation) -> None:
    table, _ = _read(file)
    for field in fields(value):
        chosen = getattr(value, field.name)
        if chosen is None:
            table.pop(field.name, None)
        else:
            table[field.name] = chosen
    lines = [f"{_key(name)} = {_toml(entry)}" for name, entry in table.items() if _simple(entry)]
    write_private(file, ("\n".join(lines) + "\n").encode())


def _simple(value: object) -> bool:
    return isinstance(value, bool | int | float | str | date | time) or (
        isinstance(value, list) and all(_simple(item) for item in value)
    )


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if bare else _quoted(name)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(str(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in cast("list[object]", value)) + "]"
    return str(value)


def _quoted(text: str) -> str:
    """A TOML basic string: quotes, backslashes and control characters escaped."""
    escaped = "".join(
        f"\\{c}" if c in '"\\' else f"\\u{ord(c):04x}" if ord(c) < 0x20 or ord(c) == 0x7F else c
        for c in text
    )
    return f'"{escaped}"'
