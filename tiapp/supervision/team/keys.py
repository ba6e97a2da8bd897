"""New keys of people who have one: asked about once, decided by a person, then quiet."""

from sqlalchemy import Connection, delete, func, select, update

from tiapp.core.clock import Clock
from tiapp.supervision.completion_file import Intact, check_completion_file
from tiapp.supervision.team import tables as t
from tiapp.supervision.team.candidates import Candidate, Days, load_known
from tiapp.supervision.team.model import KeyQuestion
from tiapp.supervision.team.receiving import Receiving


def questions(connection: Connection) -> tuple[KeyQuestion, ...]:
    """The keys to decide about, by name."""
    k, p, w = t.KeyRow, t.PersonRow, t.WaitingRow
    files: dict[tuple[int, str], int] = {
        (person, key): count
        for person, key, count in connection.execute(
            select(w.person_id, w.public_key, func.count()).group_by(w.person_id, w.public_key)
        )
    }
    waiting = connection.execute(
        select(
            k.person_id, p.name, p.staff_number, p.team, p.site, k.public_key, k.installation,
            k.first_seen,
        )
        .join(p, p.id == k.person_id)
        .where(k.standing == "waiting")
        .order_by(p.name, p.id, k.first_seen, k.public_key)
    ).all()  # fmt: skip
    theirs = select(k.person_id).where(k.standing == "waiting")
    known: dict[int, list[str]] = {}
    for person, installation in connection.execute(
        select(k.person_id, k.installation)
        .where(k.standing == "known", k.person_id.in_(theirs))
        .order_by(k.first_seen, k.installation)
    ):
        known.setdefault(person, []).append(installation)
    return tuple(
        KeyQuestion(*row, known=tuple(known.get(row[0], ())), files=files.get((row[0], row[5]), 0))
        for row in waiting
    )


def accept(connection: Connection, person_id: int, public_key: str, clock: Clock) -> int:
    """It is theirs: the files that waited are taken in. Returns how many completions were new."""
    if not _settle(connection, person_id, public_key, "known"):
        return 0
    w = t.WaitingRow
    waiting = connection.execute(
        select(w.digest, w.content).where(w.person_id == person_id, w.public_key == public_key)
    ).all()
    _drop_waiting(connection, person_id, public_key)
    known = load_known(connection, frozenset())
    days = Days()
    candidates = []
    for digest, content in waiting:
        checked = check_completion_file(bytes(content))
        if isinstance(checked, Intact):  # always, unless the store was tampered with
            candidates.append(Candidate.of("", bytes(digest), checked, known, days))
    receiving = Receiving(clock.today(), str)
    receiving.keep(connection, candidates)
    return receiving.completions


def refuse(connection: Connection, person_id: int, public_key: str) -> None:
    """It is not theirs: the files that waited are let go of, and later ones are kept out."""
    if _settle(connection, person_id, public_key, "refused"):
        _drop_waiting(connection, person_id, public_key)


def _settle(connection: Connection, person_id: int, public_key: str, standing: str) -> bool:
    """False when somebody else has decided meanwhile."""
    k = t.KeyRow
    done = connection.execute(
        update(k)
        .where(k.person_id == person_id, k.public_key == public_key, k.standing == "waiting")
        .values(standing=standing)
    )
    return done.rowcount == 1


def _drop_waiting(connection: Connection, person_id: int, public_key: str) -> None:
    w = t.WaitingRow
    connection.execute(delete(w).where(w.person_id == person_id, w.public_key == public_key))
