"""A team store in a few figures, and the names that occur in it."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from tiapp.supervision.team import tables as t

if TYPE_CHECKING:
    from tiapp.supervision.team.team import Names, Status, Taught


def status(connection: Connection, place: str) -> "Status":
    """The figures."""
    from tiapp.supervision.team.team import Status

    def count(table: type[t.Base], *where: object) -> int:
        found = connection.scalar(select(func.count()).select_from(table).where(*where))  # type: ignore[arg-type]
        return int(found or 0)

    newest = connection.scalar(select(func.max(t.CompletionRow.finished_on)))
    return Status(
        place=place,
        people=count(t.PersonRow),
        on_list=count(t.PersonRow, t.PersonRow.on_list),
        completions=count(t.CompletionRow),
        files=count(t.ReceivedRow),
        keys_to_decide=count(t.KeyRow, t.KeyRow.standing == "waiting"),
        newest=newest.isoformat() if newest else "",
    )


def names(connection: Connection, taught: "Taught") -> "Names":
    """Sites, teams, pathways and modules."""
    from tiapp.supervision.team.team import Names

    p, w = t.PersonRow, t.TaughtRow
    teams = connection.execute(select(p.site, p.team).distinct().order_by(p.site, p.team))
    pairs = tuple((site, team) for site, team in teams)
    others = {
        module: title
        for module, title in connection.execute(select(w.module_id, w.title).order_by(w.version))
        if module not in taught.titles
    }
    return Names(
        sites=tuple(sorted({site for site, _ in pairs})),
        teams=pairs,
        pathways=tuple((pathway.id, pathway.title) for pathway in taught.pathways),
        modules=(*taught.titles.items(), *sorted(others.items())),
    )


def names_without_store(taught: "Taught") -> "Names":
    """While nothing is there."""
    from tiapp.supervision.team.team import Names

    return Names(
        pathways=tuple((pathway.id, pathway.title) for pathway in taught.pathways),
        modules=tuple(taught.titles.items()),
    )
