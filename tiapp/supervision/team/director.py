"""Counts by site and team for a director: no names, and no group in which one person shows.

A group of fewer than five people is merged with others until the whole has five or more. Hiding a
small group's figures would not be enough: whoever has the site's total subtracts what is shown.
So every figure on the page is that of a block, the blocks are disjoint, each holds five people or
more, and every total is a sum of blocks. Whatever is added or subtracted is then a union of blocks.

Who is in which block depends on the staff list alone, not on the days or the module that were
chosen: two pages of one day can't be compared to see one person either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

LEAST = 5
"""People in the smallest group that is shown."""


@dataclass(frozen=True, slots=True)
class Group:
    """A team at a site, and its counts, which may be added up."""

    site: str
    team: str
    people: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """What is shown in one row: one team or several. `team` is empty for several together."""

    site: str
    """Empty when several sites are in it."""
    team: str
    teams: int
    people: int
    counts: tuple[int, ...]


@dataclass(slots=True)
class _Pool:
    groups: list[Group] = field(default_factory=list)

    @property
    def people(self) -> int:
        return sum(group.people for group in self.groups)


def merged(groups: Iterable[Group]) -> list[Block]:
    """The blocks, by site and team, those of several last. None when there are fewer than five."""
    by_site: dict[str, list[Group]] = {}
    for group in groups:
        if group.people > 0:
            by_site.setdefault(group.site, []).append(group)
    pools: list[_Pool] = []
    left = _Pool()
    for site in sorted(by_site):
        pools_here, small = _within(by_site[site])
        pools += pools_here
        left.groups += small
    if left.groups:
        # the smallest rows first: they lose least by it
        pools.sort(key=lambda pool: (pool.people, pool.groups[0].site, pool.groups[0].team))
        while left.people < LEAST and pools:
            left.groups += pools.pop(0).groups
        if left.people >= LEAST:
            pools.append(left)
    return sorted((_block(pool) for pool in pools), key=_order)


def _within(groups: list[Group]) -> tuple[list[_Pool], list[Group]]:
    """One site: its pools, and what is left when the whole site is too small."""
    large = sorted((g for g in groups if g.people >= LEAST), key=lambda g: (g.people, g.team))
    small = _Pool([g for g in groups if g.people < LEAST])
    while small.groups and small.people < LEAST and large:
        small.groups.append(large.pop(0))
    pools = [_Pool([group]) for group in large]
    if not small.groups:
        return pools, []
    if small.people < LEAST:
        return pools, small.groups
    return [*pools, small], []


def _block(pool: _Pool) -> Block:
    sites = {group.site for group in pool.groups}
    one = pool.groups[0] if len(pool.groups) == 1 else None
    return Block(
        site=sites.pop() if len(sites) == 1 else "",
        team=one.team if one else "",
        teams=len(pool.groups),
        people=pool.people,
        counts=_sums([group.counts for group in pool.groups]),
    )


def _order(block: Block) -> tuple[bool, str, bool, str]:
    several_sites = not block.site and block.teams > 1
    return several_sites, block.site, block.teams > 1, block.team


def totals(blocks: Sequence[Block]) -> tuple[int, tuple[int, ...]]:
    """People, and the counts, of all that is shown."""
    return sum(block.people for block in blocks), _sums([block.counts for block in blocks])


def _sums(counts: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*counts, strict=True)))
