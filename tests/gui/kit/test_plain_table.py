"""A table of plain words shows every word, side by side or one below the other."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tiapp.gui.kit.plain_table import PlainTable
from tiapp.gui.kit.reading import Cell, HeaderCell

ID = "cd613e30-d8f1-4adf-91b7-584a2265b1f5"


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[PlainTable]:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    table = PlainTable(("Module", "Record id"), "a_table", "Rows")
    column.addWidget(table)
    column.addStretch(1)
    table.show_rows([("Starting safely", ID), ("<b>Not bold</b>", ID)])
    _give(table, 700)
    holder.show()
    qtbot.waitExposed(holder)
    yield table


def _give(table: PlainTable, width: int) -> None:
    """Room on a page."""
    table.parentWidget().resize(width, 800)


def _cells(table: PlainTable) -> list[Cell]:
    return [cell for cell in table.findChildren(Cell) if cell.isVisible()]


def test_with_room_it_has_a_heading_for_each_column(table: PlainTable) -> None:
    headings = [cell.text() for cell in table.findChildren(HeaderCell) if cell.isVisible()]
    assert headings == ["Module", "Record id"]
    assert [cell.accessibleName() for cell in _cells(table)][:2] == ["Starting safely", ID]


def test_without_room_each_row_names_its_columns(table: PlainTable, qtbot: QtBot) -> None:
    _give(table, 200)
    qtbot.waitUntil(lambda: _cells(table)[0].accessibleName().startswith("Module: "))
    assert [cell.accessibleName() for cell in _cells(table)][1] == f"Record id: {ID}"
    _give(table, 700)
    qtbot.waitUntil(lambda: _cells(table)[0].accessibleName() == "Starting safely")


def test_no_word_is_cut_off_at_any_width(table: PlainTable, qtbot: QtBot) -> None:
    for width in (180, 240, 320, 420, 560, 900):
        _give(table, width)
        qtbot.waitUntil(
            lambda: all(
                cell.minimumSizeHint().width() <= max(cell.width(), 1)
                and cell.heightForWidth(cell.width()) <= cell.height()
                for cell in _cells(table)
            )
        )


def test_words_are_never_markup(table: PlainTable) -> None:
    assert any(cell.text() == "<b>Not bold</b>" for cell in _cells(table))


def test_other_rows_take_the_place_of_those_before(table: PlainTable) -> None:
    table.show_rows([("One", "1")])
    assert table.rows() == (("One", "1"),)
    assert [cell.accessibleName() for cell in _cells(table)] == ["One", "1"]


def test_many_rows_come_a_few_at_a_time_and_all_of_them_come(
    table: PlainTable, qtbot: QtBot
) -> None:
    table.show_rows([(f"Row {number}", ID) for number in range(40)])
    assert len(_cells(table)) < 40, "the window is not held up by all of them"
    qtbot.waitUntil(lambda: len(_cells(table)) == 80)
    assert [cell.accessibleName() for cell in _cells(table)][::2] == [
        f"Row {number}" for number in range(40)
    ]
