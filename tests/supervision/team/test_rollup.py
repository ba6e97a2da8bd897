"""Counts against an independent count; files have the totals of the screen; answers are kept."""

import csv
import io
import json
from collections import Counter
from datetime import date
from random import Random

import pytest
from openpyxl import load_workbook

from tests.supervision.team.people import MODULES, Somebody, done
from tests.supervision.team.test_importing import take
from tests.supervision.team.test_roster import staff
from tiapp.core.errors import AppError
from tiapp.services import Services
from tiapp.storage.paths import Paths
from tiapp.supervision.team import kept
from tiapp.supervision.team.desk import Desk, Table, TeamForm
from tiapp.supervision.team.director_page import COLUMNS, rows_of
from tiapp.supervision.team.scope import Scope


@pytest.fixture
def everybody(team, share):
    """Thirty people in six teams; returns their completions as plain tuples."""
    random = Random(4)
    facts, files, lines = [], [], []
    for number in range(30):
        somebody = Somebody(
            f"P {number:02}", str(number), f"Team {number % 6}", f"Site {number % 2}"
        )
        finished = [
            done(
                module,
                date(2026, random.randint(1, 11), random.randint(1, 28)),
                record=f"{number} {again}",
            )
            for module in MODULES
            for again in range(random.choice([0, 1, 1, 2]))
        ]
        files.append(somebody.file(*finished))
        facts += [(somebody, completion) for completion in finished]
        lines.append(f"{somebody.name},{number},{somebody.team},{somebody.site},everyone")
    take(team, share(*files))
    team.apply_staff_list(staff(*lines))
    return facts


def _some_day(random: Random) -> date:
    return date(2026, random.randint(1, 11), random.randint(1, 28))


@pytest.fixture
def desk(team, clock, tmp_path):
    paths = Paths.under(tmp_path / "data")
    return Desk(team, clock, paths.resources, paths.config)


SCOPES = [
    Scope(),
    Scope(team="Team 1"),
    Scope(site="Site 0", module_id="trust"),
    Scope(since=date(2026, 3, 1), until=date(2026, 6, 30)),
    Scope(pathway="everyone", module_id="choice", since=date(2026, 5, 5)),
    Scope(team="Nobody's"),
]


def counted(facts, scope: Scope):
    return [
        (who, c)
        for who, c in facts
        if (scope.team in (None, who.team))
        and (scope.site in (None, who.site))
        and (scope.module_id in (None, c.module_id))
        and (scope.since is None or c.finished_on >= scope.since)
        and (scope.until is None or c.finished_on <= scope.until)
    ]


@pytest.mark.parametrize("scope", SCOPES)
def test_every_roll_up_agrees_with_an_independent_count(team, everybody, scope):
    facts = counted(everybody, scope)
    by_team = Counter((who.site, who.team, c.module_id) for who, c in facts)
    people = {(who.site, who.team, c.module_id): set() for who, c in facts}
    for who, c in facts:
        people[who.site, who.team, c.module_id].add(who.number)
    lines = team.teams(scope)
    assert {
        (x.site, x.team, x.module_id): (x.completions, x.people) for x in lines if x.completions
    } == {key: (count, len(people[key])) for key, count in by_team.items()}
    persons = team.people(scope)
    assert sum(p.completions for p in persons) == len(facts)
    assert sum(p.finished for p in persons) == len({(w.number, c.module_id) for w, c in facts})
    assert {p.name: p.last_on for p in persons if p.completions} == {
        name: max(c.finished_on for w, c in facts if w.name == name).isoformat()
        for name in {w.name for w, _ in facts}
    }
    months = Counter((c.module_id, f"{c.finished_on:%Y-%m}") for _, c in facts)
    assert {(m.module_id, m.month): m.completions for m in team.months(scope)} == months


