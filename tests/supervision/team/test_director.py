"""The director's page: whoever subtracts finds no group of fewer than five."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.supervision.team.people import Somebody, done
from tests.supervision.team.test_importing import take
from tiapp.supervision.team.director import LEAST, Block, Group, merged, totals
from tiapp.supervision.team.director_page import rows_of
from tiapp.supervision.team.scope import Scope

sizes = st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=4), min_size=1, max_size=3)


def groups_of(size_lists: list[list[int]]) -> list[Group]:
    """Each group's count is a power of its own, so that sums tell which groups are in them."""
    made, number = [], 0
    for site, people in enumerate(size_lists):
        for team, count in enumerate(people):
            made.append(Group(f"Site {site}", f"Team {team}", count, (1 << number,)))
            number += 1
    return made


def published(blocks: Sequence[Block], count: int) -> list[list[int]]:
    """Every figure of the page as the groups that are in it: rows, totals by site, and of all."""
    figures = [block.counts[0] for block in blocks]
    if blocks:
        figures.append(totals(blocks)[1][0])
    for site in {block.site for block in blocks}:
        figures.append(sum(block.counts[0] for block in blocks if block.site == site))
    return [[figure >> number & 1 for number in range(count)] for figure in figures]


def can_be_worked_out(rows: list[list[int]], wanted: list[int]) -> bool:
    """Whether adding, subtracting and multiplying the rows can give `wanted` (elimination)."""
    system = [
        [Fraction(row[at]) for row in rows] + [Fraction(wanted[at])] for at in range(len(wanted))
    ]
    columns, pivot = len(rows), 0
    for column in range(columns):
        found = next((r for r in range(pivot, len(system)) if system[r][column]), None)
        if found is None:
            continue
        system[pivot], system[found] = system[found], system[pivot]
        head = system[pivot]
        for r in range(len(system)):
            if r != pivot and system[r][column]:
                factor = system[r][column] / head[column]
                system[r] = [a - factor * b for a, b in zip(system[r], head, strict=True)]
        pivot += 1
    return all(any(row[:-1]) or not row[-1] for row in system)


@given(sizes)
def test_whoever_subtracts_finds_no_group_of_fewer_than_five(size_lists):
    groups = groups_of(size_lists)
    blocks = merged(groups)
    rows = published(blocks, len(groups))
    inhabited = [n for n, group in enumerate(groups) if group.people]
    for how_many in range(1, min(4, len(inhabited)) + 1):
        for chosen in combinations(inhabited, how_many):
            if sum(groups[n].people for n in chosen) < LEAST:
                wanted = [int(n in chosen) for n in range(len(groups))]
                assert not can_be_worked_out(rows, wanted)


@given(sizes)
def test_everybody_is_counted_once_or_nothing_is_shown(size_lists):
    groups = groups_of(size_lists)
    blocks = merged(groups)
    everybody = sum(group.people for group in groups)
    if everybody < LEAST:
        assert blocks == []
        return
    people, counts = totals(blocks)
    assert people == everybody
    assert counts == (sum(group.counts[0] for group in groups if group.people),)
    assert all(block.people >= LEAST for block in blocks)


def test_the_attacker_of_these_tests_does_find_what_is_only_hidden():
    """Hiding a small group but showing the total would be found out."""
    rows = [[1, 0], [1, 1]]
    assert can_be_worked_out(rows, [0, 1])
    assert not can_be_worked_out([[1, 1]], [0, 1])


def test_a_large_team_is_shown_by_name_and_small_ones_together():
    blocks = merged(
        [Group("Leith", "Advice", 9, (1,)), Group("Leith", "Desk", 2, (2,)),
         Group("Leith", "Night", 3, (4,))]
    )  # fmt: skip
    assert [(b.site, b.team, b.teams, b.people) for b in blocks] == [
        ("Leith", "Advice", 1, 9), ("Leith", "", 2, 5),
    ]  # fmt: skip


def test_one_small_team_takes_the_smallest_other_with_it():
    blocks = merged(
        [Group("Leith", "A", 6, (1,)), Group("Leith", "B", 8, (2,)), Group("Leith", "C", 1, (4,))]
    )
    assert [(b.team, b.people) for b in blocks] == [("B", 8), ("", 7)]


def test_a_small_site_goes_together_with_another():
    blocks = merged([Group("Leith", "A", 6, (1,)), Group("Wick", "B", 2, (2,))])
    assert [(b.site, b.teams, b.people) for b in blocks] == [("", 2, 8)]


def test_the_page_names_nobody_and_its_blocks_do_not_depend_on_what_is_chosen(team, share):
    files = [
        Somebody(f"Person {n}", str(n), f"Team {n % 3}", "Leith").file(
            *([done("safety")] if n % 2 else [])
        )
        for n in range(16)
    ]
    take(team, share(*files, Somebody("Lone", "99", "Alone", "Leith").file(done("trust"))))
    first, second = (team.for_director(scope) for scope in (Scope(), Scope(module_id="trust")))
    assert [(b.site, b.team, b.people) for b in first] == [
        (b.site, b.team, b.people) for b in second
    ]
    text = repr(rows_of(first))
    assert "Person" not in text and "Lone" not in text and "Alone" not in text
    assert rows_of(first)[-1][2] == 17
