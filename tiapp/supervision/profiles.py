"""Export profiles: which columns another system wants, as data that an organisation may edit."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tiapp.core.errors import AppError
from tiapp.supervision.summary import COLUMNS

KEYS = tuple(column.key for column in COLUMNS)

_LARGEST = 64 * 1024
_DAY = re.compile(r"(?:%[Ymdy]|[ ./-])+")
_NONE: MappingProxyType[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ProfileColumn:
    """A column as the other system calls it: filled from one of ours, or the same in every row."""

    heading: str
    source: str = ""
    """One of KEYS; empty for a column that holds `value` throughout."""
    value: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What one system takes in. `unique` are headings which together may stand in a file once."""

    id: str
    title: str
    columns: tuple[ProfileColumn, ...]
    note: str = ""
    delimiter: str = ","
    day: str = "%Y-%m-%d"
    bom: bool = False
    about: bool = False
    """Whether the line on what finished means has a column of its own: only where it is welcome."""
    unique: tuple[str, ...] = ()
    modules: MappingProxyType[str, str] = field(default_factory=lambda: _NONE)
    """What a course is called there, by our module id; others keep what they have here."""

    def with_column(self, at: int, column: ProfileColumn) -> "Profile":
        """The same profile with another column in that place."""
        return replace(
            self, columns=tuple(column if n == at else c for n, c in enumerate(self.columns))
        )


def read_profiles(shipped: Path, own: Path | None = None) -> tuple[Profile, ...]:
    """Those that come with Steady and then the organisation's own, which may replace them.

    AppError when the organisation's file can't be used; it says what is the matter.
    """
    profiles = {profile.id: profile for profile in _read(shipped)}
    if own is not None and own.exists():
        profiles |= {profile.id: profile for profile in _read(own)}
    return tuple(profiles.values())


def find_profile(profiles: Iterable[Profile], id_: str) -> Profile:
    """The profile of that name. AppError, naming those there are, when there is none."""
    profiles = tuple(profiles)
    for profile in profiles:
        if profile.id == id_:
            return profile
    raise AppError(
        "There is no export profile with that name.",
        f"Nothing was written. You can use: {', '.join(p.id for p in profiles)}.",
        code="profile-unknown",
    )


def fault_of(profile: Profile) -> str:
    """Why a profile cannot be used, as half a sentence; empty when it can."""
    headings = [column.heading for column in profile.columns]
    for fits, reason in (
        (headings, "there is no column"),
        (all(heading.strip() for heading in headings), "a column has no heading"),
        (len(set(headings)) == len(headings), "a heading is used twice"),
        (_DAY.fullmatch(profile.day), "day is made of %Y, %m, %d, points, strokes and spaces"),
        (profile.delimiter in (",", ";", "\t"), "delimiter is a comma, a semicolon or a tab"),
        (set(profile.unique) <= set(headings), "unique names headings of the profile"),
    ):
        if not fits:
            return reason
    return ""


def profiles_as_toml(profiles: Iterable[Profile]) -> str:
    """The organisation's file, to be kept and read again."""
    lines = ["# Export profiles of this organisation. See the ones that come with Steady.", ""]
    for profile in profiles:
        lines += ["[[profile]]", f"id = {_quoted(profile.id)}", f"title = {_quoted(profile.title)}"]
        lines += [f"note = {_quoted(profile.note)}", f"delimiter = {_quoted(profile.delimiter)}"]
        lines += [f"day = {_quoted(profile.day)}", f"bom = {str(profile.bom).lower()}"]
        lines += [f"about = {str(profile.about).lower()}"]
        lines += [f"unique = [{', '.join(map(_quoted, profile.unique))}]"]
        if profile.modules:
            pairs = ", ".join(f"{_quoted(k)} = {_quoted(v)}" for k, v in profile.modules.items())
            lines += [f"modules = {{ {pairs} }}"]
        for column in profile.columns:
            filled = f"from = {_quoted(column.source)}"
            if not column.source:
                filled = f"value = {_quoted(column.value)}"
            lines += ["", "[[profile.column]]", f"heading = {_quoted(column.heading)}", filled]
            lines += [f"required = {str(column.required).lower()}"]
        lines.append("")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = "".join(
        f"\\{c}" if c in '"\\' else f"\\u{ord(c):04x}" if ord(c) < 0x20 or ord(c) == 0x7F else c
        for c in text
    )
    return f'"{escaped}"'


def _read(file: Path) -> list[Profile]:
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ValueError("it is larger than 64 KB")
        said = tomllib.loads(data.decode("utf-8-sig"))
        return [_profile(table) for table in (said["profile"] if said else ())]
    except KeyError as error:
        raise _unusable(file, f"{error.args[0]} is missing") from error
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _unusable(file, str(error) if type(error) is ValueError else "") from error


def _profile(said: dict[str, Any]) -> Profile:
    modules = {str(key): str(value) for key, value in said.get("modules", {}).items()}
    profile = Profile(
        id=_text(said, "id"),
        title=_text(said, "title"),
        columns=tuple(_column(column) for column in said["column"]),
        note=_text(said, "note", ""),
        delimiter=_text(said, "delimiter", ","),
        day=_text(said, "day", "%Y-%m-%d"),
        bom=said.get("bom", False) is True,
        about=said.get("about", False) is True,
        unique=tuple(said.get("unique", ())),
        modules=MappingProxyType(modules),
    )
    fault = fault_of(profile)
    if fault:
        raise ValueError(f"{profile.id}: {fault}")
    return profile


def _column(said: dict[str, Any]) -> ProfileColumn:
    source = _text(said, "from", "")
    if source and source not in KEYS:
        raise ValueError(f"from is one of {', '.join(KEYS)}, and {source} is not")
    return ProfileColumn(
        heading=_text(said, "heading"),
        source=source,
        value=_text(said, "value", ""),
        required=said.get("required", False) is True,
    )


def _text(said: dict[str, Any], key: str, usual: str | None = None) -> str:
    value = said[key] if usual is None else said.get(key, usual)
    if not isinstance(value, str) or len(value) > 300:
        raise ValueError(f"{key} is a text of at most 300 letters")
    return value


def _unusable(file: Path, reason: str) -> AppError:
    because = f" The reason: {reason}." if reason else ""
    return AppError(
        f"The export profiles in {file.name} cannot be used.",
        f"Nothing was written.{because} Correct the file in {file.parent}, or move it away "
        f"and Steady will use the profiles it came with.",
        code="profiles",
    )
