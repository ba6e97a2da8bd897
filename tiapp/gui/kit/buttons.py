"""Buttons. Their words are verb + object; one primary button a screen."""

from PySide6.QtWidgets import QPushButton, QWidget


def _button(text: str, kind: str, name: str, icon: str, parent: QWidget | None) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("kind", kind)
    button.setObjectName(name)
    button.setAutoDefault(False)
    if icon:
        from tiapp.gui.kit.icons import icon as make_icon

        button.setIcon(make_icon(icon, "on_primary" if kind == "primary" else "text"))
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
    """Underlined words that take you somewhere."""
    return _button(text, "link", name, "", parent)
