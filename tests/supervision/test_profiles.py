"""Files as other systems prescribe them, from profiles that an organisation may change."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.supervision.building import DAY, completion, summary
from tiapp.core.errors import AppError
from tiapp.record.model import Details
from tiapp.supervision.profile_store import ProfileStore
from tiapp.supervision.profiles import (
    ProfileColumn,
    find_profile,
    profiles_as_toml,
    read_profiles,
)
from tiapp.supervision.summary import COLUMNS
from tiapp.supervision.writers.about import About
from tiapp.supervision.writers.profile_file import row_problems, write_profile

SHIPPED = Path(__file__).parents[2] / "resources" / "text" / "export-profiles.toml"


def profile(id_):
    return find_profile(read_profiles(SHIPPED), id_)


def made(chosen, rows):
    out = io.BytesIO()
    write_profile(out, chosen, rows, About("x", DAY))
    return list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


def test_totara_gets_just_its_five_columns():
    assert made(profile("totara"), summary(1).rows()) == [
        ["username", "courseshortname", "courseidnumber", "completiondate", "grade"],
        ["00417", "", "module-1", "2026-01-12", "100"],
    ]


def test_moodle_workplace_gets_just_its_three_columns():
    assert made(profile("moodle-workplace"), summary(1).rows()) == [
        ["username", "coursecompleted1", "coursecompleteddate1"],
        ["00417", "module-1", "2026-01-12"],
    ]


def test_iomad_gets_the_columns_it_needs():
    assert made(profile("iomad"), summary(1).rows()) == [
        ["username", "coursename", "timecompleted"],
        ["00417", "Made-up module 1", "2026-01-12"],
    ]


def test_the_generic_one_has_every_column_and_says_what_finished_means():
    lines = made(profile("generic"), summary(2).rows())
    assert lines[0][:-1] == [column.key for column in COLUMNS]
    assert lines[0][-1].startswith("Finished means")
    assert len(lines) == 3


def test_courses_may_have_other_names_there_and_days_another_form():
    chosen = replace(
        profile("totara"), modules=MappingProxyType({"module-1": "TIP-1"}), day="%d/%m/%Y"
    )
    assert [line[2:4] for line in made(chosen, summary(2).rows())[1:]] == [
        ["TIP-1", "12/01/2026"],
        ["module-2", "19/01/2026"],
    ]


def test_a_column_can_be_filled_from_another_of_ours():
    chosen = profile("totara").with_column(0, ProfileColumn("username", "name", required=True))
    assert made(chosen, summary(1).rows())[1][0] == "Zoë Łukasz"


def test_rows_are_looked_through_before_they_are_written():
    rows = [
        *summary(1, details=Details("Zoë")).rows(),
        *summary(2).rows(),
        *summary(completions=(completion(2, record_id="x"),)).rows(),
    ]
    problems = row_problems(profile("totara"), rows)
    assert [(p.row, p.heading) for p in problems] == [(1, "username"), (4, "username")]
    assert "empty" in problems[0].sentence and "row 3" in problems[1].sentence
    assert row_problems(profile("generic"), rows) == ()
    assert len(row_problems(profile("totara"), rows, at_most=1)) == 1


def test_profiles_are_kept_and_read_again(tmp_path):
    own = replace(profile("totara"), title='Our "own" \\ one', modules=MappingProxyType({"a": "B"}))
    (tmp_path / "own.toml").write_text(profiles_as_toml([own]), "utf-8")
    found = read_profiles(SHIPPED, tmp_path / "own.toml")
    assert find_profile(found, "totara") == own
    assert len(found) == len(read_profiles(SHIPPED))
    assert read_profiles(SHIPPED, tmp_path / "none.toml") == read_profiles(SHIPPED)


@pytest.mark.parametrize(
    "text",
    [
        "[[profile",
        "profile = 3",
        '[[profile]]\nid = "a"',
        '[[profile]]\nid = "a"\ntitle = "b"\ncolumn = []',
        '[[profile]]\nid = "a"\ntitle = "b"\n[[profile.column]]\nheading = "c"\nfrom = "score"',
        '[[profile]]\nid = "a"\ntitle = 3\n[[profile.column]]\nheading = "c"',
        '[[profile]]\nid = "a"\ntitle = "b"\nday = "%c"\n[[profile.column]]\nheading = "c"',
        '[[profile]]\nid = "a"\ntitle = "b"\nunique = ["z"]\n[[profile.column]]\nheading = "c"',
        "x = " + "[" * 5000,
        "#" * 70_000,
    ],
)
def test_a_file_that_cannot_be_used_is_said_calmly(text, tmp_path):
    (tmp_path / "own.toml").write_text(text, "utf-8")
    with pytest.raises(AppError) as told:
        read_profiles(SHIPPED, tmp_path / "own.toml")
    assert told.value.code == "profiles"


def test_a_profile_that_is_not_there_names_those_that_are():
    with pytest.raises(AppError) as told:
        profile("saba")
    assert "totara" in told.value.advice


# --- kept for everybody on an installation ------------------------------------------------


def test_a_changed_profile_is_kept_and_can_be_given_up_again(tmp_path):
    store = ProfileStore(SHIPPED, tmp_path / "config" / "own.toml")
    changed = profile("totara").with_column(0, ProfileColumn("login", "name"))
    changed = replace(changed, unique=("login", "courseidnumber"))
    store.keep(changed)
    store.keep(replace(profile("iomad"), title="Ours"))
    assert find_profile(
        ProfileStore(SHIPPED, tmp_path / "config" / "own.toml").all(), "totara"
    ) == (changed)
    store.forget("totara")
    assert find_profile(store.all(), "totara") == store.shipped("totara") == profile("totara")
    assert find_profile(store.all(), "iomad").title == "Ours"
    store.forget("iomad")
    assert store.all() == read_profiles(SHIPPED)


def test_a_profile_that_cannot_be_used_is_not_kept(tmp_path):
    store = ProfileStore(SHIPPED, tmp_path / "own.toml")
    for heading in ("", "grade"):
        with pytest.raises(AppError) as told:
            store.keep(profile("totara").with_column(0, ProfileColumn(heading, "name")))
        assert told.value.code == "profile-fault"
    assert not (tmp_path / "own.toml").exists()
