"""Counts and lists from a team store: by team and module, by person, by month.

Two things are counted and kept apart. *Finished* are completions in the chosen days. *Expected* is
what the staff list and the pathways ask for today: leavers, people who have not started, and
modules agreed otherwise are not in it, and the chosen days make no difference to it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection

from tiapp.supervision.summary import Row
from tiapp.supervision.team.scope import Scope, Statement, Validity

_DONE = """
SELECT c.person_id AS person_id, t.module_id AS module_id, count(*) AS times,
       max(c.finished_on) AS last_on
FROM completion c JOIN taught t ON t.id = c.taught_id{where}
GROUP BY c.person_id, t.module_id"""

_EXPECTED = """
FROM person p JOIN pathway_module e ON e.pathway = p.pathway
LEFT JOIN agreement a ON a.person_id = p.id AND a.module_id = e.module_id
LEFT JOIN {done} d ON d.person_id = p.id AND d.module_id = e.module_id
WHERE p.on_list AND (p.starts_on IS NULL OR p.starts_on <= {today})
AND (p.leaves_on IS NULL OR p.leaves_on > {today})"""

_NOT_YET = "CASE WHEN d.last_on IS NULL AND a.how IS NULL THEN 1 ELSE 0 END"
_REFRESH = "CASE WHEN d.last_on < {holds} AND a.how IS NULL THEN 1 ELSE 0 END"
_AGREED = "CASE WHEN a.how IS NOT NULL THEN 1 ELSE 0 END"


class TeamLine(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A team and a module."""

    site: str
    team: str
    module_id: str
    people: int = 0
    """Who finished it in the chosen days, each counted once."""
    completions: int = 0
    expected: int = 0
    """Of whom it is expected today, agreements left out."""
    not_yet: int = 0
    refresh: int = 0
    agreed: int = 0
    """Not needed, or agreed otherwise."""


