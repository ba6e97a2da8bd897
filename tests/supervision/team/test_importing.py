"""Importing: what comes in, what is kept out and why, and that nothing is lost or counted twice."""

import json
import os
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.supervision.team.people import CALLUM, EILIDH, ISLA, Somebody, done
from tiapp.supervision.team import importing as importing_module
from tiapp.supervision.team.model import ImportReport, Trouble
from tiapp.supervision.team.scope import Scope
from tiapp.supervision.team.team import Team


def take(team: Team, *sources: Path, **options: bool) -> ImportReport:
    return team.importing(sources, **options).run()


def names(team: Team) -> list[str]:
    return [line.name for line in team.people(Scope())]


def completions(team: Team) -> int:
    return team.sheet(Scope()).rows


def troubles(report: ImportReport) -> list[Trouble]:
    return [reject.trouble for reject in report.rejects]


def test_a_folder_of_files_comes_in(team, share):
    folder = share(
        ISLA.file(done("safety"), done("trust")), CALLUM.file(done("safety")), EILIDH.file()
    )
    report = take(team, folder)
    assert (report.considered, report.taken, report.people, report.completions) == (3, 3, 3, 3)
    assert report.all_well
    assert names(team) == ["Callum Singh", "Eilidh Nowak", "Isla Reid"]
    assert completions(team) == 3


def test_folders_inside_are_looked_through_and_other_files_are_counted(team, share):
    folder = share(ISLA.file(done("safety")))
    (folder / "deeper" / "still").mkdir(parents=True)
    (folder / "deeper" / "still" / "callum.JSON").write_bytes(CALLUM.file(done("trust")))
    (folder / "notes.txt").write_text("not ours")
    (folder / "half.json.part").write_bytes(b"{")
    report = take(team, folder)
    assert (report.considered, report.taken, report.others) == (2, 2, 2)


def test_importing_again_changes_nothing(team, share):
    folder = share(ISLA.file(done("safety")), CALLUM.file(done("trust")))
    take(team, folder)
    before = team.people(Scope()), team.status()
    again = take(team, folder)
    assert (again.taken, again.unchanged, again.completions, again.people) == (0, 2, 0, 0)
    assert again.all_well
    assert (team.people(Scope()), team.status()) == before


def test_one_bad_file_never_stops_the_rest(team, share):
    folder = share(b"{ this is no file", ISLA.file(done("safety")))
    report = take(team, folder)
    assert report.taken == 1
    assert len(report.rejects) == 1
    assert report.rejects[0].file == "file-00001.json"
    assert report.rejects[0].reason and report.rejects[0].advice


def test_each_kind_of_bad_file_has_its_reason(team, share):
    good = ISLA.file(done("safety"))
    newer = json.loads(good)
    newer["version"] = 2
    folder = share(
        cut=good[:-40],
        edited=good.replace(b"Isla Reid", b"Isla Read"),
        newer=json.dumps(newer).encode(),
        other=b'{"a": 1}',
        empty=b"",
        large=b" " * (2 * 1024 * 1024 + 1),
        unknown=CALLUM.file(done("astrology")),
        first=EILIDH.file(done("trust")),
        second=EILIDH.file(done("trust")),
    )
    report = take(team, folder)
    found = {reject.file.removesuffix(".json"): reject.trouble for reject in report.rejects}
    assert found == {
        "cut": Trouble.DAMAGED,
        "edited": Trouble.ALTERED,
        "newer": Trouble.NEWER,
        "other": Trouble.NOT_OURS,
        "empty": Trouble.DAMAGED,
        "large": Trouble.TOO_LARGE,
        "unknown": Trouble.UNKNOWN_MODULE,
        "second": Trouble.DUPLICATE,
    }
    assert report.taken == 1


def test_unknown_modules_come_in_when_a_person_says_so(team, share):
    folder = share(CALLUM.file(done("astrology")))
    assert troubles(take(team, folder)) == [Trouble.UNKNOWN_MODULE]
    assert names(team) == []
    report = take(team, folder, unknown_modules=True)
    assert (report.taken, report.completions) == (1, 1)
    assert ("astrology", "Astrology") in team.names().modules


def test_a_module_that_somebody_finished_before_is_no_longer_unknown(team, share):
    take(team, share(CALLUM.file(done("astrology"))), unknown_modules=True)
    assert take(team, share(ISLA.file(done("astrology")))).all_well


