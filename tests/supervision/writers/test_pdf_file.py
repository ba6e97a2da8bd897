"""A tagged PDF with the whole table in it."""

import io
import subprocess
from pathlib import Path
from shutil import which

import pikepdf
import pytest

from tests.supervision.building import DAY, summary
from tiapp.core.errors import AppError
from tiapp.supervision.summary import COLUMNS, FINISHED_MEANS
from tiapp.supervision.writers import pdf_file
from tiapp.supervision.writers.about import About
from tiapp.supervision.writers.pdf_file import make_pdf

RESOURCES = Path(__file__).parents[3] / "resources"


def made(count, **changed):
    about = About("Completion summary", DAY, facts=(("Who", "Zoë"),))
    return make_pdf(RESOURCES, COLUMNS, summary(count, **changed).rows(), about)


def tags(document):
    """The kinds of everything in the document's structure."""
    found, left = [], [document.Root.StructTreeRoot.K]
    while left:
        item = left.pop()
        if isinstance(item, pikepdf.Array):
            left.extend(item)
        elif isinstance(item, pikepdf.Dictionary):
            if "/S" in item:
                found.append(str(item.S))
            if "/K" in item:
                left.append(item.K)
    return found


def test_it_is_tagged_with_headings_and_a_table_whose_top_row_is_headings():
    with pikepdf.open(io.BytesIO(made(60))) as document:
        assert document.open_metadata()["pdfuaid:part"] == "1"
        found = tags(document)
        assert len(document.pages) > 1
        assert found.count("/Table") == 1 and found.count("/H1") == 1
        assert found.count("/TH") == len(COLUMNS)
        assert found.count("/TD") == 60 * len(COLUMNS)


def test_no_completions_still_make_a_document():
    with pikepdf.open(io.BytesIO(made(0))) as document:
        assert "/Table" not in tags(document)


def test_the_same_rows_give_the_same_bytes():
    assert made(3) == made(3)


def test_too_many_rows_are_said_calmly(monkeypatch):
    monkeypatch.setattr(pdf_file, "MOST_ROWS", 2)
    with pytest.raises(AppError) as told:
        made(3)
    assert told.value.code == "pdf-large"


def test_qpdf_finds_nothing_to_mend_and_pdftotext_reads_every_row(tmp_path):
    if which("qpdf") is None or which("pdftotext") is None:
        pytest.skip("NOT TESTED: qpdf or pdftotext (poppler-utils) is not installed here")
    (tmp_path / "a.pdf").write_bytes(made(30))
    subprocess.run(["qpdf", "--check", "a.pdf"], cwd=tmp_path, check=True, capture_output=True)
    done = subprocess.run(
        ["pdftotext", "-layout", "a.pdf", "-"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    said = " ".join(done.stdout.split())
    for number in range(1, 31):
        assert f"Made-up module {number} " in said
    assert FINISHED_MEANS in said
