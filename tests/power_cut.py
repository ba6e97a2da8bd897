"""What a disk may hold after a power cut: rebuilt from the system calls of a program that wrote.

`record` runs a program under strace. `Disk.image` builds one of the states in which its folder may
be found if the power went at a chosen moment: what had been synchronised is there; of the rest
nothing, everything, a random half, or half with a torn last piece. Names (made, renamed, removed)
reach the disk in order, as journalling file systems do it; they are sure once the folder, or the
new file itself, was synchronised.
"""

import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,close,dup,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,unlink,unlinkat,"
    "mkdir,rmdir"
)
MARK = b"MARK "
"""A write to any descriptor that begins so is a moment that the program speaks of."""

_CALL = re.compile(rb"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)", re.DOTALL)
_UNFINISHED = re.compile(rb"^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$", re.DOTALL)
_RESUMED = re.compile(rb"^(\d+)\s+<\.\.\. (\w+) resumed>(.*)$", re.DOTALL)
_TEXT = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')
_SECTOR = 512


def can_record() -> bool:
    """Whether system calls can be recorded here."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-e", "trace=none", "true"], capture_output=True)
    return tried.returncode == 0


def record(command: list[str], log: Path) -> list[bytes]:
    """Run the command under strace; its calls, one a line."""
    subprocess.run(
        ["strace", "-f", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o", str(log), *command],
        check=True,
        capture_output=True,
    )
    return _whole_lines(log.read_bytes().split(b"\n"))


@dataclass
class _File:
    """The bytes of a file, as the calls that changed them."""

    made_by: int
    """Which change of names made it."""
    changes: list[tuple[int, str, int, bytes]] = field(default_factory=list)
    """(moment, "write" or "cut", place, data)."""
    synced: list[tuple[int, int]] = field(default_factory=list)
    """(moment, how many changes were on the disk then)."""


@dataclass
class Disk:
    """Everything that happened inside one folder, in order."""

    folder: str
    moments: int = 0
    marks: list[tuple[int, str]] = field(default_factory=list)
    names: list[tuple[int, str, str, str]] = field(default_factory=list)
    """(moment, what, path, path or number of the file)."""
    sure_names: list[tuple[int, int]] = field(default_factory=list)
    files: list[_File] = field(default_factory=list)
    syncs: int = 0

    @classmethod
    def of(cls, lines: list[bytes], folder: Path) -> "Disk":
        """Take the recorded calls apart."""
        return _Reader(cls(str(folder))).read(lines)

    def acknowledged(self, moment: int) -> list[str]:
        """What the program had spoken of by then."""
        return [words for when, words in self.marks if when < moment]

    def image(self, moment: int, manner: str, chance: random.Random, target: Path) -> None:
        """Build the folder at `target` as it may be found after a cut at that moment."""
        happened = [change for change in self.names if change[0] < moment]
        sure = max((count for when, count in self.sure_names if when < moment), default=0)
        some = {"nothing": sure, "everything": len(happened)}
        count = some.get(manner, chance.randint(sure, max(sure, len(happened))))
        folders, names = self._names(happened[:count])
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted(folders):
            (target / path).mkdir(parents=True, exist_ok=True)
        for path, number in names.items():
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(self._bytes(self.files[number], moment, manner, chance))

    @staticmethod
    def _names(happened: list[tuple[int, str, str, str]]) -> tuple[set[str], dict[str, int]]:
        folders: set[str] = set()
        names: dict[str, int] = {}
        for _, what, path, other in happened:
            if what == "folder":
                folders.add(path)
            elif what == "file":
                names[path] = int(other)
            elif what == "gone":
                names.pop(path, None)
                folders.discard(path)
            else:
                for old in [name for name in names if name == path or name.startswith(path + "/")]:
                    names[other + old[len(path) :]] = names.pop(old)
                for old in [
                    name for name in folders if name == path or name.startswith(path + "/")
                ]:
                    folders.remove(old)
                    folders.add(other + old[len(path) :])
        return folders, names

    @staticmethod
    def _bytes(file: _File, moment: int, manner: str, chance: random.Random) -> bytes:
        happened = [change for change in file.changes if change[0] < moment]
        sure = max((count for when, count in file.synced if when < moment), default=0)
        rest = happened[sure:]
        if manner == "nothing":
            rest = []
        elif manner in ("half", "torn"):
            rest = [change for change in rest if chance.random() < 0.5]
            if manner == "torn" and rest and rest[-1][1] == "write":
                when, what, place, data = rest[-1]
                kept = chance.randint(0, len(data) // _SECTOR) * _SECTOR
                rest[-1] = (when, what, place, data[:kept])
        content = bytearray()
        for _, what, place, data in happened[:sure] + rest:
            if what == "cut":
                del content[place:]
                content.extend(bytes(place - len(content)))
            else:
                content.extend(bytes(max(0, place - len(content))))
                content[place : place + len(data)] = data
        return bytes(content)


class _Reader:
    """Follows descriptors, so that each change is known by its file and not by a name."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._open: dict[int, tuple[str, int | None]] = {}
        self._at: dict[int, int] = {}
        self._names: dict[str, int] = {}
        self._folders: set[str] = {disk.folder}

    def read(self, lines: list[bytes]) -> Disk:
        for line in lines:
            fits = _CALL.match(line)
            if fits is None or int(fits[3]) < 0:
                continue
            handler = getattr(self, f"_{fits[1].decode()}", None)
            if handler is not None:
                handler(fits[2], int(fits[3]))
                self._disk.moments += 1
        return self._disk

    # Names

    def _path(self, arguments: bytes, number: int = 0) -> str:
        texts = _TEXT.findall(arguments)
        path = _plain(texts[number]).decode()
        first = arguments.split(b",")[0]
        if not path.startswith("/") and first.isdigit():
            path = f"{self._open.get(int(first), ('?', None))[0]}/{path}"
        return path

    def _inside(self, path: str) -> str | None:
        start = self._disk.folder + "/"
        return path[len(start) :] if path.startswith(start) else None

    def _note(self, what: str, path: str, other: str = "") -> int:
        self._disk.names.append((self._disk.moments, what, path, other))
        return len(self._disk.names)

    def _openat(self, arguments: bytes, result: int) -> None:
        path = self._path(arguments)
        inside = self._inside(path)
        number: int | None = None
        if inside is not None and path not in self._folders and b"O_DIRECTORY" not in arguments:
            number = self._names.get(path)
            if number is None and b"O_CREAT" in arguments:
                number = len(self._disk.files)
                made_by = self._note("file", inside, str(number))
                self._disk.files.append(_File(made_by))
                self._names[path] = number
            elif number is not None and b"O_TRUNC" in arguments:
                self._disk.files[number].changes.append((self._disk.moments, "cut", 0, b""))
        self._open[result] = (path, number)
        self._at[result] = 0

    def _close(self, arguments: bytes, _: int) -> None:
        self._open.pop(int(arguments), None)

    def _dup(self, arguments: bytes, result: int) -> None:
        if int(arguments) in self._open:
            self._open[result] = self._open[int(arguments)]
            self._at[result] = self._at[int(arguments)]

    def _mkdir(self, arguments: bytes, _: int) -> None:
        path = self._path(arguments)
        self._folders.add(path)
        inside = self._inside(path)
        if inside is not None:
            self._note("folder", inside)

    def _rename(self, arguments: bytes, _: int) -> None:
        old, new = self._path(arguments), self._path(arguments, 1)
        for name in _at_or_below(old, self._names):
            self._names[new + name[len(old) :]] = self._names.pop(name)
        for name in _at_or_below(old, self._folders):
            self._folders.remove(name)
            self._folders.add(new + name[len(old) :])
        before, after = self._inside(old), self._inside(new)
        if before is not None and after is not None:
            self._note("renamed", before, after)

    def _unlink(self, arguments: bytes, _: int) -> None:
        path = self._path(arguments)
        self._names.pop(path, None)
        self._folders.discard(path)
        inside = self._inside(path)
        if inside is not None:
            self._note("gone", inside)

    _unlinkat = _unlink
    _rmdir = _unlink

    # Bytes

    def _pwrite64(self, arguments: bytes, result: int) -> None:
        descriptor = int(arguments.split(b",", 1)[0])
        place = int(arguments.rsplit(b",", 1)[1])
        self._change(descriptor, place, arguments, result)

    def _write(self, arguments: bytes, result: int) -> None:
        descriptor = int(arguments.split(b",", 1)[0])
        data = _plain(_TEXT.findall(arguments)[0]) if _TEXT.search(arguments) else b""
        if data.startswith(MARK):
            self._disk.marks.append((self._disk.moments, data[len(MARK) :].decode().strip()))
            return
        self._change(descriptor, self._at.get(descriptor, 0), arguments, result)
        self._at[descriptor] = self._at.get(descriptor, 0) + result

    def _change(self, descriptor: int, place: int, arguments: bytes, result: int) -> None:
        number = self._open.get(descriptor, ("", None))[1]
        if number is not None:
            data = _plain(_TEXT.findall(arguments)[0])[:result]
            self._disk.files[number].changes.append((self._disk.moments, "write", place, data))

    def _lseek(self, arguments: bytes, result: int) -> None:
        self._at[int(arguments.split(b",", 1)[0])] = result

    def _ftruncate(self, arguments: bytes, _: int) -> None:
        descriptor, size = (int(part) for part in arguments.split(b","))
        number = self._open.get(descriptor, ("", None))[1]
        if number is not None:
            self._disk.files[number].changes.append((self._disk.moments, "cut", size, b""))

    def _fsync(self, arguments: bytes, _: int) -> None:
        path, number = self._open.get(int(arguments), ("", None))
        if number is not None:
            file = self._disk.files[number]
            file.synced.append((self._disk.moments, len(file.changes)))
            self._disk.sure_names.append((self._disk.moments, file.made_by))
            self._disk.syncs += 1
        elif path in self._folders:
            self._disk.sure_names.append((self._disk.moments, self._newest_in(path)))
            self._disk.syncs += 1

    _fdatasync = _fsync

    def _newest_in(self, folder: str) -> int:
        """The last change of names in that folder, counted from one."""
        here = self._inside(folder) or ""
        newest = 0
        for count, (_, _, path, other) in enumerate(self._disk.names, start=1):
            if here in (os.path.dirname(path), os.path.dirname(other) if other else None):
                newest = count
        return newest


def _at_or_below(path: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name == path or name.startswith(f"{path}/")]


def _whole_lines(lines: list[bytes]) -> list[bytes]:
    """Calls of several threads interrupt each other: put them together again."""
    begun: dict[tuple[bytes, bytes], bytes] = {}
    whole = []
    for line in lines:
        if fits := _UNFINISHED.match(line):
            begun[fits[1], fits[2]] = fits[3]
        elif fits := _RESUMED.match(line):
            start = begun.pop((fits[1], fits[2]), b"")
            whole.append(fits[1] + b" " + fits[2] + b"(" + start + fits[3])
        else:
            whole.append(line)
    return whole


def _plain(text: bytes) -> bytes:
    return bytes.fromhex(text.replace(b"\\x", b"").decode())
