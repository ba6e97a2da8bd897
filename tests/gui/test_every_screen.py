"""Walks every screen: names for the screen reader, targets that can be hit, words that fit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from tests.window import Steady
from tiapp.core.settings import Settings, Theme
from tiapp.gui.kit.places import Destination, Screen

SCREENS = [screen for screen in Screen if screen is not Screen.MODULE]


def _walk(steady: Steady) -> Iterator[str]:
    """Every screen in turn; every part of every module, with its note opened."""
    for screen in SCREENS:
        steady.go(screen)
        yield screen.value
    for entry in steady.services.library.entries():
        for part in entry.parts:
            steady.go(Screen.MODULE, entry.id, part.id)
            yield f"{entry.id}/{part.id}"
            if steady.is_there("note_continue"):
                steady.click("note_continue")
                yield f"{entry.id}/{part.id} read"


def _nameless(window: QWidget) -> list[str]:
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()!r}")
    return found


def _small(window: QWidget) -> list[str]:
    """Buttons below 24 pixels, the least allowed anywhere (docs/design.md)."""
    return [
        f"{type(button).__name__} {button.objectName()!r} {button.width()}x{button.height()}"
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.focusPolicy() != Qt.FocusPolicy.NoFocus
        and min(button.width(), button.height()) < 24
    ]


def _sideways(window: QWidget) -> list[str]:
    """Pages that would have to scroll sideways."""
    return [
        area.objectName()
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible()
        and area.objectName().endswith(("_scroll", "_view"))
        and area.horizontalScrollBar().maximum() > 0
    ]


def _cut(window: QWidget) -> list[str]:
    """Labels with less height than their words need."""
    return [
        label.text()[:60]
        for label in window.findChildren(QLabel)
        if label.isVisible()
        and label.wordWrap()
        and label.height() < label.heightForWidth(label.width())
    ]


def _wait_until_whole(steady: Steady, name: str) -> None:
    """Pages build what lies below the first view a moment later."""
    try:
        steady.qtbot.waitUntil(lambda: not _cut(steady.window), timeout=5_000)
    except TimeoutError:
        pytest.fail(f"cut off on {name}: {_cut(steady.window)}")


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_every_focusable_widget_has_a_name_and_every_page_fits(
    steady: Steady, theme: Theme, text_size: int
) -> None:
    steady.open_as_someone()
    assert steady.window.arrivals.session is not None
    steady.window.arrivals.session.save_settings(Settings(theme=theme, text_size=text_size))
    steady.window.resize(1024, 640)
    walked = 0
    for name in _walk(steady):
        walked += 1
        assert _nameless(steady.window) == [], name
        assert _small(steady.window) == [], name
        assert _sideways(steady.window) == [], name
        _wait_until_whole(steady, name)
    assert walked > len(SCREENS)


def test_the_first_steps_and_the_hidden_screen_have_names_too(steady: Steady) -> None:
    steady.open()
    for _ in range(3):
        assert _nameless(steady.window) == []
        if steady.page.objectName() == "welcome_page":
            steady.click("welcome_continue")
    steady.window.acts.hide_screen()
    # The calendar's own inner buttons are Qt's; each must still say what it is.
    assert _nameless(steady.window) == []


def _private_walk(steady: Steady) -> Iterator[str]:
    """What is only there with an open room, then the door and what stands behind it."""
    for screen in (Screen.REFLECT, Screen.CHECK_IN, Screen.TRENDS, Screen.PLAN, Screen.SETTINGS):
        steady.go(screen)
        yield f"open {screen.value}"
    stage = steady.window.stage
    assert stage is not None
    for task in ("passphrase", "new-key", "confirm-code", "new-code", "restore", "erase"):
        stage.go(Destination(Screen.VAULT, term=task))
        steady.settle()
        yield f"vault {task}"
    steady.lock()
    steady.go(Screen.REFLECT)
    yield "the door"
    for button in ("unlock_use_code", "unlock_use_passphrase", "unlock_forgotten", "start_afresh"):
        steady.click(button)
        yield f"the door, after {button}"
    steady.click("afresh_go_on")
    yield "set up"
    steady.click("about_room_continue")
    yield "set up, the passphrase"


@pytest.mark.parametrize(("theme", "text_size"), [(Theme.LIGHT, 100), (Theme.DARK, 200)])
def test_the_private_room_has_names_and_fits_too(
    steady: Steady, theme: Theme, text_size: int
) -> None:
    steady.open_with_room()
    assert steady.window.arrivals.session is not None
    settings = Settings(theme=theme, text_size=text_size, check_in=True, check_in_history=True)
    steady.window.arrivals.session.save_settings(settings)
    steady.window.resize(1024, 640)
    for name in _private_walk(steady):
        assert _nameless(steady.window) == [], name
        assert _small(steady.window) == [], name
        assert _sideways(steady.window) == [], name
        _wait_until_whole(steady, name)
