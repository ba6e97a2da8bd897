"""One module: a file in; a Module, or the problems that keep it from opening, out."""

import logging
from dataclasses import dataclass
from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.blocks import Block, Callout, Heading, ItemList, Picture, Quote, Scenario, plain
from tiapp.learning.front_matter import FrontMatter, read_front_matter
from tiapp.learning.markup import read_part
from tiapp.learning.model import Module, ModuleEntry, PackProblem, Part, PartEntry
from tiapp.learning.pictures import PictureFolder
from tiapp.learning.problems import Problems, shown
from tiapp.learning.source import ModuleSource, split
from tiapp.learning.text_file import read_text

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ModuleReading:
    """What came of reading a module: either `module`, or `problems` that say why not."""

    module: Module | None
    problems: tuple[PackProblem, ...]


def read_module(path: Path, pack_id: str, root: Path | None = None) -> ModuleReading:
    """Read `path`, a module.md. Never raises for what stands in the file.

    `root` is the pack's folder, which nothing may lead out of; without it, the module's own.
    A module opens only when it reads without a problem: nobody should meet half a page.
    """
    problems = Problems(path)
    try:
        module = _read(path, pack_id, root or path.parent, problems)
    except Exception as reason:
        # The one boundary. What gets here is a gap in the reader: log it, and read on.
        _log.warning("A module could not be read.", exc_info=True)
        problems.add(
            0,
            f"The module could not be read ({type(reason).__name__}).",
            "Take out what was changed last, or send the file to the person who looks after "
            "Steady.",
        )
        module = None
    return ModuleReading(None if problems else module, problems.found())


def _read(path: Path, pack_id: str, root: Path, problems: Problems) -> Module | None:
    text = read_text(path, limits.MODULE_BYTES, problems, root=root)
    source = split(text, problems) if text is not None else None
    if source is None:
        return None
    front = read_front_matter(source.front, problems)
    parts = _read_parts(source, PictureFolder(path.parent, root), problems)
    if front is not None:
        _check_short_route(front, parts, problems)
    if front is None or problems:
        return None
    entry = _entry(front, parts, pack_id, path)
    return Module(
        entry=entry,
        parts=parts,
        sources=front.sources,
        changes=front.changes,
        review=front.review,
        checked_against_sources=front.checked_against_sources,
        short_route=front.short_route,
    )


def _check_short_route(front: FrontMatter, parts: tuple[Part, ...], problems: Problems) -> None:
    """The short route is some of the parts, in their order."""
    ids = [part.id for part in parts]
    for part_id in front.short_route:
        if part_id not in ids:
            problems.add(
                0,
                f"The short route names {shown(part_id)}, and no part has that id.",
                "Use the ids that stand in braces after the titles of parts.",
            )
    known = [ids.index(part_id) for part_id in front.short_route if part_id in ids]
    if known != sorted(set(known)):
        problems.add(
            0,
            "The short route does not follow the order of the parts.",
            "Name each part once, from the first to the last.",
        )


def _read_parts(
    source: ModuleSource, pictures: PictureFolder, problems: Problems
) -> tuple[Part, ...]:
    part_ids = frozenset(part.id for part in source.parts)
    block_lines: dict[str, int] = {}
    made = (read_part(part, part_ids, pictures, block_lines, problems) for part in source.parts)
    return tuple(part for part in made if part)


def _entry(front: FrontMatter, parts: tuple[Part, ...], pack_id: str, path: Path) -> ModuleEntry:
    """What lists show of a module."""
    return ModuleEntry(
        id=front.id,
        pack_id=pack_id,
        title=front.title,
        version=front.version,
        level=front.level,
        minutes=front.minutes,
        topics=front.topics,
        audience=front.audience,
        outcomes=front.outcomes,
        has_content_note=any(part.note for part in parts),
        reviewed=front.review.done,
        language=front.language,
        parts=tuple(
            PartEntry(part.id, part.title, part.minutes, headings_of(part.blocks)) for part in parts
        ),
        path=path,
    )


def headings_of(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Headings and the titles of blocks, for Quick search."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(plain(block.text))
        elif isinstance(block, Callout | Scenario) and block.title:
            found.append(block.title)
    return tuple(found)


def pictures_of(module: Module) -> frozenset[str]:
    """The names of all pictures a module shows."""
    names: set[str] = set()
    for part in module.parts:
        waiting: list[Block] = [*part.blocks]
        if part.note:
            waiting += [*part.note.blocks, *part.note.summary]
        while waiting:
            block = waiting.pop()
            if isinstance(block, Picture):
                names.add(block.name)
            waiting += inner_blocks(block)
    return frozenset(names)


def inner_blocks(block: Block) -> list[Block]:
    """The blocks directly inside a block."""
    from tiapp.learning.blocks import Check, Plan, Reflect

    match block:
        case Callout(blocks=inside) | Quote(blocks=inside):
            return [*inside]
        case Reflect(blocks=inside) | Plan(blocks=inside):
            return [*inside]
        case ItemList(items=items):
            return [inside for item in items for inside in item]
        case Check(question=question, options=options):
            return [*question, *(b for option in options for b in option.feedback)]
        case Scenario(intro=intro, scenes=scenes):
            found = [*intro]
            for scene in scenes:
                found += scene.blocks
                found += [b for choice in scene.choices for b in choice.consequence]
            return found
    return []
