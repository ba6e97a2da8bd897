"""tiapp team: what a supervisor does with completion files, unattended too."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tiapp.cli.answers import answer, answer_json, say
from tiapp.cli.folders import services_of
from tiapp.cli.parsing import CalmParser, Commands, add_command, add_group
from tiapp.cli.summary import day, target

if TYPE_CHECKING:
    from tiapp.storage.paths import Paths
    from tiapp.supervision.team.desk import Desk
    from tiapp.supervision.team.model import ImportReport, Reject

FORMS = ("csv", "xlsx", "pdf", "xapi")

_SHOWN = 20
"""Files named for each reason, unless all are asked for with --json."""


def add(commands: "Commands[CalmParser]") -> None:
    """Make the commands known."""
    group = add_group(commands, "team", "import completion files and export the team's records")
    parser = add_command(group, "import", "import completion files", json=True)
    parser.add_argument("paths", nargs="+", type=target, metavar="PATH", help="folders or files")
    parser.add_argument(
        "--unknown-modules",
        action="store_true",
        help="also add modules that are not on this computer",
    )
    _add_place(parser)
    parser.set_defaults(run=_import)
    parser = add_command(group, "export", "write what the team has finished to a file")
    parser.add_argument("--format", choices=FORMS, required=True, help="the form of the file")
    parser.add_argument("--profile", default="generic", metavar="NAME", help="for which system")
    parser.add_argument("--out", type=target, required=True, metavar="FILE", help="where to")
    parser.add_argument("--since", type=day, metavar="DAY", help="from this day on (2026-11-22)")
    parser.add_argument("--until", type=day, metavar="DAY", help="up to and including this day")
    parser.add_argument(
        "--force", action="store_true", help="replace the file if it is already there"
    )
    _add_place(parser)
    parser.set_defaults(run=_export)
    parser = add_command(group, "status", "show what is in the team store", json=True)
    _add_place(parser)
    parser.set_defaults(run=_status)


def _add_place(parser: CalmParser) -> None:
    parser.add_argument(
        "--team-db",
        default=None,
        metavar="URL",
        help="postgresql://... or a file, instead of the team store of the data folder",
    )


@contextmanager
def _desk(chosen: argparse.Namespace, paths: "Paths") -> "Iterator[Desk]":
    services = services_of(paths)
    desk = services.team if chosen.team_db is None else services.team_at(chosen.team_db)
    for notice in services.take_notices():
        say(str(notice))
    try:
        yield desk
    finally:
        desk.team.close()


def _import(chosen: argparse.Namespace, paths: "Paths") -> int:
    """0: all is well. 1: something was rejected, or needs a person; each with its reason."""
    import gc

    # half a million small values without a cycle among them: looking for one takes a third longer
    gc.disable()
    with _desk(chosen, paths) as desk:
        report = desk.team.importing(chosen.paths, unknown_modules=chosen.unknown_modules).run()
    if chosen.json:
        answer_json(_report_facts(report))
    else:
        answer(_report_lines(report))
    return 0 if report.all_well else 1


def _report_facts(report: "ImportReport") -> dict[str, Any]:
    facts = asdict(report)
    for name in ("rejects", "notes"):
        facts[name] = [{**reject, "trouble": str(reject["trouble"])} for reject in facts[name]]
    return facts


def _report_lines(report: "ImportReport") -> list[str]:
    lines = [
        f"Files ending in .json, checked: {report.considered:,}. "
        f"Other files, not changed: {report.others:,}.",
        f"Added: {report.taken:,}. Already here: {report.unchanged:,}. "
        f"New completions: {report.completions:,}. New people: {report.people:,}.",
    ]
    for count, words in (
        (report.waiting, "Waiting for someone to decide about a new key"),
        (report.refused_key, "Left out, because their key was not accepted"),
        (report.past_keeping, "Completions left out because they are older than is kept here"),
    ):
        if count:
            lines.append(f"{words}: {count:,}.")
    lines += report.messages
    lines += _listed("Not added", report.rejects)
    lines += _listed("Added, and worth a look", report.notes)
    return lines


def _listed(heading: str, rejects: "tuple[Reject, ...]") -> list[str]:
    if not rejects:
        return []
    lines = [f"{heading}: {len(rejects):,}"]
    shown: dict[str, int] = {}
    for reject in rejects:
        shown[reject.trouble] = shown.get(reject.trouble, 0) + 1
        if shown[reject.trouble] <= _SHOWN:
            lines.append(f"  {reject.file} ({reject.trouble})")
            lines.append(f"      {reject.reason} {reject.advice}")
    for trouble, count in shown.items():
        if count > _SHOWN:
            lines.append(f"  {count - _SHOWN:,} more ({trouble}); --json names each.")
    return lines


def _export(chosen: argparse.Namespace, paths: "Paths") -> int:
    """0: written. 1: written, but the other system will not take some of the rows."""
    from tiapp.supervision.export import period_of
    from tiapp.supervision.team.desk import TeamForm
    from tiapp.supervision.team.scope import Scope
    from tiapp.supervision.writers.profile_file import row_problems

    period = period_of(chosen.since, chosen.until)
    scope = Scope(since=period.since, until=period.until)
    with _desk(chosen, paths) as desk:
        profile = desk.profile(chosen.profile)
        form = TeamForm(chosen.format)
        count = desk.save(scope, form, profile, chosen.out, force=chosen.force)
        with desk.team.completions(scope) as rows:
            problems = row_problems(profile, (row for _, row in rows))
    for problem in problems[:_SHOWN]:
        say(problem.sentence)
    if len(problems) > _SHOWN:
        say(f"And more: {len(problems) - _SHOWN}.")
    answer([f"Written: {chosen.out} ({count:,} {'completion' if count == 1 else 'completions'})."])
    return 1 if problems else 0


def _status(chosen: argparse.Namespace, paths: "Paths") -> int:
    with _desk(chosen, paths) as desk:
        status = desk.team.status()
    if chosen.json:
        answer_json(asdict(status))
        return 0
    from tiapp.supervision.writers.days import spoken_day

    lines = [
        f"Team store: {status.place}",
        f"  People: {status.people:,}, of whom on the staff list: {status.on_list:,}",
        f"  Completions: {status.completions:,}, from {status.files:,} files",
    ]
    if status.newest:
        lines.append(f"  The newest is from {spoken_day(status.newest)}")
    if status.keys_to_decide:
        lines.append(f"  New keys to decide about: {status.keys_to_decide:,}")
    answer(lines if status.people else [*lines[:1], "  Nothing is in it yet."])
    return 0