@pytest.mark.parametrize("scope", SCOPES)
def test_expected_and_not_yet_agree_with_an_independent_count(team, everybody, scope):
    have = {(who.number, c.module_id) for who, c in everybody}
    asked = {"safety", "trust"}
    numbers = {str(n): (f"Team {n % 6}", f"Site {n % 2}") for n in range(30)}
    want = Counter()
    for number, (team_name, site) in numbers.items():
        if scope.team in (None, team_name) and scope.site in (None, site):
            for module in asked:
                if scope.module_id in (None, module):
                    want[site, team_name, module] += (number, module) not in have
    lines = {(x.site, x.team, x.module_id): x.not_yet for x in team.teams(scope) if x.expected}
    assert lines == dict(want)
    assert sum(p.not_yet for p in team.people(scope)) == sum(want.values())


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("form", [TeamForm.CSV, TeamForm.XLSX, TeamForm.XAPI])
def test_a_file_has_the_totals_that_are_on_screen(team, everybody, desk, tmp_path, scope, form):
    target = tmp_path / f"x{form.ending}"
    generic = desk.profile("generic")
    preview = desk.preview(scope, form, generic)
    written = desk.save(scope, form, generic, target)
    on_screen = sum(line.completions for line in team.people(scope))
    assert written == preview.rows == on_screen == team.sheet(scope).rows
    if form is TeamForm.CSV:
        rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"))))[1:]
        assert len(rows) == on_screen
        assert [tuple(r[:10]) for r in rows[: len(preview.first)]] == [
            tuple(map(str, row)) for row in preview.first
        ]
    elif form is TeamForm.XLSX:
        sheet = load_workbook(target)["Completions"]
        filled = [row for row in sheet.iter_rows(min_row=2, values_only=True) if any(row)]
        assert len(filled) == on_screen
    else:
        statements = [json.loads(line) for line in target.read_text().splitlines()]
        assert len({s["id"] for s in statements}) == on_screen


def test_a_pdf_is_written_and_is_one(team, everybody, desk, tmp_path):
    target = tmp_path / "x.pdf"
    desk.save(Scope(team="Team 1"), TeamForm.PDF, desk.profile("generic"), target)
    assert target.read_bytes().startswith(b"%PDF")


def test_a_profile_of_another_system_has_its_columns_and_its_rows_are_checked(
    team, everybody, desk, share, tmp_path
):
    take(team, share(Somebody("No Number", "").file(done("safety"))))
    totara = desk.profile("totara")
    assert any(
        "is empty" in p.sentence for p in desk.preview(Scope(), TeamForm.CSV, totara).problems
    )
    target = tmp_path / "t.csv"
    desk.save(Scope(), TeamForm.CSV, totara, target)
    assert target.read_text().splitlines()[0] == (
        "username,courseshortname,courseidnumber,completiondate,grade"
    )
    with pytest.raises(AppError, match="is for CSV files and spreadsheets"):
        desk.save(Scope(), TeamForm.PDF, totara, tmp_path / "t.pdf")


def test_an_existing_file_is_not_replaced_unasked(everybody, desk, tmp_path):
    target = tmp_path / "x.csv"
    target.write_text("mine")
    with pytest.raises(AppError, match="already"):
        desk.save(Scope(), TeamForm.CSV, desk.profile("generic"), target)
    assert target.read_text() == "mine"


def test_a_table_that_is_saved_says_which_days_it_is_of(team, everybody, desk, tmp_path):
    scope = Scope(since=date(2026, 4, 1), until=date(2026, 6, 30))
    rows = tuple(rows_of(team.for_director(scope)))
    target = tmp_path / "d.xlsx"
    desk.save_table(Table("Counts", COLUMNS, rows, scope), TeamForm.XLSX, target)
    about = load_workbook(target)["About this table"]
    said = {row[0]: row[1] for row in about.iter_rows(values_only=True)}
    assert (said["From"], said["To"]) == ("1 April 2026", "30 June 2026")


def test_an_answer_is_worked_out_once_and_then_kept(team, everybody, monkeypatch):
    first = team.teams(Scope())
    monkeypatch.setattr(kept, "_keep", lambda *_: pytest.fail("worked out again"))
    assert team.teams(Scope()) == first


def test_a_kept_answer_is_new_as_soon_as_anything_changes(team, everybody, share):
    before = sum(line.completions for line in team.teams(Scope()))
    take(team, share(Somebody("New", "999").file(done("safety"))))
    assert sum(line.completions for line in team.teams(Scope())) == before + 1


def test_two_teams_on_one_store_see_each_others_changes(team, everybody, place, clock):
    from tests.supervision.team.people import PATHWAYS
    from tiapp.supervision.team.team import Taught, Team

    other = Team(place, clock, lambda: Taught(MODULES, PATHWAYS))
    try:
        assert other.teams(Scope()) == team.teams(Scope())
        (first, *_) = other.people(Scope())
        other.remove([first.id])
        assert first.id not in {line.id for line in team.people(Scope())}
    finally:
        other.close()


def test_asking_before_there_is_anything_makes_no_file(tmp_path, clock):
    team = Services(Paths.under(tmp_path / "new"), clock).team.team
    assert team.people(Scope()) == []
    assert team.status().people == 0
    assert team.key_questions() == ()
    assert not (tmp_path / "new").exists() or not list((tmp_path / "new").rglob("team.db"))
