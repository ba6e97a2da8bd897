"""A workbook that openpyxl and Gnumeric open: a real table, real days, nothing that computes."""

import io
import subprocess
import zipfile
from datetime import date, datetime
from shutil import which

import openpyxl
import pytest

from tests.supervision.building import DAY, completion, summary
from tests.supervision.writers.test_csv_file import HOSTILE
from tiapp.record.model import Details
from tiapp.supervision.summary import COLUMNS, FINISHED_MEANS, PURPOSE
from tiapp.supervision.writers import xlsx_file
from tiapp.supervision.writers.about import About
from tiapp.supervision.writers.xlsx_file import write_xlsx

ABOUT = About("Completion summary", DAY, facts=(("Who", "Zoë"),))


def made(rows):
    out = io.BytesIO()
    write_xlsx(out, COLUMNS, rows, ABOUT)
    return out.getvalue()


@pytest.fixture
def book():
    return openpyxl.load_workbook(io.BytesIO(made(summary(12).rows())))


def test_it_is_a_real_table_with_its_headings_frozen(book):
    sheet = book["Completions"]
    table = sheet.tables["Completions"]
    assert table.ref == table.autoFilter.ref == "A1:J13"
    assert [column.name for column in table.tableColumns] == [c.heading for c in COLUMNS]
    assert [cell.value for cell in sheet[1]] == [c.heading for c in COLUMNS]
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert not sheet.merged_cells.ranges


def test_days_are_days_numbers_are_numbers_and_the_rest_is_text(book):
    first = [cell.value for cell in book["Completions"][2]]
    assert first[8] == datetime(2026, 1, 12)
    assert first[6] == 2
    assert first[1] == "00417", "a staff number keeps its zeros"
    assert book["Completions"]["I2"].is_date
    assert book["Completions"]["I2"].number_format == "d mmmm yyyy"


def test_columns_are_as_wide_as_what_is_in_them(book):
    widths = {
        at: float(group.width)
        for group in book["Completions"].column_dimensions.values()
        for at in range(group.min, group.max + 1)
    }
    for at, column in enumerate(COLUMNS, start=1):
        assert abs(widths[at] - column.width) < 1


def test_it_says_what_it_is(book):
    assert book.properties.title == "Completion summary"
    assert FINISHED_MEANS in book.properties.description
    said = {row[0].value: row[1].value for row in book["About this table"]["A3:B7"]}
    assert said["Who"] == "Zoë"
    assert said["What finished means"] == FINISHED_MEANS
    assert said["What it is for"] == PURPOSE
    assert said["Written on"] == "22 November 2026"


def test_nothing_from_data_computes_or_leads_anywhere():
    done = tuple(completion(n, title=words) for n, words in enumerate(HOSTILE))
    more = ("<r><t>x</t></r>", "<r></c><c><f>1+1</f></c></r>", "https://example.org", "_x0041_")
    done += tuple(completion(90 + n, title=words) for n, words in enumerate(more))
    data = made(summary(details=Details("=1+1", "mailto:a@b.c"), completions=done).rows())
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row in book["Completions"].iter_rows(min_row=2):
        for cell in row:
            assert cell.data_type != "f"
            assert cell.hyperlink is None
    titles = [row[5].value for row in book["Completions"].iter_rows(min_row=2)]
    assert titles[0] == "=1+1", "text stays as it is: a sheet needs no apostrophe"
    assert titles[-4].strip() == more[0] and titles[-3].strip() == more[1]
    assert titles[-2] == more[2]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert b"<f>" not in b"".join(map(parts.read, parts.namelist()))


def test_strange_days_and_long_words_are_written_as_text():
    done = (
        completion(1, finished_on=date(1899, 1, 1), title="T" * 300),
        completion(2, finished_on=date(2100, 12, 31)),
    )
    sheet = openpyxl.load_workbook(io.BytesIO(made(summary(completions=done).rows()))).worksheets[0]
    assert sheet["I2"].value == "1899-01-01"
    assert sheet["I3"].value == datetime(2100, 12, 31)
    assert sheet["F2"].value == "T" * 300


def test_no_completions_still_make_a_table():
    sheet = openpyxl.load_workbook(io.BytesIO(made(()))).worksheets[0]
    assert sheet.tables["Completions"].ref == "A1:J2"


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch):
    monkeypatch.setattr(xlsx_file, "ROWS_A_SHEET", 5)
    book = openpyxl.load_workbook(io.BytesIO(made(summary(12).rows())))
    assert book.sheetnames == ["Completions", "Completions 2", "Completions 3", "About this table"]
    assert [sheet.max_row for sheet in book.worksheets[:3]] == [6, 6, 3]
    assert [list(sheet.tables) for sheet in book.worksheets[:3]] == [
        ["Completions"],
        ["Completions_2"],
        ["Completions_3"],
    ]


def test_the_same_rows_give_the_same_bytes():
    assert made(summary(4).rows()) == made(summary(4).rows())


def test_a_source_that_breaks_off_leaves_no_temporary_file(tmp_path, monkeypatch):
    import tempfile

    def breaking():
        yield from summary(2).rows()
        raise KeyError

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(KeyError):
        made(breaking())
    assert list(tmp_path.iterdir()) == []


def test_gnumeric_opens_it(tmp_path):
    program = which("ssconvert")
    if program is None:
        pytest.skip("NOT TESTED: Gnumeric (ssconvert) is not installed here")
    (tmp_path / "in.xlsx").write_bytes(made(summary(3).rows()))
    command = [program, "--export-type=Gnumeric_stf:stf_csv", "in.xlsx", "out.csv"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    lines = (tmp_path / "out.csv").read_text("utf-8").splitlines()
    assert len(lines) == 4
    assert lines[1].startswith('"Zoë Łukasz",00417,"Housing advice",Leith,module-1')
    assert "2026/01/12" in lines[1]
