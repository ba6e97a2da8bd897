"""Trends: the same data in words, as a table and as a picture, and nothing that judges it."""

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.private.rooms import change_settings, check_in, open_room
from tests.window import Steady
from tiapp.core.settings import Theme
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.reading import Cell, HeaderCell
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.chart import TrendChart


@pytest.fixture
def month(steady: Steady) -> Steady:
    """Ten days of check-ins; energy rises, settledness is said once."""
    steady.open_with_room()
    change_settings(steady, check_in=True, check_in_history=True)
    check_ins, now = open_room(steady).check_ins, steady.services.clock.now()
    for day in range(10):
        check_ins.add(check_in(now - timedelta(days=9 - day), energy=min(4, day // 2)))
    check_ins.add(check_in(now, note="a note", settledness=2))
    steady.go(Screen.TRENDS)
    return steady


def _chart(steady: Steady) -> TrendChart:
    chart = steady.find("trend_chart")
    assert isinstance(chart, TrendChart)
    return chart


def test_without_check_ins_it_says_what_would_be_here(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.TRENDS)
    assert "There is nothing to show for this period" in steady.words()
    assert not steady.is_there("trend_chart")
    steady.click("trend_check_in")
    assert steady.screen is Screen.CHECK_IN


def test_the_summary_says_in_the_scales_own_words_how_it_went(month: Steady) -> None:
    words = month.words()
    assert "11 check-ins from 8 February 2026 to 10 March 2026." in words
    assert "Energy: mostly “in between”." in words
    assert "It ranged from “running on empty” to “plenty in the tank”." in words
    assert "In the second half of this time it was nearer to “plenty in the tank”." in words
    assert "Settledness: answered once, “in between”." in words


def test_no_word_on_the_page_judges(month: Steady) -> None:
    for form in ("picture", "table"):
        if form == "table":
            month.click("trend_other_form")
        found = re.findall(
            r"\b(better|worse|good|bad|poor|average|total|score|target|goal|risk|improv\w+)\b",
            month.words().replace("Neither end of a line is better than the other.", ""),
            re.IGNORECASE,
        )
        assert found == []


def test_a_question_with_no_answers_has_neither_line_nor_column(month: Steady) -> None:
    assert [line.item for line in _chart(month).lines] == ["energy", "settledness"]
    month.click("trend_other_form")
    headers = [w.text() for w in month.page.findChildren(HeaderCell) if w.isVisible()]
    assert headers == ["When", "Energy", "Settledness"]


def test_the_table_holds_the_points_of_the_picture_the_latest_first(month: Steady) -> None:
    points = {line.item: len(line.points) for line in _chart(month).lines}
    month.click("trend_other_form")
    cells = [w.text() for w in month.page.findChildren(Cell) if w.isVisible()]
    rows = [cells[n : n + 3] for n in range(0, len(cells), 3)]
    assert rows[0] == ["10 March 2026", "Plenty in the tank", "In between"]
    assert rows[-1] == ["1 March 2026", "Running on empty", ""]
    assert sum(1 for row in rows if row[1]) == points["energy"] == 10
    assert sum(1 for row in rows if row[2]) == points["settledness"] == 1


def test_a_screen_reader_is_given_the_table_first(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    steady.open_with_room()
    open_room(steady).check_ins.add(check_in(steady.services.clock.now(), energy=2))
    steady.go(Screen.TRENDS)
    assert steady.is_there("trend_table")
    assert not steady.is_there("trend_chart")
    steady.click("trend_other_form")
    assert steady.is_there("trend_chart")


def test_the_way_to_the_table_comes_before_the_picture(month: Steady) -> None:
    month.tab_to("trend_other_form")
    month.keys(Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "trend_chart"


def test_the_picture_has_a_name_and_says_where_the_same_can_be_read(month: Steady) -> None:
    chart = QAccessible.queryAccessibleInterface(_chart(month))
    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Name) == "Chart of your check-ins"
    assert "The table shows the same." in chart.text(QAccessible.Text.Description)


def _said(steady: Steady) -> str:
    label = steady.find("chart_words")
    return str(label.property("text"))


def test_keys_go_from_point_to_point_and_from_line_to_line(month: Steady) -> None:
    month.tab_to("trend_chart")
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Down):
        month.keys(key)
        said.append(_said(month))
    assert said == [
        "Energy, 10 March 2026: Plenty in the tank",
        "Energy, 9 March 2026: Plenty in the tank",
        "Energy, 1 March 2026: Running on empty",
        "Settledness, 10 March 2026: In between",
    ]


def test_a_line_can_be_left_out_of_the_picture(month: Steady) -> None:
    month.click("line_energy")
    assert [line.item for line in _chart(month).lines] == ["settledness"]
    month.click("line_settledness")
    month.tab_to("trend_chart")
    month.keys(Qt.Key.Key_Right)  # nothing to point at, and nothing breaks


def test_each_period_can_be_chosen(month: Steady) -> None:
    for name, grain in (
        ("trend_week", "Each point is one check-in."),
        ("trend_year", "Each point is one week"),
        ("trend_all", "Each point is one day."),
        ("trend_month", "Each point is one day."),
    ):
        month.click(name)
        assert grain in month.words()


def _colours(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("look", [Theme.LIGHT, Theme.DARK])
def test_lines_are_drawn_in_the_colours_of_the_look(month: Steady, look: Theme) -> None:
    change_settings(month, theme=look)
    assert {theme().tokens.series_1.lower(), theme().tokens.series_2.lower()} <= _colours(
        _chart(month)
    )


def test_a_check_in_can_be_deleted_and_put_back_until_the_page_is_left(month: Steady) -> None:
    check_ins = open_room(month).check_ins
    deletes = [w for w in month.page.findChildren(QWidget, "kept_delete") if w.isVisible()]
    deletes[0].setFocus()
    month.keys(Qt.Key.Key_Space)
    assert check_ins.count() == 10
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "kept_put_back"
    month.keys(Qt.Key.Key_Space)
    assert check_ins.count() == 11
    assert "10 check-ins" not in month.words()


def test_what_is_kept_is_listed_with_its_words(month: Steady) -> None:
    words = month.words()
    assert "Settledness: In between\na note" in words
    assert month.is_there("kept_more")
    month.click("kept_more")
    assert not month.is_there("kept_more")


def test_everything_can_be_deleted_from_here(month: Steady) -> None:
    month.click("delete_all_check_ins")
    month.click("delete_all_keep")
    assert open_room(month).check_ins.count() == 11
    month.click("delete_all_check_ins")
    month.click("delete_all_really")
    assert open_room(month).check_ins.count() == 0
    assert "There is nothing to show for this period" in month.words()
    assert not month.is_there("kept_check_ins")


def test_a_long_table_shows_some_rows_and_brings_more_when_asked(steady: Steady) -> None:
    steady.open_with_room()
    now = steady.services.clock.now()
    for day in range(20):
        open_room(steady).check_ins.add(check_in(now - timedelta(days=day), energy=2))
    steady.go(Screen.TRENDS)
    steady.click("trend_other_form")
    before = len([w for w in steady.page.findChildren(Cell) if w.isVisible()])
    steady.click("trend_table_more")
    after = len([w for w in steady.page.findChildren(Cell) if w.isVisible()])
    assert (before, after) == (24, 40)


def test_rows_become_lists_where_there_is_no_room(month: Steady) -> None:
    month.click("trend_other_form")
    change_settings(month, text_size=200)
    month.window.resize(640, 640)
    month.until(lambda: "When: 10 March 2026\nEnergy: Plenty in the tank" in month.words())
