"""Takes many entries in at once, through the driver: mapped classes took several times as long."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tiapp.private.importers.records import DateFrom, Record, Report, Skipped
from tiapp.private.journal_model import tag_key
from tiapp.private.moments import FIRST, LAST, moment_of
from tiapp.private.search_language import tag_word

Execute = Callable[..., Any]

_ADD = """
    INSERT INTO journal_entry (moment, id, written, zone, title, body, tags, tag_words, asked,
        prompt_id, pack_id, module_id, part_id, block_id, origin, changed, deleted, fresh)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', ?, ?, NULL, 0)
"""


def bring_in(
    execute: Execute, records: Iterable[Record | Skipped], *, dry_run: bool = False
) -> Report:
    """Add what is not here yet, inside the caller's transaction; count the rest."""
    new = here = 0
    skipped: list[Skipped] = []
    notes: list[Skipped] = []
    days: list[date] = []
    sources: dict[DateFrom, int] = {}
    origins: set[str] = set()
    for record in records:
        if isinstance(record, Skipped):
            skipped.append(record)
            continue
        if record.origin in origins or _is_here(execute, record):
            here += 1
            continue
        origins.add(record.origin)
        if not dry_run:
            _add(execute, record)
        new += 1
        if record.note:
            notes.append(Skipped(record.where, record.note))
        days = [min([*days, record.written.date()]), max([*days, record.written.date()])]
        sources[record.date_from] = sources.get(record.date_from, 0) + 1
    return Report(
        new=new,
        here_already=here,
        skipped=tuple(skipped),
        notes=tuple(notes),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        by_date_from=tuple((source, sources[source]) for source in DateFrom if source in sources),
    )


def _is_here(execute: Execute, record: Record) -> bool:
    found = execute(
        "SELECT 1 FROM journal_entry WHERE origin = ? AND origin != '' LIMIT 1", (record.origin,)
    ).fetchone()
    if found is None and record.id:
        found = execute("SELECT 1 FROM journal_entry WHERE id = ?", (record.id,)).fetchone()
    return found is not None


def _add(execute: Execute, record: Record) -> None:
    import uuid

    moment = min(max(moment_of(record.written), FIRST), LAST)
    while execute("SELECT 1 FROM journal_entry WHERE moment = ?", (moment,)).fetchone():
        moment += 1
    written = record.written.isoformat()
    execute(
        _ADD,
        (
            moment,
            record.id or str(uuid.uuid4()),
            written,
            record.zone,
            record.title,
            record.body,
            "\n".join(record.tags),
            " ".join(tag_word(tag) for tag in record.tags),
            record.asked,
            record.origin,
            written,
        ),
    ).close()
    for tag in record.tags:
        execute(
            "INSERT INTO journal_tag (key, moment, tag) VALUES (?, ?, ?)",
            (tag_key(tag), moment, tag),
        ).close()
