"""Data protection: keeping no longer than chosen, removing, mending, and showing one's own data."""

import json
from datetime import date

import pytest

from tests.supervision.team.people import CALLUM, EILIDH, ISLA, done
from tests.supervision.team.test_importing import completions, names, take, troubles
from tests.supervision.team.test_roster import staff
from tiapp.core.errors import AppError
from tiapp.supervision.team.care import Choices
from tiapp.supervision.team.model import Trouble
from tiapp.supervision.team.scope import Scope


def isla_of(team):
    return next(line for line in team.people(Scope()) if line.name == "Isla Reid")


def test_what_is_past_keeping_is_counted_first_and_goes_only_when_a_person_says_so(team, share):
    old, new = done("safety", date(2023, 1, 9)), done("trust")
    folder = share(ISLA.file(old, new))
    take(team, folder)
    assert team.past_keeping() == (0, ())
    team.choose(Choices(keep_months=24))
    assert team.past_keeping()[0] == 1
    assert completions(team) == 2
    assert team.remove_older() == 1
    assert completions(team) == 1
    report = take(team, share(ISLA.file(old, new, done("choice"), counter=2)))
    assert (report.past_keeping, report.completions) == (1, 1)
    assert completions(team) == 2


def test_leavers_are_listed_after_the_months_chosen_and_removed_together(team, share, clock):
    take(team, share(ISLA.file(done("safety")), CALLUM.file(done("safety"))))
    team.apply_staff_list(
        staff("Isla Reid,1001,A,B,everyone,,2026-03-01", "Callum Singh,1002,A,B,everyone")
    )
    team.choose(Choices(leaver_months=6))
    _, gone = team.past_keeping()
    assert [person.name for person in gone] == ["Isla Reid"]
    team.remove([person.id for person in gone])
    assert names(team) == ["Callum Singh"]


def test_a_removed_person_does_not_come_back_by_an_old_file(team, share):
    folder = share(ISLA.file(done("safety")), EILIDH.file(done("safety")))
    take(team, folder)
    team.remove([line.id for line in team.people(Scope())])
    report = take(team, folder)
    assert troubles(report) == [Trouble.REMOVED, Trouble.REMOVED]
    assert names(team) == []


def test_nothing_of_a_removed_person_is_left_in_the_file(team, share, place):
    take(team, share(ISLA.file(done("safety")), CALLUM.file(done("trust"))))
    take(team, share(ISLA.at("second").file(done("choice"))))
    team.people(Scope())
    team.remove([isla_of(team).id])
    team.people(Scope())
    team.close()
    if place.on_server:
        return
    left = place.file.read_bytes()
    assert b"Callum Singh" in left
    for word in (b"Isla Reid", b"1001", ISLA.person_id.encode()):
        assert word not in left


def test_a_removed_person_may_be_let_in_again(team, share):
    folder = share(ISLA.file(done("safety")))
    take(team, folder)
    team.remove([isla_of(team).id])
    assert not team.let_in_again("9999")
    assert team.let_in_again(" 1001 ")
    assert take(team, folder).taken == 1


def test_what_is_said_of_a_person_can_be_mended(team, share):
    take(team, share(ISLA.file(done("safety"))))
    team.correct(isla_of(team).id, name="Isla Reid", staff_number="1009", team="Advice", site="")
    line = isla_of(team)
    assert (line.staff_number, line.team, line.completions) == ("1009", "Advice", 1)


def test_one_person_gets_all_that_is_kept_of_them_in_one_file(team, share):
    take(team, share(ISLA.file(done("safety"), done("trust")), CALLUM.file(done("choice"))))
    team.agree(isla_of(team).id, "choice", "agreed otherwise")
    said = json.loads(team.everything_about(isla_of(team).id))
    assert said["person"]["name"] == "Isla Reid"
    assert {c["module_id"] for c in said["completions"]} == {"safety", "trust"}
    assert said["agreed"] == [{"module_id": "choice", "how": "agreed otherwise"}]
    assert (len(said["installations"]), said["person_ids"]) == (1, [ISLA.person_id])
    assert "Callum" not in json.dumps(said)


def test_somebody_who_is_gone_meanwhile_is_said_so(team, share):
    take(team, share(ISLA.file(done("safety"))))
    person = isla_of(team).id
    team.remove([person])
    for act in (
        lambda: team.remove([person]),
        lambda: team.everything_about(person),
        lambda: team.correct(person, name="x", staff_number="", team="", site=""),
        lambda: team.agree(person, "safety", "not needed"),
    ):
        with pytest.raises(AppError, match="no longer in the team"):
            act()
    assert team.person(person) is None


def test_a_choice_beyond_all_years_is_kept_within_them(team):
    team.choose(Choices(valid_months=10**9, keep_months=-5))
    assert team.choices() == Choices(valid_months=1200, keep_months=0)
    assert team.people(Scope()) == []