def test_an_older_file_with_nothing_new_is_said_to_be_older(team, share):
    take(team, share(ISLA.file(done("safety"), done("trust"), counter=7)))
    report = take(team, share(ISLA.file(done("safety"), counter=3)))
    assert troubles(report) == [Trouble.OLDER]
    assert completions(team) == 2


def test_an_older_file_with_something_new_loses_nothing(team, share):
    take(team, share(ISLA.file(done("trust"), counter=7)))
    report = take(team, share(ISLA.file(done("safety"), counter=3)))
    assert report.all_well
    assert completions(team) == 2


def test_a_year_of_files_comes_in_whatever_their_names(team, share):
    folder = share(
        zebra=ISLA.file(done("safety"), counter=1, written=date(2026, 1, 5)),
        apple=ISLA.file(done("safety"), done("trust"), counter=2, written=date(2026, 2, 5)),
    )
    report = take(team, folder)
    assert (report.taken, report.completions) == (2, 2)
    assert report.all_well


def test_a_person_is_called_as_in_their_newest_file(team, share):
    moved = Somebody("Isla Reid-Campbell", "1001", "Advice", "Portobello")
    new = moved.file(counter=2, signed_by=ISLA, person_id=ISLA.person_id)
    take(team, share(new, ISLA.file(done("safety"), counter=1, written=date(2026, 1, 1))))
    (line,) = team.people(Scope())
    assert (line.name, line.team, line.site) == ("Isla Reid-Campbell", "Advice", "Portobello")


def test_two_people_of_one_name_stay_two(team, share):
    other = Somebody("Isla Reid", "2002", "Advice", "Leith")
    nameless = Somebody("Isla Reid", "", "Advice", "Leith")
    take(team, share(ISLA.file(done("safety")), other.file(done("safety")), nameless.file()))
    assert names(team) == ["Isla Reid"] * 3


def test_staff_numbers_are_compared_without_spaces_and_case(team, share):
    a = Somebody("Isla Reid", "ab 12", computer="one")
    b = Somebody("Isla Reid", "AB12", computer="one", person="x")
    take(team, share(a.file(done("safety"))))
    take(team, share(b.file(done("trust"), signed_by=a)))
    assert names(team) == ["Isla Reid"]


def test_who_fills_in_their_number_later_stays_the_same_person(team, share):
    before = Somebody("Isla Reid", "")
    after = Somebody("Isla Reid", "1001")
    take(team, share(before.file(done("safety"), counter=1)))
    now = after.file(done("trust"), counter=2, signed_by=before, person_id=before.person_id)
    take(team, share(now))
    (line,) = team.people(Scope())
    assert (line.staff_number, line.completions) == ("1001", 2)


def test_a_record_counts_once_for_a_person_wherever_they_did_it(team, share):
    take(team, share(ISLA.file(done("safety"))))
    elsewhere = ISLA.at("second").file(done("safety"), done("trust"))
    take(team, share(elsewhere))
    team.accept_keys(team.key_questions())
    assert completions(team) == 2


def test_the_record_of_somebody_else_cannot_be_taken_away(team, share):
    """A made-up file that uses Isla's record ids must not keep her own from being counted."""
    take(team, share(CALLUM.file(done("safety"))))
    take(team, share(ISLA.file(done("safety"))))
    assert [line.completions for line in team.people(Scope())] == [1, 1]


# --- Clocks, shares, size ---------------------------------------------------------------------


@pytest.mark.parametrize("year", [1970, 2100])
def test_a_clock_that_was_wrong_is_noted_and_nothing_is_lost(team, share, year):
    folder = share(ISLA.file(done("safety", date(year, 1, 1)), written=date(year, 1, 1)))
    report = take(team, folder)
    assert report.taken == 1
    assert [note.trouble for note in report.notes] == [Trouble.ODD_DATE]
    later = take(team, share(ISLA.file(done("trust"), counter=2)))
    assert later.taken == 1
    assert completions(team) == 2


@pytest.mark.parametrize("year", [1970, 2100])
def test_a_wrong_clock_here_is_said_once_and_not_of_every_file(team, share, clock, year):
    clock.set(datetime(year, 1, 1, 9))
    report = take(team, share(ISLA.file(done("safety")), CALLUM.file(done("safety"))))
    assert (report.taken, report.notes, len(report.messages)) == (2, (), 1)


