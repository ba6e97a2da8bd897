"""The director's page: people's lines added up to groups, and the small ones merged."""

from collections.abc import Iterable

from tiapp.supervision.summary import Column, Kind
from tiapp.supervision.team.director import Block, Group, merged, totals
from tiapp.supervision.team.rollup import PersonLine

COLUMNS = (
    Column("site", "Site", 26),
    Column("team", "Team", 30),
    Column("people", "People", 10, Kind.NUMBER),
    Column("somebody", "Finished any", 14, Kind.NUMBER),
    Column("completions", "Completions", 14, Kind.NUMBER),
    Column("expected", "Expected", 12, Kind.NUMBER),
    Column("not_yet", "Not yet", 12, Kind.NUMBER),
    Column("refresh", "Refresh", 12, Kind.NUMBER),
)
"""The columns of the page and of its file; from the third on they may be added up."""

NOTES = (
    ("Finished any", "People who finished one module or more."),
    ("Expected", "Modules that the pathways of these people ask for today."),
    ("Not yet, refresh", "Parts of what is expected."),
    ("Small groups", "Teams of fewer than five people are shown together with others."),
)
"""What a director should know of the columns, in the file itself."""


def blocks_of(lines: Iterable[PersonLine]) -> list[Block]:
    """The blocks for the people in `lines`: those on the staff list, or all while there is none."""
    everybody = list(lines)
    here = [line for line in everybody if line.here]
    if not any(line.on_list for line in everybody):
        here = everybody
    counts: dict[tuple[str, str], list[int]] = {}
    for line in here:
        count = counts.setdefault((line.site, line.team), [0, 0, 0, 0, 0, 0])
        count[0] += 1
        count[1] += line.finished > 0
        count[2] += line.completions
        count[3] += line.expected
        count[4] += line.not_yet
        count[5] += line.refresh
    return merged(
        Group(site, team, people, tuple(rest)) for (site, team), (people, *rest) in counts.items()
    )


def rows_of(blocks: list[Block]) -> list[tuple[str | int, ...]]:
    """The table, with a last row of totals."""
    rows: list[tuple[str | int, ...]] = [
        (site_words(block), team_words(block), block.people, *block.counts) for block in blocks
    ]
    if blocks:
        people, counts = totals(blocks)
        rows.append(("All that is shown", "", people, *counts))
    return rows


def site_words(block: Block) -> str:
    """What stands for the site."""
    if block.site or block.teams == 1:
        return block.site or "No site given"
    return "Several sites together"


def team_words(block: Block) -> str:
    """What stands for the team."""
    if block.teams > 1:
        return f"{block.teams} teams together"
    return block.team or "No team given"
