"""tiapp summary: one person's completion summary, in the form that is wanted."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.cli.answers import answer, say
from tiapp.cli.folders import services_of, whose
from tiapp.cli.parsing import CalmParser, Commands, add_command
from tiapp.core.errors import AppError

if TYPE_CHECKING:
    from tiapp.storage.paths import Paths

FORMS = ("csv", "xlsx", "pdf", "xapi", "signed")


def add(commands: "Commands[CalmParser]") -> None:
    """Make the command known."""
    parser = add_command(commands, "summary", "write a completion summary to a file")
    parser.add_argument("--format", choices=FORMS, required=True, help="the form of the file")
    parser.add_argument("--out", type=target, required=True, metavar="FILE", help="where to")
    parser.add_argument("--since", type=day, metavar="DAY", help="from this day on (2026-11-22)")
    parser.add_argument("--until", type=day, metavar="DAY", help="up to and including this day")
    parser.add_argument(
        "--force", action="store_true", help="replace the file if it is already there"
    )
    parser.set_defaults(run=_summary)


def day(text: str) -> date:
    """A day on the command line, for `type=`."""
    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a day is written as 2026-11-22") from error


def target(text: str) -> Path:
    """The name of a file to write, for `type=`."""
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError("the name of the file is empty")
    return Path(text)


def _summary(chosen: argparse.Namespace, paths: "Paths") -> int:
    # late: cryptography and msgspec, which the other commands do not need
    from tiapp.supervision.export import period_of
    from tiapp.supervision.forms import Form

    services = services_of(paths)
    period = period_of(chosen.since, chosen.until)
    person = whose(services, getattr(chosen, "person", None))
    if person is None:
        raise AppError(
            "Nobody has begun to learn here yet.",
            "Nothing was written. Open Steady once, or give the folder with --data.",
            code="person-none",
        )
    mine = services.for_person(person)
    try:
        summary = mine.export.preview(period)
        mine.export.save(summary, Form(chosen.format), chosen.out, force=chosen.force)
    finally:
        mine.close()
    for notice in services.take_notices():
        say(str(notice))
    count = len(summary.completions)
    modules = "1 completion" if count == 1 else f"{count} completions"
    answer([f"Written: {chosen.out} ({modules})."])
    return 0
