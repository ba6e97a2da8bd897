"""What differs between two versions of a pack, as somebody who installs it needs to know."""

from dataclasses import dataclass

from tiapp.authoring.pack_file import Manifest
from tiapp.learning.model import Module
from tiapp.learning.pack_reader import PackReading


@dataclass(frozen=True, slots=True)
class ModuleChange:
    """One module in both versions. Part ids that are `gone` lose people their place in them."""

    id: str
    title: str
    versions: tuple[int, int]
    new_parts: tuple[str, ...]
    gone_parts: tuple[str, ...]
    what: tuple[str, ...]
    """The author's own words on what later versions brought."""


@dataclass(frozen=True, slots=True)
class PackChanges:
    """From an older pack to a newer one. Modules are given by title."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[ModuleChange, ...]
    other_files: tuple[str, ...]
    """Files that differ and are no module's text: the glossary, pictures and so on."""

    def __bool__(self) -> bool:
        """True when anything differs."""
        return bool(self.new or self.gone or self.changed or self.other_files)

    def lines(self) -> list[str]:
        """In whole sentences, what matters most to a learner first."""
        said = [f"New: {title}." for title in self.new]
        said += [f"No longer in it: {title}. What people finished stays." for title in self.gone]
        for module in self.changed:
            before, after = module.versions
            step = f"version {before} to {after}" if before != after else f"version {after}"
            said.append(f"Changed: {module.title} ({step}).")
            said += [f"    {what}" for what in module.what]
            said += [f"    New part: {part}." for part in module.new_parts]
            said += [f"    Part no longer there: {part}." for part in module.gone_parts]
            if before == after:
                said.append("    Its version number is the same, so learners are not told.")
        said += [f"Also changed: {name}." for name in self.other_files]
        return said or ["Nothing differs."]


def pack_changes(
    old: PackReading, new: PackReading, old_files: Manifest, new_files: Manifest
) -> PackChanges:
    """Compare two readings of one pack, with the lists of their files."""
    before = {module.id: module for module in old.modules}
    after = {module.id: module for module in new.modules}
    differ = {
        name
        for name in old_files.files.keys() | new_files.files.keys()
        if old_files.files.get(name) != new_files.files.get(name)
    }
    texts = {
        module.entry.path.relative_to(reading.pack.path).as_posix()
        for reading in (old, new)
        if reading.pack is not None
        for module in reading.modules
    }
    changed = [
        _module_change(before[id_], module)
        for id_, module in after.items()
        if id_ in before and _differs(before[id_], module, differ, old, new)
    ]
    return PackChanges(
        new=tuple(m.entry.title for m in new.modules if m.id not in before),
        gone=tuple(m.entry.title for m in old.modules if m.id not in after),
        changed=tuple(changed),
        other_files=tuple(sorted(differ - texts)),
    )


def _differs(
    before: Module, after: Module, differ: set[str], old: PackReading, new: PackReading
) -> bool:
    names = {
        module.entry.path.relative_to(reading.pack.path).as_posix()
        for module, reading in ((before, old), (after, new))
        if reading.pack is not None
    }
    return bool(names & differ)


def _module_change(before: Module, after: Module) -> ModuleChange:
    had = {part.id: part.title for part in before.parts}
    has = {part.id: part.title for part in after.parts}
    return ModuleChange(
        id=after.id,
        title=after.entry.title,
        versions=(before.entry.version, after.entry.version),
        new_parts=tuple(title for id_, title in has.items() if id_ not in had),
        gone_parts=tuple(title for id_, title in had.items() if id_ not in has),
        what=tuple(change.what for change in after.changes_since(before.entry.version)),
    )
