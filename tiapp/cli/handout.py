"""tiapp content handout: a module, a huddle sheet, a page or a blank template as tagged PDF."""

import argparse
from typing import TYPE_CHECKING

from tiapp.cli.answers import answer
from tiapp.cli.folders import services_of
from tiapp.cli.parsing import CalmParser, Commands, add_command
from tiapp.cli.summary import target
from tiapp.core.errors import AppError

if TYPE_CHECKING:
    from tiapp.handouts.handouts import Document, Handouts
    from tiapp.learning.library import Library
    from tiapp.storage.paths import Paths


def add(commands: "Commands[CalmParser]") -> None:
    """Make the command known."""
    words = "print a module, a page to share or a blank template"
    parser = add_command(commands, "handout", words)
    parser.add_argument(
        "what", metavar="NAME", help="a module (tiapp modules lists them), a page or a template"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--short", action="store_true", help="only the short route of a module")
    which.add_argument("--huddle", action="store_true", help="the huddle sheet of a module")
    parser.add_argument("--out", type=target, required=True, metavar="FILE", help="where to")
    parser.add_argument(
        "--force", action="store_true", help="replace the file if it is already there"
    )
    parser.set_defaults(run=_handout)


def _handout(chosen: argparse.Namespace, paths: "Paths") -> int:
    services = services_of(paths)
    document = _document(services.handouts, services.library, chosen)
    services.handouts.save(document.data, chosen.out, force=chosen.force)
    answer([f"Written: {chosen.out}."])
    return 0


def _document(handouts: "Handouts", library: "Library", chosen: argparse.Namespace) -> "Document":
    name: str = chosen.what
    if library.entry(name) is not None:
        return handouts.huddle(name) if chosen.huddle else handouts.module(name, short=chosen.short)
    if not (chosen.huddle or chosen.short):
        if any(template.id == name for template in library.templates()):
            return handouts.template(name)
        if any(sheet.id == name for sheet in library.sheets()):
            return handouts.sheet(name)
    ids = [template.id for template in library.templates()]
    ids += [sheet.id for sheet in library.sheets()]
    raise AppError(
        f"There is nothing called {name[:60]} to print.",
        "Nothing was written. tiapp modules lists the modules by their names; besides them there"
        f" are {', '.join(ids) or 'no templates'}.",
        code="handout-unknown",
    )
