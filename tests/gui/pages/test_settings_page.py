"""Settings take effect at once, are saved at once, and are each person's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from tests.window import Steady
from tiapp.core.settings import Motion, Settings, Theme
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.theme import theme


def _saved(steady: Steady, name: str = "Isla") -> Settings:
    """What a start of Steady would read now."""
    return steady.services.for_person(steady.services.people.find(name)).settings


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("theme", Theme.DARK),
        ("text_size", 150),
        ("motion", Motion.REDUCED),
        ("reading_width", 50),
        ("line_spacing", 180),
        ("letter_spacing", 8),
    ],
)
def test_each_choice_is_in_force_and_saved_at_once(
    steady: Steady, field: str, value: object
) -> None:
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    box = steady.find(f"setting_{field}", QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    assert getattr(theme().settings, field) == value
    assert getattr(_saved(steady), field) == value


def test_dark_changes_the_palette(steady: Steady) -> None:
    steady.open_as_someone()
    light = steady.window.palette().window().color().lightness()
    steady.window.acts.use_dark()
    steady.settle()
    assert steady.window.palette().window().color().lightness() < light


def test_a_name_is_kept_without_a_save_button(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    field = steady.find("setting_name", QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, " B")
    steady.click("nav_home")
    assert steady.page.title.text() == "Good morning, Isla B"
    assert steady.services.people.find("Isla B")


def test_a_taken_name_is_told_calmly_and_changes_nothing(steady: Steady) -> None:
    steady.services.people.add("Callum")
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    field = steady.find("setting_name", QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "callum")
    steady.click("nav_home")
    assert "Someone here already has that name." in steady.words()
    assert steady.services.people.find("Isla")


def test_sharing_can_be_turned_on_and_off(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    steady.click("setting_shared")
    assert steady.services.installation.shared_computer is True
    QTest.keyClick(steady.find("setting_shared"), Qt.Key.Key_Space)
    assert steady.services.installation.shared_computer is False


def test_the_data_folder_is_shown_and_can_be_copied(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    label = steady.find("data_folder", QLabel)
    assert isinstance(label, QLabel) and label.text() == str(steady.services.paths.data)
    steady.click("copy_data_folder")
    assert QGuiApplication.clipboard().text() == str(steady.services.paths.data)


def test_the_page_shows_what_keys_have_changed(steady: Steady) -> None:
    steady.open_as_someone()
    steady.go(Screen.SETTINGS)
    QTest.keyClick(steady.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    steady.settle()
    box = steady.find("setting_text_size", QComboBox)
    assert isinstance(box, QComboBox) and box.currentData() == 110
