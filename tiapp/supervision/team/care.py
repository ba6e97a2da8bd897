"""Data protection: what is kept how long, and one person's data shown, mended or removed."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, func, select, update

from tiapp.core.errors import AppError
from tiapp.supervision.team import tables as t
from tiapp.supervision.team.identity import number_key, removal_mark, tidy
from tiapp.supervision.team.model import Person
from tiapp.supervision.team.one_person import forget, join
from tiapp.supervision.team.roster import person_of
from tiapp.supervision.team.store import insert_many, insert_new


@dataclass(frozen=True, slots=True)
class Choices:
    """What an organisation may choose. 0 months means: no limit."""

    valid_months: int = 0
    """How long a completion holds before it is time for a refresh."""
    keep_months: int = 0
    """How long a completion is kept. Nothing goes by itself: a person removes it."""
    leaver_months: int = 0
    """How long somebody who has left is kept. Nothing goes by itself here either."""


def choices(connection: Connection) -> Choices:
    """What was chosen."""
    found = {
        name: int(value)
        for name, value in connection.execute(select(t.ChoiceRow.name, t.ChoiceRow.value))
        if name in Choices.__dataclass_fields__ and value.isdecimal()
    }
    return Choices(**found)


def choose(connection: Connection, wanted: Choices) -> None:
    """Keep what was chosen."""
    for name in Choices.__dataclass_fields__:
        _set(connection, name, str(max(0, min(getattr(wanted, name), 1200))))


def count_older(connection: Connection, before: date) -> int:
    """How many completions were finished before that day."""
    row = t.CompletionRow
    found = connection.scalar(select(func.count()).where(row.finished_on < before))
    return int(found or 0)


def remove_older(connection: Connection, before: date) -> int:
    """Remove completions finished before that day; files that still hold them are not taken again.

    The day only moves on. People stay: see `remove`.
    """
    row = t.CompletionRow
    gone = connection.execute(delete(row).where(row.finished_on < before)).rowcount
    earlier = connection.scalar(select(t.ChoiceRow.value).where(t.ChoiceRow.name == "keep_since"))
    _set(connection, "keep_since", max(before.isoformat(), earlier or ""))
    return gone


def leavers(connection: Connection, before: date) -> tuple[Person, ...]:
    """Who left before that day, by the staff list."""
    p = t.PersonRow
    rows = connection.execute(select(p).where(p.leaves_on < before).order_by(p.name, p.id))
    return tuple(person_of(row) for row in rows)


def remove(connection: Connection, person_id: int, today: date) -> None:
    """Remove all that is kept of a person. Their files are known again, and kept out.

    What stays is a hash of the staff number and of the ids of their installations.
    """
    person = _row(connection, person_id)
    senders = connection.scalars(
        select(t.SenderRow.sender).where(t.SenderRow.person_id == person_id)
    ).all()
    marks = [f"sender {sender}" for sender in senders]
    if person.number_key:
        marks.append(f"number {person.number_key}")
    forget(connection, person_id)
    together = uuid4().hex
    rows = [(removal_mark(mark), together, today.isoformat()) for mark in marks]
    insert_many(connection, insert_new(connection, t.RemovedRow), rows)


def let_in_again(connection: Connection, staff_number: str) -> bool:
    """Take files of a removed person in again; False when nobody of that number was removed."""
    key = number_key(staff_number)
    row = t.RemovedRow
    together = connection.scalar(
        select(row.together).where(row.digest == removal_mark(f"number {key}"))
    )
    if together is None:
        return False
    connection.execute(delete(row).where(row.together == together))
    return True


def correct(
    connection: Connection, person_id: int, *, name: str, staff_number: str, team: str, site: str
) -> None:
    """Mend what is said of a person. AppError when the number is somebody else's already.

    What they finished is not changed: it is as it was signed. The next staff list, or the next
    file of somebody who is on none, says anew how they are called.
    """
    _row(connection, person_id)
    p, number = t.PersonRow, tidy(staff_number)
    key = number_key(number)
    if key is not None:
        other = connection.scalar(select(p.id).where(p.number_key == key, p.id != person_id))
        if other is not None:
            raise AppError(
                "Someone else already has that staff number.",
                "Nothing was changed. If they are the same person, match them under Staff list.",
                code="team-number",
            )
    connection.execute(
        update(p)
        .where(p.id == person_id)
        .values(
            name=tidy(name), number_key=key, staff_number=number, team=tidy(team), site=tidy(site)
        )
    )


def match(connection: Connection, person_id: int, into: int) -> None:
    """Two entries are one person: the second stays, with everything of both."""
    if person_id == into:
        return
    person, other = _row(connection, person_id), _row(connection, into)
    number = (person.number_key, person.staff_number)
    join(connection, person_id, into)
    if not other.number_key and number[0]:
        connection.execute(
            update(t.PersonRow)
            .where(t.PersonRow.id == into)
            .values(number_key=number[0], staff_number=number[1])
        )


def agree(connection: Connection, person_id: int, module_id: str, how: str) -> None:
    """A module is not needed, or was agreed otherwise; "" takes that back. No reason is kept."""
    row = t.AgreementRow
    connection.execute(delete(row).where(row.person_id == person_id, row.module_id == module_id))
    if how:
        _row(connection, person_id)
        insert_many(connection, insert_new(connection, row), [(person_id, module_id, how)])


def everything(connection: Connection, person_id: int) -> dict[str, Any]:
    """All that is kept of a person, for them to see: what a request for access is answered with."""
    row = _row(connection, person_id)
    c, w, k, a = t.CompletionRow, t.TaughtRow, t.KeyRow, t.AgreementRow
    done = connection.execute(
        select(c.record_id, w.module_id, w.title, w.version, w.level, c.finished_on)
        .join(w, w.id == c.taught_id)
        .where(c.person_id == person_id)
        .order_by(c.finished_on, c.record_id)
    )
    keys = connection.execute(
        select(k.installation, k.public_key, k.standing, k.first_seen, k.counter).where(
            k.person_id == person_id
        )
    )
    agreed = connection.execute(select(a.module_id, a.how).where(a.person_id == person_id))
    senders = connection.scalars(
        select(t.SenderRow.sender).where(t.SenderRow.person_id == person_id)
    )
    received = connection.scalars(
        select(t.ReceivedRow.digest).where(t.ReceivedRow.person_id == person_id)
    )
    return {
        "person": {
            "name": row.name,
            "staff_number": row.staff_number,
            "team": row.team,
            "site": row.site,
            "pathway": row.pathway,
            "on_staff_list": bool(row.on_list),
            "starts_on": row.starts_on.isoformat() if row.starts_on else None,
            "leaves_on": row.leaves_on.isoformat() if row.leaves_on else None,
        },
        "completions": [
            {
                "record_id": record, "module_id": module, "title": title, "version": version,
                "level": level, "finished": day.isoformat(),
            }
            for record, module, title, version, level, day in done
        ],
        "agreed": [{"module_id": module, "how": how} for module, how in agreed],
        "installations": [
            {
                "name": name, "public_key": key, "standing": standing,
                "first_seen": seen.isoformat(), "newest_file": counter,
            }
            for name, key, standing, seen, counter in keys
        ],
        "person_ids": sorted(senders),
        "files_received_sha256": sorted(bytes(digest).hex() for digest in received),
    }  # fmt: skip


def _row(connection: Connection, person_id: int) -> Any:
    row = connection.execute(select(t.PersonRow).where(t.PersonRow.id == person_id)).first()
    if row is None:
        raise AppError(
            "This person is no longer in the team.",
            "Nothing was changed. Someone may have removed or matched them in the meantime.",
            code="team-person",
        )
    return row


def _set(connection: Connection, name: str, value: str) -> None:
    row = t.ChoiceRow
    connection.execute(delete(row).where(row.name == name))
    insert_many(connection, insert_new(connection, row), [(name, value)])
