"""Buttons. Their words are verb + object; one primary button a screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from tiapp.gui.kit.icons import icon as make_icon
from tiapp.gui.kit.reading import LinkButton

# These say where a button leads; they stand after its words. A button draws its icon where
# reading begins, so such a button is laid out the other way round.
_AFTER_THE_WORDS = frozenset(
    {"arrow-right", "chevron-right", "chevron-down", "external-link", "skip-forward"}
)


def _button(text: str, kind: str, name: str, icon: str, parent: QWidget | None) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("kind", kind)
    button.setObjectName(name)
    button.setAutoDefault(False)
    if icon:
        button.setIcon(make_icon(icon, "on_primary" if kind == "primary" else "text"))
        if icon in _AFTER_THE_WORDS:
            button.setLayoutDirection(
                Qt.LayoutDirection.LeftToRight
                if QGuiApplication.isRightToLeft()
                else Qt.LayoutDirection.RightToLeft
            )
    return button


def primary(text: str, name: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """The main thing to do on this screen. `name` is its object name, for tests."""
    return _button(text, "primary", name, icon, parent)


def secondary(text: str, name: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """Anything else; the same size as a primary one."""
    return _button(text, "secondary", name, icon, parent)


def quiet(text: str, name: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button without an edge, for small things beside others."""
    return _button(text, "quiet", name, icon, parent)


def link(text: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """Underlined words that take you somewhere; a screen reader meets them as a link."""
    made = LinkButton(text, parent)
    made.setProperty("kind", "link")
    made.setObjectName(name)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def nav(text: str, name: str, icon: str, parent: QWidget | None = None) -> QPushButton:
    """A row of the navigation: checkable, selected when checked."""
    button = QPushButton(text, parent)
    button.setProperty("kind", "nav")
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.setCheckable(True)
    button.setIcon(make_icon(icon, "text", "on_soft"))
    return button


def chip(text: str, name: str, parent: QWidget | None = None) -> QPushButton:
    """A small choice that can be switched on and off; a tick shows when it is on."""
    button = QPushButton(text, parent)
    button.setProperty("kind", "chip")
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.setCheckable(True)
    button.toggled.connect(
        lambda on: button.setIcon(make_icon("check", "on_soft") if on else QIcon())
    )
    return button
