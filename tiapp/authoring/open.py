"""Opens what an author points at: a pack's folder, a module's folder, or a module.md."""

from dataclasses import dataclass
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.learning.model import Module, Pack, PackProblem, SupportList, Term


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found. `root` is the pack's folder, or the module's when it stands alone.

    `whole` says whether a whole pack was asked for, or one of its modules.
    """

    root: Path
    pack: Pack | None
    modules: tuple[Module, ...]
    glossary: tuple[Term, ...]
    support: SupportList | None
    problems: tuple[PackProblem, ...]
    whole: bool


def open_content(path: Path) -> Opened:
    """Read it, whatever it is. AppError when there is nothing of the kind.

    A module inside a pack is read with its pack, so that the pack's glossary and choices hold.
    """
    from tiapp.learning.module_reader import read_module
    from tiapp.learning.pack_reader import read_pack, read_texts
    from tiapp.learning.scan import scan_pack

    path = path.absolute()
    if path.is_file() and path.name in ("module.md", "pack.toml"):
        path = path.parent
    if (path / "pack.toml").is_file() or (path / "modules").is_dir():
        reading = read_pack(path)
        return Opened(
            path,
            reading.pack,
            reading.modules,
            reading.glossary,
            reading.support,
            reading.problems,
            whole=True,
        )
    if not (path / "module.md").is_file():
        raise AppError(
            "There is no pack and no module here.",
            "Nothing was changed. Give the folder that holds pack.toml, or the one that holds"
            " module.md.",
            code="no-content",
        )
    root = path.parent.parent
    if path.parent.name != "modules" or not (root / "pack.toml").is_file():
        alone = read_module(path / "module.md", "", path)
        modules = (alone.module,) if alone.module else ()
        return Opened(path, None, modules, (), None, alone.problems, whole=False)
    texts = read_texts(scan_pack(root))
    one = read_module(path / "module.md", texts.pack.id if texts.pack else "", root)
    modules = (one.module,) if one.module else ()
    return Opened(
        root, texts.pack, modules, texts.glossary, texts.support, one.problems, whole=False
    )
