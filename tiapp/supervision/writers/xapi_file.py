"""xAPI statements, one a line of JSON, for a learning record store to take in.

Fixed here, because statements last: the actor is an account and never a mail address; the time is
noon UTC of the day finished, since the hour is nobody's business; the statement's id is the record
id, so that a store takes each completion once however often it is handed over. No score.
"""

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from tiapp.supervision.summary import Row
from tiapp.supervision.writers.about import About
from tiapp.supervision.writers.cells import plain

HOME_PAGE = "https://steady.invalid/people"
"""Where the accounts are, unless an organisation says so. `.invalid` is nobody's (RFC 2606)."""

_IDS = "https://steady.invalid/xapi"
_VERB = {
    "id": "http://adlnet.gov/expapi/verbs/completed",
    "display": {"en-GB": "completed"},
}
_MODULE = "http://adlnet.gov/expapi/activities/module"


def write_xapi(
    out: BinaryIO,
    rows: Iterable[tuple[str, Row]],
    about: About,
    *,
    home_page: str = HOME_PAGE,
) -> int:
    """A statement for each row, and how many. With each comes its account: staff number or id.

    What finished means, and what the record is for, stand in each, because each travels alone.
    """
    encode = msgspec.json.Encoder().encode
    count = 0
    for account, row in rows:
        out.write(encode(_statement(account, Row._make(row), about, home_page)) + b"\n")
        count += 1
    return count


def _statement(account: str, row: Row, about: About, home_page: str) -> dict[str, Any]:
    actor: dict[str, Any] = {
        "objectType": "Agent",
        "account": {"homePage": home_page, "name": plain(account)},
    }
    if row.name:
        actor["name"] = plain(row.name)
    where = {"team": row.team, "site": row.site, "staff-number": row.staff_number}
    return {
        "id": row.record_id,
        "actor": actor,
        "verb": _VERB,
        "object": {
            "objectType": "Activity",
            "id": f"{_IDS}/modules/{row.module_id}",
            "definition": {
                "type": _MODULE,
                "name": {"en-GB": plain(row.title)},
                "extensions": {f"{_IDS}/version": row.version, f"{_IDS}/level": row.level},
            },
        },
        "result": {
            "completion": True,
            "extensions": {f"{_IDS}/finished-means": about.finished_means},
        },
        "context": {
            "platform": "Steady",
            "extensions": {
                f"{_IDS}/purpose": about.purpose,
                **{f"{_IDS}/{key}": plain(value) for key, value in where.items() if value},
            },
        },
        "timestamp": f"{row.finished}T12:00:00Z",
        "version": "1.0.3",
    }
