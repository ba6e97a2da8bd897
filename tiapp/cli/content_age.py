"""tiapp content reading-age: how hard modules are to read, a part at a time."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiapp.cli.answers import answer, answer_json, say
from tiapp.cli.parsing import CalmParser, Commands, add_command
from tiapp.core.errors import AppError

if TYPE_CHECKING:
    from tiapp.authoring.reading_age import ReadingAge
    from tiapp.storage.paths import Paths


def add(commands: "Commands[CalmParser]") -> None:
    """Make the command known."""
    parser = add_command(commands, "reading-age", "how hard modules are to read", json=True)
    parser.add_argument("path", type=Path, metavar="PATH", help="a pack's folder, or a module's")
    parser.set_defaults(run=_reading_age)


def _reading_age(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.authoring.open import open_content
    from tiapp.authoring.reading_age import of_module, of_part

    opened = open_content(chosen.path)
    for problem in opened.problems:
        say(str(problem))
    modules = [
        {
            "id": module.id,
            **_facts(of_module(module)),
            "parts": [{"id": part.id, **_facts(of_part(part))} for part in module.parts],
        }
        for module in opened.modules
    ]
    if not modules:
        raise AppError(
            "There is no module here that can be read.",
            "Nothing was changed. Give the folder of a pack or of a module.",
            code="no-modules",
        )
    if chosen.json:
        answer_json({"modules": modules})
        return 0
    lines = []
    for facts in modules:
        lines.append(f"{facts['id']}: {_words(facts)}")
        lines += [f"    {part['id']}: {_words(part)}" for part in facts["parts"]]
    answer(lines)
    return 0


def _facts(age: "ReadingAge") -> dict[str, Any]:
    return {
        "reading_age": round(age.years, 1),
        "flesch_kincaid_grade": round(age.grade, 1),
        "smog_grade": None if age.smog is None else round(age.smog, 1),
        "words": age.words,
        "sentences": age.sentences,
    }


def _words(facts: dict[str, Any]) -> str:
    smog = "" if facts["smog_grade"] is None else f", SMOG {facts['smog_grade']}"
    return (
        f"reading age {facts['reading_age']} "
        f"(Flesch-Kincaid {facts['flesch_kincaid_grade']}{smog}, {facts['words']} words)"
    )
