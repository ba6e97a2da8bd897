"""Lucide icons, tinted with a token when they are painted, so that they follow the theme."""

from PySide6.QtGui import QIcon


def icon(name: str, token: str = "text") -> QIcon:
    """The icon `name` of resources/icons, in the colour of `token`."""
    return QIcon()
