"""Every question asked of the journal's tables, and every change, inside one transaction.

What must be answered while somebody types is asked in `journal_search`, through the driver alone.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from tiapp.learning.model import PromptRef
from tiapp.private.journal_model import (
    Asked,
    Draft,
    Entry,
    EntryLine,
    TagCount,
    Version,
    heading_of,
    tag_key,
)
from tiapp.private.moments import FIRST, LAST, moment_of, moments_between
from tiapp.private.search_language import tag_word
from tiapp.private.store.journal_tables import EntryRow, NameRow, TagRow, VersionRow


@contextmanager
def sound() -> Iterator[None]:
    """What is no time any more is damage to the file, not a bug."""
    try:
        yield
    except (ValueError, TypeError) as error:
        raise sqlite3.DatabaseError("malformed row") from error


class Rows:
    """The questions and changes. Everything that takes an id does nothing when it is not there."""

    def __init__(self, session: Session) -> None:
        """A session of `Sessions`, in its transaction."""
        self._session = session

    def get(self, entry_id: str) -> Entry | None:
        """The entry, deleted or not."""
        row = self._row(entry_id)
        return None if row is None else entry_of(row)

    def add(self, entry: Entry, *, fresh: bool, origin: str = "") -> None:
        """Write a new entry at its time, or as soon after it as nothing else stands."""
        moment = self._free(moment_of(entry.written))
        changed = entry.changed or entry.written
        self._session.execute(
            insert(EntryRow).values(
                moment=moment,
                id=entry.id,
                written=entry.written.isoformat(),
                zone=entry.zone,
                origin=origin,
                changed=changed.isoformat(),
                deleted=None,
                fresh=fresh,
                **_words(entry.title, entry.body, entry.tags),
                **_asked(entry.asked),
            )
        )
        self._tag(moment, entry.tags)

    def change(self, entry: Entry, draft: Draft, now: datetime) -> None:
        """Write what is in the editor over an entry that is there, and take it as fresh."""
        self._session.execute(
            update(EntryRow)
            .where(EntryRow.id == entry.id)
            .values(
                changed=now.isoformat(),
                fresh=True,
                **_words(draft.title, draft.body, draft.tags),
                **_asked(draft.asked),
            )
        )
        if draft.tags != entry.tags:
            self._tag_anew(entry.id, draft.tags)

    def move(self, entry_id: str, written: datetime, zone: str) -> None:
        """Give an entry another time."""
        moment = self._free(moment_of(written))
        self._session.execute(
            update(EntryRow)
            .where(EntryRow.id == entry_id)
            .values(moment=moment, written=written.isoformat(), zone=zone)
        )

    def keep_version(self, entry: Entry, until: datetime) -> None:
        """Note how an entry reads, before it is changed."""
        self._session.execute(
            insert(VersionRow).values(
                entry_id=entry.id,
                until=until.isoformat(),
                title=entry.title,
                body=entry.body,
                tags="\n".join(entry.tags),
            )
        )

    def latest_version(self, entry_id: str) -> datetime | None:
        """Until when the version kept last stood."""
        until = self._session.scalars(
            select(func.max(VersionRow.until)).where(VersionRow.entry_id == entry_id)
        ).one()
        with sound():
            return datetime.fromisoformat(until) if until else None

    def versions(self, entry_id: str) -> tuple[Version, ...]:
        """All kept versions of an entry, the latest first."""
        rows = self._session.scalars(
            select(VersionRow)
            .where(VersionRow.entry_id == entry_id)
            .order_by(VersionRow.until.desc(), VersionRow.number.desc())
        )
        with sound():
            return tuple(
                Version(
                    row.number,
                    datetime.fromisoformat(row.until),
                    row.title,
                    row.body,
                    split(row.tags),
                )
                for row in rows
            )

    def mark_deleted(self, entry_id: str, now: datetime | None) -> None:
        """Take an entry out of every list, or (None) put it back."""
        row = self._row(entry_id)
        if row is None:
            return
        self._session.execute(
            update(EntryRow)
            .where(EntryRow.id == entry_id)
            .values(deleted=None if now is None else now.isoformat(), fresh=False)
        )
        self._tag_anew(entry_id, split(row.tags) if now is None else ())

    def remove(self, entry_ids: Iterable[str]) -> None:
        """Delete entries with their tags and versions."""
        for entry_id in entry_ids:
            self._session.execute(delete(EntryRow).where(EntryRow.id == entry_id))

    def deleted(self, before: datetime | None = None) -> tuple[EntryLine, ...]:
        """Deleted entries, the latest deleted first; only those deleted before a time, if given."""
        wanted = select(EntryRow).where(EntryRow.deleted.is_not(None))
        if before is not None:
            wanted = wanted.where(EntryRow.deleted < before.isoformat())
        rows = self._session.scalars(wanted.order_by(EntryRow.deleted.desc()))
        with sound():
            return tuple(
                EntryLine(
                    row.id,
                    datetime.fromisoformat(row.written),
                    heading_of(row.title, row.body),
                    tags=split(row.tags),
                    deleted=datetime.fromisoformat(row.deleted or ""),
                )
                for row in rows
            )

    def forget_versions(self, before: datetime) -> int:
        """Delete versions that ended before a time; how many."""
        gone = self._session.execute(
            delete(VersionRow)
            .where(VersionRow.until < before.isoformat())
            .returning(VersionRow.number)
        )
        return len(gone.all())

    def settle(self, entry_id: str | None = None) -> None:
        """Move entries that are no longer being written (one, or all) to the lasting index."""
        wanted = update(EntryRow).where(EntryRow.fresh)
        if entry_id is not None:
            wanted = wanted.where(EntryRow.id == entry_id)
        self._session.execute(wanted.values(fresh=False))
        if (
            self._session.scalars(select(EntryRow.id).where(EntryRow.fresh).limit(1)).first()
            is None
        ):
            # words that were changed while writing stay in an index until it is emptied
            self._session.connection().exec_driver_sql(
                "INSERT INTO journal_fresh (journal_fresh) VALUES ('delete-all')"
            )

    def replies(self, ref: PromptRef) -> tuple[Entry, ...]:
        """What was written to a prompt in a module, the latest first."""
        rows = self._session.scalars(
            select(EntryRow)
            .where(EntryRow.module_id == ref.module, EntryRow.block_id == ref.block)
            .where(EntryRow.module_id != "", EntryRow.deleted.is_(None))
            .where(EntryRow.pack_id == ref.pack)
            .order_by(EntryRow.moment.desc())
        )
        return tuple(entry_of(row) for row in rows)

    def tags(self) -> tuple[TagCount, ...]:
        """All tags with how many entries carry each, in the order of the alphabet."""
        rows = self._session.execute(
            select(func.max(TagRow.tag), func.count()).group_by(TagRow.key).order_by(TagRow.key)
        )
        return tuple(TagCount(tag, entries) for tag, entries in rows)

    def moments(self, since: date, until: date) -> tuple[int, ...]:
        """The places in time of what was written from one day up to but without another."""
        first, last = moments_between(since, until)
        return tuple(
            self._session.scalars(
                select(EntryRow.moment)
                .where(EntryRow.moment.between(first, last), EntryRow.deleted.is_(None))
                .order_by(EntryRow.moment)
            )
        )

    def every(self, after: int, most: int) -> tuple[tuple[int, Entry], ...]:
        """Entries in the order of time, from a place in time on."""
        rows = self._session.scalars(
            select(EntryRow)
            .where(EntryRow.moment > after, EntryRow.deleted.is_(None))
            .order_by(EntryRow.moment)
            .limit(most)
        )
        return tuple((row.moment, entry_of(row)) for row in rows)

    def has_origin(self, origin: str) -> bool:
        """Whether that was brought in before and is still here, deleted or not."""
        found = select(EntryRow.id).where(EntryRow.origin == origin, EntryRow.origin != "").limit(1)
        return self._session.scalars(found).first() is not None

    def has_id(self, entry_id: str) -> bool:
        """Whether there is an entry of that id."""
        found = select(EntryRow.id).where(EntryRow.id == entry_id)
        return self._session.scalars(found).first() is not None

    def names(self) -> tuple[str, ...]:
        """The person's own list of names."""
        return tuple(self._session.scalars(select(NameRow.name).order_by(NameRow.name)))

    def set_names(self, names: Iterable[str]) -> None:
        """Put another list in its place."""
        self._session.execute(delete(NameRow))
        rows = [{"name": name} for name in names]
        if rows:
            self._session.execute(insert(NameRow), rows)

    def _row(self, entry_id: str) -> EntryRow | None:
        return self._session.scalars(select(EntryRow).where(EntryRow.id == entry_id)).first()

    def _free(self, moment: int) -> int:
        """That place in time, or the first one after it that nothing stands on."""
        moment = min(max(moment, FIRST), LAST)
        taken = select(EntryRow.moment).where(EntryRow.moment == moment)
        while self._session.scalars(taken).first() is not None:
            moment += 1
            taken = select(EntryRow.moment).where(EntryRow.moment == moment)
        return moment

    def _tag_anew(self, entry_id: str, tags: Iterable[str]) -> None:
        moment = self._session.scalars(
            select(EntryRow.moment).where(EntryRow.id == entry_id)
        ).first()
        if moment is not None:
            self._session.execute(delete(TagRow).where(TagRow.moment == moment))
            self._tag(moment, tags)

    def _tag(self, moment: int, tags: Iterable[str]) -> None:
        rows = [{"key": tag_key(tag), "moment": moment, "tag": tag} for tag in tags]
        if rows:
            self._session.execute(insert(TagRow), rows)


