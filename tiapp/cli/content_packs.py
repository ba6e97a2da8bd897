"""tiapp content pack, install, list, remove, undo and diff: modules handed from one to another."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.cli.answers import answer, answer_json, say
from tiapp.cli.content_check import checked, finding_lines
from tiapp.cli.parsing import CalmParser, Commands, add_command

if TYPE_CHECKING:
    from tiapp.authoring.installed import InstalledPacks, Look
    from tiapp.storage.paths import Paths


def add(commands: "Commands[CalmParser]") -> None:
    """Make the commands known."""
    pack = add_command(commands, "pack", "make a single file from a pack's folder, to share")
    pack.add_argument("path", type=Path, metavar="PATH", help="the folder that holds pack.toml")
    pack.add_argument("-o", "--out", type=Path, required=True, metavar="FILE.tipack")
    pack.add_argument(
        "--force", action="store_true", help="replace the file if it is already there"
    )
    pack.add_argument(
        "--unchecked", action="store_true", help="make it even if something needs to be put right"
    )
    pack.set_defaults(run=_pack)

    install = add_command(commands, "install", "install a pack that someone shared", json=True)
    install.add_argument("file", type=Path, metavar="FILE.tipack")
    install.add_argument("--dry-run", action="store_true", help="only say what would change")
    install.set_defaults(run=_install)

    listed = add_command(commands, "list", "list the packs that were installed", json=True)
    listed.set_defaults(run=_list)

    remove = add_command(commands, "remove", "remove an installed pack; progress is kept")
    undo = add_command(commands, "undo", "undo the last change to an installed pack")
    for parser, act in ((remove, _remove), (undo, _undo)):
        parser.add_argument(
            "name", metavar="NAME", help="the pack's id, as shown by tiapp content list"
        )
        parser.set_defaults(run=act)

    diff = add_command(commands, "diff", "show what differs between two versions of a pack")
    for name in ("old", "new"):
        diff.add_argument(name, type=Path, metavar=name.upper(), help="a folder or a .tipack file")
    diff.set_defaults(run=_diff)


def _packs(paths: "Paths") -> "InstalledPacks":
    from tiapp.authoring.installed import InstalledPacks

    return InstalledPacks(paths.packs, paths.content)


def _pack(chosen: argparse.Namespace, paths: "Paths") -> int:
    """Exit code 1: an error was found, and nothing was made."""
    from tiapp.authoring.pack_file import make_pack_file

    if not chosen.unchecked:
        report = checked(chosen.path)
        if not report.clean:
            root = report.opened.root
            answer([line for found in report.errors for line in finding_lines(found, root)])
            say("The pack was not made: mend this first, or make it all the same by --unchecked.")
            return 1
    made = make_pack_file(chosen.path, chosen.out, force=chosen.force)
    answer([f"{chosen.out}: {made.title}, version {made.version}, {len(made.files)} files."])
    return 0


def _install(chosen: argparse.Namespace, paths: "Paths") -> int:
    packs = _packs(paths)
    look = packs.look(chosen.file) if chosen.dry_run else packs.install(chosen.file)
    if chosen.json:
        facts = {"installed": not chosen.dry_run, **look.manifest.as_json()["pack"]}
        answer_json({**facts, "changes": look.changes.lines()})
        return 0
    answer([*_about(look), *look.changes.lines(), _end(look, dry_run=chosen.dry_run)])
    return 0


def _about(look: "Look") -> list[str]:
    made = look.manifest
    lines = [f"{made.title}, version {made.version}, from {made.publisher}."]
    if look.before is not None:
        lines.append(f"Version {look.before.version} is here now.")
    return lines


def _end(look: "Look", *, dry_run: bool) -> str:
    if dry_run:
        return "Nothing was installed."
    return f"Installed. To undo this: tiapp content undo {look.manifest.id}"


def _list(chosen: argparse.Namespace, paths: "Paths") -> int:
    packs = _packs(paths)
    found = packs.all()
    here = {one.pack.id for one in found}
    removed = [id_ for id_ in packs.undoable() if id_ not in here]
    if chosen.json:
        facts = [
            {
                "id": one.pack.id,
                "title": one.pack.title,
                "publisher": one.pack.publisher,
                "version": one.pack.version,
                "can_undo": one.can_undo,
            }
            for one in found
        ]
        answer_json({"installed": facts, "removed": removed})
        return 0
    lines = [
        f"{one.pack.id}: {one.pack.title}, version {one.pack.version}, from {one.pack.publisher}"
        for one in found
    ]
    lines += [f"{id_}: removed; tiapp content undo {id_} brings it back" for id_ in removed]
    answer(lines or ["No packs are installed. tiapp modules lists what came with Steady."])
    return 0


def _remove(chosen: argparse.Namespace, paths: "Paths") -> int:
    _packs(paths).remove(chosen.name)
    answer([f"Removed. To bring it back: tiapp content undo {chosen.name}"])
    return 0


def _undo(chosen: argparse.Namespace, paths: "Paths") -> int:
    packs = _packs(paths)
    packs.undo(chosen.name)
    now = next((one.pack for one in packs.all() if one.pack.id == chosen.name), None)
    answer(
        [
            f"{chosen.name} is version {now.version} again."
            if now
            else f"{chosen.name} is removed again."
        ]
    )
    return 0


def _diff(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.authoring.comparing import compare

    answer(compare(chosen.old, chosen.new).lines())
    return 0
