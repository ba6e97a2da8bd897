"""A pack's folder in; a Pack, its modules and what is wrong with it out."""

from dataclasses import dataclass
from pathlib import Path

from tiapp.learning.glossary import read_glossary
from tiapp.learning.guarded import guarded
from tiapp.learning.model import Module, Pack, PackProblem, SupportList, Term
from tiapp.learning.module_reader import ModuleReading, read_module
from tiapp.learning.practice.pack_files import practice_problems
from tiapp.learning.problems import Problems, module_id_taken
from tiapp.learning.scan import PackFolder, scan_pack
from tiapp.learning.support import read_support
from tiapp.learning.toml_file import open_toml

__all__ = ["ModuleReading", "PackReading", "PackTexts", "read_module", "read_pack", "read_texts"]


@dataclass(frozen=True, slots=True)
class PackTexts:
    """What stands in a pack's TOML files. `pack` is None when pack.toml cannot be read."""

    pack: Pack | None
    glossary: tuple[Term, ...]
    support: SupportList | None
    problems: tuple[PackProblem, ...]


@dataclass(frozen=True, slots=True)
class PackReading:
    """A whole pack. Modules that cannot be opened are missing, and `problems` say why."""

    pack: Pack | None
    modules: tuple[Module, ...]
    glossary: tuple[Term, ...]
    support: SupportList | None
    problems: tuple[PackProblem, ...]


def read_pack(path: Path) -> PackReading:
    """Read a pack's folder. Never raises for what stands in it.

    One broken module never keeps the others from opening; a broken pack.toml does, since
    nobody would know whose modules they are.
    """
    folder = scan_pack(path)
    texts = read_texts(folder)
    problems = [*folder.problems, *texts.problems, *practice_problems(folder)]
    modules: list[Module] = []
    seen: dict[str, Path] = {}
    for module_path, _ in folder.modules:
        reading = read_module(module_path, texts.pack.id if texts.pack else "", path)
        problems += reading.problems
        if reading.module is None:
            continue
        first = seen.setdefault(reading.module.id, module_path)
        if first is not module_path:
            problems.append(module_id_taken(module_path, reading.module.id, first))
        else:
            modules.append(reading.module)
    return PackReading(
        texts.pack,
        tuple(modules) if texts.pack else (),
        texts.glossary,
        texts.support,
        tuple(problems),
    )


def read_texts(folder: PackFolder) -> PackTexts:
    """Read pack.toml, glossary.toml and support.toml of a pack."""
    problems: list[PackProblem] = []
    found = Problems(folder.path / "pack.toml")
    pack = guarded(_read_pack_file, folder.path / "pack.toml", found)
    problems += found.found()
    glossary: tuple[Term, ...] = ()
    support: SupportList | None = None
    if folder.has("glossary.toml"):
        found = Problems(folder.path / "glossary.toml")
        glossary = guarded(read_glossary, found.file, found) or ()
        problems += found.found()
    if folder.has("support.toml"):
        found = Problems(folder.path / "support.toml")
        support = guarded(read_support, found.file, found)
        problems += found.found()
    return PackTexts(pack, glossary, support, tuple(problems))


def _read_pack_file(path: Path, problems: Problems) -> Pack | None:
    top = open_toml(path, problems)
    if top is None:
        return None
    # the last two are for whoever writes the pack: tiapp/authoring/choices.py
    top.only(
        (
            "id",
            "title",
            "publisher",
            "version",
            "language",
            "description",
            "check",
            "check_off",
        )
    )
    pack = Pack(
        id=top.id(),
        title=top.text("title", required=True, most=200),
        publisher=top.text("publisher", required=True, most=200),
        version=top.number("version", 1, 100_000) or 1,
        language=top.text("language", most=20) or "en",
        description=top.text("description"),
        path=path.parent,
    )
    return None if problems else pack
