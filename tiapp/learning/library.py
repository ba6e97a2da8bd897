"""Library: everything there is to learn, and where support is.

Lists come from a small index and are fast; a module is read when somebody opens it. The
Markdown parser and the picture reader are imported only then.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.learning.index import Contents, IndexedPack, build, contents, covers, without_older
from tiapp.learning.library_errors import no_picture, no_sheet, not_readable, not_there
from tiapp.learning.model import Module, ModuleEntry, Pack, PackProblem, SupportList, Term
from tiapp.learning.scan import PackFolder, Scan, scan

if TYPE_CHECKING:  # late: most visits want none of it
    from tiapp.learning.practice import model as practice
    from tiapp.learning.practice.shelf import Shelf

KEPT_MODULES = 4
HUDDLE = "huddle.md"


@dataclass(frozen=True, slots=True)
class _State:
    """One look at the content folders, from one moment."""

    packs: tuple[IndexedPack, ...]
    contents: Contents


class Library:
    """What the content folders hold. May be asked from the main thread and one worker thread.

    `content_dirs` hold pack folders; all of them should be there. `installed` holds those that
    were added later, and need not be there. `cache_dir` is where the index is kept; with None it
    is made afresh each time. Making a Library reads nothing.
    """

    def __init__(
        self, content_dirs: Sequence[Path], cache_dir: Path | None, installed: Path | None = None
    ) -> None:
        """Only remembers the folders."""
        self._dirs = tuple(Path(folder).absolute() for folder in content_dirs)
        self._installed = installed.absolute() if installed else None
        self._cache_dir = cache_dir
        self._first_look = threading.Lock()  # held while the content is looked at the first time
        self._lock = threading.Lock()  # guards the fields below; never held while reading
        self._state: _State | None = None
        self._modules: OrderedDict[str, Module] = OrderedDict()
        self._texts_read: tuple[tuple[Term, ...], SupportList | None] | None = None
        self._shelf_made: Shelf | None = None

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs that can be opened, in the order of their folders."""
        return self._now().contents.packs

    def entries(self) -> tuple[ModuleEntry, ...]:
        """All modules that can be opened, in the order of their folders.

        Fast while the index holds. The very first time, and after a change of content, it
        reads what it does not know yet (some 30 ms a module): better in the worker.
        """
        return self._now().contents.entries

    def entry(self, module_id: str) -> ModuleEntry | None:
        """One module as lists show it, or None."""
        return next((e for e in self.entries() if e.id == module_id), None)

    def problems(self) -> tuple[PackProblem, ...]:
        """Why something could not be opened, by folder."""
        return self._now().contents.problems

    def module(self, module_id: str) -> Module:
        """The whole module, from its file or from among the last few. AppError if it cannot be."""
        state = self._now()
        with self._lock:
            kept = self._modules.get(module_id)
            if kept is not None:
                self._modules.move_to_end(module_id)
                return kept
        entry = next((e for e in state.contents.entries if e.id == module_id), None)
        if entry is None:
            raise not_there()
        from tiapp.learning.module_reader import read_module

        reading = read_module(entry.path, entry.pack_id, state.contents.roots[module_id])
        if reading.module is None or reading.module.id != module_id:
            raise not_readable(entry)
        with self._lock:
            if self._state is state:  # otherwise what was read may be old already
                self._modules[module_id] = reading.module
                while len(self._modules) > KEPT_MODULES:
                    self._modules.popitem(last=False)
        return reading.module

    def picture(self, module_id: str, name: str) -> bytes:
        """The bytes of a picture that the module shows, checked again. AppError if it cannot be."""
        from tiapp.learning.module_reader import pictures_of
        from tiapp.learning.pictures import PictureFolder

        module = self.module(module_id)
        folder = module.entry.path.parent
        root = self._now().contents.roots.get(module_id, folder)
        if name not in pictures_of(module):
            raise no_picture(name)
        found = PictureFolder(folder, root).read(name)
        if not isinstance(found, bytes):
            raise no_picture(name)
        return found

    def glossary(self) -> tuple[Term, ...]:
        """All words explained, by the alphabet."""
        return self._texts()[0]

    def support(self) -> SupportList:
        """Where support is. Never fails: without content it still holds three numbers."""
        from tiapp.learning.support import FALLBACK

        try:
            return self._texts()[1] or FALLBACK
        except Exception:  # help comes first, whatever is wrong with the content
            return FALLBACK

    def pathways(self) -> "practice.Pathways":
        """Routes through the modules, and the levels of practice beyond them."""
        from tiapp.learning.practice.model import Pathways
        from tiapp.learning.practice.pathways import resolved

        file = self._shelf().pathways
        routes = [resolved(outline, self.entries()) for outline in file.outlines]
        return Pathways(tuple(route for route in routes if route.modules), file.beyond)

    def prompts(self) -> "practice.Prompts":
        """Questions to reflect on, by theme and by how the day is."""
        return self._shelf().prompts

    def guided(self) -> "tuple[practice.GuidedModel, ...]":
        """Reflections step by step."""
        return self._shelf().guided

    def exercises(self) -> "tuple[practice.Exercise, ...]":
        """Steadying exercises; never breath alone. May be empty."""
        return self._shelf().exercises

    def check_in(self) -> "practice.CheckInSet | None":
        """The questions of a check-in, or None without any that may be used."""
        return self._shelf().check_in

    def resources(self) -> "tuple[practice.Resource, ...]":
        """Things outside Steady that are worth looking for."""
        return self._shelf().resources

    def templates(self) -> "tuple[practice.Template, ...]":
        """Forms to think through a policy, a place or a plan with."""
        return self._shelf().templates

    def sheets(self) -> "tuple[practice.Sheet, ...]":
        """Pages to print and pass on."""
        return self._shelf().sheets

    def with_a_huddle(self) -> tuple[ModuleEntry, ...]:
        """The modules that have a team-huddle sheet beside them."""
        return tuple(e for e in self.entries() if e.path.with_name(HUDDLE).is_file())

    def huddle(self, module_id: str) -> "practice.Sheet":
        """A module's team-huddle sheet, from its file. AppError when there is none."""
        from tiapp.learning.guarded import guarded
        from tiapp.learning.practice.sheets import read_sheet
        from tiapp.learning.problems import Problems

        entry = self.entry(module_id)
        if entry is None:
            raise not_there()
        path = entry.path.with_name(HUDDLE)
        sheet = guarded(read_sheet, path, Problems(path))
        if sheet is None:
            raise no_sheet()
        return sheet

    def refresh(self) -> bool:
        """Look at the content itself, not only at sizes and times; True when something changed.

        Takes some 30 ms for each module that has to be read: for the worker thread. Others can
        go on asking meanwhile and get what was known before.
        """
        before = self._state
        found = self._scan()
        old = before.packs if before else tuple(self._load(found))
        packs = tuple(build(found, old, verify=True))
        if packs != old:
            self._save(packs)
        after = _State(packs, contents(found, packs))
        changed = after.contents != (before.contents if before else contents(found, old))
        changed = changed or _fingerprints(packs) != _fingerprints(old)
        with self._lock:
            self._state = after
            if changed:
                self._modules.clear()
                self._texts_read = None
                self._shelf_made = None
        return changed

    def _now(self) -> _State:
        """What is known; looked up the first time."""
        state = self._state
        if state is None:
            with self._first_look:
                state = self._state or self._look()
                self._state = self._state or state
        return state

    def _look(self) -> _State:
        """Take the kept index if it holds, or else read what it does not know."""
        found = self._scan()
        packs = self._load(found)
        if not covers(found, packs):
            packs = build(found, packs)
            self._save(packs)
        return _State(tuple(packs), contents(found, packs))

    def _scan(self) -> Scan:
        more = self._installed
        found = scan((*self._dirs, more) if more and more.is_dir() else self._dirs)
        if self._dirs:
            return found
        missing = PackProblem(
            Path("content"),
            0,
            "Steady found no content folder.",
            "Install Steady again; nothing you have done is lost.",
        )
        return Scan((), (missing,))

    def _in_force(self) -> tuple[PackFolder, ...]:
        """The folders of the packs that can be opened, without older versions of any."""
        folders = [pack.path for pack in self.packs]
        return tuple(found for found in self._scan().packs if found.path in folders)

    def _load(self, found: Scan) -> list[IndexedPack]:
        if self._cache_dir is None or not found.packs:
            return []
        from tiapp.learning import index_file

        return index_file.load(self._cache_dir / index_file.NAME, found)

    def _save(self, packs: Sequence[IndexedPack]) -> None:
        if self._cache_dir is not None:
            from tiapp.learning import index_file

            index_file.save(self._cache_dir / index_file.NAME, packs)

    def _texts(self) -> tuple[tuple[Term, ...], SupportList | None]:
        """The glossary and the support list of all packs, read once."""
        with self._lock:
            if self._texts_read is not None:
                return self._texts_read
        from tiapp.learning.glossary import merged
        from tiapp.learning.local_details import laid_over, local_details
        from tiapp.learning.pack_reader import read_texts

        # Not by way of the index: whoever asks for help must not wait until it is made.
        read = [(folder, read_texts(folder)) for folder in self._scan().packs]
        read = without_older(read, lambda each: each[1].pack)
        support = next((texts.support for _, texts in read if texts.support), None)
        if support is not None:
            support = laid_over(support, local_details([folder for folder, _ in read]))
        made = merged([texts.glossary for _, texts in read]), support
        with self._lock:
            self._texts_read = made
        return made

    def _shelf(self) -> "Shelf":
        """What the packs hold besides modules; each kind is read once, when it is asked for."""
        with self._lock:
            if self._shelf_made is not None:
                return self._shelf_made
        from tiapp.learning.practice.shelf import Shelf

        made = Shelf(self._in_force())
        with self._lock:
            self._shelf_made = made
        return made


def _fingerprints(packs: Sequence[IndexedPack]) -> list[tuple[str, ...]]:
    return [(p.fingerprint, *(module.fingerprint for module in p.modules)) for p in packs]
