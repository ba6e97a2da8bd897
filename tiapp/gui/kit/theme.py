"""Fonts, palette and style sheet from the tokens and a person's settings."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tiapp.core.settings import Motion, Settings
from tiapp.core.settings import Theme as ThemeChoice
from tiapp.gui.kit.tokens import DARK, LIGHT, Tokens


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

    def apply(self, app: QApplication, settings: Settings) -> None:
        """Puts the settings in force for every window."""
        self.settings = settings
        self.tokens = DARK if self._wants_dark(settings) else LIGHT
        self.changed.emit()

    def px(self, size: float) -> int:
        """Pixels at the chosen text size."""
        return round(size * self.settings.text_size / 100)

    def pt(self, size: float) -> float:
        """Points at the chosen text size."""
        return size * self.settings.text_size / 100

    @property
    def still(self) -> bool:
        """True when nothing may move."""
        return self.settings.motion is Motion.REDUCED

    @staticmethod
    def _wants_dark(settings: Settings) -> bool:
        if settings.theme is ThemeChoice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return settings.theme is ThemeChoice.DARK


_theme: Theme | None = None


def theme() -> Theme:
    """The look in force."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme
