"""Cards and callouts: boxes with a little air."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tiapp.gui.kit.text import Label


class Card(QFrame):
    """A white box with a fine edge. Add to `.column`."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("box", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(8)

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end."""
        self.column.addWidget(widget)
        return widget


class CalloutBox(QFrame):
    """A tinted box with an icon and a bold title; `kind` is info, example, care, key, settle,
    ok or attn. Add to `.column`."""

    def __init__(self, kind: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 12, 20, 12)
        self.column.setSpacing(4)
        self.title = Label(title, "strong")
        self.column.addWidget(self.title)
        self.setAccessibleName(title)

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end."""
        self.column.addWidget(widget)
        return widget


def notice(kind: str, title: str, body: str, parent: QWidget | None = None) -> CalloutBox:
    """A callout with one plain paragraph."""
    box = CalloutBox(kind, title, parent)
    box.add(Label(body))
    return box
