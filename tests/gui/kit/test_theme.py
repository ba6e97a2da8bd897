"""One look for everything, from the settings; applied as often as anybody likes."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tiapp.core.settings import LINE_SPACINGS, Motion, Settings
from tiapp.core.settings import Theme as ThemeChoice
from tiapp.gui.kit import fonts, indicators
from tiapp.gui.kit.icons import icon
from tiapp.gui.kit.prose import Prose
from tiapp.gui.kit.resources import resources
from tiapp.gui.kit.text import Label, Title
from tiapp.gui.kit.theme import Theme
from tiapp.gui.kit.tokens import DARK, LIGHT
from tiapp.learning.blocks import Span


def test_the_bundled_typeface_is_used(look: Theme, qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == fonts.FAMILY
    for face in fonts._FILES:
        assert (resources() / "fonts" / f"AtkinsonHyperlegibleNext_{face}.ttf").is_file()
    for licence in ("atkinson-hyperlegible-next.txt", "lucide-icons.txt"):
        assert (resources() / "licences" / licence).stat().st_size > 1000


def test_every_colour_of_the_palette_is_a_token(look: Theme, qapp: QApplication) -> None:
    for tokens, choice in ((LIGHT, ThemeChoice.LIGHT), (DARK, ThemeChoice.DARK)):
        look.apply(qapp, Settings(theme=choice))
        assert look.tokens is tokens
        known = {getattr(tokens, name).upper() for name in tokens.__slots__ if name != "dark"}
        for role in QPalette.ColorRole:
            if role in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
                continue
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
                assert qapp.palette().color(group, role).name().upper() in known, role


def test_applying_again_changes_nothing(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.apply(qapp, look.settings)
    with qtbot.waitSignal(look.changed, timeout=1000):
        look.apply(qapp, Settings(theme=ThemeChoice.DARK))


def test_sizes_follow_the_setting(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    title, body = Title("Words"), Label("Words")
    qtbot.addWidget(title)
    qtbot.addWidget(body)
    for size in (100, 150, 200):
        look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, text_size=size))
        for label, points in ((title, 24), (body, 12)):
            label.ensurePolished()
            assert label.font().pointSizeF() == pytest.approx(look.pt(points))
        assert look.px(20) == 20 * size // 100
        assert look.pt(12) == 12 * size / 100


def test_letters_move_apart_when_asked(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    label = Label("Words of some length")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = QFontMetricsF(label.font()).horizontalAdvance(label.text())
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, letter_spacing=8))
    label.ensurePolished()
    after = QFontMetricsF(label.font()).horizontalAdvance(label.text())
    assert after == pytest.approx(before * 1.08, rel=0.03)


@pytest.mark.parametrize("spacing", LINE_SPACINGS)
def test_lines_of_reading_text_are_as_far_apart_as_chosen(
    look: Theme, qapp: QApplication, qtbot: QtBot, spacing: int
) -> None:
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, line_spacing=spacing))
    heights = []
    for lines in (10, 20):
        prose = Prose((Span("\n".join(["word"] * lines)),))
        qtbot.addWidget(prose)
        prose.ensurePolished()
        heights.append(prose.heightForWidth(45))
    per_line = (heights[1] - heights[0]) / 10
    assert per_line == pytest.approx(16 * spacing / 100, abs=1.5)


def test_a_reading_column_holds_about_as_many_letters_as_chosen(
    look: Theme, qapp: QApplication
) -> None:
    words = "the quick brown fox jumps over the lazy dog and then rests for a while in the sun"
    for wanted in (50, 60, 70):
        look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, reading_width=wanted))
        one = QFontMetricsF(qapp.font()).horizontalAdvance(words) / len(words)
        assert look.reading_px() / one == pytest.approx(wanted, rel=0.12)


def test_a_theme_switch_repaints_icons(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    shown = icon("square", "primary")
    seen = []
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        look.apply(qapp, Settings(theme=choice))
        image = shown.pixmap(QSize(48, 48), 1.0).toImage()
        seen.append(image.pixelColor(24, 6).name().upper())
    assert seen == [LIGHT.primary, DARK.primary]


def test_stillness(look: Theme, qapp: QApplication) -> None:
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, motion=Motion.REDUCED))
    assert look.still
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, motion=Motion.FULL))
    assert not look.still


def test_high_contrast_belongs_to_the_system(
    look: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Theme, "_wants_contrast", lambda self: True)
    look.apply(qapp, Settings(theme=ThemeChoice.DARK))
    assert look.high_contrast
    assert "#" not in qapp.styleSheet() and "@" not in qapp.styleSheet()
    assert "font-size: 24pt" in qapp.styleSheet()
    assert look.tokens.page == qapp.palette().color(QPalette.ColorRole.Window).name()
    monkeypatch.undo()
    look.apply(qapp, Settings(theme=ThemeChoice.DARK))
    assert look.tokens is DARK and DARK.page in qapp.styleSheet()


def test_the_sheet_mirrors_what_qt_does_not(look: Theme, qapp: QApplication) -> None:
    assert "border-left: 4px solid" in qapp.styleSheet()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert "border-right: 4px solid" in qapp.styleSheet()
    assert "-start" not in qapp.styleSheet() and "-end" not in qapp.styleSheet()


def test_the_pictures_of_the_sheet_are_up_to_date(look: Theme, qapp: QApplication) -> None:
    for folder, tokens in (("light", LIGHT), ("dark", DARK)):
        place = resources() / "styles" / folder
        wanted = indicators.pictures(tokens)
        assert {file.name for file in place.iterdir()} == set(wanted)
        for name, text in wanted.items():
            assert (place / name).read_text(encoding="utf-8") == text
    for part in qapp.styleSheet().split("url(look:light/")[1:]:
        assert part.split(")")[0] in indicators.pictures(LIGHT)
