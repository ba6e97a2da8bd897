"""When a change keeps how an entry read before. Plain Python."""

from datetime import datetime, timedelta

from tiapp.private.journal_model import KEPT_DAYS, Draft, Entry

APART = timedelta(minutes=10)
"""Autosave writes every second or two; so many versions would bury the one that is looked for."""
_CUT_LETTERS = 200


def keeps_a_version(entry: Entry, draft: Draft, latest: datetime | None, now: datetime) -> bool:
    """Whether `entry`, as it stands, is kept before `draft` is written over it.

    It is when nothing was kept or changed for ten minutes, and whenever much of the words goes at
    once: that is when people want them back. `latest` is when the last kept version ended.
    """
    if entry.blank or (entry.title, entry.body) == (draft.title, draft.body):
        return False
    if len(entry.body) - len(draft.body) >= _CUT_LETTERS or not draft.body.strip():
        return True
    changed = entry.changed or entry.written
    return now - changed >= APART or now - (latest or entry.written) >= APART


def kept_since(now: datetime) -> datetime:
    """What ended or was deleted before this is forgotten."""
    return now - timedelta(days=KEPT_DAYS)
