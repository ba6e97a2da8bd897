"""Documents come out tagged, the same each time, and cannot be ordered about by what is in them."""

import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tiapp.core.errors import AppError
from tiapp.printing.typeset import typeset

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 27)


@pytest.fixture
def resources(tmp_path):
    """The real shared page, with one small template that shows a title and lines."""
    (tmp_path / "print").mkdir()
    (tmp_path / "fonts").symlink_to(ROOT / "resources" / "fonts")
    shared = (ROOT / "resources" / "print" / "steady.typ").read_text("utf-8")
    (tmp_path / "print" / "steady.typ").write_text(shared, "utf-8")
    (tmp_path / "print" / "small.typ").write_text(
        '#import "/steady.typ": *\n'
        '#show: page_of.with(title: data.title, foot: "Made by Steady")\n'
        "= #data.title\n#for said in data.lines [#note(said)]\n#write_lines(3)\n",
        "utf-8",
    )
    return tmp_path


def test_a_document_is_tagged_titled_and_says_that_it_is_pdf_ua(resources):
    made = typeset(resources, "small", {"title": "A plan", "lines": ["One"]}, DAY)
    with pikepdf.open(io.BytesIO(made)) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert "/StructTreeRoot" in root
        assert str(root.Lang).lower() == "en-gb"
        assert document.open_metadata()["pdfuaid:part"] == "1"
        assert document.open_metadata()["dc:title"] == "A plan"


def test_the_same_data_on_the_same_day_give_the_same_bytes(resources):
    data = {"title": "A plan", "lines": ["One", "Zoë, Łukasz, Мария"]}
    assert typeset(resources, "small", data, DAY) == typeset(resources, "small", data, DAY)


@pytest.mark.parametrize(
    "said", ["#panic()", '#read("/etc/passwd")', "*bold* $x$ @ref <label>", "= no heading", "\\"]
)
def test_words_are_never_read_as_orders(resources, said):
    calm = typeset(resources, "small", {"title": "A plan", "lines": [said]}, DAY)
    with pikepdf.open(io.BytesIO(calm)) as document:
        assert len(document.pages) == 1


def test_letters_without_a_font_are_marked_and_the_page_says_so(resources, monkeypatch):
    monkeypatch.setattr("tiapp.printing.typeset._is_rare", lambda letter: letter == "\ue123")
    made = typeset(resources, "small", {"title": "A plan", "lines": ["Name: \ue123"]}, DAY)
    marked = typeset(resources, "small", {"title": "A plan", "lines": ["Name: ?"]}, DAY)
    assert len(made) > len(marked), "the line in the foot comes on top"


def test_what_cannot_be_laid_out_is_said_calmly_and_quotes_nothing(resources):
    with pytest.raises(AppError) as told:
        typeset(resources, "small", {"title": "", "secret": "a phrase nobody may read"}, DAY)
    assert told.value.code == "typeset"
    assert "phrase" not in str(told.value)
    assert told.value.__cause__ is None and told.value.__context__ is None
