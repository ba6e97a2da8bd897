"""What the cases read: a large generated pack, and data folders with true progress in them.

The pack comes from a seed, so that everybody measures the same text; its checksum is printed. It
is kept in the temporary folder, by seed and format, and made again when anything is missing.
"""

import hashlib
import os
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from benchmarks.runner import CannotRun
from tiapp.core.clock import SystemClock
from tiapp.learning.blocks import (
    Callout,
    Check,
    Heading,
    ItemList,
    Paragraph,
    Plan,
    Quote,
    Reflect,
    Scenario,
    Table,
    plain,
)
from tiapp.learning.library import Library
from tiapp.learning.model import Module
from tiapp.record.model import Place
from tiapp.services import PersonServices, Services
from tiapp.storage.paths import Paths

FORMAT = 1
"""Add one when what a seed makes changes."""

SEED = 20261123
MODULES, PARTS, WORDS = 100, 8, 800

# Plain words, the commonest first: they are drawn as often as words of a language are.
_COMMON = """
the to and of a in is that for it with as you they on be are at or this have from not by
one but what when people time can will there about their which more some has if how her
him who
"""
_PLAIN = """
work person others may need place day feel calm ask tell know help way good little small
long often after before again always room door quiet chair voice question answer plan
story moment hour week support colleague team practice service trust choice respect power
safety tenant visitor neighbour manager report letter phone screen light window street
garden kitchen station hospital remember notice listen explain prepare arrive return
continue change repeat promise arrange offer sleep breath body heart memory worry anger
shame relief warmth distance boundary threshold pattern evidence research measure describe
compare collaborate recognise acknowledge predictable familiar
"""
_VOCABULARY = f"{_COMMON} {_PLAIN}".split()
_WEIGHTS = [1 / rank for rank in range(1, len(_VOCABULARY) + 1)]


def cache_folder() -> Path:
    """Where generated data is kept between runs, for this account's eyes only."""
    owner = os.getuid() if hasattr(os, "getuid") else "here"
    folder = Path(tempfile.gettempdir()) / f"steady-benchmarks-{owner}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


# --- A generated pack ---------------------------------------------------------------------


def generated_content(modules: int = MODULES, seed: int = SEED) -> tuple[Path, str]:
    """A content folder with one pack of that many modules, and its checksum."""
    folder = cache_folder() / f"content-{FORMAT}-{seed}-{modules}"
    note = folder / ".checksum"
    if note.is_file() and note.read_text(encoding="ascii") == checksum(folder):
        return folder, note.read_text(encoding="ascii")
    shutil.rmtree(folder, ignore_errors=True)
    making = Path(tempfile.mkdtemp(prefix="making-", dir=cache_folder()))
    write_pack(making / "generated", modules, seed)
    (making / ".checksum").write_text(checksum(making), encoding="ascii")
    making.replace(folder)
    return folder, note.read_text(encoding="ascii")


def write_pack(pack: Path, modules: int, seed: int) -> None:
    """Writes a pack in the format of content/AUTHORING.md."""
    chance = random.Random(seed)
    (pack / "modules").mkdir(parents=True)
    (pack / "pack.toml").write_text(
        'id = "generated"\ntitle = "Generated modules"\npublisher = "Benchmark"\nversion = 1\n'
        'language = "en"\ndescription = "Only for measuring."\n',
        encoding="utf-8",
    )
    for number in range(1, modules + 1):
        folder = pack / "modules" / f"{number:03}-generated"
        folder.mkdir()
        (folder / "module.md").write_text(module_text(number, chance), encoding="utf-8")


def checksum(folder: Path) -> str:
    """Of all files by name; the first twelve digits are enough to compare by eye."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != ".checksum":
            digest.update(path.relative_to(folder).as_posix().encode() + b"\n")
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def module_text(number: int, chance: random.Random) -> str:
    """One module of PARTS parts with WORDS words each."""
    top = f"""+++
