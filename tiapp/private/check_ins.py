"""Keeps check-ins in the open vault, if the person wants a history, and tells how they went.

Whether the check-in is switched on and whether a history is kept are the person's settings; the
page asks this service to keep only what is to be kept. Nothing here adds answers up, compares
them with a number, or looks for signs of danger.
"""

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid4

from tiapp.core.clock import Clock
from tiapp.private import trend as trends
from tiapp.private.check_in_model import CheckIn
from tiapp.private.sessions import Sessions
from tiapp.private.store import check_ins as store
from tiapp.private.trend import Period, Trend


class CheckIns:
    """Made by Room. Every method may raise AppError, and then nothing has changed."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def add(self, check_in: CheckIn) -> CheckIn:
        """Keep a check-in for the history; it comes back with its id. The draft is gone then.

        Several a day are welcome. A blank one is kept like any other.
        """
        kept = replace(check_in, id=uuid4().hex)
        with self._sessions() as session:
            store.drop_draft(session)
            store.keep(session, kept, draft=False)
        return kept

    def put_back(self, check_in: CheckIn) -> None:
        """Undo `delete`."""
        with self._sessions() as session:
            store.keep(session, check_in, draft=False)

    def keep_draft(self, check_in: CheckIn) -> None:
        """Keep what was begun, so that locking or a power cut loses none of it."""
        with self._sessions() as session:
            store.drop_draft(session)
            if not check_in.blank:
                store.keep(session, replace(check_in, id=uuid4().hex), draft=True)

    def draft(self) -> CheckIn | None:
        """What was begun and neither saved nor put away."""
        with self._sessions.reading() as session:
            return store.draft(session)

    def drop_draft(self) -> None:
        """Put away what was begun, for good."""
        with self._sessions() as session:
            there = store.drop_draft(session)
        if there:
            self._sessions.forget_deleted()

    def latest(self, most: int = 20, skip: int = 0) -> tuple[CheckIn, ...]:
        """Kept check-ins, the latest first."""
        with self._sessions.reading() as session:
            return store.latest(session, most, skip)

    def count(self) -> int:
        """How many are kept."""
        with self._sessions.reading() as session:
            return store.count(session)

    def trend(self, items: Iterable[str], period: Period) -> Trend:
        """The picture of a period that ends today, a line for each of the items."""
        today = self._clock.today()
        first = trends.first_day(period, today)
        with self._sessions.reading() as session:
            readings = store.readings(session, first)
            count = store.count(session, first, today)
        return trends.trend(readings, items, period, today, count)

    def delete(self, check_in_id: str) -> CheckIn | None:
        """Delete one; it comes back so that `put_back` can undo it. None: it was gone already."""
        with self._sessions() as session:
            gone = store.get(session, check_in_id)
            store.remove(session, check_in_id)
        return gone

    def delete_all(self) -> None:
        """Delete every check-in for good, the draft as well. Backups keep them for a while."""
        with self._sessions() as session:
            store.remove_all(session)
        self._sessions.forget_deleted()

    def forget_deleted(self) -> None:
        """Nothing that `delete` took is to be put back any more: leave no trace of it."""
        self._sessions.forget_deleted()