class PersonLine(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person. Modules are counted once each."""

    id: int
    name: str
    staff_number: str
    team: str
    site: str
    pathway: str
    on_list: bool
    here: bool
    """On the list, has started and has not left."""
    finished: int
    completions: int
    last_on: str
    """The newest day, as 2026-11-22; empty when there is none."""
    expected: int = 0
    not_yet: int = 0
    refresh: int = 0


class MonthLine(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A module in a month, as 2026-11."""

    module_id: str
    month: str
    people: int
    completions: int


def team_lines(
    connection: Connection, scope: Scope, validity: Validity, today: date
) -> list[TeamLine]:
    """By site, team and module, in that order."""
    made = Statement()
    where = made.done(scope)
    holds = made.still_holds_from(validity, today)
    # without a period both halves ask the same of all completions, which are gone through once
    ctes = f"WITH done AS ({_DONE.format(where='')})"
    if where:
        ctes += f", done_in AS ({_DONE.format(where=where)})"
    sql = (
        f"{ctes} SELECT 0 AS half, p.site, p.team, d.module_id, count(*), sum(d.times), 0, 0"
        f" FROM {'done_in' if where else 'done'} d JOIN person p ON p.id = d.person_id"
        f" WHERE 1 = 1{made.people(scope)} GROUP BY p.site, p.team, d.module_id"
        " UNION ALL"
        f" SELECT 1, p.site, p.team, e.module_id, count(*), sum({_NOT_YET}),"
        f" sum({_REFRESH.format(holds=holds)}), sum({_AGREED})"
        f"{_expected(made, scope, today, done='done')} GROUP BY p.site, p.team, e.module_id"
    )
    lines: dict[tuple[str, str, str], list[int]] = {}
    for half, site, team, module, people, second, third, fourth in connection.execute(
        made.ready(sql)
    ).all():
        line = lines.setdefault((site, team, module), [0] * 6)
        if half:
            line[2:] = [people - int(fourth), int(second), int(third), int(fourth)]
        else:
            line[:2] = [people, int(second)]
    return [TeamLine(*names, *counts) for names, counts in sorted(lines.items())]


def person_lines(
    connection: Connection, scope: Scope, validity: Validity, today: date
) -> list[PersonLine]:
    """Everybody in scope, by name; who has finished nothing, too."""
    made = Statement()
    done = _DONE.format(where=made.done(scope))
    finished = (
        "SELECT person_id, count(*) AS modules, sum(times) AS times, max(last_on) AS last_on"
        f" FROM ({done}) f GROUP BY person_id"
    )
    holds = made.still_holds_from(validity, today)
    expected = (
        f"SELECT p.id AS person_id, sum(1 - {_AGREED}) AS expected, sum({_NOT_YET}) AS not_yet,"
        f" sum({_REFRESH.format(holds=holds)}) AS refresh"
        f"{_expected(made, scope, today)} GROUP BY p.id"
    )
    day = made.value(today)
    here = (
        f"CASE WHEN p.on_list AND (p.starts_on IS NULL OR p.starts_on <= {day})"
        f" AND (p.leaves_on IS NULL OR p.leaves_on > {day}) THEN 1 ELSE 0 END"
    )
    sql = (
        f"SELECT p.id, p.name, p.staff_number, p.team, p.site, p.pathway, p.on_list, {here},"
        " coalesce(f.modules, 0), coalesce(f.times, 0), coalesce(CAST(f.last_on AS TEXT), ''),"
        " coalesce(x.expected, 0), coalesce(x.not_yet, 0), coalesce(x.refresh, 0)"
        f" FROM person p LEFT JOIN ({finished}) f ON f.person_id = p.id"
        f" LEFT JOIN ({expected}) x ON x.person_id = p.id"
        f" WHERE 1 = 1{made.people(scope)} ORDER BY p.name, p.id"
    )
    return [_person_line(row) for row in connection.execute(made.ready(sql)).all()]


def _person_line(row: Any) -> PersonLine:
    """One database says yes by a number, the other by a word; sums may come as decimals."""
    who, listed, here, modules, times, last = row[:6], row[6], row[7], row[8], row[9], row[10]
    facts = (*who, bool(listed), bool(here), modules, int(times), last, *map(int, row[11:]))
    return PersonLine(*facts)


def month_lines(connection: Connection, scope: Scope) -> list[MonthLine]:
    """By module and month."""
    made = Statement()
    where = made.done(scope) or " WHERE 1 = 1"
    month = "substr(CAST(c.finished_on AS TEXT), 1, 7)"
    sql = (
        f"SELECT t.module_id, {month} AS month, count(DISTINCT c.person_id), count(*)"
        " FROM completion c JOIN taught t ON t.id = c.taught_id JOIN person p ON p.id = c.person_id"
        f"{where}{made.people(scope)} GROUP BY t.module_id, {month} ORDER BY 1, 2"
    )
    return [MonthLine(*row) for row in connection.execute(made.ready(sql)).all()]


def completion_rows(connection: Connection, scope: Scope) -> Iterator[tuple[str, Row]]:
    """Each completion in scope as it may leave the computer, by person and day; never all at once.

    The columns are those of supervision.summary, in their order. Before them comes the account by
    which other programs know the person: their staff number, or the id of an installation.
    """
    made = Statement()
    where = made.done(scope) or " WHERE 1 = 1"
    sql = (
        "SELECT CASE WHEN p.staff_number <> '' THEN p.staff_number ELSE coalesce("
        "(SELECT min(s.sender) FROM sender s WHERE s.person_id = p.id), '') END,"
        " p.name, p.staff_number, p.team, p.site, t.module_id, t.title, t.version, t.level,"
        " CAST(c.finished_on AS TEXT), c.record_id"
        " FROM person p JOIN completion c ON c.person_id = p.id JOIN taught t ON t.id = c.taught_id"
        f"{where}{made.people(scope)} ORDER BY p.id, c.finished_on, c.record_id"
    )
    streamed = connection.execution_options(stream_results=True, yield_per=2_000)
    for part in streamed.execute(made.ready(sql)).partitions():
        yield from ((row[0], Row._make(row[1:])) for row in part)


def count_completions(connection: Connection, scope: Scope) -> tuple[int, int]:
    """How many rows `completion_rows` gives, and of how many people."""
    made = Statement()
    where = made.done(scope) or " WHERE 1 = 1"
    sql = (
        "SELECT count(*), count(DISTINCT p.id) FROM completion c"
        " JOIN taught t ON t.id = c.taught_id"
        f" JOIN person p ON p.id = c.person_id{where}{made.people(scope)}"
    )
    rows, people = connection.execute(made.ready(sql)).one()
    return int(rows), int(people)


def not_yet_ids(connection: Connection, scope: Scope, validity: Validity, today: date) -> set[int]:
    """Of whom the module in scope is expected and who have not finished it, or not lately."""
    made = Statement()
    holds = made.still_holds_from(validity, today)
    sql = (
        f"SELECT p.id{_expected(made, scope, today)}"
        f" AND ({_NOT_YET} = 1 OR {_REFRESH.format(holds=holds)} = 1)"
    )
    return set(connection.scalars(made.ready(sql)))


def _expected(made: Statement, scope: Scope, today: date, *, done: str = "") -> str:
    """`done` names the common table of what was finished, where the statement has one."""
    day = made.value(today)
    finished = done or f"({_DONE.format(where='')})"
    sql = _EXPECTED.format(done=finished, today=day) + made.people(scope)
    if scope.module_id is not None:
        sql += f" AND e.module_id = {made.value(scope.module_id)}"
    return sql


def as_plain(line: Any) -> dict[str, Any]:
    """A line for another program."""
    made: dict[str, Any] = msgspec.structs.asdict(line)
    return made
