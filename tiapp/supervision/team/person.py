"""One person: each module, expected or finished, and how they are with it."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, func, select

from tiapp.supervision.team import tables as t
from tiapp.supervision.team.model import ModuleState, Person, State
from tiapp.supervision.team.roster import person_of
from tiapp.supervision.team.scope import Validity, refresh_from


def find(connection: Connection, person_id: int) -> Person | None:
    """Who that is; None when they are gone."""
    row = connection.execute(select(t.PersonRow).where(t.PersonRow.id == person_id)).first()
    return person_of(row) if row is not None else None


def states(
    connection: Connection,
    person: Person,
    titles: Mapping[str, str],
    validity: Validity,
    today: date,
) -> tuple[ModuleState, ...]:
    """What is expected first, in the order of `titles`, then what else they finished."""
    c, w, a, e = t.CompletionRow, t.TaughtRow, t.AgreementRow, t.PathwayRow
    done = {
        module: (last, times, title)
        for module, last, times, title in connection.execute(
            select(w.module_id, func.max(c.finished_on), func.count(), func.max(w.title))
            .join(w, w.id == c.taught_id)
            .where(c.person_id == person.id)
            .group_by(w.module_id)
        )
    }
    agreed = {
        module: how
        for module, how in connection.execute(
            select(a.module_id, a.how).where(a.person_id == person.id)
        )
    }
    expected: set[str] = set()
    if person.on_list:
        expected = set(connection.scalars(select(e.module_id).where(e.pathway == person.pathway)))
    order = {module: number for number, module in enumerate(titles)}
    found = sorted(
        expected | set(done) | set(agreed),
        key=lambda module: (module not in expected, order.get(module, len(order)), module),
    )
    made = []
    for module in found:
        last, times, title = done.get(module, (None, 0, module))
        months = validity.of(module)
        refresh = refresh_from(last, months) if last and months else None
        made.append(
            ModuleState(
                module_id=module,
                title=titles.get(module, title),
                state=_state(agreed.get(module), last, refresh, today),
                expected=module in expected and module not in agreed,
                finished_on=last,
                times=times,
                refresh_from=refresh,
            )
        )
    return tuple(made)


def _state(how: str | None, last: date | None, refresh: date | None, today: date) -> State:
    if last is not None and (refresh is None or refresh > today):
        return State.FINISHED
    if how is not None:
        return State(how)
    return State.NOT_YET if last is None else State.REFRESH
