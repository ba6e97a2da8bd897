"""The bundled typeface, and how large "100 %" is on this computer.

Atkinson Hyperlegible Next tells similar letters apart (I l 1, O 0). It has no letters of other
scripts and no arrows or ticks: Qt takes those from the system's fonts by itself.
"""

import sys

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from tiapp.gui.kit.resources import resources

FAMILY = "Atkinson Hyperlegible Next"
_FILES = ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold")

# What a system's own text is at its standard setting, in points.
_STANDARD = {"win32": 9.0, "darwin": 13.0}

_loaded = False
_system_points = 0.0


def load() -> str:
    """Adds the bundled faces, once. Returns the family name to use.

    Where the files are missing the system's own font does as well.
    """
    global _loaded, _system_points
    if not _loaded:
        _loaded = True
        _system_points = QGuiApplication.font().pointSizeF()
        for face in _FILES:
            file = resources() / "fonts" / f"AtkinsonHyperlegibleNext_{face}.ttf"
            QFontDatabase.addApplicationFont(str(file))
    return FAMILY


def system_scale() -> float:
    """How much larger than standard the system's own text is set: 1.0 to 2.0.

    Linux desktops tell through the screen's scale instead, which Qt has already taken in.
    """
    standard = _STANDARD.get(sys.platform)
    if standard is None or _system_points <= 0:
        return 1.0
    scale = _system_points / standard
    return min(scale, 2.0) if scale >= 1.1 else 1.0


def points_per_pixel() -> float:
    """Points for one pixel at 100 %: macOS counts 72 points an inch, others 96."""
    return 1.0 if sys.platform == "darwin" else 0.75


def font(points: float, letter_spacing: int = 0) -> QFont:
    """The typeface at a size; `letter_spacing` is the extra room in per cent."""
    made = QFont(load())
    made.setPointSizeF(points)
    if letter_spacing:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + letter_spacing)
    return made
