"""Fonts, palette and style sheet from the tokens and a person's settings."""

import sys

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFontInfo, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tiapp.core.settings import Motion, Settings
from tiapp.core.settings import Theme as ThemeChoice
from tiapp.gui.kit import fonts
from tiapp.gui.kit.palette import from_palette, to_palette
from tiapp.gui.kit.resources import resources
from tiapp.gui.kit.stylesheet import build, build_plain
from tiapp.gui.kit.tokens import DARK, LIGHT, Tokens

_ORDINARY_WORDS = "People feel safer when they know what will happen next, and can say no to it."


class Theme(QObject):
    """The look in force. There is one a program: `theme()`.

    Signals:
        changed(): colours or sizes are new; painted widgets repaint.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings()
        self.tokens: Tokens = LIGHT
        self.high_contrast = False
        self._app: QApplication | None = None
        self._sheet = ""
        self._scale = 1.0
        self._asked_for = Qt.ColorScheme.Unknown

    def apply(self, app: QApplication, settings: Settings) -> None:
        """Puts the settings in force for every window. Cheap when nothing is new."""
        if self._app is not app:
            self._begin(app)
        before = (self.settings, self.tokens, self._sheet)
        self.settings = settings
        self._scale = min(settings.text_size / 100 * fonts.system_scale(), 2.0)
        self.high_contrast = self._wants_contrast()
        self._ask_for_scheme(settings.theme)
        if self.high_contrast:
            self._use_the_system_colours(app)
        else:
            self._use_the_tokens(app)
        if before != (self.settings, self.tokens, self._sheet):
            self.changed.emit()

    def px(self, size: float) -> int:
        """Pixels at the chosen text size."""
        return round(size * self._scale)

    def pt(self, size: float) -> float:
        """Points at the chosen text size. 12 is body text."""
        return size * self._scale * fonts.points_per_pixel() / 0.75

    def reading_px(self) -> int:
        """How wide a column of reading text may be, in pixels."""
        metrics = QFontMetricsF(fonts.font(self.pt(12), self.settings.letter_spacing))
        # Not averageCharWidth(): that counts every letter of the font as often as "e".
        one = metrics.horizontalAdvance(_ORDINARY_WORDS) / len(_ORDINARY_WORDS)
        return round(one * self.settings.reading_width)

    def line_height(self) -> int:
        """The chosen line spacing for Qt's rich text, in per cent.

        People mean per cent of the letter size, as on the web; Qt means per cent of the font's
        own line, which is a quarter higher already.
        """
        font = fonts.font(self.pt(12))
        own = QFontMetricsF(font).lineSpacing() / QFontInfo(font).pixelSize()
        return max(100, round(self.settings.line_spacing / own))

    @property
    def still(self) -> bool:
        """True when nothing may move."""
        if self.settings.motion is Motion.SYSTEM:
            return self._system_wants_stillness()
        return self.settings.motion is Motion.REDUCED

    # What happens once, and when the system changes its mind

    def _begin(self, app: QApplication) -> None:
        self._app = app
        self._sheet = ""
        QDir.setSearchPaths("look", [str(resources() / "styles")])
        # Both are kept: taken anew from Qt each time, the second is gone at once.
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)
        app.layoutDirectionChanged.connect(self._on_system_changed)

    def _on_system_changed(self) -> None:
        if self._app is not None:
            self.apply(self._app, self.settings)

    def _ask_for_scheme(self, choice: ThemeChoice) -> None:
        """Tells the system too, so that window frames and file dialogs match."""
        wanted = {
            ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
            ThemeChoice.LIGHT: Qt.ColorScheme.Light,
            ThemeChoice.DARK: Qt.ColorScheme.Dark,
        }[choice]
        if wanted is not self._asked_for:
            self._asked_for = wanted
            self._hints.setColorScheme(wanted)

    def _wants_dark(self) -> bool:
        if self.settings.theme is ThemeChoice.SYSTEM:
            return self._hints.colorScheme() is Qt.ColorScheme.Dark
        return self.settings.theme is ThemeChoice.DARK

    def _wants_contrast(self) -> bool:
        return self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast

    def _system_wants_stillness(self) -> bool:
        preference = getattr(self._accessibility, "motionPreference", None)  # from Qt 6.12 on
        if preference is not None:
            return "Reduce" in str(preference())
        # On Windows this is "Show animations"; other systems do not tell Qt 6.11.
        return sys.platform == "win32" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

    def _use_the_tokens(self, app: QApplication) -> None:
        self.tokens = DARK if self._wants_dark() else LIGHT
        app.setPalette(to_palette(self.tokens))
        self._set_font(app)
        sheet = build(self.tokens, self.px, self.pt, app.isRightToLeft())
        # A widget styled by the sheet takes a new font only when the sheet is new as well.
        spacing = self.settings.letter_spacing
        self._set_sheet(app, f"/* letters {spacing} % further apart */{sheet}")

    def _use_the_system_colours(self, app: QApplication) -> None:
        """In high contrast a person's own colours count; only sizes and the font are ours."""
        app.setPalette(QPalette())
        self.tokens = from_palette(app.palette())
        self._set_font(app)
        self._set_sheet(app, build_plain(self.px, self.pt))

    def _set_font(self, app: QApplication) -> None:
        font = fonts.font(self.pt(12), self.settings.letter_spacing)
        if font != app.font():
            app.setFont(font)

    def _set_sheet(self, app: QApplication, sheet: str) -> None:
        if sheet != self._sheet:
            self._sheet = sheet
            app.setStyleSheet(sheet)


_theme: Theme | None = None


def theme() -> Theme:
    """The look in force."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme
