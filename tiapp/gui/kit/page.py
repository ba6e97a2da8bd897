"""What every page is: a title, a scrolling column, and a few things the shell may ask of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.places import Destination
from tiapp.gui.kit.text import Title


class Page(QWidget):
    """A screen inside the shell.

    Signals:
        go(Destination): the person chose to go somewhere; the shell takes them there.

    A page adds its widgets to `.column`, overrides `refresh()` to draw what its services tell,
    and lists in `topics` what makes it re-read.
    """

    go = Signal(object)
    topics: frozenset[Topic] = frozenset()

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = Title(title)
        self.title.setObjectName(f"{name}_title")
        self.scroll = QScrollArea()
        self.scroll.setObjectName(f"{name}_scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("page_body")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(40, 32, 40, 32)
        self.column.setSpacing(16)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.title)
        self.scroll.setWidget(body)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)
        self.outer.addWidget(self.scroll)

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end of the column."""
        self.column.addWidget(widget)
        return widget

    def open(self, destination: Destination) -> None:
        """Takes in where exactly the person wants to go; `refresh` follows."""

    def refresh(self) -> None:
        """Draws anew from the services. Called when the page comes up and when a topic of it
        changes while it is visible."""

    def main_button(self) -> QAbstractButton | None:
        """The button that Ctrl+Enter presses."""
        return None

    def leaving(self) -> bool:
        """Called before another page comes up: save what is to be saved. Always True so far."""
        return True

    def escape(self) -> bool:
        """Goes back one level inside the page. False when there is nothing to go back from."""
        return False
