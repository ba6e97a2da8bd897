"""The journal: write, find again, go back to how it read, delete.

What a call has written is on the disk when it returns, found by the search, and survives a kill.
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.private import history
from tiapp.private.journal_model import (
    BODY_MOST,
    KEPT_DAYS,
    TITLE_MOST,
    Draft,
    Entry,
    EntryLine,
    Month,
    TagCount,
    Version,
    clean_tags,
)
from tiapp.private.moments import FIRST, day_of
from tiapp.private.search_language import Query, parse
from tiapp.private.store.journal_search import find

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tiapp.learning.model import PromptRef
    from tiapp.private.importers.records import Record, Report, Skipped
    from tiapp.private.sessions import Sessions
    from tiapp.private.store.journal import Rows

FOUND_MOST = 50
_AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to. `more` says that there are older ones besides."""

    lines: tuple[EntryLine, ...]
    query: Query
    more: bool = False


class Journal:
    """One person's journal, in their open vault. Every method may raise AppError.

    An entry that is being written is saved by `begin` and `save`, as often as one likes; whoever
    had it open calls `settle` when it is left.
    """

    def __init__(self, sessions: "Sessions", clock: Clock) -> None:
        """Made by Room."""
        self._sessions = sessions
        self._clock = clock

    # Writing

    def begin(self, draft: Draft, entry_id: str = "") -> Entry:
        """Save the first words of a new entry; it has its own id and time from now on."""
        now = self._now()
        draft = _within_bounds(draft)
        entry = Entry(
            id=entry_id or str(uuid.uuid4()),
            written=now if draft.day is None else _on(draft.day, now),
            body=draft.body,
            title=draft.title,
            tags=draft.tags,
            asked=draft.asked,
            changed=now,
        )
        with self._sessions() as session:
            _rows(session).add(entry, fresh=True)
        return entry

    def save(self, entry_id: str, draft: Draft) -> Entry:
        """Save what is in the editor: one transaction, the index with it. Safe to repeat.

        What stood there before becomes a version now and then (see private.history). An entry that
        was deleted meanwhile comes back: its words are before the person's eyes.
        """
        draft = _within_bounds(draft)
        now = self._now()
        with self._sessions() as session:
            rows = _rows(session)
            entry = rows.get(entry_id)
            if entry is not None:
                if entry.deleted is not None:
                    rows.mark_deleted(entry_id, None)
                if not _same(entry, draft):
                    if history.keeps_a_version(entry, draft, rows.latest_version(entry_id), now):
                        rows.keep_version(entry, now)
                    rows.change(entry, draft, now)
                if draft.day is not None and draft.day != entry.written.date():
                    rows.move(entry_id, _on(draft.day, entry.written), "")
                saved = rows.get(entry_id)
                assert saved is not None
                return saved
        return self.begin(draft, entry_id)

    def settle(self, entry_id: str) -> None:
        """The entry is left: index it for good. One in which nothing was ever written goes."""
        with self._sessions() as session:
            rows = _rows(session)
            entry = rows.get(entry_id)
            rows.settle(entry_id)
            if entry is not None and entry.blank and rows.latest_version(entry_id) is None:
                rows.remove([entry_id])

    # Finding

    def find(self, text: str = "", *, most: int = FOUND_MOST, typing: bool = True) -> Found:
        """The newest entries that have all that was typed; with nothing typed, the newest.

        With `typing` the last word counts as begun. SQLAlchemy is not imported for it.
        """
        query = parse(text, self._clock.today(), typing=typing)
        with self._sessions.plain(reads_only=True) as connection:
            lines = find(connection.execute, query, most + 1)
        return Found(lines[:most], query, len(lines) > most)

    def entry(self, entry_id: str) -> Entry | None:
        """The whole entry, also a deleted one; None when there is none of that id."""
        with self._sessions.reading() as session:
            return _rows(session).get(entry_id)

    def replies(self, ref: "PromptRef") -> tuple[Entry, ...]:
        """What was written to that prompt of a module, the latest first."""
        with self._sessions.reading() as session:
            return _rows(session).replies(ref)

    def month(self, year: int, month: int) -> Month:
        """On which days of a month something was written."""
        first = date(year, month, 1)
        after = (first + timedelta(days=31)).replace(day=1)
        days: dict[int, int] = {}
        with self._sessions.reading() as session:
            for moment in _rows(session).moments(first, after):
                day = day_of(moment).day
                days[day] = days.get(day, 0) + 1
        return Month(year, month, days)

    def tags(self) -> tuple[TagCount, ...]:
        """The tags in use, in the order of the alphabet."""
        with self._sessions.reading() as session:
            return _rows(session).tags()

    def every(self) -> Iterator[Entry]:
        """All entries that are not deleted, the oldest first; read a few hundred at a time."""
        after = FIRST - 1
        while True:
            with self._sessions.reading() as session:
                some = _rows(session).every(after, _AT_A_TIME)
            if not some:
                return
            for after, entry in some:  # noqa: B007 - the last one tells where to go on
                yield entry

    # Going back

    def versions(self, entry_id: str) -> tuple[Version, ...]:
        """How the entry read before, the latest first; kept for ninety days."""
        with self._sessions.reading() as session:
            return _rows(session).versions(entry_id)

    def bring_back(self, entry_id: str, number: int) -> Entry:
        """Make an entry read as that version did. How it reads now is kept as a version too."""
        now = self._now()
        with self._sessions() as session:
            rows = _rows(session)
            entry = rows.get(entry_id)
            version = next((v for v in rows.versions(entry_id) if v.number == number), None)
            if entry is None or version is None:
                raise _gone()
            if not entry.blank:
                rows.keep_version(entry, now)
            draft = Draft(version.body, version.title, version.tags, entry.asked)
            rows.change(entry, draft, now)
            brought = rows.get(entry_id)
            assert brought is not None
            return brought

    def delete(self, entry_id: str) -> date:
        """Take an entry out of every list. Returns the day until which it can be brought back."""
        now = self._now()
        with self._sessions() as session:
            _rows(session).mark_deleted(entry_id, now)
        return now.date() + timedelta(days=KEPT_DAYS)

    def undelete(self, entry_id: str) -> Entry:
        """Bring a deleted entry back. AppError when it is gone for good."""
        with self._sessions() as session:
            rows = _rows(session)
            rows.mark_deleted(entry_id, None)
            entry = rows.get(entry_id)
        if entry is None:
            raise _gone()
        return entry

    def deleted(self) -> tuple[EntryLine, ...]:
        """What can still be brought back, the latest deleted first."""
        with self._sessions.reading() as session:
            return _rows(session).deleted()

    def delete_for_good(self, entry_id: str) -> None:
        """Delete an entry, its versions and its words in the index, with no trace in the file.

        Backups made before keep it until they are thinned out.
        """
        with self._sessions() as session:
            rows = _rows(session)
            rows.remove([entry_id])
            rows.settle()
        self._sessions.forget_deleted()

    def tidy(self) -> None:
        """Forget for good what is older than ninety days, and settle what a kill left open.

        To be called once after the vault was opened.
        """
        since = history.kept_since(self._now())
        with self._sessions() as session:
            rows = _rows(session)
            old = rows.deleted(since)
            rows.remove(line.id for line in old)
            forgotten = rows.forget_versions(since)
            rows.settle()
        if old or forgotten:
            self._sessions.forget_deleted()

    # Bringing in

    def bring_in(self, records: "Iterable[Record | Skipped]", *, dry_run: bool = False) -> "Report":
        """Add what was read elsewhere, all of it or, when something goes wrong, nothing.

        What is here already is not added again. With `dry_run` nothing is changed; the report says
        what would be.
        """
        from tiapp.private.store.journal_bulk import bring_in

        with self._sessions.plain(reads_only=dry_run) as connection:
            return bring_in(connection.execute, records, dry_run=dry_run)

    # Names to look out for

    def names(self) -> tuple[str, ...]:
        """The person's own list of names for the check of identifiable details."""
        with self._sessions.reading() as session:
            return _rows(session).names()

    def set_names(self, names: Iterable[str]) -> None:
        """Keep another list; empty lines and repeats fall away."""
        kept = {" ".join(name.split())[:TITLE_MOST] for name in names}
        with self._sessions() as session:
            _rows(session).set_names(sorted(kept - {""}))

    def _now(self) -> datetime:
        return self._clock.now().astimezone()


