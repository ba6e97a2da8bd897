"""The staff list in force: who is expected, matching, agreements, leavers and starters."""

from datetime import date

import pytest

from tests.supervision.team.people import CALLUM, EILIDH, ISLA, done
from tests.supervision.team.test_importing import take
from tiapp.core.errors import AppError
from tiapp.supervision.team.care import Choices
from tiapp.supervision.team.model import State
from tiapp.supervision.team.scope import Scope
from tiapp.supervision.team.staff_list import StaffList, read_staff_list

HEAD = "name,number,team,site,pathway,start date,leave date\n"


def staff(*lines: str) -> StaffList:
    return read_staff_list(HEAD + "\n".join(lines))


def by_name(team, **scope):
    return {line.name: line for line in team.people(Scope(**scope))}


def test_the_list_is_matched_with_files_by_number(team, share):
    take(team, share(ISLA.file(done("safety"))))
    changes = team.apply_staff_list(
        staff("Isla Campbell,1001,Advice,Leith,everyone", "Callum Singh,1002,Advice,Leith,managers")
    )
    assert (changes.new, changes.changed, changes.problems) == (1, 1, ())
    lines = by_name(team)
    isla, callum = lines["Isla Campbell"], lines["Callum Singh"]
    assert (isla.team, isla.finished, isla.expected, isla.not_yet) == ("Advice", 1, 2, 1)
    assert (callum.finished, callum.expected, callum.not_yet) == (0, 4, 4)


def test_files_do_not_change_what_the_list_says(team, share):
    team.apply_staff_list(staff("Isla Campbell,1001,Advice,Leith,everyone"))
    take(team, share(ISLA.file(done("safety"))))
    assert by_name(team)["Isla Campbell"].team == "Advice"


def test_a_list_put_in_force_twice_changes_nothing(team):
    team.apply_staff_list(staff("Isla,1001,A,B,everyone", "Without Number,,A,B,everyone"))
    again = team.apply_staff_list(staff("Isla,1001,A,B,everyone", "Without Number,,A,B,everyone"))
    assert (again.new, again.changed, again.same, again.gone) == (0, 0, 2, 0)


def test_looking_at_what_a_list_would_change_changes_nothing(team):
    seen = team.preview_staff_list(staff("Isla,1001,A,B,everyone"))
    assert seen.new == 1
    assert team.people(Scope()) == []


def test_who_is_missing_from_a_new_list_stays_and_nothing_is_expected(team, share):
    take(team, share(ISLA.file(done("safety"))))
    team.apply_staff_list(staff("Isla,1001,A,B,everyone", "Callum,1002,A,B,everyone"))
    changes = team.apply_staff_list(staff("Callum,1002,A,B,everyone"))
    assert changes.gone == 1
    isla = by_name(team)["Isla"]
    assert (isla.on_list, isla.expected, isla.finished) == (False, 0, 1)


def test_starters_and_leavers_are_expected_only_while_they_are_here(team, clock):
    team.apply_staff_list(
        staff(
            "Starts,1,A,B,everyone,2026-12-01",
            "Left,2,A,B,everyone,,2026-11-20",
            "Here,3,A,B,everyone,2020-01-01,2027-01-01",
        )
    )
    lines = by_name(team)
    assert {name: line.expected for name, line in lines.items()} == {
        "Starts": 0, "Left": 0, "Here": 2,
    }  # fmt: skip
    clock.move(days=8)
    assert by_name(team)["Starts"].expected == 2


def test_people_without_a_number_are_matched_by_a_person(team, share):
    take(team, share(EILIDH.file(done("safety"))))
    team.apply_staff_list(staff("Eilidh Nowak,1003,Reception,Portobello,everyone"))
    ((stray, candidates),) = team.to_match()
    assert (stray.name, [c.staff_number for c in candidates]) == ("Eilidh Nowak", ["1003"])
    team.match(stray.id, candidates[0].id)
    assert team.to_match() == []
    (line,) = team.people(Scope())
    assert (line.staff_number, line.finished, line.not_yet) == ("1003", 1, 1)
    later = take(team, share(EILIDH.file(done("trust"), counter=2)))
    assert (later.taken, later.people) == (1, 0)
    assert by_name(team)["Eilidh Nowak"].finished == 2


def test_a_module_may_be_not_needed_or_agreed_otherwise_without_a_reason(team):
    team.apply_staff_list(staff("Isla,1001,A,B,everyone"))
    (isla,) = team.people(Scope())
    team.agree(isla.id, "trust", "not needed")
    (line,) = team.people(Scope())
    assert (line.expected, line.not_yet) == (1, 1)
    _, states = team.person(isla.id)
    assert {s.module_id: s.state for s in states} == {
        "safety": State.NOT_YET, "trust": State.NOT_NEEDED,
    }  # fmt: skip
    team.agree(isla.id, "trust", "")
    assert team.people(Scope())[0].expected == 2


def test_after_the_validity_period_it_is_time_for_a_refresh(team, share, clock):
    take(team, share(ISLA.file(done("safety", date(2025, 11, 22)), done("trust"))))
    team.apply_staff_list(staff("Isla,1001,A,B,everyone"))
    assert by_name(team)["Isla"].refresh == 0
    team.choose(Choices(valid_months=12))
    isla = by_name(team)["Isla"]
    assert (isla.refresh, isla.not_yet) == (1, 0)
    _, states = team.person(isla.id)
    assert [(s.state, s.refresh_from) for s in states] == [
        (State.REFRESH, date(2025, 11, 23).replace(year=2026)),
        (State.FINISHED, date(2027, 10, 6)),
    ]


@pytest.mark.parametrize("months", [1, 6, 12, 25])
def test_the_day_shown_is_the_very_day_on_which_the_counts_change(team, share, clock, months):
    take(team, share(ISLA.file(done("safety", date(2026, 8, 31)))))
    team.apply_staff_list(staff("Isla,1001,A,B,everyone"))
    team.choose(Choices(valid_months=months))
    (line,) = team.people(Scope())
    _, states = team.person(line.id)
    day = states[0].refresh_from
    for moved, expected in ((-1, 0), (0, 1)):
        clock.set(clock.now().replace(year=day.year, month=day.month, day=day.day))
        clock.move(days=moved)
        assert team.people(Scope())[0].refresh == expected


def test_an_unknown_pathway_is_said(team):
    changes = team.apply_staff_list(staff("Isla,1001,A,B,Astrologers", "Callum,2,A,B,For everyone"))
    assert len(changes.problems) == 1 and "Astrologers" in changes.problems[0]
    assert by_name(team)["Callum"].expected == 2


def test_who_has_not_finished_a_module_yet(team, share):
    take(team, share(ISLA.file(done("safety")), CALLUM.file(done("trust"))))
    team.apply_staff_list(staff("Isla,1001,A,B,everyone", "Callum,1002,A,B,everyone"))
    assert [p.name for p in team.people(Scope(module_id="safety"), not_yet=True)] == ["Callum"]
    assert len(team.people(Scope(), not_yet=True)) == 2


def test_a_number_of_somebody_else_cannot_be_given(team):
    team.apply_staff_list(staff("Isla,1001,A,B,everyone", "Callum,1002,A,B,everyone"))
    isla = by_name(team)["Isla"]
    with pytest.raises(AppError, match="Someone else already has that staff number"):
        team.correct(isla.id, name="Isla", staff_number=" 1002", team="A", site="B")
