"""Puts a staff list in force: who is expected, where they work, who starts and who leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from tiapp.supervision.team import tables as t
from tiapp.supervision.team.identity import number_key, tidy
from tiapp.supervision.team.model import PathwayModules, Person
from tiapp.supervision.team.staff_list import StaffLine, StaffList
from tiapp.supervision.team.store import insert_many


@dataclass(frozen=True, slots=True)
class StaffChanges:
    """What a staff list changes, or would change."""

    new: int
    changed: int
    same: int
    gone: int
    """On the list before and not any more: what they finished stays, and nothing is expected."""
    without_number: int
    problems: tuple[str, ...]


def put_in_force(
    connection: Connection, staff: StaffList, pathways: Sequence[PathwayModules]
) -> StaffChanges:
    """Make the store's list this one. Nobody is removed, whoever is missing."""
    p = t.PersonRow
    there = {row.id: row for row in connection.execute(select(p))}
    by_number = {row.number_key: row.id for row in there.values() if row.number_key}
    by_name = {
        _name_key(row.name, row.team, row.site): row.id
        for row in there.values()
        if row.on_list and not row.number_key
    }
    next_id = max(there, default=0) + 1
    problems = list(staff.problems)
    named, unknown = _pathway_names(pathways), set()
    new: list[tuple[Any, ...]] = []
    changed: list[tuple[int, dict[str, Any]]] = []
    seen: set[int] = set()
    same = 0
    for line in staff.lines:
        pathway = named.get(line.pathway.casefold(), line.pathway)
        if line.pathway and line.pathway.casefold() not in named:
            unknown.add(line.pathway)
        key = number_key(line.number)
        person = by_number.get(key) if key else by_name.get(_line_key(line))
        if person in seen:
            problems.append(f"Line {line.line} is about the same person as a line above it.")
            continue
        facts = _facts(line, key, pathway)
        if person is None:
            iso = [d.isoformat() if d else None for d in (line.starts_on, line.leaves_on)]
            new.append(
                (next_id, key, line.number, line.name, line.team, line.site, True, pathway, *iso)
            )
            seen.add(next_id)
            next_id += 1
            continue
        seen.add(person)
        if any(getattr(there[person], name) != value for name, value in facts.items()):
            changed.append((person, facts))
        else:
            same += 1
    gone = [row.id for row in there.values() if row.on_list and row.id not in seen]
    insert_many(connection, insert(p), new)
    for person, facts in changed:
        connection.execute(update(p).where(p.id == person).values(**facts))
    for person in gone:
        connection.execute(update(p).where(p.id == person).values(on_list=False, pathway=""))
    problems += [
        f"Steady has no pathway called “{name}”, so nothing is expected from it."
        for name in sorted(unknown)
    ]
    without = sum(not line.number for line in staff.lines)
    return StaffChanges(len(new), len(changed), same, len(gone), without, tuple(problems))


def keep_pathways(connection: Connection, pathways: Sequence[PathwayModules]) -> None:
    """Note which modules each pathway expects, for the roll-ups."""
    connection.execute(delete(t.PathwayRow))
    rows = {(pathway.id, module) for pathway in pathways for module in pathway.module_ids}
    insert_many(connection, insert(t.PathwayRow), sorted(rows))


def pathways_differ(connection: Connection, pathways: Sequence[PathwayModules]) -> bool:
    """Whether the store expects something else than the content here."""
    row = t.PathwayRow
    there = {
        (name, module) for name, module in connection.execute(select(row.pathway, row.module_id))
    }
    return there != {(p.id, module) for p in pathways for module in p.module_ids}


def to_match(connection: Connection) -> list[tuple[Person, tuple[Person, ...]]]:
    """People from files who are not on the list, and who on it might be the same person.

    Only of the same name, and only while there is a list.
    """
    p = t.PersonRow
    if not connection.scalar(select(func.count()).select_from(p).where(p.on_list)):
        return []
    listed: dict[str, list[Person]] = {}
    for row in connection.execute(select(p).where(p.on_list).order_by(p.id)):
        listed.setdefault(row.name.casefold(), []).append(person_of(row))
    strays = connection.execute(select(p).where(~p.on_list).order_by(p.name, p.id))
    return [
        (person_of(row), tuple(listed.get(row.name.casefold(), ())) if row.name else ())
        for row in strays
    ]


def person_of(row: Any) -> Person:
    """A row of the person table as a value."""
    return Person(
        id=row.id,
        name=row.name,
        staff_number=row.staff_number,
        team=row.team,
        site=row.site,
        pathway=row.pathway,
        on_list=bool(row.on_list),
        starts_on=row.starts_on,
        leaves_on=row.leaves_on,
    )


def _facts(line: StaffLine, key: str | None, pathway: str) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "team": line.team,
        "site": line.site,
        "pathway": pathway,
        "on_list": True,
        "starts_on": line.starts_on,
        "leaves_on": line.leaves_on,
    }
    if line.name:
        facts["name"] = line.name
    if key:
        facts |= {"number_key": key, "staff_number": line.number}
    return facts


def _pathway_names(pathways: Sequence[PathwayModules]) -> dict[str, str]:
    """Both the id and the title of a pathway mean it."""
    return {
        tidy(words).casefold(): pathway.id
        for pathway in pathways
        for words in (pathway.title, pathway.id)
    }


def _line_key(line: StaffLine) -> tuple[str, str, str]:
    return _name_key(line.name, line.team, line.site)


def _name_key(name: str, team: str, site: str) -> tuple[str, str, str]:
    return name.casefold(), team.casefold(), site.casefold()
