"""tiapp modules: what there is to learn."""

import argparse
from typing import TYPE_CHECKING, Any

from tiapp.cli.answers import answer, answer_json, say
from tiapp.cli.folders import services_of
from tiapp.cli.parsing import CalmParser, Commands, add_command

if TYPE_CHECKING:
    from tiapp.learning.model import ModuleEntry
    from tiapp.storage.paths import Paths


def add(commands: "Commands[CalmParser]") -> None:
    """Make the command known."""
    parser = add_command(commands, "modules", "list the modules", json=True)
    parser.set_defaults(run=_modules)


def _modules(chosen: argparse.Namespace, paths: "Paths") -> int:
    library = services_of(paths).library
    entries = library.entries()
    # what can be read is listed all the same
    problems = [str(problem) for problem in library.problems()]
    for problem in problems:
        say(problem)
    if chosen.json:
        answer_json({"modules": [_module_facts(e) for e in entries], "problems": problems})
        return 0
    lines: list[str] = []
    for entry in entries:
        lines.append(entry.title)
        lines.append(
            f"    {entry.id}, version {entry.version}, {entry.level}, {entry.minutes} minutes"
        )
        for number, part in enumerate(entry.parts, start=1):
            lines.append(f"    {number}. {part.title} ({part.minutes} min)")
    answer(lines or ["There are no modules to learn from yet."])
    return 0


def _module_facts(entry: "ModuleEntry") -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "version": entry.version,
        "level": str(entry.level),
        "minutes": entry.minutes,
        "topics": list(entry.topics),
        "audience": entry.audience,
        "pack": entry.pack_id,
        "parts": [{"id": p.id, "title": p.title, "minutes": p.minutes} for p in entry.parts],
        "reviewed": entry.reviewed,
    }
