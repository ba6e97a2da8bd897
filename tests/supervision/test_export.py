"""What was previewed is what is written, in every form; nothing else leaves."""

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.supervision.building import completion, signed
from tiapp.core.errors import AppError
from tiapp.record.model import Details
from tiapp.services import Services
from tiapp.storage.paths import Paths
from tiapp.supervision.completion_file import Intact, check_completion_file
from tiapp.supervision.completion_reading import read_completion_file
from tiapp.supervision.export import period_of
from tiapp.supervision.forms import Form
from tiapp.supervision.own_file import Likeness
from tiapp.supervision.summary import FINISHED_MEANS, Column, Kind, Period
from tiapp.supervision.writers.about import About
from tiapp.supervision.writers.xlsx_file import write_xlsx

ROOT = Path(__file__).parents[2]


@pytest.fixture
def services(tmp_path, fixed_clock):
    return Services(Paths.under(tmp_path / "data"), fixed_clock)


@pytest.fixture
def someone(services):
    """A person of that name, who finished the first modules; closed at the end."""
    made = []

    def build(name="Zoë", modules=2):
        mine = services.for_person(services.people.add(name))
        made.append(mine)
        for entry in services.library.entries()[:modules]:
            module = services.library.module(entry.id)
            for part in module.parts:
                mine.progress.reach(module, part.id)
            mine.progress.finish(module)
            services.clock.move(days=10)
        return mine

    yield build
    for mine in made:
        mine.close()


def test_what_was_previewed_is_what_is_written_to_the_byte(someone, tmp_path):
    export = someone().export
    export.keep_details(Details("Zoë Łukasz", "00417", "Housing", "Leith"))
    export.save(export.preview(), Form.SIGNED, tmp_path / "first.json")
    for form in Form:
        summary = export.preview()
        previewed = export.as_bytes(summary, form)
        export.save(summary, form, tmp_path / f"saved{form.ending}")
        assert (tmp_path / f"saved{form.ending}").read_bytes() == previewed, form


def test_every_form_can_be_empty(someone, tmp_path):
    export = someone(modules=0).export
    for form in Form:
        export.save(export.preview(), form, tmp_path / f"empty{form.ending}")
    checked = read_completion_file(tmp_path / "empty.json")
    assert isinstance(checked, Intact) and checked.payload.completions == ()


def test_period_and_modules_choose_what_is_written(someone):
    export = someone(modules=3).export
    first, second, third = export.completions()
    between = Period(date(2026, 3, 15), date(2026, 3, 25))
    assert [done.record_id for done in export.preview(between).completions] == [second.record_id]
    only = export.preview(modules=frozenset({third.module_id, first.module_id}))
    assert only.completions == (first, third)
    assert export.preview(modules=frozenset()).completions == ()


def test_a_period_that_ends_before_it_begins_is_said():
    assert period_of(None, date(2026, 1, 1)) == Period(None, date(2026, 1, 1))
    with pytest.raises(AppError) as told:
        period_of(date(2026, 1, 2), date(2026, 1, 1))
    assert told.value.code == "period"


def test_the_counter_numbers_files_and_no_completions(someone, tmp_path):
    export = someone(modules=3).export
    numbers = []
    for count in (None, frozenset()):
        summary = export.preview(modules=count)
        export.save(summary, Form.SIGNED, tmp_path / f"{summary.number}.json")
        numbers.append(read_completion_file(tmp_path / f"{summary.number}.json").payload.counter)
    export.save(export.preview(), Form.CSV, tmp_path / "a.csv")
    assert numbers == [1, 2]
    assert export.preview().number == 3


def test_the_name_is_the_one_they_are_shown_under_unless_they_said_more(someone):
    mine = someone("Zoë")
    assert mine.export.details() == Details("Zoë")
    mine.export.keep_details(Details("Zoë Łukasz", "7"))
    assert mine.export.preview().details == Details("Zoë Łukasz", "7")
    assert mine.export.keep_details(Details("", "7")) == Details("Zoë", "7")


def test_an_organisation_may_say_what_it_is_for(someone, services, tmp_path):
    services.save_installation(replace(services.installation, summary_purpose="For the board."))
    export = someone().export
    export.save(export.preview(), Form.SIGNED, tmp_path / "a.json")
    assert read_completion_file(tmp_path / "a.json").payload.purpose == "For the board."


