"""Builders for tests: valid defaults everywhere, so that a test states only what matters to it."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from tiapp.learning.blocks import Block, ContentNote, Paragraph, Span
from tiapp.learning.model import Level, Module, ModuleEntry, Part, PartEntry, Review

CALLOUT = """\
/// callout | In short
    id: in-short
    kind: key

Two people can meet the same event and be affected differently.
///"""

NOTE = """\
//// content-note | Before you read on
    id: note

This part names kinds of harm. Nothing is described.

/// summary
Trauma may come from one event or from many.
///
////"""

CHECK = """\
/// check
    id: same-flood

Two tenants lived through the same flood. What fits best?

- [ ] One of them is stronger.
    > Strength is not what differs here.
- [x] The same event was a different experience for each of them.
    > Yes. What it was like differs.
///"""

SCENARIO = """\
//// scenario | A full waiting room
    id: waiting-room

The people are made up.

/// scene | Ten past nine
    id: ten-past-nine

A man comes to the desk.

- [Ask him to take a seat](#seat)
    > He looks for a chair.
- [Tell him how long it will be](#told)
    > He nods. Now he knows.
///

/// scene | By the window
    id: seat
    next: told

He finds a place to stand.
///

/// scene | Looking back
    id: told
    ending: yes

He has been seen.
///
////"""

REFLECT = """\
/// reflect
    id: assumed-before

What did you assume before today?
///"""

PLAN = """\
/// plan
    id: pause-plan

If I need a pause, then I will ...
///"""


def front_matter(module_id: str = "a-module", **changed: str | None) -> str:
    """The top of a module file. `changed` are TOML values as written; None takes a line away."""
    values: dict[str, str | None] = {
        "id": f'"{module_id}"',
        "title": '"A module"',
        "version": "1",
        "level": '"informed"',
        "minutes": "10",
        "topics": '["Basics"]',
        "audience": '"Everyone"',
        "outcomes": '["tell apart one thing from another"]',
        "language": '"en"',
    }
    values.update(changed)
    lines = [f"{key} = {value}" for key, value in values.items() if value is not None]
    return "\n".join(["+++", *lines, "+++", ""])


def module_text(
    *parts: str, module_id: str = "a-module", more: str = "", **changed: str | None
) -> str:
    """A module file. Each part is the text below a heading; its id is part-1, part-2 and so on.

    `more` is TOML at the end of the front matter, for [tables].
    """
    top = front_matter(module_id, **changed)
    if more:
        top = top.removesuffix("+++\n") + more + "\n+++\n"
    bodies = parts or ("Some text.",)
    made = [f"## Part {n} {{#part-{n}}}\n\n{body}\n" for n, body in enumerate(bodies, 1)]
    return "\n".join([top, *made])


def write_module(folder: Path, text: str | bytes | None = None) -> Path:
    """Write a module into its own folder; returns the path of module.md."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "module.md"
    if text is None:
        text = module_text()
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def write_pack(
    folder: Path,
    modules: Mapping[str, str | bytes] | None = None,
    *,
    pack_id: str = "a-pack",
    glossary: str | None = None,
    support: str | None = None,
) -> Path:
    """Write a pack: folder names of its modules and their text."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "modules").mkdir(exist_ok=True)
    (folder / "pack.toml").write_text(
        f'id = "{pack_id}"\ntitle = "A pack"\npublisher = "Somebody"\nversion = 1\n'
        'language = "en"\ndescription = "For tests."\n',
        encoding="utf-8",
    )
    for name, text in (modules or {}).items():
        write_module(folder / "modules" / name, text)
    for name, extra in (("glossary.toml", glossary), ("support.toml", support)):
        if extra is not None:
            (folder / name).write_text(extra, encoding="utf-8")
    return folder


def picture_bytes(width: int = 4, height: int = 3, kind: str = "PNG") -> bytes:
    """A small picture."""
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, kind)
    return file.getvalue()


def paragraph(text: str = "Some text.") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Span(text),))


def part(
    part_id: str = "part-1",
    title: str = "A part",
    *blocks: Block,
    note: ContentNote | None = None,
    minutes: int = 1,
) -> Part:
    """A part with one paragraph, unless told otherwise."""
    return Part(part_id, title, minutes, note, blocks or (paragraph(),))


def entry(
    module_id: str = "a-module",
    *,
    pack_id: str = "a-pack",
    title: str = "A module",
    version: int = 1,
    level: Level = Level.INFORMED,
    minutes: int = 10,
    topics: Sequence[str] = ("Basics",),
    parts: Sequence[PartEntry] = (PartEntry("part-1", "A part", 1),),
    has_content_note: bool = False,
    path: Path = Path("module.md"),
) -> ModuleEntry:
    """A module as lists show it."""
    return ModuleEntry(
        id=module_id,
        pack_id=pack_id,
        title=title,
        version=version,
        level=level,
        minutes=minutes,
        topics=tuple(topics),
        audience="Everyone",
        outcomes=("tell apart one thing from another",),
        has_content_note=has_content_note,
        reviewed=False,
        language="en",
        parts=tuple(parts),
        path=path,
    )


def module(
    module_id: str = "a-module",
    *parts: Part,
    title: str = "A module",
    version: int = 1,
    level: Level = Level.INFORMED,
) -> Module:
    """A whole module without a file: three parts, unless told otherwise."""
    made = parts or tuple(part(f"part-{n}", f"Part {n}") for n in (1, 2, 3))
    return Module(
        entry=entry(
            module_id,
            title=title,
            version=version,
            level=level,
            parts=[PartEntry(p.id, p.title, p.minutes) for p in made],
            has_content_note=any(p.note for p in made),
        ),
        parts=made,
        sources=(),
        changes=(),
        review=Review(),
        checked_against_sources=None,
    )
