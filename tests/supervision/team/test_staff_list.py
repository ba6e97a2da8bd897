"""Reading a staff list as people really write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiapp.core.errors import AppError
from tiapp.supervision.team.staff_list import StaffLine, read_day, read_staff_list

HEAD = "Name,Staff number,Team,Site,Pathway expected,Start date,Leave date\n"


def test_a_csv_file_is_read():
    staff = read_staff_list(
        (HEAD + "Isla Reid,1001,Housing,Leith,everyone,2026-03-01,\n").encode("utf-8-sig")
    )
    assert staff.lines == (
        StaffLine(2, "Isla Reid", "1001", "Housing", "Leith", "everyone", date(2026, 3, 1)),
    )
    assert staff.problems == ()


def test_a_table_pasted_from_a_spreadsheet_is_read():
    staff = read_staff_list("Team\tSurname\tForename\tPayroll No.\nHousing\tReid\tIsla\t1001\n")
    assert staff.lines == (StaffLine(2, "Isla Reid", "1001", "Housing"),)


def test_semicolons_and_utf_16_and_windows_letters_are_read():
    text = "name;number\nZoë Łukasz;7\n"
    assert read_staff_list(text.encode("utf-16")).lines[0].name == "Zoë Łukasz"
    assert read_staff_list("name;number\nZoë;7\n".encode("cp1252")).lines[0].name == "Zoë"


def test_two_lines_with_one_number_leave_the_second_out_and_say_so():
    staff = read_staff_list("name,number\nIsla,AB 1\nCallum,ab1\n")
    assert [line.name for line in staff.lines] == ["Isla"]
    assert "Line 3 has the same staff number as line 2" in staff.problems[0]


def test_what_cannot_be_read_is_said_and_the_rest_is_read():
    staff = read_staff_list("name,number,start date\nIsla,1,soon\n,,\nCallum,2,1 May 2026\n,,x\n")
    assert [line.starts_on for line in staff.lines] == [None, date(2026, 5, 1)]
    assert len(staff.problems) == 2


def test_quoted_cells_with_line_breaks_and_formulas_are_only_text():
    staff = read_staff_list('name,number\n"Isla\nReid","=1+1"\n')
    assert staff.lines[0].name == "Isla Reid"
    assert staff.lines[0].number == "=1+1"


@pytest.mark.parametrize("text", ["", "\n\n", "colour,taste\nred,sweet\n", "x\0y,name\n"])
def test_what_is_no_staff_list_is_refused_with_advice(text):
    with pytest.raises(AppError, match="does not look like a staff list"):
        read_staff_list(text)


@pytest.mark.parametrize(
    "text",
    ["2026-03-01", "2026/3/1", "01/03/2026", "1.3.26", "1 March 2026", "1st Mar 26", "1-mar-2026",
     "2026-03-01 00:00:00"],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text):
    assert read_day(text) == date(2026, 3, 1)


@pytest.mark.parametrize("text", ["31/02/2026", "13/13/2026", "yesterday", "2026", "1 Floréal 26"])
def test_what_is_no_day_is_not_guessed_at(text):
    with pytest.raises(ValueError):
        read_day(text)


@given(st.binary(max_size=400) | st.text(max_size=400))
def test_any_bytes_give_a_list_or_a_calm_refusal(data):
    try:
        staff = read_staff_list(data)
    except AppError:
        return
    assert all(line.name or line.number for line in staff.lines)
