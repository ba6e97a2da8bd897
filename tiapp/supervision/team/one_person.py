"""All that the store holds of one person: given to another entry of theirs, or taken out."""

from sqlalchemy import Connection, delete, select, update

from tiapp.supervision.team import tables as t
from tiapp.supervision.team.store import insert_many, insert_new


def join(connection: Connection, person_id: int, into: int) -> None:
    """Two entries were one person: everything of the first goes to the second."""
    c = connection
    moved = c.execute(
        select(
            t.CompletionRow.record_id, t.CompletionRow.taught_id, t.CompletionRow.finished_on
        ).where(t.CompletionRow.person_id == person_id)
    ).all()
    rows = [(into, record, taught, day.isoformat()) for record, taught, day in moved]
    insert_many(c, insert_new(c, t.CompletionRow), rows)
    k = t.KeyRow
    keys = c.execute(select(k).where(k.person_id == person_id)).all()
    insert_many(
        c,
        insert_new(c, k),
        [
            (
                into,
                row.public_key,
                row.installation,
                row.standing,
                row.first_seen.isoformat(),
                row.counter,
            )
            for row in keys
        ],
    )
    a = t.AgreementRow
    agreed = c.execute(select(a.module_id, a.how).where(a.person_id == person_id)).all()
    insert_many(c, insert_new(c, a), [(into, module, how) for module, how in agreed])
    for table in (t.SenderRow, t.ReceivedRow, t.WaitingRow):
        c.execute(update(table).where(table.person_id == person_id).values(person_id=into))
    forget(c, person_id)


def forget(connection: Connection, person_id: int) -> None:
    """Take a person out of every table."""
    for table in (
        t.CompletionRow, t.KeyRow, t.AgreementRow, t.SenderRow, t.ReceivedRow, t.WaitingRow,
    ):  # fmt: skip
        connection.execute(delete(table).where(table.person_id == person_id))
    connection.execute(delete(t.PersonRow).where(t.PersonRow.id == person_id))