def test_a_file_for_the_team_has_a_free_name_and_the_folder_is_remembered(someone, tmp_path):
    (tmp_path / "shared").mkdir()
    export = someone("Zoë/../Łukasz").export
    assert export.team_folder() is None
    first = export.save_for_team(export.preview(), tmp_path / "shared")
    second = export.save_for_team(export.preview(), tmp_path / "shared")
    assert first.name == "Completion summary Zoë Łukasz 2026-03-30.json"
    assert second.name == "Completion summary Zoë Łukasz 2026-03-30 2.json"
    assert export.team_folder() == tmp_path / "shared"
    for file in (first, second):
        assert isinstance(read_completion_file(file), Intact)


def test_a_team_folder_that_has_gone_is_not_offered(someone, tmp_path):
    (tmp_path / "shared").mkdir()
    export = someone().export
    file = export.save_for_team(export.preview(), tmp_path / "shared")
    file.unlink()
    (tmp_path / "shared").rmdir()
    assert export.team_folder() is None
    with pytest.raises(AppError):
        export.save_for_team(export.preview(), tmp_path / "shared")


def test_a_file_that_is_there_is_not_replaced_unasked(someone, tmp_path):
    export = someone().export
    (tmp_path / "a.csv").write_text("theirs")
    with pytest.raises(AppError):
        export.save(export.preview(), Form.CSV, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text() == "theirs"
    export.save(export.preview(), Form.CSV, tmp_path / "a.csv", force=True)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfName")


@pytest.mark.parametrize("now", [datetime(1970, 1, 1, 12), datetime(2100, 12, 31, 23)])
def test_a_clock_set_wrongly_stops_nothing(services, someone, tmp_path, now):
    services.clock.set(now)
    export = someone().export
    for form in Form:
        export.save(export.preview(), form, tmp_path / f"a{form.ending}")
    assert isinstance(read_completion_file(tmp_path / "a.json"), Intact)


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1",
    "@SUM(A1)",
    "\u202eevil\u2066",
    "line\nbreak\r\n=1",
    "N" * 300,
    "🙂👩‍🚒 " * 40,
    "<r><t>x</t></r>",
    '"quoted", and \\ more',
    "../../etc/passwd",
    "#panic() *x* $y$ @z",
    "山田 花子",
    "\x00\x1b[2J",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_somebody_is_called_every_form_is_whole_and_the_file_intact(
    someone, tmp_path, words
):
    export = someone(modules=1).export
    kept = export.keep_details(Details(words, words, words, words))
    for form in Form:
        export.save(export.preview(), form, tmp_path / f"a{form.ending}")
    checked = read_completion_file(tmp_path / "a.json")
    assert isinstance(checked, Intact)
    assert checked.payload.person.name == kept.name
    file = export.save_for_team(export.preview(), tmp_path)
    assert file.parent == tmp_path
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)


def test_a_title_or_purpose_with_odd_letters_never_makes_a_file_that_is_refused(tmp_path):
    odd = "Tab\tand\nline\u200f" + "x" * 400
    data = signed(completions=(completion(1, title=odd),), purpose=odd, details=Details(odd))
    checked = check_completion_file(data)
    assert isinstance(checked, Intact)
    assert checked.payload.completions[0].title.startswith("Tab and line x")


def test_two_people_of_one_name_have_two_ids_and_two_keys(services, someone, tmp_path):
    one, two = someone("Ann"), someone("Bea")
    files = []
    for mine in (one, two):
        mine.export.keep_details(Details("Ann Smith"))
        files.append(mine.export.save_for_team(mine.export.preview(), tmp_path))
    first, second = map(read_completion_file, files)
    assert first.payload.person.name == second.payload.person.name
    assert first.payload.person.id != second.payload.person.id
    assert first.installation != second.installation


def test_a_share_that_vanishes_half_way_leaves_what_was_there(someone, tmp_path, monkeypatch):
    export = someone().export
    (tmp_path / "a.csv").write_text("before")

    def gone(*_):
        raise OSError(errno.ESTALE, "stale file handle")

    monkeypatch.setattr(os, "fsync", gone)
    with pytest.raises(AppError) as told:
        export.save(export.preview(), Form.CSV, tmp_path / "a.csv", force=True)
    assert told.value.code == "export-unreachable"
    assert (tmp_path / "a.csv").read_text() == "before"
    assert sorted(os.listdir(tmp_path)) == ["a.csv", "data"]


# --- modules done elsewhere ---------------------------------------------------------------


