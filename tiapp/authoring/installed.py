"""The packs that were installed here: put in, taken out, and put back as they were.

    packs/current/<id>/   what Learn shows, besides what came with Steady
    packs/before/<id>/    as it was before the last change; an empty folder: it was not there
    packs/new/<id>/       checked and whole, about to become current

Undo exchanges current and before, so that it can itself be undone. What people finished and where
they are is kept in their own files by the ids of modules and parts; nothing here touches it.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tiapp.authoring.pack_changes import PackChanges, pack_changes
from tiapp.authoring.pack_file import Manifest, manifest_of, sound_pack
from tiapp.authoring.pack_names import refused
from tiapp.authoring.pack_opening import unpack
from tiapp.core.errors import AppError
from tiapp.learning.index import without_older
from tiapp.learning.limits import is_id
from tiapp.learning.model import Pack
from tiapp.learning.pack_reader import PackReading, read_pack
from tiapp.learning.scan import scan
from tiapp.storage.atomic import sync_folder
from tiapp.storage.faults import calmly
from tiapp.storage.locks import held
from tiapp.storage.paths import make_private_folder


@dataclass(frozen=True, slots=True)
class Look:
    """What installing a pack file would do. Nothing has been installed yet."""

    manifest: Manifest
    before: Pack | None
    """The pack of that id that is here now, shipped or installed."""
    changes: PackChanges


@dataclass(frozen=True, slots=True)
class Installed:
    """One installed pack. `can_undo`: the last change to it can be taken back."""

    pack: Pack
    can_undo: bool


class InstalledPacks:
    """Changes what is installed in one data folder, one program at a time."""

    def __init__(self, folder: Path, shipped: Sequence[Path]) -> None:
        """`folder` is the data folder's `packs`; `shipped` are the content folders of Steady."""
        self._folder = folder
        self._shipped = tuple(shipped)

    @property
    def current(self) -> Path:
        """The content folder of what is installed; it may not be there."""
        return self._folder / "current"

    def all(self) -> tuple[Installed, ...]:
        """What is installed and can be read, by id."""
        return tuple(
            Installed(pack, self._can_undo(pack.id))
            for folder in self._folders(self.current)
            if (pack := read_pack(folder).pack) is not None
        )

    def undoable(self) -> tuple[str, ...]:
        """The ids of packs whose last change can be taken back, those just removed too."""
        return tuple(folder.name for folder in self._folders(self._folder / "before"))

    def look(self, file: Path) -> Look:
        """Check a pack file and tell what it would change. AppError when it would be refused."""
        with self._changing(), self._opened(file) as (folder, manifest):
            return self._compared(folder, manifest)

    def install(self, file: Path) -> Look:
        """Put the pack in, or in place of its older version.

        It is there for good when this returns; open windows show it after their next look.
        AppError, and nothing changed, when it is not sound, its id belongs to another publisher,
        one of its modules has the id of a module of another pack, or it can't be saved.
        """
        with self._changing(), self._opened(file) as (folder, manifest):
            look = self._compared(folder, manifest)
            with calmly(self._folder / "x"):
                current, before = self._places(manifest.id)
                if not current.is_dir():
                    _throw_away(before)
                    make_private_folder(before)  # empty: it was not there
                ready = self._folder / "new" / manifest.id
                make_private_folder(ready.parent)
                os.replace(folder, ready)
                self._finish(manifest.id)
            return look

    def remove(self, id_: str) -> None:
        """Take an installed pack out. What people finished in it stays theirs."""
        with self._changing():
            current, before = self._places(id_)
            if not current.is_dir():
                raise _not_installed()
            with calmly(current):
                _throw_away(before)
                make_private_folder(before.parent)
                os.replace(current, before)
                sync_folder(before.parent)

    def undo(self, id_: str) -> None:
        """Take back the last change to a pack; once more takes that back too."""
        with self._changing():
            current, before = self._places(id_)
            if not before.is_dir():
                raise AppError(
                    "There is nothing to undo for this pack.",
                    "Nothing was changed. tiapp content list shows what can be undone.",
                    code="nothing-to-undo",
                )
            with calmly(current):
                aside = self._folder / "new" / f"{id_}.aside"
                make_private_folder(aside.parent)
                make_private_folder(current.parent)
                _throw_away(aside)
                if current.is_dir():
                    os.replace(current, aside)
                else:
                    make_private_folder(aside)
                if any(before.iterdir()):
                    os.replace(before, current)
                else:
                    before.rmdir()
                os.replace(aside, before)
                sync_folder(current.parent)

    # Inside

    def _places(self, id_: str) -> tuple[Path, Path]:
        if not is_id(id_):
            raise _not_installed()
        return self.current / id_, self._folder / "before" / id_

    def _can_undo(self, id_: str) -> bool:
        return (self._folder / "before" / id_).is_dir()

    def _finish(self, id_: str) -> None:
        """From `new` to `current`. Safe to repeat: a kill anywhere inside is finished later."""
        current, before = self._places(id_)
        make_private_folder(before.parent)
        make_private_folder(current.parent)
        if current.is_dir():
            _throw_away(before)
            os.replace(current, before)
        os.replace(self._folder / "new" / id_, current)
        sync_folder(current.parent)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """One program at a time, and first whatever a kill left half done."""
        with held(self._folder / "changing.lock"):
            with calmly(self._folder / "x"):
                self._mend()
            yield

    def _mend(self) -> None:
        for folder in self._folder.glob(".unpacking-*"):
            _throw_away(folder)
        for folder in self._folders(self._folder / "new"):
            current, before = self._places(folder.stem)
            if folder.suffix != ".aside":
                self._finish(folder.name)
            elif not before.is_dir():
                os.replace(folder, before)  # the exchange was nearly done
            elif not current.is_dir() and any(folder.iterdir()):
                os.replace(folder, current)  # ... or had only begun
            else:
                _throw_away(folder)

    @contextmanager
    def _opened(self, file: Path) -> Iterator[tuple[Path, Manifest]]:
        """The pack file, checked and unpacked in a folder that is gone afterwards."""
        with (
            calmly(self._folder / "x"),
            TemporaryDirectory(prefix=".unpacking-", dir=self._folder) as scratch,
        ):
            inside = Path(scratch) / "pack"
            make_private_folder(inside)
            manifest = unpack(file, inside)
            pack = sound_pack(inside)
            said = (manifest.id, manifest.title, manifest.publisher, manifest.version)
            if said != (pack.id, pack.title, pack.publisher, pack.version):
                raise refused("what it says of itself differs from its pack.toml")
            yield inside, manifest

    def _compared(self, folder: Path, manifest: Manifest) -> Look:
        new = read_pack(folder)
        others = {r.pack.id: r for r in self._in_force() if r.pack is not None}
        old = others.pop(manifest.id, None)
        _refuse_taken_modules(new, others.values())
        if old is None or old.pack is None:
            nothing = PackReading(None, (), (), None, ())
            changes = pack_changes(nothing, new, Manifest("", "", "", 0, {}), manifest)
            return Look(manifest, None, changes)
        if old.pack.publisher != manifest.publisher:
            raise refused(
                f"its id belongs to a pack of {old.pack.publisher} that is here already",
                "Ask its author to give it an id of its own.",
            )
        if manifest.version < old.pack.version:
            raise refused(
                f"version {old.pack.version} is here, and this is version {manifest.version}",
                "To go back, undo the last change instead.",
            )
        changes = pack_changes(old, new, manifest_of(old.pack.path, old.pack), manifest)
        return Look(manifest, old.pack, changes)

    def _in_force(self) -> list[PackReading]:
        """What Learn shows now: shipped and installed, without older versions."""
        folders = [*self._shipped, *([self.current] if self.current.is_dir() else [])]
        readings = [read_pack(found.path) for found in scan(folders).packs]
        return without_older(readings, lambda reading: reading.pack)

    def _folders(self, where: Path) -> list[Path]:
        try:
            return sorted(p for p in where.iterdir() if p.is_dir() and not p.is_symlink())
        except FileNotFoundError:
            return []


def _refuse_taken_modules(new: PackReading, others: Iterable[PackReading]) -> None:
    taken = {module.id: module.entry.title for reading in others for module in reading.modules}
    for module in new.modules:
        if module.id in taken:
            raise refused(
                f"its module {module.id} has the id of another one here, {taken[module.id]}",
                "Ask its author to give the module an id of its own.",
            )


def _throw_away(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)


def _not_installed() -> AppError:
    return AppError(
        "No pack with that name is installed here.",
        "Nothing was changed. tiapp content list shows what is. What came with Steady stays.",
        code="not-installed",
    )
