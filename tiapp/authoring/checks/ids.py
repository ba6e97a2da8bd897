"""Whether ids are still those of the version before: people's places hang on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from tiapp.authoring.findings import Found, Group, RuleBook, Severity
from tiapp.authoring.open import Opened
from tiapp.authoring.subject import Subject
from tiapp.learning.blocks import Block, Callout, Check, Plan, Reflect, Scenario
from tiapp.learning.model import Module

book = RuleBook(Group.STRUCTURE)


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an id: what it is, and on which line it stands."""

    kind: str
    line: int


def ids_of(module: Module) -> dict[str, Named]:
    """Everything in a module that has an id, as module#id or module#scenario#scene."""
    found: dict[str, Named] = {}
    for part in module.parts:
        found[f"{module.id}#{part.id}"] = Named("part", part.line)
        if part.note:
            found[f"{module.id}#{part.note.id}"] = Named("content note", part.note.line)
        for block in part.blocks:
            _add(block, module.id, found)
    return found


def _add(block: Block, inside: str, found: dict[str, Named]) -> None:
    kinds = {Callout: "callout", Check: "check", Reflect: "reflection", Plan: "plan"}
    match block:
        case Callout() | Check() | Reflect() | Plan():
            found[f"{inside}#{block.id}"] = Named(kinds[type(block)], block.line)
        case Scenario():
            found[f"{inside}#{block.id}"] = Named("scenario", block.line)
            for scene in block.scenes:
                found[f"{inside}#{block.id}#{scene.id}"] = Named("scene", scene.line)


def all_ids(opened: Opened) -> dict[str, tuple[Module, Named]]:
    """Everything with an id in all modules, the modules themselves too."""
    found: dict[str, tuple[Module, Named]] = {}
    for module in opened.modules:
        found[module.id] = (module, Named("module", 0))
        found.update({name: (module, named) for name, named in ids_of(module).items()})
    return found


@book.pack("id-lost", Severity.ERROR)
def id_lost(subject: Subject) -> Iterator[Found]:
    """An id from the previous version is no longer there.

    People's places, completions and notes depend on ids, so new wording never needs a new id. Put
    the id back. If the part or block is really gone for good, name its id in pack.toml, so that
    nobody uses it again for something else: `retired_ids = ["what-trauma-is#types"]` below
    `[check]`. Only checked when the previous version is given.
    """
    if subject.previous is None:
        return
    now = all_ids(subject.opened)
    here = {module.id: module for module in subject.opened.modules}
    for name, (module, named) in all_ids(subject.previous).items():
        if name in now or name in subject.choices.retired_ids:
            continue
        owner = here.get(module.id)
        if named.kind != "module" and owner is None:
            continue  # the module itself is reported
        if named.kind == "module" and not subject.opened.whole:
            continue
        yield Found(
            1 if owner else 0,
            name,
            f"The {named.kind} {name} from the previous version is no longer there.",
            "Give it its old id again. If it is gone for good, add the id to retired_ids in "
            "pack.toml.",
            owner.entry.path if owner else None,
        )


@book.pack("id-reused", Severity.ERROR)
def id_reused(subject: Subject) -> Iterator[Found]:
    """An id is now used for something else.

    What people have done with the old one would count for the new one. Give the new one an id of
    its own, and put the old id into `retired_ids`. Kinds of blocks are compared when the previous
    version is given; ids in `retired_ids` are always checked.
    """
    before = all_ids(subject.previous) if subject.previous else {}
    for name, (module, named) in all_ids(subject.opened).items():
        was = before[name][1] if name in before else None
        if was and was.kind != named.kind:
            what = f"The id {name} was that of a {was.kind} and is now that of a {named.kind}."
        elif name in subject.choices.retired_ids:
            what = f"The id {name} was retired and has been used again."
        else:
            continue
        yield Found(
            max(named.line, 1), name, what, "Give this one an id of its own.", module.entry.path
        )


@book.pack("version-not-raised", Severity.WARNING)
def version_not_raised(subject: Subject) -> Iterator[Found]:
    """A module or pack was changed but its version is no higher than before.

    Learners are told what is new only when the version goes up, and anyone who installs the pack
    sees two different packs with the same number. Add one to `version`. Only checked when the
    previous version is given.
    """
    if subject.previous is None:
        return
    before = {module.id: module for module in subject.previous.modules}
    changed = False
    for text in subject.modules:
        old = before.get(text.module.id)
        if old is None:
            changed = True
            continue
        if _same(old, text.module):
            continue
        changed = True
        if text.module.entry.version <= old.entry.version:
            yield Found(
                text.line_of_key("version"),
                str(text.module.entry.version),
                f"This module was changed, but its version is still {text.module.entry.version}.",
                f"Write version = {old.entry.version + 1}, and say in [[changes]] what is new.",
                text.file,
            )
    pack, was = subject.opened.pack, subject.previous.pack
    if subject.opened.whole and changed and pack and was and pack.version <= was.version:
        yield Found(
            1,
            str(pack.version),
            f"The pack was changed, but its version is still {pack.version}.",
            f"Write version = {was.version + 1} in pack.toml.",
        )


def _same(old: Module, new: Module) -> bool:
    """Whether two modules say the same, wherever they lie."""
    from dataclasses import replace

    placed = replace(old.entry, path=new.entry.path, pack_id=new.entry.pack_id)
    return replace(old, entry=placed) == new
