"""Options, choices and buttons: by keyboard, for screen readers, and with long words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tiapp.core.settings import TEXT_SIZES, Settings
from tiapp.core.settings import Theme as ThemeChoice
from tiapp.gui.kit import buttons
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.radio_row import CheckRow, RadioRow
from tiapp.gui.kit.theme import Theme

LONG = "Ask what would help right now, and let them choose whether to talk here or elsewhere. " * 3


@pytest.fixture
def options(qtbot: QtBot, look: Theme) -> list[RadioRow]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = [RadioRow(words, f"option_{words[0]}") for words in ("First", LONG, "Third")]
    for row in made:
        column.addWidget(row)
    window.resize(420, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made[0].setFocus()
    made[0].window_kept = window
    return made


def said(widget: QWidget) -> QAccessible.State:
    return QAccessible.queryAccessibleInterface(widget).state()


def test_space_and_arrows_pick_an_option(options: list[RadioRow]) -> None:
    QTest.keyClick(options[0], Qt.Key.Key_Space)
    assert options[0].isChecked()
    QTest.keyClick(options[0], Qt.Key.Key_Down)
    assert options[1].isChecked() and options[1].hasFocus() and not options[0].isChecked()
    QTest.keyClick(options[1], Qt.Key.Key_Up)
    assert options[0].isChecked()


def test_the_whole_row_can_be_pressed(options: list[RadioRow]) -> None:
    corner = QPoint(options[2].width() - 3, options[2].height() - 3)
    QTest.mouseClick(options[2], Qt.MouseButton.LeftButton, pos=corner)
    assert options[2].isChecked()


def test_an_option_is_met_as_one(options: list[RadioRow]) -> None:
    met = QAccessible.queryAccessibleInterface(options[1])
    assert met.role() == QAccessible.Role.RadioButton
    assert met.text(QAccessible.Text.Name) == LONG
    assert not said(options[1]).checked
    options[1].setChecked(True)
    assert said(options[1]).checked


def test_long_words_go_on_in_a_new_line(options: list[RadioRow]) -> None:
    assert options[1].height() > 3 * options[0].fontMetrics().height()
    assert options[1].height() >= options[1].heightForWidth(options[1].width())
    assert options[0].height() >= 36


def test_a_tick_row(qtbot: QtBot, look: Theme) -> None:
    row = CheckRow(LONG, "tick")
    qtbot.addWidget(row)
    row.resize(300, row.heightForWidth(300))
    row.show()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    met = QAccessible.queryAccessibleInterface(row)
    assert met.role() == QAccessible.Role.CheckBox and met.state().checked
    row.setTristate(True)
    row.setCheckState(Qt.CheckState.PartiallyChecked)
    assert not row.grab().isNull()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_choice_by_keyboard(qtbot: QtBot, look: Theme, key: Qt.Key) -> None:
    choice = ChoiceButton(LONG, "choice")
    qtbot.addWidget(choice)
    choice.setAutoDefault(True)  # Enter presses it, as it does in a dialog
    choice.show()
    with qtbot.waitSignal(choice.clicked, timeout=1000):
        QTest.keyClick(choice, key)


def test_a_choice_is_met_as_a_button_with_its_words(qtbot: QtBot, look: Theme) -> None:
    choice = ChoiceButton("Tea & talk", "choice")
    qtbot.addWidget(choice)
    met = QAccessible.queryAccessibleInterface(choice)
    assert met.role() == QAccessible.Role.Button
    assert met.text(QAccessible.Text.Name) == "Tea & talk"
    choice.setCheckable(True)
    choice.setChecked(True)
    assert said(choice).checked


def test_choices_as_wide_as_the_column_wrap(qtbot: QtBot, look: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    choice, short = ChoiceButton(LONG), ChoiceButton("Yes")
    column.addWidget(choice)
    column.addWidget(short)
    column.addStretch(1)
    window.resize(400, 600)
    window.show()
    assert choice.width() == short.width() == 400 - 18 or choice.width() == short.width()
    assert choice.height() >= choice.heightForWidth(choice.width()) > short.height() >= 44


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_controls_grow_with_the_text(
    qtbot: QtBot, look: Theme, qapp: QApplication, size: int
) -> None:
    made: list[QAbstractButton] = [
        buttons.primary("Carry on", "a"),
        buttons.secondary("Carry on", "b"),
        ChoiceButton("Carry on"),
        RadioRow("Carry on"),
        QPushButton("Carry on"),
    ]
    for button in made:
        qtbot.addWidget(button)
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, text_size=size))
    for button in made:
        button.ensurePolished()
        assert button.sizeHint().height() >= round(36 * size / 100)
    assert made[0].sizeHint().height() == made[1].sizeHint().height()


def test_a_long_button_wraps_instead_of_pushing_the_page_apart(
    qtbot: QtBot, look: Theme, qapp: QApplication
) -> None:
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, text_size=200))
    button = buttons.secondary("What this programme cannot protect you against at work", "long")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert button.sizeHint().width() <= 480
    assert button.sizeHint().height() > 2 * button.fontMetrics().height()


def test_a_chip_shows_a_tick_when_it_is_on(qtbot: QtBot, look: Theme) -> None:
    chip = buttons.chip("Everyday contact", "chip")
    qtbot.addWidget(chip)
    assert chip.icon().isNull()
    chip.click()
    assert chip.isChecked() and not chip.icon().isNull()


def test_a_link_is_met_as_a_link_and_can_be_pressed(qtbot: QtBot, look: Theme) -> None:
    link = buttons.link("What this cannot protect against", "link")
    qtbot.addWidget(link)
    met = QAccessible.queryAccessibleInterface(link)
    assert met.role() == QAccessible.Role.Link
    assert met.text(QAccessible.Text.Name) == "What this cannot protect against"
    with qtbot.waitSignal(link.clicked, timeout=1000):
        met.actionInterface().doAction("Press")


def test_a_row_of_the_navigation_says_whether_it_is_selected(qtbot: QtBot, look: Theme) -> None:
    row = buttons.nav("Home", "nav_home", "home")
    qtbot.addWidget(row)
    met = QAccessible.queryAccessibleInterface(row)
    assert (met.role(), met.text(QAccessible.Text.Name)) == (QAccessible.Role.PageTab, "Home")
    assert met.state().selectable and not met.state().selected
    row.setChecked(True)
    assert said(row).selected and not row.grab().isNull()
    row.setText("")
    row.setAccessibleName("Home")
    assert met.text(QAccessible.Text.Name) == "Home" and not row.grab().isNull()


def test_a_button_of_an_icon_alone_has_a_name(qtbot: QtBot, look: Theme) -> None:
    made = buttons.icon_only("Hide the list", "hide", "panel-left")
    qtbot.addWidget(made)
    met = QAccessible.queryAccessibleInterface(made)
    assert met.text(QAccessible.Text.Name) == made.toolTip() == "Hide the list"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_row_of_buttons_wraps_and_keeps_inside(
    qtbot: QtBot, look: Theme, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    row = FlowRow()
    qtbot.addWidget(row)
    made = [row.add(buttons.secondary(f"Choose number {n}", f"b{n}")) for n in range(5)]
    row.resize(400, row.heightForWidth(400))
    row.show()
    assert len({button.y() for button in made}) > 1
    assert all(row.rect().contains(button.geometry()) for button in made)
    start_edges = {
        button.x()
        if direction == Qt.LayoutDirection.LeftToRight
        else 400 - button.geometry().right()
        for button in made
    }
    assert min(start_edges) <= 1
    assert not made[0].geometry().intersects(made[1].geometry())
    row.clear()
    assert row.flow.count() == 0
