"""Tells assistive technology what the widgets of reading text are.

Qt knows buttons and fields, but to it every label is the same. A class says what it is:

    class Summary(QFrame):
        accessible_role = QAccessible.Role.Note

It has to be the class that says so, and before any object of it exists: Qt asks while a widget
is being made, and keeps the first answer.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

HIDDEN_NAME = "qt_rubberband"
"""Qt leaves widgets of this object name out of what a screen reader meets: there is no other way
to hide decoration from it."""

_installed = False


class _Spoken(QAccessibleWidget):
    """A widget with a role of our choice. Its name is the accessible name, or else its words."""

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            widget = self.object()
            name = getattr(widget, "accessibleName", str)()
            if name:
                return name
            words = getattr(widget, "text", str)()
            return words.replace("&", "") if isinstance(widget, QAbstractButton) else words
        return super().text(kind)


class _SpokenButton(_Spoken):
    """The same for a button, which can be pressed from a screen reader too."""

    def state(self) -> QAccessible.State:
        state = super().state()
        widget = self.object()
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            if self.role() == QAccessible.Role.PageTab:
                state.selectable, state.selected = True, widget.isChecked()
            else:
                state.checkable, state.checked = True, widget.isChecked()
        return state

    def actionNames(self) -> list[str]:
        widget = self.object()
        enabled = isinstance(widget, QWidget) and widget.isEnabled()
        return [QAccessibleActionInterface.pressAction()] if enabled else []

    def doAction(self, name: str) -> None:
        widget = self.object()
        if isinstance(widget, QAbstractButton):
            widget.click()


def _make(key: str, made: QObject) -> QAccessibleInterface | None:
    """Called by Qt once for each class of each new object; None lets Qt answer by itself."""
    role = getattr(type(made), "accessible_role", None)
    if role is None or not isinstance(made, QWidget):
        return None
    kind = _SpokenButton if isinstance(made, QAbstractButton) else _Spoken
    return kind(made, role, "")


def install() -> None:
    """Puts the roles in force. Call once, before the first widget."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_make)
