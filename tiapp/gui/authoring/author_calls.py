"""What the Author screen asks for, each call for the worker; and what comes back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiapp.authoring.open import open_content
from tiapp.authoring.workshop import TextFile, pictures_beside, read, save, texts_of
from tiapp.core.errors import AppError
from tiapp.learning.model import LocalContact, Module

if TYPE_CHECKING:
    from tiapp.authoring.check import Report
    from tiapp.authoring.installed import Installed, InstalledPacks, Look
    from tiapp.authoring.opener import Opener
    from tiapp.authoring.pack_changes import PackChanges
    from tiapp.gui.kit.preview import ModulePreview


@dataclass(frozen=True, slots=True)
class Desk:
    """A pack that is open, and the texts in it."""

    root: Path
    texts: tuple[TextFile, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it stands on the disk. `module` is None when it is none, or cannot be read yet."""

    file: TextFile
    text: str
    module: Module | None
    trouble: str = ""
    prepared: Any = None
    outline: tuple[str, ...] = ()


class AuthorCalls:
    """One method for each thing the page asks. Everything may raise an AppError."""

    def __init__(
        self,
        today: Callable[[], date],
        packs: "Callable[[], InstalledPacks]",
        refresh_library: Callable[[], bool],
        guide: Path,
        opener: "Callable[[], Opener]",
    ) -> None:
        """`packs` are those of the data folder; `refresh_library` has Learn see a change.

        `guide` is the file that says how to write a module; `opener` has pack files opened.
        """
        self.guide = guide
        self.today = today
        self._packs = packs
        self._refresh = refresh_library
        self._opener = opener
        self._last: tuple[Any, Draft] | None = None

    # Writing

    def open(self, root: Path) -> Desk:
        """The pack in a folder."""
        return Desk(root, texts_of(root))

    def new_pack(self, folder: Path, title: str, publisher: str) -> Desk:
        """A new pack in a new folder inside `folder`."""
        from tiapp.authoring.new import id_from, new_pack

        return self.open(new_pack(folder / id_from(title, "our-training"), title, publisher))

    def new_module(self, desk: Desk, title: str) -> tuple[Desk, Path]:
        """A new module in the pack, and its file."""
        from tiapp.authoring.new import new_module

        path = new_module(desk.root, title)
        return self.open(desk.root), path

    def draft(self, file: TextFile, desk: Desk, preview: "ModulePreview") -> Draft:
        """The file as it stands, and the module in it as it would be shown.

        What was read last is kept, and given again while neither text nor pictures are new.
        """
        text, pictures = read(file.path), pictures_beside(file.path)
        key = (file, desk.root, text, pictures)
        if self._last is None or self._last[0] != key:
            self._last = (key, self._read_draft(file, desk, text, preview))
        return self._last[1]

    @staticmethod
    def _read_draft(file: TextFile, desk: Desk, text: str, preview: "ModulePreview") -> Draft:
        from tiapp.authoring.outline import outline
        from tiapp.learning.module_reader import read_module

        if not file.is_module:
            return Draft(file, text, None)
        reading = read_module(file.path, "", desk.root)
        if reading.module is None:
            first = reading.problems[0]
            return Draft(file, text, None, trouble=f"{first.what} {first.mend}")
        prepared = preview.prepare(reading.module)
        return Draft(file, text, reading.module, "", prepared, tuple(outline(reading.module)))

    def save(self, file: TextFile, text: str) -> str:
        """Save it; the text that was saved comes back."""
        save(file.path, text)
        return text

    def save_beside(self, file: TextFile, text: str) -> str:
        """Keep a text in a file of its own, which no pack takes in; its name comes back."""
        beside = file.path.with_name(f"_typed-{file.path.name}")
        save(beside, text)
        return beside.name

    # Looking through and handing out

    def check(self, path: Path, previous: Path | None = None) -> "Report":
        """Look through a pack or a module; `previous` may be a folder or a pack file."""
        from tiapp.authoring.check import check_opened

        opened = open_content(path)
        if previous is None:
            return check_opened(opened, self.today())
        from tiapp.authoring.comparing import folder_of

        with folder_of(previous) as before:
            return check_opened(opened, self.today(), open_content(before))

    def compare(self, old: Path, new: Path) -> "tuple[PackChanges, Report]":
        """What differs, and what the check says with the version before in hand."""
        from tiapp.authoring.comparing import compare

        return compare(old, new), self.check(new, old)

    def make_pack(self, root: Path, out: Path) -> "Report":
        """One file of the pack, if nothing in it has to be mended; the check either way."""
        from tiapp.authoring.pack_file import make_pack_file

        report = self.check(root)
        if report.clean:
            make_pack_file(root, out, force=True)  # the dialog has asked
        return report

    # Installing

    def look(self, file: Path) -> "Look":
        """What installing a file would do."""
        return self._packs().look(file)

    def install(self, file: Path) -> "Look":
        """Install it, and have Learn see it."""
        look = self._packs().install(file)
        self._refresh()
        return look

    def undoable(self) -> "tuple[tuple[Installed, ...], tuple[str, ...]]":
        """What is installed, and the ids of those whose last change can be taken back."""
        packs = self._packs()
        return packs.all(), packs.undoable()

    def undo(self, pack_id: str) -> str:
        """Take back the last change to a pack."""
        self._packs().undo(pack_id)
        self._refresh()
        return pack_id

    def opens_packs(self) -> bool:
        """Whether a double-click on a pack file opens it with Steady."""
        return self._opener().is_set()

    def have_packs_opened(self, wanted: bool) -> bool:
        """Have it so, or no longer. False when the desktop sees it only later."""
        opener = self._opener()
        if wanted:
            return opener.set()
        opener.take_back()
        return True

    def local_now(self) -> tuple[str, tuple[LocalContact, ...]]:
        """The organisation and its details, as they are installed now."""
        from tiapp.authoring.local_pack import ID
        from tiapp.learning.local_details import read_local
        from tiapp.learning.problems import Problems

        packs = self._packs()
        here = next((one.pack for one in packs.all() if one.pack.id == ID), None)
        if here is None:
            return "", ()
        file = here.path / "local.toml"
        return here.publisher, read_local(file, Problems(file))

    def install_local(self, organisation: str, details: tuple[LocalContact, ...]) -> "Look":
        """Make the small pack of local details, and install it in place of the one before."""
        from tempfile import TemporaryDirectory

        from tiapp.authoring.local_pack import ID, make_local_pack

        with TemporaryDirectory(prefix="steady-local-") as scratch:
            file = Path(scratch) / f"{ID}.tipack"
            make_local_pack(organisation, details, self._next_version(ID), file)
            return self.install(file)

    def save_local(self, organisation: str, details: tuple[LocalContact, ...], out: Path) -> Path:
        """The same as a file to hand to others."""
        from tiapp.authoring.local_pack import ID, make_local_pack

        make_local_pack(organisation, details, self._next_version(ID), out, force=True)
        return out

    def _next_version(self, pack_id: str) -> int:
        here = next((one.pack for one in self._packs().all() if one.pack.id == pack_id), None)
        return here.version + 1 if here else 1


def need(text: str, what: str) -> str:
    """The text, trimmed. AppError when a field that is needed was left empty."""
    if not text.strip():
        raise AppError(f"{what} is still empty.", "Nothing was changed. Fill it in first.")
    return text.strip()