def test_a_share_that_vanishes_half_way_loses_nothing(team, share, monkeypatch):
    folder = share(*(Somebody(f"P{n}", str(n)).file(done("safety")) for n in range(10)))
    hidden = folder.with_name("away")
    real = importing_module.read_bytes

    def read_and_unplug(file):
        if file.endswith("00006.json"):
            folder.rename(hidden)
        return real(file)

    monkeypatch.setattr(importing_module, "read_bytes", read_and_unplug)
    report = take(team, folder)
    assert (report.considered, report.taken, report.unread) == (10, 5, 5)
    assert report.rejects == ()
    assert "could no longer be reached after 5 of 10 files" in report.messages[0]
    monkeypatch.undo()
    hidden.rename(folder)
    again = take(team, folder)
    assert (again.taken, again.unchanged) == (5, 5)


def test_a_file_of_two_gigabytes_is_not_read(team, share):
    folder = share(ISLA.file(done("safety")))
    with (folder / "huge.json").open("wb") as out:
        out.truncate(2 * 1024**3)
    report = take(team, folder)
    assert troubles(report) == [Trouble.TOO_LARGE]
    assert report.taken == 1


def test_a_folder_of_unrelated_files_is_one_count(team, share):
    folder = share(ISLA.file(done("safety")))
    for number in range(10_000):
        (folder / f"{number}.docx").touch()
    report = take(team, folder)
    assert (report.others, report.considered, report.taken) == (10_000, 1, 1)
    assert report.all_well


def test_unrelated_json_is_each_said_to_be_none_of_ours(team, share):
    folder = share(*(json.dumps({"n": n}).encode() for n in range(200)))
    report = take(team, folder)
    assert set(troubles(report)) == {Trouble.NOT_OURS}
    assert len(report.rejects) == 200


def test_links_are_not_followed(team, share, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "isla.json").write_bytes(ISLA.file(done("safety")))
    folder = share()
    (folder / "link.json").symlink_to(outside / "isla.json")
    (folder / "folder").symlink_to(outside, target_is_directory=True)
    report = take(team, folder)
    assert (report.considered, report.others) == (0, 2)


def test_a_name_with_line_breaks_or_bytes_is_shown_on_one_line(team, share):
    folder = share()
    odd = b"a\n\x1b[31m\xff.json"
    with open(os.path.join(os.fsencode(folder), odd), "wb") as out:
        out.write(b"{")
    (reject,) = take(team, folder).rejects
    assert reject.file.isprintable()


def test_a_folder_that_is_not_there_is_said(team, tmp_path):
    report = take(team, tmp_path / "nowhere")
    assert troubles(report) == [Trouble.UNREACHABLE]


@pytest.mark.parametrize(
    "name", ["=1+1", "@SUM(A1)", "Ærøskøbing 😀", "x" * 300, "O'Brien; DROP TABLE person"]
)
def test_names_of_any_kind_are_kept_as_they_are(team, share, name):
    take(team, share(Somebody(name, "77").file(done("safety"))))
    assert names(team) == [name]


# --- Cancel ---------------------------------------------------------------------------------------


def test_letting_go_of_an_import_leaves_everything_as_it_was(team, share):
    take(team, share(CALLUM.file(done("safety"))))
    before = team.people(Scope()), team.status()
    folder = share(*(Somebody(f"P{n}", str(n)).file(done("safety")) for n in range(20)))
    going_on = team.importing([folder])
    step = going_on.step(0)
    while step.done < 10:
        step = going_on.step(0)
    del going_on
    assert (team.people(Scope()), team.status()) == before


def test_progress_only_grows_and_ends_with_the_last_file(team, share):
    folder = share(*(Somebody(f"P{n}", str(n)).file() for n in range(20)))
    going_on = team.importing([folder])
    seen = [going_on.step(0)]
    while not seen[-1].finished:
        seen.append(going_on.step(0))
    assert [step.done for step in seen] == sorted(step.done for step in seen)
    assert (seen[-1].done, seen[-1].total) == (20, 20)
    assert going_on.report.taken == 20


def test_a_file_that_goes_between_looking_and_reading_is_said(team, share, monkeypatch):
    folder = share(ISLA.file(done("safety")), CALLUM.file(done("safety")))
    going_on = team.importing([folder])
    going_on.step(0)
    (folder / "file-00001.json").unlink()
    while not going_on.step(0).finished:
        pass
    assert troubles(going_on.report) == [Trouble.UNREACHABLE]
    assert going_on.report.taken == 1


def test_nothing_is_written_into_the_folder(team, share):
    folder = share(ISLA.file(done("safety")), b"{")
    before = {path: path.read_bytes() for path in folder.rglob("*")}
    take(team, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*")} == before
    shutil.rmtree(folder)
