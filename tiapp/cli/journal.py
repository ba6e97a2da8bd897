"""tiapp journal: search, import or export the journal."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiapp.cli.answers import answer, answer_json
from tiapp.cli.parsing import CalmParser, Commands, add_command, add_group, folder
from tiapp.cli.passphrase import add_passphrase, unlocked
from tiapp.cli.vault import vault_of
from tiapp.core.errors import AppError

if TYPE_CHECKING:
    from tiapp.private.importers.records import Report
    from tiapp.private.journal_model import EntryLine
    from tiapp.storage.paths import Paths

_NAMED = 20
"""Skipped files that are named one by one; all of them with --json."""


def add(commands: "Commands[CalmParser]") -> None:
    """Make the commands known."""
    group = add_group(commands, "journal", "search, import or export the journal")
    search = add_command(group, "search", "list the entries that have all these words", json=True)
    search.add_argument(
        "words",
        nargs="+",
        metavar="WORDS",
        help='words, "a phrase", tag:work, on:2026-11, before:2026-11-22, after:2025',
    )
    add_passphrase(search)
    search.set_defaults(run=_search)
    importing = add_group(group, "import", "import a journal from elsewhere")
    markdown = add_command(
        importing, "markdown", "import a folder of Markdown or text files", json=True
    )
    markdown.add_argument("folder", type=folder, metavar="PATH")
    markdown.add_argument(
        "--dry-run", action="store_true", help="only say what would be imported and what would not"
    )
    add_passphrase(markdown)
    markdown.set_defaults(run=_import_markdown)
    export = add_command(
        group, "export", "write all entries to a folder, so that anyone can read them"
    )
    export.add_argument("--format", choices=("md", "json"), default="md")
    export.add_argument("folder", type=folder, metavar="DIR")
    export.add_argument(
        "--plain", action="store_true", help="yes, without encryption: anyone can read it"
    )
    add_passphrase(export)
    export.set_defaults(run=_export)


def _search(chosen: argparse.Namespace, paths: "Paths") -> int:
    # an argument with spaces was quoted for the shell, so it is meant as a phrase
    words = " ".join(
        f'"{word}"' if " " in word and '"' not in word else word for word in chosen.words
    )
    room = unlocked(chosen, vault_of(chosen, paths))
    try:
        found = room.journal.find(words, most=1000, typing=False)
    finally:
        room.close()
    if found.query.unread:
        raise AppError(
            f"“{found.query.unread[0]}” could not be read as a date.",
            "Write it as on:2026, on:2026-11 or on:2026-11-22.",
            code="search-date",
        )
    if chosen.json:
        answer_json({"entries": [_facts(line) for line in found.lines], "more": found.more})
        return 0
    lines: list[str] = []
    for line in found.lines:
        tags = f"  [{', '.join(line.tags)}]" if line.tags else ""
        lines.append(f"{line.written:%Y-%m-%d %H:%M}  {line.heading}{tags}")
        lines.append(f"    {line.excerpt}")
    answer(lines or ["Nothing found."])
    return 0


def _facts(line: "EntryLine") -> dict[str, Any]:
    return {
        "id": line.id,
        "written": line.written.isoformat(),
        "heading": line.heading,
        "excerpt": line.excerpt,
        "tags": list(line.tags),
    }


def _import_markdown(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.private.importers.text_folder import read_folder

    where: Path = chosen.folder
    if not where.is_dir():
        raise AppError(
            "That is not a folder.",
            "Nothing was imported. Give the folder that holds the Markdown or text files.",
            code="import-folder",
        )
    room = unlocked(chosen, vault_of(chosen, paths))
    try:
        report = room.journal.bring_in(read_folder(where), dry_run=chosen.dry_run)
    finally:
        room.close()
    if chosen.json:
        answer_json(_report_facts(report, dry_run=chosen.dry_run))
    else:
        answer(_report_lines(report, dry_run=chosen.dry_run))
    return 0


def _report_facts(report: "Report", *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "new": report.new,
        "here_already": report.here_already,
        "skipped": [{"where": s.where, "why": s.why} for s in report.skipped],
        "notes": [{"where": s.where, "why": s.why} for s in report.notes],
        "first": report.first.isoformat() if report.first else None,
        "last": report.last.isoformat() if report.last else None,
        "dated_by": {str(source): count for source, count in report.by_date_from},
    }


def _report_lines(report: "Report", *, dry_run: bool) -> list[str]:
    verb = "would be imported" if dry_run else "imported"
    lines = [f"{report.new} entries {verb}."]
    if report.first and report.last:
        lines.append(f"They are from {report.first} to {report.last}.")
    for source, count in report.by_date_from:
        lines.append(f"    {count} dated by {source}")
    if report.here_already:
        lines.append(f"{report.here_already} are already in your journal.")
    for words, some in (("left out", report.skipped), ("with a note", report.notes)):
        if some:
            lines.append(f"{len(some)} {words}:")
            lines += [
                f"    {s.where}: {s.why}" if s.where else f"    {s.why}" for s in some[:_NAMED]
            ]
        if len(some) > _NAMED:
            lines.append(f"    and {len(some) - _NAMED} more; --json names them all")
    if dry_run:
        lines.append("Nothing was changed.")
    return lines


def _export(chosen: argparse.Namespace, paths: "Paths") -> int:
    from tiapp.private.exporters.plain import WRITERS

    if not chosen.plain:
        raise AppError(
            "This writes your journal so that anyone who gets the files can read them.",
            "Nothing was written. Add --plain if that is what you want; "
            "tiapp vault backup makes a copy that stays encrypted.",
            code="export-plain",
        )
    vault = vault_of(chosen, paths)
    room = unlocked(chosen, vault)
    try:
        count = WRITERS[chosen.format](room.journal.every(), chosen.folder)
    finally:
        room.close()
    answer([f"{count} entries written to {chosen.folder}.", "These files are not protected."])
    return 0
