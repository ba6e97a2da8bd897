"""Buttons. Their words are verb + object; one primary button a screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from tiapp.gui.kit.button import Button, NavButton
from tiapp.gui.kit.icons import icon as make_icon
from tiapp.gui.kit.reading import LinkButton

# These say where a button leads; they stand after its words.
_AFTER_THE_WORDS = frozenset(
    {"arrow-right", "chevron-right", "chevron-down", "external-link", "skip-forward"}
)


def _button(text: str, kind: str, name: str, icon: str, parent: QWidget | None) -> Button:
    button = Button(text, kind, name, parent)
    if icon:
        button.icon_after = icon in _AFTER_THE_WORDS
        token = "on_primary" if kind == "primary" else "text"
        button.setIcon(make_icon(icon, token, "on_soft"))
    return button


def primary(text: str, name: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """The main thing to do on this screen. `name` is its object name, for tests."""
    return _button(text, "primary", name, icon, parent)


def secondary(text: str, name: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """Anything else; the same size as a primary one."""
    return _button(text, "secondary", name, icon, parent)


def quiet(text: str, name: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """A button without an edge, for small things beside others."""
    return _button(text, "quiet", name, icon, parent)


def link(text: str, name: str, parent: QWidget | None = None) -> Button:
    """Underlined words that take you somewhere; a screen reader meets them as a link."""
    button = LinkButton(text, "link", name, parent)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def nav(text: str, name: str, icon: str, parent: QWidget | None = None) -> Button:
    """A row of the navigation: checkable, selected when checked.

    With its text taken away it shows the icon alone; set an accessible name then.
    """
    button = NavButton(text, "nav", name, parent)
    button.setCheckable(True)
    button.setIcon(make_icon(icon, "text", "on_soft"))
    return button


def chip(text: str, name: str, parent: QWidget | None = None) -> Button:
    """A small choice that can be switched on and off; a tick shows when it is on."""
    button = Button(text, "chip", name, parent)
    button.setCheckable(True)
    button.toggled.connect(
        lambda on: button.setIcon(make_icon("check", "on_soft") if on else QIcon())
    )
    return button


def icon_only(words: str, name: str, icon: str, parent: QWidget | None = None) -> QToolButton:
    """A button that is an icon; its words are its name and its tool tip."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setIcon(make_icon(icon, "text", "on_soft"))
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