id = "generated-{number}"
title = "Generated module {number}: {_words(chance, 3)}"
version = 1
level = "informed"
minutes = {PARTS * 5}
topics = ["Generated"]
audience = "Everyone"
outcomes = ["{_words(chance, 6)}", "{_words(chance, 6)}"]
checked_against_sources = ""
language = "en"
+++
"""
    parts = [_part(part, chance) for part in range(1, PARTS + 1)]
    return "\n".join([top, *parts])


def _part(part: int, chance: random.Random) -> str:
    lines = [f"## Part {part}: {_words(chance, 3)} {{#part-{part}}}", ""]
    if part == 3:
        lines += _note(chance)
    lines += _callout(part, chance)
    while _counted(lines) < WORDS * 0.8:
        lines += [f"### {_words(chance, 4).capitalize()}", ""]
        for _ in range(3):
            lines += [_paragraph(chance), ""]
        lines += [*(f"- **{_words(chance, 2)}**: {_words(chance, 9)}." for _ in range(4)), ""]
    lines += _check(part, chance)
    lines += ["/// reflect", f"    id: reflect-{part}", "", _sentence(chance), "///", ""]
    while _counted(lines) < WORDS:
        lines += [_paragraph(chance), ""]
    return "\n".join(lines)


def _note(chance: random.Random) -> list[str]:
    return [
        "//// content-note | Before you read on",
        "    id: note-3",
        "",
        _paragraph(chance),
        "",
        "/// summary",
        _paragraph(chance),
        "///",
        "////",
        "",
    ]


def _callout(part: int, chance: random.Random) -> list[str]:
    words = _paragraph(chance)
    return [
        "/// callout | In short",
        f"    id: short-{part}",
        "    kind: key",
        "",
        words,
        "///",
        "",
    ]


def _check(part: int, chance: random.Random) -> list[str]:
    lines = ["/// check", f"    id: check-{part}", "", _sentence(chance), ""]
    for fits in ("x", " ", " "):
        lines += [f"- [{fits}] {_sentence(chance)}", f"    > {_sentence(chance)}"]
    return [*lines, "///", ""]


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_VOCABULARY, _WEIGHTS, k=count))


def _sentence(chance: random.Random) -> str:
    return _words(chance, chance.randint(8, 16)).capitalize() + "."


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(3, 5)))


def _counted(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)


# --- Data folders -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder of one person, and where *Carry on* leads (empty titles: nowhere)."""

    data: Path
    content: tuple[Path, ...]
    part_title: str = ""

    def arguments(self) -> list[str]:
        """For benchmarks.drive."""
        given = [f"--content={folder}" for folder in self.content]
        return [f"--data={self.data}", *given]


class ChosenClock(SystemClock):
    """Stands where it is put."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def shipped_content() -> tuple[Path, ...]:
    """What comes with the program."""
    return Paths.under(Path("anywhere")).content


def folder_in_the_middle(data: Path, content: Sequence[Path]) -> Folder:
    """Somebody who finished a module and is in the middle of a part of the next one."""
    library, person = _person(data, content)
    ids = [entry.id for entry in library.entries()]
    _finish(person, library.module(ids[0]))
    module = library.module(ids[1])
    for part in module.parts[:3]:
        person.progress.reach(module, part.id)
    stop = module.parts[2]
    person.progress.remember(module, Place(stop.id, min(2, len(stop.blocks) - 1), 0.25))
    person.close()
    return Folder(data, tuple(content), stop.title)


def folder_between_modules(data: Path, content: Sequence[Path], finished: int) -> Folder:
    """Somebody who finished that many modules and is in none: Home has to ask the library."""
    library, person = _person(data, content)
    for entry in library.entries()[:finished]:
        _finish(person, library.module(entry.id))
    person.close()
    return Folder(data, tuple(content))


def library_of(content: Sequence[Path]) -> Library:
    """Without a kept index."""
    return Library(content, None)


def _finish(person: PersonServices, module: Module) -> None:
    for part in module.parts:
        person.progress.reach(module, part.id)
    person.progress.finish(module)


def _person(data: Path, content: Sequence[Path]) -> tuple[Library, PersonServices]:
    paths = replace(Paths.under(data), content=tuple(content))
    services = Services(paths, ChosenClock(datetime(2026, 11, 23, 14, 2)))
    if len(services.library.entries()) < 2:  # asking also makes the index, as a first start would
        raise CannotRun(f"too few modules can be read: {services.library.problems()[:1]}")
    return services.library, services.for_person(services.people.add("Isla"))


# --- What is long -------------------------------------------------------------------------


def longest_part(library: Library) -> tuple[Module, str, int]:
    """The module, the id and the words of the longest part."""
    found = [
        (words_of(part.blocks), entry.id, part.id)
        for entry in library.entries()
        for part in library.module(entry.id).parts
    ]
    words, module_id, part_id = max(found)
    return library.module(module_id), part_id, words


def longest_module(library: Library) -> Module:
    """The module with the most words."""
    modules = [library.module(entry.id) for entry in library.entries()]
    return max(modules, key=lambda module: sum(words_of(part.blocks) for part in module.parts))


def words_of(blocks: Sequence[object]) -> int:
    """Words that a part shows when it opens; feedback and later scenes come only on a click."""
    return sum(len(text.split()) for block in blocks for text in _texts(block))


def _texts(block: object) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain(block.text)
        case ItemList():
            for item in block.items:
                yield from _all_texts(item)
        case Table():
            for row in (block.header, *block.rows):
                yield from map(plain, row)
        case Callout() | Quote() | Reflect() | Plan():
            yield from _all_texts(block.blocks)
        case Check():
            yield from _all_texts(block.question)
            yield from (plain(option.text) for option in block.options)
        case Scenario():
            yield from _all_texts((*block.intro, *block.scenes[0].blocks))


def _all_texts(blocks: Sequence[object]) -> Iterator[str]:
    for block in blocks:
        yield from _texts(block)