def _rows(session: "Session") -> "Rows":
    # late, as it imports SQLAlchemy
    from tiapp.private.store.journal import Rows

    return Rows(session)


def _within_bounds(draft: Draft) -> Draft:
    """What is kept of a draft: bounded, in one spelling of tags, without what no file can hold.

    AppError when it is too long: words must not be cut off and called saved.
    """
    if len(draft.body) > BODY_MOST:
        raise AppError(
            f"This entry is longer than {BODY_MOST:,} letters.",
            "It is not saved as it stands now. Move a part of it into another entry.",
            code="entry-long",
        )
    return replace(
        draft,
        body=_writable(draft.body),
        title=_writable(" ".join(draft.title.split())[:TITLE_MOST]),
        tags=clean_tags(draft.tags),
    )


def _writable(text: str) -> str:
    # half a surrogate pair, as a broken paste may bring, can't be stored; NUL would end the text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _same(entry: Entry, draft: Draft) -> bool:
    return (entry.body, entry.title, entry.tags, entry.asked) == (
        draft.body,
        draft.title,
        draft.tags,
        draft.asked,
    )


def _on(day: date, written: datetime) -> datetime:
    """The same time on another day, with the offset that this place has on it."""
    return datetime.combine(day, written.time()).astimezone()


def _gone() -> AppError:
    return AppError(
        "That is no longer here.",
        "It was deleted for good, or its 90 days are over. An earlier backup may have it.",
        code="entry-gone",
    )
