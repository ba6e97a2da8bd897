"""A journey through the real window, by keyboard: on, check in, look at it, off, and gone."""

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.window import Steady
from tiapp.gui.kit.places import Screen


def test_switch_on_check_in_see_the_picture_switch_off_and_delete(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.CHECK_IN)
    steady.press_by_key("check_in_keep_history")
    steady.press_by_key("check_in_switch_on")

    for day, figure in enumerate((Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)):
        clock = steady.services.clock
        clock.set(clock.now() + timedelta(days=day > 0))  # type: ignore[attr-defined]
        steady.tab_to("item_energy_1")
        steady.keys(figure)
        steady.press_by_key("check_in_save")
        assert "Where to find support" in steady.words()
        if day < 2:
            steady.press_by_key("check_in_again")

    steady.press_by_key("check_in_picture")
    assert steady.screen is Screen.TRENDS
    assert "3 check-ins" in steady.words()
    steady.tab_to("trend_chart")
    steady.keys(Qt.Key.Key_Left)
    steady.keys(Qt.Key.Key_Home)
    assert "Energy, 10 March 2026: Low" in steady.words()
    steady.press_by_key("trend_other_form")
    assert "A fair amount" in steady.words()

    steady.lock()
    assert "fair amount" not in steady.words()
    steady.unlock()

    steady.go(Screen.CHECK_IN)
    steady.press_by_key("check_in_switch_off")
    assert "Kept: 3 check-ins." in steady.words()
    steady.press_by_key("delete_all_check_ins")
    steady.press_by_key("delete_all_really")
    steady.go(Screen.TRENDS)
    assert "There is nothing to show for this period" in steady.words()