def entry_of(row: EntryRow) -> Entry:
    """A row as a value."""
    with sound():
        return Entry(
            id=row.id,
            written=datetime.fromisoformat(row.written),
            body=row.body,
            title=row.title,
            tags=split(row.tags),
            asked=_prompt(row),
            zone=row.zone,
            changed=datetime.fromisoformat(row.changed),
            deleted=None if row.deleted is None else datetime.fromisoformat(row.deleted),
        )


def split(tags: str) -> tuple[str, ...]:
    """The tags of a row."""
    return tuple(tags.split("\n")) if tags else ()


def _words(title: str, body: str, tags: tuple[str, ...]) -> dict[str, Any]:
    return {
        "title": title,
        "body": body,
        "tags": "\n".join(tags),
        "tag_words": " ".join(tag_word(tag) for tag in tags),
    }


def _asked(asked: Asked | None) -> dict[str, Any]:
    ref = asked.ref if asked else None
    return {
        "asked": asked.text if asked else "",
        "prompt_id": asked.id if asked else "",
        "pack_id": ref.pack if ref else "",
        "module_id": ref.module if ref else "",
        "part_id": ref.part if ref else "",
        "block_id": ref.block if ref else "",
    }


def _prompt(row: EntryRow) -> Asked | None:
    if not (row.asked or row.prompt_id or row.module_id):
        return None
    ref = None
    if row.module_id:
        ref = PromptRef(row.pack_id, row.module_id, row.part_id, row.block_id, row.asked)
    return Asked(row.asked, ref, row.prompt_id)
