from pathlib import Path

import pytest

from tests.factories import CHECK, REFLECT
from tests.learning.practice.reading import read
from tiapp.learning.blocks import ItemList, Paragraph, plain
from tiapp.learning.limits import HEADINGS_A_SHEET, SHEET_BYTES
from tiapp.learning.practice.sheets import read_sheet

TEXT = """\
# Team huddle: Listening

Fifteen minutes.

## One idea

Listen first.

## Talk about it

1. When?
2. Where?
"""


def test_a_sheet_has_a_title_an_opening_and_sections(tmp_path: Path) -> None:
    sheet, problems = read(tmp_path, TEXT, read_sheet, "huddle.md")
    assert problems == []
    assert sheet is not None
    assert (sheet.id, sheet.title) == ("huddle", "Team huddle: Listening")
    (opening,) = sheet.opening
    assert isinstance(opening, Paragraph)
    assert plain(opening.text) == "Fifteen minutes."
    assert [section.title for section in sheet.sections] == ["One idea", "Talk about it"]
    (items,) = sheet.sections[1].blocks
    assert isinstance(items, ItemList)
    assert items.ordered


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "The sheet does not begin with a title."),
        ("## One idea\n", 1, "The sheet does not begin with a title."),
        ("# \n\nText.\n", 1, "The sheet does not begin with a title."),
        (TEXT + "\n" + CHECK, 14, "This block asks something, and a sheet is read on paper."),
        (TEXT + "\n" + REFLECT, 14, "This block asks something, and a sheet is read on paper."),
        (TEXT.replace("Listen first.", "[a](http://b.c)"), 7, "http://b.c"),
        (TEXT.replace("Listen first.", "<b>Listen</b>"), 7, "HTML"),
        ("# A\n" + "## B\n\nText.\n" * (HEADINGS_A_SHEET + 1), 0, "20 headings"),
        ("# A\n\n" + "word " * SHEET_BYTES, 0, "is the most"),
        ("# A\n\n" + "[" * 3000, 3, "["),
    ],
)
def test_a_sheet_with_a_fault_is_not_shown(tmp_path: Path, text: str, line: int, what: str) -> None:
    sheet, problems = read(tmp_path, text, read_sheet)
    assert sheet is None
    assert any(number == line and what in words for number, words in problems), problems
