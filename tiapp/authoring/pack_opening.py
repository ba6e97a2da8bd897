"""Opens a pack file with distrust: it is hostile until every check has passed.

Nothing is ever extracted by the names that the archive gives: they are checked first, and what
is written is written by us, into a folder that was empty. The checks and figures are those of
docs/decisions/014-packs.md.
"""

import hashlib
import io
import json
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

from tiapp.authoring.pack_file import (
    ALL_BYTES,
    FILE_BYTES,
    FILES,
    FORMAT,
    MANIFEST,
    PACK_BYTES,
    VERSION,
    Manifest,
)
from tiapp.authoring.pack_names import check_names, refused
from tiapp.core.errors import AppError
from tiapp.learning import limits
from tiapp.learning.pictures import FORMATS, header_trouble
from tiapp.storage.faults import calmly

RATIO = 100
"""How many times its size a file may become: text and pictures never come near."""

_MANIFEST_BYTES = 1024 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL_HEADER = 30


def unpack(file: Path, into: Path) -> Manifest:
    """Check the pack file and write what is in it into the empty folder `into`.

    AppError with one clear reason when anything is amiss; what `into` holds then is for the
    caller to throw away. The pack itself is not read yet: see `sound_pack`.
    """
    with calmly(file):
        if not stat.S_ISREG(file.stat().st_mode):
            raise refused("it is not a file", "Choose the .tipack file itself.")
        if file.stat().st_size > PACK_BYTES:
            raise refused("it is larger than 100 MB")
        data = file.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, len(data), into)
    except (AppError, OSError, MemoryError):
        raise
    except Exception as error:
        # The one boundary: zipfile raises IndexError, struct.error and others for broken archives.
        raise refused(f"it is damaged, or not a pack at all ({type(error).__name__})") from error


def _unpacked(archive: zipfile.ZipFile, size: int, into: Path) -> Manifest:
    entries = archive.infolist()
    if len(entries) > FILES + 1:
        raise refused(f"it has more than {FILES} files")
    if archive.comment:
        raise refused("something is hidden after its end")
    for entry in entries:
        _check_entry(entry)
    _check_layout(entries, size)
    names = [entry.filename for entry in entries]
    if names.count(MANIFEST) != 1:
        raise refused("it has no list of what is in it (manifest.json)")
    contents = [name for name in names if name != MANIFEST]
    check_names(contents)
    if sum(entry.file_size for entry in entries) > ALL_BYTES:
        raise refused("its files come to more than 200 MB")
    manifest = _manifest(_bytes(archive, archive.getinfo(MANIFEST)))
    if missing := sorted(set(manifest.files) ^ set(contents)):
        raise refused(f"its list and its files differ ({missing[0]})")
    for name in contents:
        data = _bytes(archive, archive.getinfo(name))
        if manifest.files[name] != (len(data), hashlib.sha256(data).hexdigest()):
            raise refused(f"{name} was changed after the pack was made")
        _check_content(name, data)
        target = into.joinpath(*name.split("/"))
        with calmly(target):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with target.open("xb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
    return manifest


def _check_entry(entry: zipfile.ZipInfo) -> None:
    mode = entry.external_attr >> 16
    if entry.flag_bits & 0x1:
        raise refused("it is locked with a password")
    if entry.compress_type not in _METHODS:
        raise refused("it is compressed in a way that Steady cannot read")
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise refused("it holds a link or a device")
    if entry.is_dir():
        raise refused("it was not made with Steady (it lists folders)")
    if entry.file_size > FILE_BYTES:
        raise refused("one of its files is larger than 20 MB")
    if entry.file_size > RATIO * max(entry.compress_size, 1) and entry.file_size > 4096:
        raise refused("one of its files would become more than a hundred times its size")
    if entry.orig_filename != entry.filename or entry.extra:
        # zipfile cuts a name at a zero byte and turns back-slashes; extra fields may rename.
        raise refused("one of its files has two names")


def _check_layout(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Two files that share bytes, or that reach beyond the end, come from no honest program."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise refused("its files overlap")
        name = len(entry.filename.encode("utf-8"))
        end = entry.header_offset + _LOCAL_HEADER + name + entry.compress_size
    if end > size:
        raise refused("its end is missing")


def _bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What the entry holds, never more than it says: a lying size ends here."""
    with archive.open(entry) as stream:
        data = stream.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise refused("one of its files is not as large as it says")
    return data


def _manifest(data: bytes) -> Manifest:
    if len(data) > _MANIFEST_BYTES:
        raise refused("the list of what is in it is too long")
    said: Any = json.loads(data.decode("utf-8"), object_pairs_hook=_each_once)
    if said["format"] != FORMAT:
        raise refused("it is not a Steady pack")
    if said["version"] != VERSION:
        raise refused("it was made by a newer version of Steady", "Install that version first.")
    pack = said["pack"]
    files = {
        name: (_number(facts["size"]), _text(facts["sha256"]))
        for name, facts in said["files"].items()
    }
    if not limits.is_id(_text(pack["id"])):
        raise refused("its id is not one that a pack may have")
    return Manifest(
        pack["id"],
        _text(pack["title"]),
        _text(pack["publisher"]),
        _number(pack["version"]),
        files,
    )


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise refused("its list names something twice")
    return made


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200 or limits.unwanted(value):
        raise TypeError("Not a text.")
    return value


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError("Not a number.")
    return value


def _check_content(name: str, data: bytes) -> None:
    """What the name promises is what is inside. Text is read by the pack reader afterwards."""
    ending = name[name.rindex(".") :]
    if ending in FORMATS:
        if trouble := header_trouble(name.rsplit("/", 1)[-1], io.BytesIO(data)):
            raise refused(trouble[0].rstrip("."))
        return
    most = limits.TOML_BYTES if ending == ".toml" else limits.MODULE_BYTES
    if len(data) > most:
        raise refused(f"{name} is longer than {most // 1024} KB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused(f"{name} is not stored as UTF-8") from None
    if code := limits.unwanted(text.replace("\r\n", "\n")):
        raise refused(f"{name} holds a hidden character ({code})")