def test_modules_from_another_computer_are_added_once_and_leave_again(someone, tmp_path):
    away, here = someone("Zoë away", modules=2).export, someone("Zoë", modules=1).export
    file = away.save_for_team(away.preview(), tmp_path)

    own = here.look_at_own(file)
    assert (own.new, own.likeness, own.name) == (2, Likeness.UNSURE, "Zoë away")
    assert here.add_own(own) == 2
    assert here.look_at_own(file).new == 0
    assert here.add_own(own) == 0
    assert len(here.preview().completions) == 3

    back = away.look_at_own(here.save_for_team(here.preview(), tmp_path))
    assert back.new == 1, "its own are known by their record id"


def test_a_staff_number_tells_better_than_an_id_and_a_name_never_does(someone, tmp_path):
    mine = someone()
    (tmp_path / "a.json").write_bytes(signed(1))
    assert mine.export.look_at_own(tmp_path / "a.json").likeness is Likeness.UNSURE
    mine.export.keep_details(Details("Somebody else", "00417"))
    assert mine.export.look_at_own(tmp_path / "a.json").likeness is Likeness.SAME_NUMBER
    mine.export.keep_details(Details("Zoë Łukasz", "00418"))
    assert mine.export.look_at_own(tmp_path / "a.json").likeness is Likeness.OTHER_NUMBER
    mine.export.keep_details(Details("Somebody else"))
    (tmp_path / "b.json").write_bytes(signed(1, person_id=mine.person.id))
    assert mine.export.look_at_own(tmp_path / "b.json").likeness is Likeness.SAME_PERSON


def test_a_changed_file_adds_nothing(someone, tmp_path):
    mine = someone()
    (tmp_path / "a.json").write_bytes(signed(1).replace(b"2026-01-12", b"2026-01-13"))
    with pytest.raises(AppError) as told:
        mine.export.look_at_own(tmp_path / "a.json")
    assert told.value.code == "own-signature"
    assert "Nothing was added" in told.value.advice


# --- nothing private ----------------------------------------------------------------------


def test_an_export_in_a_fresh_interpreter_loads_nothing_private(someone, services, tmp_path):
    someone()
    script = """
import sys
from pathlib import Path
from tiapp.cli import run
data, out = sys.argv[1:]
for form, ending in dict(csv="csv", xlsx="xlsx", pdf="pdf", xapi="jsonl", signed="json").items():
    assert run(["--data", data, "summary", "--format", form, "--out", f"{out}/a.{ending}"]) == 0
assert run(["verify", f"{out}/a.json"]) == 0
found = [n for n in sys.modules if n.startswith(("tiapp.private", "sqlcipher3", "PySide6"))]
assert not found, found
"""
    command = [sys.executable, "-c", script, str(services.paths.data), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_but_the_columns_leaves(someone, tmp_path):
    """Whatever else the record knows (parts, places, attempts) stands in no form."""
    mine = someone()
    export = mine.export
    export.save(export.preview(), Form.SIGNED, tmp_path / "a.json")
    said = json.loads((tmp_path / "a.json").read_text("utf-8"))["payload"]
    assert set(said["person"]) == {"id", "name", "staff_number", "team", "site"}
    for done in said["completions"]:
        assert set(done) == {"record_id", "module_id", "title", "version", "level", "finished"}
    text = b"".join(export.as_bytes(export.preview(), form) for form in (Form.CSV, Form.XAPI))
    text = text.replace(FINISHED_MEANS.encode(), b"")
    for word in (b"score", b"skip", b"answer", b"minutes", b"part-", b"09:30"):
        assert word not in text.lower()


def test_a_sheet_has_headings_that_show_everywhere_and_pages_that_say_what_they_are(tmp_path):
    columns = (Column("team", "Team", 10), Column("people", "People", 10, Kind.NUMBER))
    about = About("Law & order " * 40, date(2026, 11, 22), purpose="R&D " * 80)
    long = "A team whose name is longer than its column"
    with (tmp_path / "a.xlsx").open("wb") as out:
        count = write_xlsx(out, columns, [(long, 1200)], about, total=("All", 1200))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book.worksheets[0]
    assert sheet["A1"].fill.fgColor.rgb == "FFE9F0EF"
    assert sheet["B2"].number_format == "#,##0"
    assert sheet["B2"].alignment.horizontal == "right"
    assert sheet.column_dimensions["A"].width >= len(long)
    assert (sheet.oddHeader.left.text or "").startswith("&BLaw && order")
    assert "Page" in (sheet.oddFooter.right.text or "")
    # the last row is there, and whoever sorts the table does not meet it
    assert [cell.value for cell in sheet[3]] == ["All", 1200]
    assert next(iter(sheet.tables.values())).ref == "A1:B2"
    assert count == 1
