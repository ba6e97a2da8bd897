"""Icons exist, take their colour when painted, and are sharp."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from tiapp.core.settings import Settings
from tiapp.core.settings import Theme as ThemeChoice
from tiapp.gui.kit import icons
from tiapp.gui.kit.icons import IconLabel, icon
from tiapp.gui.kit.resources import resources
from tiapp.gui.kit.theme import Theme
from tiapp.gui.kit.tokens import DARK, LIGHT

NAMES = sorted(file.stem for file in (resources() / "icons").glob("*.svg"))


def colours(image: QImage) -> set[str]:
    """The colours of its solid pixels; those that are one step off by rounding left out."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    seen = Counter(
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    )
    return {name for name, count in seen.items() if count > 5}


def drawn(shown: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return shown.pixmap(QSize(64, 64), 1.0, mode).toImage()


def test_there_are_icons_enough() -> None:
    assert len(NAMES) >= 60


@pytest.mark.parametrize("name", [*NAMES, *sorted(icons._ALIASES)])
def test_every_icon_is_drawn_in_its_token(look: Theme, name: str) -> None:
    assert colours(drawn(icon(name, "primary"))) == {LIGHT.primary}


def test_every_icon_named_in_the_program_exists() -> None:
    used = set()
    for file in (Path(icons.__file__).parents[1]).rglob("*.py"):
        words = file.read_text(encoding="utf-8")
        used |= set(re.findall(r'(?:make_icon|\bicon|IconLabel|set_icon)\("([a-z0-9-]+)"', words))
    assert used <= set(NAMES) | set(icons._ALIASES)


def test_a_wrong_name_is_found_at_once(look: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_an_icon_follows_the_theme(look: Theme, qapp: QApplication) -> None:
    kept = icon("home", "text")
    assert colours(drawn(kept)) == {LIGHT.text}
    look.apply(qapp, Settings(theme=ThemeChoice.DARK))
    assert colours(drawn(kept)) == {DARK.text}


def test_an_icon_of_something_unavailable_is_quieter(look: Theme) -> None:
    assert colours(drawn(icon("home", "text"), QIcon.Mode.Disabled)) == {LIGHT.control}


def test_a_switched_on_button_has_its_own_colour(look: Theme) -> None:
    shown = icon("home", "text", "on_soft")
    on = shown.pixmap(QSize(64, 64), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert colours(on) == {LIGHT.on_soft}


def test_icons_are_sharp_on_a_fine_screen(look: Theme) -> None:
    fine = icon("home").pixmap(QSize(20, 20), 2.0)
    assert fine.devicePixelRatio() == 2.0
    assert fine.size() == QSize(40, 40)


def test_an_arrow_turns_round_where_reading_does(look: Theme, qapp: QApplication) -> None:
    before = drawn(icon("arrow-right"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = drawn(icon("arrow-right"))
    assert after == before.flipped(Qt.Orientation.Horizontal)
    assert after != before


def test_an_icon_label_grows_with_the_text_and_takes_no_focus(
    look: Theme, qapp: QApplication
) -> None:
    label = IconLabel("leaf", 20, "ok")
    assert label.sizeHint() == QSize(20, 20)
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, text_size=200))
    assert label.sizeHint() == QSize(40, 40)
    assert label.focusPolicy() is Qt.FocusPolicy.NoFocus
    label.resize(40, 40)
    assert LIGHT.ok in colours(label.grab().toImage())


def test_icons_outlive_many_buttons(look: Theme) -> None:
    for _ in range(300):
        button = QPushButton()
        button.setIcon(icon("home"))
        again = QPushButton()
        again.setIcon(button.icon())
        del button
        assert not again.icon().pixmap(16, 16).isNull()
